import { describe, expect, it } from 'vitest';
import { installedPlaces, searchBrowser } from '../../scripts/lib/browser-search';
import type { Machine } from '../../scripts/lib/machine';

const playwright = { executablePath: '/cache/chrome', cli: '/modules/cli.js' };
const debian = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n';
const ubuntu = 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n';

interface Plan extends Partial<Omit<Machine, 'exists' | 'run' | 'say'>> {
  /** What each executable answers to --version. */
  browsers?: Record<string, string>;
  /** What a command brings: the executables that are there afterwards. */
  brings?: (command: string) => Record<string, string>;
  /** Commands that fail. */
  fails?: RegExp;
}

/** A machine that exists only here; it keeps what was run and said. */
function machine({ browsers = {}, brings = () => ({}), fails = /^$/, ...rest }: Plan = {}) {
  const there = { ...browsers };
  const ran: string[] = [];
  const said: string[] = [];
  const made: Machine = {
    platform: 'linux',
    env: { PATH: '/usr/bin' },
    isRoot: false,
    osRelease: '',
    ...rest,
    exists: (path) => path in there,
    run: (command, args) => {
      if (args[0] === '--version') return Promise.resolve({ ok: true, output: there[command] ?? '' });
      const line = [command, ...args].join(' ');
      ran.push(line);
      if (fails.test(line)) return Promise.resolve({ ok: false, output: 'first\nlast words\n' });
      Object.assign(there, brings(line));
      return Promise.resolve({ ok: true, output: '' });
    },
    say: (line) => said.push(line),
  };
  return { machine: made, ran, said };
}

const search = (plan: Plan) => searchBrowser(machine(plan).machine, playwright);

describe('an installed browser', () => {
  const browsers = {
    '/usr/bin/chromium': 'Chromium 156.0.8078.79 built on Debian',
    '/usr/bin/google-chrome': 'Google Chrome 155.0.1.2',
    '/mine/chrome': 'Chromium 120.0.0.1',
    '/cache/chrome': 'Chromium 159.0.0.1',
  };

  it('is the one that CHROME_PATH names', async () => {
    const env = { PATH: '/usr/bin', CHROME_PATH: '/mine/chrome' };
    expect(await search({ browsers, env })).toEqual({
      executablePath: '/mine/chrome',
      origin: 'CHROME_PATH',
      version: 'Chromium 120.0.0.1',
    });
  });

  it('is looked for elsewhere, and this is said, when CHROME_PATH does not run', async () => {
    const { machine: made, said } = machine({ browsers, env: { PATH: '/usr/bin', CHROME_PATH: '/gone' } });
    expect((await searchBrowser(made, playwright)).executablePath).toBe('/usr/bin/chromium');
    expect(said).toEqual(['CHROME_PATH is /gone, which does not run: looking elsewhere']);
  });

  it('is Chromium before Chrome, and both before the download of Playwright', async () => {
    expect(await search({ browsers })).toMatchObject({
      executablePath: '/usr/bin/chromium',
      origin: 'installed',
    });
    const { '/usr/bin/chromium': _, ...others } = browsers;
    expect((await search({ browsers: others })).executablePath).toBe('/usr/bin/google-chrome');
    const cached = { '/cache/chrome': browsers['/cache/chrome'] };
    expect(await search({ browsers: cached })).toMatchObject({ origin: 'playwright' });
  });

  it('is not a stub or a snap', async () => {
    const stubs = {
      '/usr/bin/chromium': 'Chromium 120.0.6099.71 snap',
      '/usr/bin/chromium-browser': 'this command requires the chromium snap to be installed',
      '/usr/bin/google-chrome': 'Google Chrome 155.0.1.2',
    };
    expect((await search({ browsers: stubs })).executablePath).toBe('/usr/bin/google-chrome');
  });

  it('is found at the usual places of macOS and Windows', () => {
    const mac = installedPlaces({ platform: 'darwin', env: { HOME: '/Users/a' } });
    expect(mac[0]).toBe('/Applications/Chromium.app/Contents/MacOS/Chromium');
    expect(mac).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    const windows = installedPlaces({ platform: 'win32', env: { PROGRAMFILES: 'C:\\Program Files' } });
    expect(windows[0]).toBe('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
    expect(windows.at(-1)).toBe('C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe');
  });
});

describe('when no browser is installed', () => {
  const bringsChromium = (line: string): Record<string, string> =>
    / install .*chromium$/.test(line) && line.includes('apt-get')
      ? { '/usr/bin/chromium': 'Chromium 156.0.8078.79' }
      : {};

  it('Debian installs its package as root, saying so in one line', async () => {
    const { machine: made, ran, said } = machine({ osRelease: debian, isRoot: true, brings: bringsChromium });
    expect(await searchBrowser(made, playwright)).toMatchObject({ origin: 'apt' });
    expect(ran.map((line) => line.replace(/.*apt-get -o \S+ /, ''))).toEqual([
      'update',
      'install -y --no-install-recommends chromium',
    ]);
    expect(said).toHaveLength(1);
  });

  it('Debian installs it through sudo when that asks no password', async () => {
    const { machine: made, ran } = machine({ osRelease: debian, brings: bringsChromium });
    expect(await searchBrowser(made, playwright)).toMatchObject({ origin: 'apt' });
    expect(ran[0]).toBe('sudo -n true');
    expect(ran.slice(1).every((line) => line.startsWith('sudo -n env DEBIAN_FRONTEND='))).toBe(true);
  });

  const bringsDownload = (line: string): Record<string, string> =>
    line.includes('/modules/cli.js install') ? { '/cache/chrome': 'Chromium 159.0.0.1' } : {};

  it.each([
    { where: 'Ubuntu, whose package is a stub', plan: { osRelease: ubuntu, isRoot: true }, apt: false },
    { where: 'Debian without rights', plan: { osRelease: debian, fails: /^sudo/ }, apt: false },
    { where: 'macOS', plan: { platform: 'darwin' as const }, apt: false },
    {
      where: 'Debian whose package does not install',
      plan: { osRelease: debian, isRoot: true, fails: /apt-get/ },
      apt: true,
    },
  ])('Playwright downloads one on $where', async ({ plan, apt }) => {
    const { machine: made, ran } = machine({ ...plan, brings: bringsDownload });
    expect(await searchBrowser(made, playwright)).toMatchObject({
      executablePath: '/cache/chrome',
      origin: 'playwright',
    });
    expect(ran.some((line) => line.includes('apt-get'))).toBe(apt);
  });

  it('Playwright tries without the system packages when it may not install them', async () => {
    const { machine: made, ran } = machine({ isRoot: true, fails: /--with-deps/, brings: bringsDownload });
    expect(await searchBrowser(made, playwright)).toMatchObject({ origin: 'playwright' });
    expect(ran).toHaveLength(2);
  });

  it('the error is one line and says what to install', async () => {
    const { machine: made, said } = machine({ osRelease: debian, isRoot: true, fails: /./ });
    const error: unknown = await searchBrowser(made, playwright).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toMatch(/install Chromium or Google Chrome.*CHROME_PATH/);
    expect(String(error)).not.toContain('\n');
    expect(said.filter((line) => line.includes('last words'))).toHaveLength(2);
  });
});
