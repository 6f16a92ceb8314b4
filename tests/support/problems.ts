import type { BrowserContext } from 'playwright-core';

/** Warnings that are not the page's doing. */
const ignored = [
  // These two come of drawing WebGL in software, which makes pictures repeatable.
  /GPU stall due to ReadPixels/,
  /Automatic fallback to software WebGL/,
];

/**
 * Collects what goes wrong in a context, as lines of text: console errors and warnings, uncaught errors,
 * and every request to a host (with port) other than these.
 *
 * @returns a list that grows while the pages run.
 */
export function collectProblems(context: BrowserContext, hosts: readonly string[]): string[] {
  const problems: string[] = [];
  context.on('console', (message) => {
    const text = message.text();
    if (!['error', 'warning'].includes(message.type())) return;
    if (ignored.some((pattern) => pattern.test(text))) return;
    problems.push(`console ${message.type()}: ${text} (${message.location().url})`);
  });
  context.on('weberror', (error) => {
    problems.push(`uncaught error: ${String(error.error())}`);
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && !hosts.includes(url.host)) {
      problems.push(`request to another host: ${url.href}`);
    }
  });
  return problems;
}
