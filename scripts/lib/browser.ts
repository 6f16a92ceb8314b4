import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { drawingFlags, needsNoSandbox } from './browser-flags';
import { type FoundBrowser, searchBrowser } from './browser-search';
import { platformName, thisMachine } from './machine';

/**
 * Finds a Chromium, Chrome or Edge, installing one if need be (see `searchBrowser` for the order).
 *
 * @throws Error of one line that says what to install.
 */
export function findBrowser(): Promise<FoundBrowser> {
  const root = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  return searchBrowser(thisMachine(), {
    executablePath: chromium.executablePath(),
    cli: join(root, 'cli.js'),
  });
}

/** The options with which every browser of this project is started, headless and reproducible. */
export function launchOptions({ executablePath }: Pick<FoundBrowser, 'executablePath'>): LaunchOptions {
  return { executablePath, headless: true, chromiumSandbox: !needsNoSandbox(), args: [...drawingFlags] };
}

/**
 * Starts a headless browser that draws the same pixels every time.
 *
 * @param browser which one; found by `findBrowser` if left out.
 * @throws Error if none can be found or it does not start.
 */
export async function launchBrowser(browser?: FoundBrowser): Promise<Browser> {
  return chromium.launch(launchOptions(browser ?? (await findBrowser())));
}

/** Names build and platform of a browser: pictures are equal to the last bit only where both are the same. */
export function browserBuild(found: FoundBrowser, running: Browser): string {
  return `${found.version || `Chromium ${running.version()}`}, ${platformName()}`;
}
