import { posix, win32 } from 'node:path';
import type { Machine } from './machine';

/** A browser that runs here, and how it was found. */
export interface FoundBrowser {
  executablePath: string;
  origin: 'CHROME_PATH' | 'installed' | 'apt' | 'playwright';
  /** What `--version` printed; empty on Windows, where browsers do not answer it. */
  version: string;
}

/** Playwright's own browser: where it is once downloaded, and the script that downloads it. */
export interface PlaywrightBrowser {
  executablePath: string;
  cli: string;
}

const commandNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const macApplications = ['Chromium', 'Google Chrome', 'Microsoft Edge'];

const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/** Every place where an installed Chromium, Chrome or Edge may be on this machine, best first. */
export function installedPlaces({ platform, env }: Pick<Machine, 'platform' | 'env'>): string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    return windowsPrograms.flatMap((parts) => roots.map((root) => win32.join(root, ...parts)));
  }
  const folders = [...(env.PATH ?? '').split(':').filter(Boolean), '/usr/bin', '/usr/local/bin'];
  const commands = commandNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
  const applications = macApplications.flatMap((name) =>
    ['/Applications', posix.join(env.HOME ?? '/', 'Applications')].map(
      (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
    ),
  );
  const places =
    platform === 'darwin' ? [...applications, ...commands] : [...commands, '/opt/google/chrome/chrome'];
  return [...new Set(places)];
}

/**
 * The version that a browser answers, or undefined if it does not run. A snap's browser counts as not running:
 * it is confined and does not see our temporary folders.
 */
async function versionOf(machine: Machine, executablePath: string): Promise<string | undefined> {
  if (!machine.exists(executablePath)) return undefined;
  if (machine.platform === 'win32') return '';
  const { ok, output } = await machine.run(executablePath, ['--version'], 20);
  const line = output.split('\n').find((text) => /\d+\.\d+\.\d+\.\d+/.test(text));
  return ok && line !== undefined && !/\bsnap\b/.test(line) ? line.trim() : undefined;
}

async function firstThatRuns(
  machine: Machine,
  places: readonly string[],
  origin: FoundBrowser['origin'],
): Promise<FoundBrowser | undefined> {
  for (const executablePath of places) {
    const version = await versionOf(machine, executablePath);
    if (version !== undefined) return { executablePath, origin, version };
  }
  return undefined;
}

/**
 * The browser that `searchBrowser` finds first, without a word and without installing anything; undefined where that takes
 * more than a look.
 */
export function browserAtHand(machine: Machine): Promise<FoundBrowser | undefined> {
  const wanted = machine.env.CHROME_PATH;
  return wanted
    ? firstThatRuns(machine, [wanted], 'CHROME_PATH')
    : firstThatRuns(machine, installedPlaces(machine), 'installed');
}

/** Debian proper: on Ubuntu the package `chromium` is a stub that wants a snap. */
function isDebian(osRelease: string): boolean {
  const field = (name: string) => new RegExp(`^${name}="?([^"\n]*)`, 'm').exec(osRelease)?.[1] ?? '';
  const names = [field('ID'), ...field('ID_LIKE').split(' ')];
  return names.includes('debian') && !names.includes('ubuntu');
}

async function installWithApt(machine: Machine): Promise<boolean> {
  if (machine.platform !== 'linux' || !isDebian(machine.osRelease)) return false;
  const maySudo = !machine.isRoot && (await machine.run('sudo', ['-n', 'true'], 20)).ok;
  if (!machine.isRoot && !maySudo) return false;
  machine.say('No browser found: installing the Debian package chromium (about a minute) ...');
  const apt = (...args: string[]) => {
    const words = [
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-o',
      'DPkg::Lock::Timeout=120',
      ...args,
    ];
    const [command = 'env', ...rest] = maySudo ? ['sudo', '-n', ...words] : words;
    return machine.run(command, rest, 900);
  };
  // An update that fails may still leave a list that is good enough for the installation.
  await apt('update');
  const { ok, output } = await apt('install', '-y', '--no-install-recommends', 'chromium');
  if (!ok) machine.say(`apt-get did not install chromium: ${output.trim().split('\n').at(-1) ?? ''}`);
  return ok;
}

async function downloadWithPlaywright(machine: Machine, cli: string): Promise<void> {
  machine.say('No browser found: downloading the Chromium of Playwright (about 200 MB) ...');
  const install = (...flags: string[]) =>
    machine.run(process.execPath, [cli, 'install', '--no-progress', ...flags, 'chromium'], 900);
  if (machine.isRoot && (await install('--with-deps')).ok) return;
  const { ok, output } = await install();
  if (!ok) machine.say(`Playwright did not download it: ${output.trim().split('\n').at(-1) ?? ''}`);
}

/**
 * Finds a browser or gets one: CHROME_PATH, then an installed one, then Debian's package where that is allowed,
 * then Playwright's download. Each step falls through to the next when it fails.
 *
 * @throws Error of one line that says what to install, when nothing worked.
 */
export async function searchBrowser(machine: Machine, playwright: PlaywrightBrowser): Promise<FoundBrowser> {
  const wanted = machine.env.CHROME_PATH;
  if (wanted) {
    const found = await firstThatRuns(machine, [wanted], 'CHROME_PATH');
    if (found) return found;
    machine.say(`CHROME_PATH is ${wanted}, which does not run: looking elsewhere`);
  }
  const installed = () => firstThatRuns(machine, installedPlaces(machine), 'installed');
  const downloaded = () => firstThatRuns(machine, [playwright.executablePath], 'playwright');
  const here = (await installed()) ?? (await downloaded());
  if (here) return here;

  if (await installWithApt(machine)) {
    const found = await installed();
    if (found) return { ...found, origin: 'apt' };
  }
  await downloadWithPlaywright(machine, playwright.cli);
  const found = await downloaded();
  if (found) return found;
  throw new Error(
    'No browser: install Chromium or Google Chrome (Debian: apt-get install chromium), or set CHROME_PATH to one',
  );
}
