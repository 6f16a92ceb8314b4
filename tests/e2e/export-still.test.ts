import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { expect, it, onTestFinished } from 'vitest';
import { wordsOf } from '#export/png';
import { figures } from '../../src/figures/registry';
import { expectNoProblems } from '../support/page';
import { difference, fileOf, openStill, waitStill } from '../support/still';

const viewport = { width: 480, height: 270 };
/** Share of pixels that may differ from the screen: edges of letters, whose places are rounded twice. */
const TOLERANCE = 0.004;

/** Expects that the PNG of a still is what its screen shows, and that its SVG is well made. */
async function expectFiles(page: Page, figure: string): Promise<{ png: Buffer; svg: Buffer }> {
  const screen = await page.screenshot();
  const png = await fileOf(page);
  expect(png).toMatchObject({ name: `${figure}-480x270.png`, type: 'image/png' });
  expect(difference(png.bytes, screen)).toBeLessThan(TOLERANCE);

  const svg = await fileOf(page, { format: 'svg' });
  const text = svg.bytes.toString('utf8');
  expect(text.replace(/base64,[^")]*/g, '')).not.toMatch(/NaN|undefined|Infinity[^a-z]/);
  const found = await page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
    const ids = [...parsed.querySelectorAll('[id]')].map(({ id }) => id);
    return {
      broken: parsed.querySelector('parsererror')?.textContent,
      texts: parsed.querySelectorAll('text').length,
      controls: parsed.querySelectorAll('foreignObject, script, button, input').length,
      twice: ids.filter((id, k) => ids.indexOf(id) !== k),
      title: parsed.querySelector('title')?.textContent,
      words: parsed.querySelector('desc')?.textContent,
      link: parsed.querySelector('metadata')?.textContent,
    };
  }, text);
  expect(found).toMatchObject({ broken: undefined, controls: 0, twice: [] });
  expect(found.texts).toBeGreaterThan(5);
  expect(found.title).toBe(figures.find(({ id }) => id === figure)?.title);
  expect(found.words?.length).toBeGreaterThan(20);
  expect(found.link).toContain(`?figure=${figure}`);
  return { png: png.bytes, svg: svg.bytes };
}

/** Expects that an SVG looks like the PNG where nothing but the file is there. */
async function expectAlike(page: Page, { png, svg }: { png: Buffer; svg: Buffer }): Promise<void> {
  const alone = await page.context().newPage();
  await alone.setViewportSize(viewport);
  await alone.goto(`data:image/svg+xml;base64,${svg.toString('base64')}`);
  await alone.evaluate(() => document.fonts.ready.then(() => undefined));
  expect(difference(await alone.screenshot(), png)).toBeLessThan(TOLERANCE);
  await alone.close();
}

// Both files are looked at once with a scene, in the pair, and once with plots alone.
it.each([
  ['landscape', 'dark', 'one file'],
  ['triple', 'light', 'one file'],
  ['ride', 'dark', 'both files'],
  ['toy', 'light', 'one file'],
] as const)('files of %s show in %s what the screen shows, %s looked at', async (figure, theme, looked) => {
  const { page, problems } = await openStill(figure, { viewport, theme });
  const files = await expectFiles(page, figure);
  if (looked === 'both files') await expectAlike(page, files);
  expectNoProblems(problems);
});

/** Expects that a picture drawn in many tiles is the whole one. */
async function expectNoSeams(page: Page, whole: Buffer): Promise<void> {
  // A card that can draw next to nothing at a time.
  await page.evaluate(() => {
    const { prototype } = WebGL2RenderingContext;
    const original = Reflect.get(prototype, 'getParameter') as (name: number) => unknown;
    prototype.getParameter = function (name: number) {
      return name === this.MAX_RENDERBUFFER_SIZE ? 130 : original.call(this, name);
    };
  });
  const tiled = PNG.sync.read((await fileOf(page)).bytes).data;
  const { data } = PNG.sync.read(whole);
  let [most, changed] = [0, 0];
  for (let at = 0; at < tiled.length; at++) {
    const off = Math.abs((tiled[at] ?? 0) - (data[at] ?? 0));
    most = Math.max(most, off);
    if (off > 0) changed += 1;
  }
  // Of the four samples of a pixel one may fall on the other side of an edge, by rounding, in a few pixels of a million. A
  // seam along a single side of one tile would be 260 bytes.
  expect(changed).toBeLessThan(100);
  expect(most).toBeLessThan(64);
}

it('files of the duo show what the screen shows, with and without a ground, on paper, and in tiles', async () => {
  const { page, problems } = await openStill('duo', { viewport });
  const { png } = await expectFiles(page, 'duo');

  const clear = PNG.sync.read((await fileOf(page, { background: 'transparent' })).bytes);
  let seen = 0;
  for (let at = 3; at < clear.data.length; at += 4) if (clear.data[at] !== 0) seen += 1;
  expect(clear.data[3]).toBe(0);
  const share = seen / (viewport.width * viewport.height);
  expect(share).toBeGreaterThan(0.02);
  expect(share).toBeLessThan(0.6);
  const coloured = PNG.sync.read((await fileOf(page, { background: '#336699' })).bytes);
  expect([...coloured.data.subarray(0, 4)]).toEqual([0x33, 0x66, 0x99, 255]);

  await expectNoSeams(page, png);

  // The sheet for the printer has the letters as text and the size of the figure.
  await page.evaluate(async (size) => {
    const hook = (window as { minima?: { print: (request: unknown) => Promise<void> } }).minima;
    await hook?.print({ format: 'pdf', ...size, scale: 1, background: 'paper' });
  }, viewport);
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  expect(pdf.startsWith('%PDF')).toBe(true);
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  // In points, three quarters of a pixel of the page.
  expect(pdf).toMatch(/\/MediaBox \[0 0 3(60|59\.\d+) 20[123](\.\d+)?\]/);
  expect(pdf).toMatch(/\/FontFile|\/Type \/Font/);
  expect(pdf).toMatch(/\/Subtype \/Image/);
  expectNoProblems(problems);
});

/** What a file of numbers says of its figure. */
interface Data {
  readonly link: string;
  readonly values: Readonly<Record<string, unknown>>;
}

function dataOf(bytes: Buffer): Data {
  return JSON.parse(bytes.toString('utf8')) as Data;
}

/** A still in the same browser, on a screen with twice the pixels. */
async function openFine(page: Page, address: URL): Promise<Page> {
  const context = await page.context().browser()?.newContext({ viewport, deviceScaleFactor: 2 });
  if (!context) throw new Error('no second page');
  onTestFinished(() => context.close());
  const fine = await context.newPage();
  await fine.goto(address.href);
  await waitStill(fine);
  return fine;
}

/** The share of pixels that a large picture shows as a small one does, when seen from afar. */
function alike(small: PNG, large: PNG, scale: number): number {
  let [same, looked] = [0, 0];
  // The middles of blocks, most of which are plain.
  for (let y = 2; y < small.height; y += 5) {
    for (let x = 2; x < small.width; x += 5) {
      const [near, far] = [4 * (y * small.width + x), 4 * ((scale * y + 1) * large.width + scale * x + 1)];
      const off = [0, 1, 2].map((c) => Math.abs((small.data[near + c] ?? 0) - (large.data[far + c] ?? 255)));
      looked += 1;
      if (Math.max(...off) < 24) same += 1;
    }
  }
  return same / looked;
}

it('files of the pair show what the screen shows, are the same again, sharp at any size, and name their state', {
  timeout: 180_000,
}, async () => {
  const { page, problems } = await openStill('pair', {
    viewport,
    hash: 'v=1&eps=0.02&act=relu&cam=20,50,1.2',
  });
  const files = await expectFiles(page, 'pair');
  await expectAlike(page, files);
  expect((await fileOf(page)).bytes.equals(files.png)).toBe(true);
  expect((await fileOf(page, { format: 'svg' })).bytes.equals(files.svg)).toBe(true);
  expectNoProblems(problems);

  // On this computer the link begins at the query.
  expect(wordsOf(files.png).Source).toMatch(/^\?figure=pair#v=1&/);
  const site = 'https://example.org/minima/';
  const double = await fileOf(page, { scale: 2, site });
  const { Source: link = '', Title, Software } = wordsOf(double.bytes);
  expect([Title, Software]).toEqual(['Two neurons become a gated linear unit', 'Minima at Infinity']);
  expect(link.startsWith(`${site}?figure=pair#v=1&`)).toBe(true);
  const data = dataOf((await fileOf(page, { format: 'json', site })).bytes);
  expect(data.link).toBe(link);
  expect(data.values).toMatchObject({ eps: 0.02, act: 'relu' });

  // The link opens what the file shows; letters and lines are as on a fine screen.
  const { search, hash } = new URL(link);
  const fine = await openFine(page, new URL(`${search}&still=1${hash}`, page.url()));
  expect(dataOf((await fileOf(fine, { format: 'json', site })).bytes)).toEqual(data);
  expect(difference(double.bytes, await fine.screenshot())).toBeLessThan(2 * TOLERANCE);

  // A large size comes out as asked.
  const scale = 6;
  const large = PNG.sync.read((await fileOf(page, { scale })).bytes);
  expect([large.width, large.height]).toEqual([viewport.width * scale, viewport.height * scale]);
  expect(alike(PNG.sync.read(files.png), large, scale)).toBeGreaterThan(0.95);
  await expect(fileOf(page, { scale: 16.1 })).rejects.toThrow(/at most 7680 × 4320/);
  await expect(fileOf(page, { format: 'mp4' })).rejects.toThrow(/[a-z]+\./);
});
