/** Runs the screenshot command with the built site: as people do, in a process of its own, and in this one. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { root } from '../../scripts/lib/paths';
import { exitCodes } from '../../scripts/lib/screenshot/failure';
import { openRenderer } from '../../scripts/lib/screenshot/renderer';
import { type Environment, runCommand } from '../../scripts/lib/screenshot/run';
import { figures } from '../../src/figures/registry';

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

/** Runs the command in this process, with a browser of its own unless there is one; returns what it says. */
async function runHere(words: string, rest: Partial<Environment> = {}): Promise<string[]> {
  const said: string[] = [];
  await runCommand(words.split(' '), {
    figures,
    site: undefined,
    folder,
    build: () => Promise.resolve(),
    openRenderer,
    log: (line) => said.push(line),
    logError: (line) => said.push(line),
    ...rest,
  });
  return said;
}

/** Expects an end with a code and a single line, no stack and no file. */
async function expectTrouble(words: string, code: number, sentence: RegExp, env?: NodeJS.ProcessEnv) {
  const before = readdirSync(folder);
  const ended = await run(words, env);
  expect(ended.code).toBe(code);
  expect(ended.complained.trim()).toMatch(sentence);
  expect(ended.complained.trim()).not.toMatch(/\n|^\s+at /);
  expect(readdirSync(folder)).toEqual(before);
}

// What else is refused, and galleries, are in tests/scripts. The other formats are the page's own, whose bytes are compared
// in export-still and export-motion.
describe('the screenshot command', () => {
  it('makes the same document in any process, a picture of size x scale pixels, and a drawing with the site’s address', {
    timeout: 180_000,
  }, async () => {
    const document = 'pair --state eps=0.05 --theme dark --size 320x240 --format pdf --out';
    const { code, said, complained } = await run(`${document} 1.pdf`);
    expect(complained).toBe('');
    expect(code).toBe(0);
    expect(said).toMatch(/^1\.pdf: 320 x 240 pixels, [\d.]+ kB\n$/);
    expect(readdirSync(folder)).toEqual(['1.pdf']);

    const renderer = await openRenderer(undefined);
    onTestFinished(() => renderer.close());
    const shared = { openRenderer: async () => ({ ...renderer, close: () => Promise.resolve() }) };
    const picture =
      'pair --preset softplus-glu --size 320x200 --scale 1.5 --background transparent --out a.png';
    const [, line] = await Promise.all([runHere(`${document} 2.pdf`, shared), runHere(picture, shared)]);
    expect(file('1.pdf').equals(file('2.pdf'))).toBe(true);
    expect(file('1.pdf').length).toBeGreaterThan(1000);

    expect(line).toEqual([expect.stringMatching(/^a\.png: 480 x 300 pixels, [\d.]+ kB$/)]);
    const { width, height, data } = PNG.sync.read(file('a.png'));
    expect([width, height]).toEqual([480, 300]);
    expect(new Set(data).size).toBeGreaterThan(200);
    expect(data[3]).toBe(0);
    expect(data.some((value, at) => at % 4 === 3 && value === 255)).toBe(true);
    // The state travels in the file, under an address that is the same everywhere.
    const text = file('a.png').toString('latin1');
    expect(text).toContain('?figure=pair');
    expect(text).not.toMatch(/127\.0\.0\.1|localhost/);

    await runHere('ride --size 320x240 --out site.svg', { site: 'https://example.org/minima/' });
    expect(file('site.svg').toString()).toContain('https://example.org/minima/?figure=ride');
  });

  it('ends with 2 when it is not understood', async () => {
    await Promise.all([
      expectTrouble(
        'pair --preset softplus-gul',
        2,
        /^error: The figure pair has no preset 'softplus-gul'\. There are: softplus-glu/,
      ),
      expectTrouble('pair', 2, /^MINIMA_SITE_URL is “nowhere”/, { MINIMA_SITE_URL: 'nowhere' }),
    ]);
  });

  it('fails with 4 when the browser does not start', async () => {
    const fake = join(folder, 'browser');
    writeFileSync(fake, '#!/bin/sh\n[ "$1" = --version ] && echo Chromium 1.2.3.4 || exit 1\n', {
      mode: 0o755,
    });
    const before = readdirSync(folder);
    vi.stubEnv('CHROME_PATH', fake);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    await expect(runHere('pair --out b.png')).rejects.toMatchObject({
      code: exitCodes.noBrowser,
      message: expect.stringMatching(/^The browser does not start: [^\n]+$/) as string,
    });
    expect(readdirSync(folder)).toEqual(before);
  });

  it('ends with 6 when it is interrupted, and leaves what was there', async () => {
    writeFileSync(join(folder, 'old.png'), 'old');
    const before = readdirSync(folder);
    const running = start('pair --out old.png');
    await expect.poll(running.hasChild, { timeout: 30_000 }).toBe(true);
    running.interrupt();
    const ended = await running.ended;
    expect(ended.code).toBe(6);
    expect(ended.complained).toMatch(/^Interrupted.*\n$/);
    expect(readdirSync(folder)).toEqual(before);
    expect(file('old.png').toString()).toBe('old');
  });
});
