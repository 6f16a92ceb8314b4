import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { type FoundBrowser, searchBrowser } from './browser-search';
import { platformName, thisMachine } from './machine';

/** The same drawing everywhere: no network of its own, fixed fonts and colours, WebGL by SwiftShader (bit-exact). */
const args = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // Pages are painted and put together on the processor: what SwiftShader paints of text and curves depends on what it
  // painted before.
  '--disable-gpu-rasterization',
  '--disable-gpu-compositing',
  // Repainting parts of a tile leaves seams that depend on what was painted when.
  '--disable-partial-raster',
  // The same drawing code on every processor.
  '--disable-skia-runtime-opts',
];

/** Ubuntu 24.04 and later keep browsers that are not system packages from making their sandbox. */
function sandboxIsRestricted(): boolean {
  try {
    return readFileSync('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', 'utf8').trim() === '1';
  } catch {
    return false;
  }
}

function needsNoSandbox(): boolean {
  const { platform, env, isRoot } = thisMachine();
  return platform === 'linux' && (isRoot || Boolean(env.CI) || sandboxIsRestricted());
}

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
  return { executablePath, headless: true, chromiumSandbox: !needsNoSandbox(), args };
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
