/** The browser of the scripts and the tests: which one it is, and how it is started. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { Launcher } from 'chrome-launcher';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

/** A browser that runs here, and how it was found. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly origin: 'installed' | 'apt' | 'playwright';
  /** What `--version` printed; empty on Windows, where browsers do not answer it. */
  readonly version: string;
}

/** What the search for a browser needs from the computer, so that tests can give it another one. */
export interface Host {
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  /** Whether it is Debian proper: on Ubuntu the package `chromium` is a stub that wants a snap. */
  readonly isDebian: boolean;
  /** The path in CHROME_PATH, the browser without windows, and the other installed ones, best first. */
  readonly installed: () => readonly string[];
  /** Where Playwright keeps the browser that it downloads. */
  readonly downloaded: string;
  /** Runs a command without input; a missing command is an outcome that is not ok. */
  readonly run: (
    command: string,
    ...args: readonly string[]
  ) => { readonly ok: boolean; readonly output: string };
  readonly log: (line: string) => void;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const isRoot = process.getuid?.() === 0;

/** Chromium without windows, a package of Debian: a page opens with a fifth less work of the processor. */
const WINDOWLESS = 'chromium-headless-shell';

function windowless(): readonly string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, WINDOWLESS)).filter((path) => existsSync(path));
}

const thisHost: Host = {
  platform: process.platform,
  isRoot,
  isDebian: /^ID="?debian"?$/m.test(readIfThere('/etc/os-release')),
  installed() {
    const chosen = process.env.CHROME_PATH ? [process.env.CHROME_PATH] : [];
    try {
      return [...chosen, ...windowless(), ...Launcher.getInstallations()];
    } catch {
      // It throws when there is none.
      return [...chosen, ...windowless()];
    }
  },
  downloaded: chromium.executablePath(),
  run(command, ...args) {
    const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: 900_000 });
    return { ok: status === 0, output: `${stdout ?? ''}${stderr ?? ''}` };
  },
  log: (line) => console.error(line),
};

/**
 * The version that a browser answers, or undefined if it does not run. A snap's browser counts as not running: it is
 * confined and does not see our temporary folders.
 */
function versionOf({ platform, run }: Host, path: string): string | undefined {
  if (platform === 'win32') return '';
  const { ok, output } = run(path, '--version');
  const line = output.split('\n').find((text) => /\d+\.\d+\.\d+\.\d+/.test(text));
  return ok && line !== undefined && !/\bsnap\b/.test(line) ? line.trim() : undefined;
}

function firstThatRuns(
  host: Host,
  paths: readonly string[],
  origin: FoundBrowser['origin'],
): FoundBrowser | undefined {
  for (const executablePath of paths) {
    const version = versionOf(host, executablePath);
    if (version !== undefined) return { executablePath, origin, version };
  }
  return undefined;
}

function installWithApt({ isRoot: asRoot, run, log }: Host): void {
  log(`No browser found: installing the Debian package ${WINDOWLESS} (about a minute) ...`);
  const apt = (...args: string[]) =>
    asRoot ? run('apt-get', ...args) : run('sudo', '-n', 'apt-get', ...args);
  // An update that fails may still leave a list that is good enough for the installation.
  apt('update');
  const { ok, output } = apt('install', '-y', '--no-install-recommends', WINDOWLESS);
  if (!ok) log(`apt-get did not install ${WINDOWLESS}: ${output.trim().split('\n').at(-1) ?? ''}`);
}

function downloadWithPlaywright({ isRoot: asRoot, run, log }: Host): void {
  log('No browser found: downloading the Chromium of Playwright (about 200 MB) ...');
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  const install = (...flags: string[]) => run(process.execPath, cli, 'install', ...flags, 'chromium');
  // The packages of the system that it needs come with it where they may be installed.
  const { ok, output } = asRoot && install('--with-deps').ok ? { ok: true, output: '' } : install();
  if (!ok) log(`Playwright did not download it: ${output.trim().split('\n').at(-1) ?? ''}`);
}

/**
 * Finds a browser or gets one: CHROME_PATH, then an installed Chromium without windows, Chrome or Chromium, then Playwright's,
 * then Debian's package where it may be installed, then Playwright's download. Each step falls through to the next when it fails.
 *
 * @throws Error of one line that says what to install, when nothing worked.
 */
export function findBrowser(host: Host = thisHost): FoundBrowser {
  const look = (origin: 'installed' | 'apt') =>
    firstThatRuns(host, host.installed(), origin) ?? firstThatRuns(host, [host.downloaded], 'playwright');
  const here = look('installed');
  if (here) return here;
  if (host.isDebian) installWithApt(host);
  const packaged = host.isDebian ? look('apt') : undefined;
  if (packaged) return packaged;
  downloadWithPlaywright(host);
  const downloaded = look('installed');
  if (downloaded) return downloaded;
  throw new Error(
    'No browser: install Chromium or Google Chrome (Debian: apt-get install chromium), or set CHROME_PATH to one',
  );
}

/**
 * Parts of the browser that nothing here needs. Chromium obeys the last switch of this kind alone, so those that Playwright
 * turns off stand here again; the first two are windows of the address bar, of which each new page would start one, a third
 * of a second of the processor.
 */
const unwanted = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
] as const;

/** The same drawing everywhere: no network of its own, fixed fonts and colours, WebGL by SwiftShader (bit-exact). */
const drawingFlags: readonly string[] = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${unwanted.join(',')}`,
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
  return readIfThere('/proc/sys/kernel/apparmor_restrict_unprivileged_userns').trim() === '1';
}

/** The options with which every browser of this project is started, headless and reproducible. */
export function launchOptions({ executablePath }: Pick<FoundBrowser, 'executablePath'>): LaunchOptions {
  const needsNoSandbox =
    process.platform === 'linux' && (isRoot || Boolean(process.env.CI) || sandboxIsRestricted());
  return { executablePath, headless: true, chromiumSandbox: !needsNoSandbox, args: [...drawingFlags] };
}

/**
 * Starts a headless browser that draws the same pixels every time.
 *
 * @param options more than `launchOptions`
 * @throws Error if none can be found or it does not start.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({ ...launchOptions(findBrowser()), ...options });
}

/**
 * Names the platform as far as pictures depend on it: system, processor and, on Linux, the widest vector instructions,
 * because Chromium's rasteriser takes another path (and rounds otherwise) for each.
 */
function platformName(): string {
  const vectors = ['avx512f', 'avx2', 'sse4_1'].find((name) =>
    new RegExp(`\\b${name}\\b`).test(readIfThere('/proc/cpuinfo')),
  );
  return [process.platform, process.arch, vectors].filter(Boolean).join(' ');
}

/** Names build and platform of a browser: pictures are equal to the last bit only where both are the same. */
export function browserBuild(found: FoundBrowser, running: Browser): string {
  return `${found.version || `Chromium ${running.version()}`}, ${platformName()}`;
}
