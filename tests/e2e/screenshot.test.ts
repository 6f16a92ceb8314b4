/** Runs the screenshot command as people do: in a process of its own, with the built site. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'screenshot-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly said: string;
  readonly complained: string;
}

interface Running {
  readonly interrupt: () => void;
  /** Whether it has started another process, the browser. */
  readonly hasChild: () => boolean;
  readonly ended: Promise<Ended>;
}

function start(words: string, env: NodeJS.ProcessEnv = {}): Running {
  const args = ['--import', 'tsx', 'scripts/screenshot.ts', ...words.split(' ').filter(Boolean)];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, MINIMA_SITE_URL: '', INIT_CWD: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [said, complained] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complained += chunk.toString();
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, said, complained }));
  });
  const hasChild = () => spawnSync('pgrep', ['-P', String(child.pid)]).status === 0;
  return { interrupt: () => child.kill('SIGINT'), hasChild, ended };
}

const run = (words: string, env: NodeJS.ProcessEnv = {}) => start(words, env).ended;
const file = (name: string) => readFileSync(join(folder, name));

/** Expects an end with a code and a single line, no stack and no file. */
async function expectTrouble(words: string, code: number, sentence: RegExp, env?: NodeJS.ProcessEnv) {
  const before = readdirSync(folder);
  const ended = await run(words, env);
  expect(ended.code).toBe(code);
  expect(ended.complained.trim()).toMatch(sentence);
  expect(ended.complained.trim()).not.toMatch(/\n|^\s+at /);
  expect(readdirSync(folder)).toEqual(before);
}

describe('the screenshot command', () => {
  it('takes a picture of size x scale pixels, without a ground, and says so', async () => {
    const { code, said, complained } = await run(
      'pair --preset softplus-glu --size 320x200 --scale 1.5 --background transparent --out a.png',
    );
    expect(complained).toBe('');
    expect(code).toBe(0);
    expect(said).toMatch(/^a\.png: 480 x 300 pixels, [\d.]+ kB\n$/);
    const { width, height, data } = PNG.sync.read(file('a.png'));
    expect([width, height]).toEqual([480, 300]);
    expect(new Set(data).size).toBeGreaterThan(200);
    expect(data[3]).toBe(0);
    expect(data.some((value, at) => at % 4 === 3 && value === 255)).toBe(true);
    // The state travels in the file, under an address that is the same everywhere.
    const text = file('a.png').toString('latin1');
    expect(text).toContain('?figure=pair');
    expect(text).not.toContain('127.0.0.1');
    expect(readdirSync(folder)).toEqual(['a.png']);
  });

  // The other formats are the page's own, whose bytes are compared in export-still and export-motion.
  it('makes the same document twice, and a drawing with the site’s address', async () => {
    const words = 'pair --state eps=0.05 --theme dark --size 320x240';
    const env = { MINIMA_SITE_URL: 'https://example.org/minima' };
    const ended = await Promise.all([
      run(`${words} --format pdf --out 1.pdf`),
      run(`${words} --format pdf --out 2.pdf`),
      run(`${words} --format svg --out site.svg`, env),
    ]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(file('1.pdf').equals(file('2.pdf'))).toBe(true);
    expect(file('1.pdf').length).toBeGreaterThan(1000);
    expect(file('site.svg').toString()).toContain('https://example.org/minima/?figure=pair');
  });

  it('ends with 2 when it is not understood', async () => {
    await expectTrouble(
      'pair --preset softplus-gul',
      2,
      /^error: The figure pair has no preset 'softplus-gul'\. There are: softplus-glu/,
    );
    await expectTrouble('pair', 2, /^MINIMA_SITE_URL is “nowhere”/, { MINIMA_SITE_URL: 'nowhere' });
  });

  it('ends with 3 before the browser when it cannot write', async () => {
    writeFileSync(join(folder, 'plain'), '');
    // No browser could be started; that it is not missed shows that nobody asked for one.
    const env = { CHROME_PATH: '/nowhere' };
    await expectTrouble(
      'pair --out no/such/folder/a.png',
      3,
      /cannot be written: there is no such folder/,
      env,
    );
    await expectTrouble('--all --out plain', 3, /plain cannot be written/, env);
  });

  it('ends with 4 when the browser does not start', async () => {
    const fake = join(folder, 'browser');
    writeFileSync(fake, '#!/bin/sh\n[ "$1" = --version ] && echo Chromium 1.2.3.4 || exit 1\n', {
      mode: 0o755,
    });
    await expectTrouble('pair --out b.png', 4, /^The browser does not start/, { CHROME_PATH: fake });
  });

  it('ends with 6 when it is interrupted, and leaves what was there', async () => {
    writeFileSync(join(folder, 'old.png'), 'old');
    const before = readdirSync(folder);
    const running = start('landscape --out old.png');
    await expect.poll(running.hasChild, { timeout: 30_000 }).toBe(true);
    running.interrupt();
    const ended = await running.ended;
    expect(ended.code).toBe(6);
    expect(ended.complained).toMatch(/^Interrupted.*\n$/);
    expect(readdirSync(folder)).toEqual(before);
    expect(file('old.png').toString()).toBe('old');
  });

  it('fills a folder with all pictures of a figure and a page to look at them', async () => {
    const { code, said, complained } = await run('duo --all --size 320x240 --theme dark --out all');
    expect(complained).toBe('');
    expect(code).toBe(0);
    expect(said).toMatch(/3\/3 .*\n.*index\.html shows them all/);
    const names = readdirSync(join(folder, 'all'));
    expect(names.filter((name) => name.endsWith('-dark.png'))).toHaveLength(3);
    const page = file('all/index.html').toString();
    for (const [, name = ''] of page.matchAll(/<img src="([^"]+)"/g)) expect(names).toContain(name);
  });
});
