import { describe, expect, it } from 'vitest';
import { findBrowser, type Host } from '../../scripts/lib/browser';

interface Plan extends Partial<Pick<Host, 'isRoot' | 'isDebian'>> {
  /** What each executable answers to --version, the best first; `/cache/chrome` is Playwright's. */
  browsers?: Record<string, string>;
  /** The executable that a command brings. */
  brings?: (command: string) => string | undefined;
  /** Commands that fail. */
  fails?: RegExp;
}

/** A computer that exists only here; it keeps what was run and logged. */
function computer({ browsers = {}, brings = () => undefined, fails = /^$/, ...rest }: Plan = {}) {
  const there = { ...browsers };
  const ran: string[] = [];
  const logged: string[] = [];
  const host: Host = {
    platform: 'linux',
    isRoot: false,
    isDebian: false,
    downloaded: '/cache/chrome',
    ...rest,
    installed: () => Object.keys(there).filter((path) => path !== '/cache/chrome'),
    run(command, ...args) {
      if (args[0] === '--version') return { ok: command in there, output: there[command] ?? '' };
      const line = [command, ...args].join(' ');
      ran.push(line);
      if (fails.test(line)) return { ok: false, output: 'first\nlast words\n' };
      const brought = brings(line);
      if (brought !== undefined) there[brought] = 'Chromium 156.0.8078.79';
      return { ok: true, output: '' };
    },
    log: (line) => logged.push(line),
  };
  return { host, ran, logged };
}

describe('an installed browser', () => {
  it('is the first that runs, and comes before the download of Playwright', () => {
    const browsers = {
      '/gone': '',
      '/usr/bin/chromium': 'Chromium 156.0.8078.79 built on Debian',
      '/cache/chrome': 'Chromium 159.0.0.1',
    };
    expect(findBrowser(computer({ browsers }).host)).toEqual({
      executablePath: '/usr/bin/chromium',
      origin: 'installed',
      version: 'Chromium 156.0.8078.79 built on Debian',
    });
    const cached = { '/cache/chrome': 'Chromium 159.0.0.1' };
    expect(findBrowser(computer({ browsers: cached }).host)).toMatchObject({ origin: 'playwright' });
  });

  it('is not a stub or a snap', () => {
    const browsers = {
      '/usr/bin/chromium': 'Chromium 120.0.6099.71 snap',
      '/usr/bin/chromium-browser': 'this command requires the chromium snap to be installed',
      '/usr/bin/google-chrome': 'Google Chrome 155.0.1.2',
    };
    expect(findBrowser(computer({ browsers }).host).executablePath).toBe('/usr/bin/google-chrome');
  });
});

describe('when no browser is installed', () => {
  const bringsPackage = (line: string) =>
    /apt-get install .*chromium-headless-shell$/.test(line) ? '/usr/bin/chromium-headless-shell' : undefined;

  it.each([true, false])('Debian installs its package (as root: %s) and says so in one line', (isRoot) => {
    const { host, ran, logged } = computer({ isDebian: true, isRoot, brings: bringsPackage });
    expect(findBrowser(host)).toMatchObject({ origin: 'apt' });
    const apt = isRoot ? 'apt-get' : 'sudo -n apt-get';
    expect(ran).toEqual([
      `${apt} update`,
      `${apt} install -y --no-install-recommends chromium-headless-shell`,
    ]);
    expect(logged).toHaveLength(1);
  });

  const bringsDownload = (line: string) => (/cli\.js install/.test(line) ? '/cache/chrome' : undefined);

  it.each([
    { where: 'elsewhere', plan: { isRoot: true }, apt: false },
    { where: 'on Debian without rights', plan: { isDebian: true, fails: /^sudo/ }, apt: true },
  ])('Playwright downloads one $where', ({ plan, apt }) => {
    const { host, ran } = computer({ ...plan, brings: bringsDownload });
    expect(findBrowser(host)).toMatchObject({ executablePath: '/cache/chrome', origin: 'playwright' });
    expect(ran.some((line) => line.includes('apt-get'))).toBe(apt);
  });

  it('Playwright tries without the system packages when it may not install them', () => {
    const { host, ran } = computer({ isRoot: true, fails: /--with-deps/, brings: bringsDownload });
    expect(findBrowser(host)).toMatchObject({ origin: 'playwright' });
    expect(ran).toHaveLength(2);
  });

  it('the error is one line and says what to install', () => {
    const { host, logged } = computer({ isDebian: true, isRoot: true, fails: /./ });
    expect(() => findBrowser(host)).toThrow(/^No browser: install Chromium or Google Chrome.*CHROME_PATH.*$/);
    expect(logged.filter((line) => line.includes('last words'))).toHaveLength(2);
  });
});
