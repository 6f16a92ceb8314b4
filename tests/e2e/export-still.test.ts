import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { wordsOf } from '#export/png';
import { figures } from '../../src/figures/registry';
import { expectNoProblems, openPage } from '../support/page';
import { difference, fileOf, openStill, waitStill } from '../support/still';

const viewport = { width: 1280, height: 720 };
/** Share of pixels that may differ from the screen: edges of letters, whose places are rounded twice. */
const TOLERANCE = 0.004;

/** Expects that the PNG of a still is what its screen shows, and that its SVG is well made. */
async function expectFiles(page: Page, figure: string): Promise<{ png: Buffer; svg: Buffer }> {
  const screen = await page.screenshot();
  const png = await fileOf(page);
  expect(png).toMatchObject({ name: `${figure}-1280x720.png`, type: 'image/png' });
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

// Painting the picture in an SVG takes this browser up to twenty seconds: once with a scene, once with plots alone.
it.each([
  ['landscape', 'dark', 'one file'],
  ['ride', 'dark', 'both files'],
  ['toy', 'light', 'one file'],
] as const)('files of %s show in %s what the screen shows, %s looked at', async (figure, theme, looked) => {
  const { page, problems } = await openStill(figure, { viewport, theme });
  const files = await expectFiles(page, figure);
  if (looked === 'both files') await expectAlike(page, files);
  expectNoProblems(problems);
});

it('files of the duo show what the screen shows, with and without a ground, and on paper', async () => {
  const { page, problems } = await openStill('duo', { viewport });
  await expectFiles(page, 'duo');

  const clear = PNG.sync.read((await fileOf(page, { background: 'transparent' })).bytes);
  let seen = 0;
  for (let at = 3; at < clear.data.length; at += 4) if (clear.data[at] !== 0) seen += 1;
  expect(clear.data[3]).toBe(0);
  expect(seen / (1280 * 720)).toBeGreaterThan(0.02);
  expect(seen / (1280 * 720)).toBeLessThan(0.6);
  const coloured = PNG.sync.read((await fileOf(page, { background: '#336699' })).bytes);
  expect([...coloured.data.subarray(0, 4)]).toEqual([0x33, 0x66, 0x99, 255]);

  // The sheet for the printer has the letters as text and the size of the figure.
  await page.evaluate(async () => {
    const hook = (window as { minima?: { print: (request: unknown) => Promise<void> } }).minima;
    await hook?.print({ format: 'pdf', width: 1280, height: 720, scale: 1, background: 'paper' });
  });
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  expect(pdf.startsWith('%PDF')).toBe(true);
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  // In points, three quarters of a pixel of the page.
  expect(pdf).toMatch(/\/MediaBox \[0 0 9(60|59\.\d+) 5(40|39\.\d+)\]/);
  expect(pdf).toMatch(/\/FontFile|\/Type \/Font/);
  expect(pdf).toMatch(/\/Subtype \/Image/);
  expectNoProblems(problems);
});

it('tiles join without a seam', async () => {
  const { page } = await openStill('duo', { viewport });
  // A card that can draw next to nothing at a time: tiles join without a seam.
  const whole = PNG.sync.read((await fileOf(page)).bytes);
  await page.evaluate(() => {
    const { prototype } = WebGL2RenderingContext;
    const original = Reflect.get(prototype, 'getParameter') as (name: number) => unknown;
    prototype.getParameter = function (name: number) {
      return name === this.MAX_RENDERBUFFER_SIZE ? 130 : original.call(this, name);
    };
  });
  const tiled = PNG.sync.read((await fileOf(page)).bytes).data;
  let [most, changed] = [0, 0];
  for (let at = 0; at < tiled.length; at++) {
    const off = Math.abs((tiled[at] ?? 0) - (whole.data[at] ?? 0));
    most = Math.max(most, off);
    if (off > 0) changed += 1;
  }
  console.log(`tiles against one piece: ${changed} of ${tiled.length} bytes differ, by ${most} at most`);
  // Of the four samples of a pixel one may fall on the other side of an edge, by rounding, in a few pixels of a million. A
  // seam along a single side of one tile would be 260 bytes.
  expect(changed).toBeLessThan(200);
  expect(most).toBeLessThan(64);
});

it('files of the pair show what the screen shows, are the same again, and are sharp at any size', {
  timeout: 240_000,
}, async () => {
  const { page, problems } = await openStill('pair', { viewport });
  const files = await expectFiles(page, 'pair');
  await expectAlike(page, files);
  expect((await fileOf(page)).bytes.equals(files.png)).toBe(true);
  expect((await fileOf(page, { format: 'svg' })).bytes.equals(files.svg)).toBe(true);
  expectNoProblems(problems);

  // Letters and lines are as on a fine screen.
  const double = await fileOf(page, { scale: 2 });
  const fine = await page.context().browser()?.newContext({ viewport, deviceScaleFactor: 2 });
  const screen = await fine?.newPage();
  if (!fine || !screen) throw new Error('no second page');
  try {
    await screen.goto(page.url());
    await waitStill(screen);
    expect(difference(double.bytes, await screen.screenshot())).toBeLessThan(2 * TOLERANCE);
  } finally {
    await fine.close();
  }

  // The largest size comes out as asked.
  const small = PNG.sync.read(files.png);
  const scale = 6;
  const large = PNG.sync.read((await fileOf(page, { scale })).bytes);
  expect([large.width, large.height]).toEqual([1280 * scale, 720 * scale]);
  // Seen from afar it is the small one: the middles of blocks, most of which are plain.
  let alike = 0;
  let looked = 0;
  for (let y = 4; y < 720; y += 9) {
    for (let x = 4; x < 1280; x += 9) {
      const [near, far] = [4 * (y * 1280 + x), 4 * ((scale * y + 1) * large.width + scale * x + 1)];
      const off = [0, 1, 2].map((c) => Math.abs((small.data[near + c] ?? 0) - (large.data[far + c] ?? 255)));
      looked += 1;
      if (Math.max(...off) < 24) alike += 1;
    }
  }
  expect(alike / looked).toBeGreaterThan(0.97);
  await expect(fileOf(page, { scale: 6.1 })).rejects.toThrow(/at most 7680 × 4320/);
  await expect(fileOf(page, { format: 'mp4' })).rejects.toThrow(/[a-z]+\./);
});

/** What a file of numbers says of its figure. */
interface Data {
  readonly link: string;
  readonly values: Readonly<Record<string, unknown>>;
}

function dataOf(bytes: Buffer): Data {
  return JSON.parse(bytes.toString('utf8')) as Data;
}

it('the link in a file opens what the file shows', async () => {
  const { page } = await openStill('pair', {
    viewport: { width: 640, height: 400 },
    hash: 'v=1&eps=0.02&act=relu&cam=20,50,1.2',
  });
  const site = 'https://example.org/minima/';
  const { Source: link = '', Title, Software } = wordsOf((await fileOf(page, { site })).bytes);
  expect([Title, Software]).toEqual(['Two neurons become a gated linear unit', 'Minima at Infinity']);
  expect(link.startsWith(`${site}?figure=pair#v=1&`)).toBe(true);
  const data = dataOf((await fileOf(page, { format: 'json', site })).bytes);
  expect(data.link).toBe(link);
  const { search, hash } = new URL(link);
  const again = await openPage({ path: `${search}&still=1`, hash: hash.slice(1), drawing: 'plain' });
  await waitStill(again.page);
  const same = dataOf((await fileOf(again.page, { format: 'json', site })).bytes);
  expect(same).toEqual(data);
  expect(data.values).toMatchObject({ eps: 0.02, act: 'relu' });
  // On this computer the link begins at the query.
  expect(wordsOf((await fileOf(page)).bytes).Source).toMatch(/^\?figure=pair#v=1&/);
});
