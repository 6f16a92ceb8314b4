import type { Page } from 'playwright-core';

/** Warnings that are not the page's doing. */
const ignored = [
  // These two come of drawing WebGL in software, which makes pictures repeatable.
  /GPU stall due to ReadPixels/,
  /Automatic fallback to software WebGL/,
];

/**
 * Collects what goes wrong on a page and on those that it opens, as lines of text: console errors and warnings, uncaught
 * errors, and every request to a host (with port) other than these.
 *
 * @returns a list that grows while the pages run.
 */
export function collectProblems(page: Page, hosts: readonly string[]): string[] {
  const problems: string[] = [];
  const watch = (one: Page) => {
    one.on('popup', watch);
    one.on('console', (message) => {
      const text = message.text();
      if (!['error', 'warning'].includes(message.type())) return;
      if (ignored.some((pattern) => pattern.test(text))) return;
      problems.push(`console ${message.type()}: ${text} (${message.location().url})`);
    });
    one.on('pageerror', (error) => {
      problems.push(`uncaught error: ${String(error)}`);
    });
    one.on('request', (request) => {
      const url = new URL(request.url());
      if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && !hosts.includes(url.host)) {
        problems.push(`request to another host: ${url.href}`);
      }
    });
  };
  watch(page);
  return problems;
}
