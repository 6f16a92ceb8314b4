import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '#export/png';
import { figures } from '../../src/figures/registry';
import { expectNoProblems, openPage } from '../support/page';
import { difference, fileOf, openStill, waitStill } from '../support/still';

const viewport = { width: 1280, height: 720 };
/** Share of pixels that may differ from the screen: edges of letters, whose places are rounded twice. */
const TOLERANCE = 0.004;

describe.each(figures.map(({ id }) => id))('files of %s', (figure) => {
  it.each(['light', 'dark'] as const)('show in %s what the screen shows', async (theme) => {
    const { page, problems } = await openStill(figure, { viewport, theme });
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
    expectNoProblems(problems);

    const alone = await page.context().newPage();
    await alone.setViewportSize(viewport);
    await alone.goto(`data:image/svg+xml;base64,${svg.bytes.toString('base64')}`);
    await alone.evaluate(() => document.fonts.ready.then(() => undefined));
    expect(difference(await alone.screenshot(), png.bytes)).toBeLessThan(TOLERANCE);
  });
});

it('the same request makes the same bytes', async () => {
  const { page } = await openStill('pair', { viewport });
  for (const format of ['png', 'svg', 'csv', 'json'] as const) {
    const [one, other] = [await fileOf(page, { format }), await fileOf(page, { format })];
    expect(other.bytes.equals(one.bytes)).toBe(true);
  }
});

it('a clear background is clear, a coloured one has that colour', async () => {
  const { page } = await openStill('duo', { viewport });
  const clear = PNG.sync.read((await fileOf(page, { background: 'transparent' })).bytes);
  let seen = 0;
  for (let at = 3; at < clear.data.length; at += 4) if (clear.data[at] !== 0) seen += 1;
  expect(clear.data[3]).toBe(0);
  expect(seen / (1280 * 720)).toBeGreaterThan(0.02);
  expect(seen / (1280 * 720)).toBeLessThan(0.6);
  const coloured = PNG.sync.read((await fileOf(page, { background: '#336699' })).bytes);
  expect([...coloured.data.subarray(0, 4)]).toEqual([0x33, 0x66, 0x99, 255]);
});

it('tiles join without a seam', async () => {
  const { page } = await openStill('duo', { viewport });
  const whole = await fileOf(page);
  // A card that can draw next to nothing at a time.
  await page.evaluate(() => {
    const { prototype } = WebGL2RenderingContext;
    const original = Reflect.get(prototype, 'getParameter') as (name: number) => unknown;
    prototype.getParameter = function (name: number) {
      return name === this.MAX_RENDERBUFFER_SIZE ? 130 : original.call(this, name);
    };
  });
  const tiled = await fileOf(page);
  const [a, b] = [PNG.sync.read(whole.bytes).data, PNG.sync.read(tiled.bytes).data];
  let [most, changed] = [0, 0];
  for (let at = 0; at < a.length; at++) {
    const off = Math.abs((a[at] ?? 0) - (b[at] ?? 0));
    most = Math.max(most, off);
    if (off > 0) changed += 1;
  }
  console.log(`tiles against one piece: ${changed} of ${a.length} bytes differ, by ${most} at most`);
  // Of the four samples of a pixel one may fall on the other side of an edge, by rounding, in a few pixels of a million. A
  // seam along a single side of one tile would be 260 bytes.
  expect(changed).toBeLessThan(200);
  expect(most).toBeLessThan(64);
});

it('letters and lines are as sharp as on a fine screen', async () => {
  const { page } = await openStill('pair', { viewport });
  const file = await fileOf(page, { scale: 2 });
  const fine = await page.context().browser()?.newContext({ viewport, deviceScaleFactor: 2 });
  const screen = await fine?.newPage();
  if (!fine || !screen) throw new Error('no second page');
  try {
    await screen.goto(page.url());
    await waitStill(screen);
    expect(difference(file.bytes, await screen.screenshot())).toBeLessThan(2 * TOLERANCE);
  } finally {
    await fine.close();
  }
});

it('the largest sizes come out as asked, and beyond them a sentence', { timeout: 400_000 }, async () => {
  const { page } = await openStill('pair', { viewport });
  const small = PNG.sync.read((await fileOf(page)).bytes);
  for (const scale of [3, 6]) {
    const begin = performance.now();
    const { bytes } = await fileOf(page, { scale });
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(`${1280 * scale} x ${720 * scale}: ${seconds} s, ${(bytes.length / 1e6).toFixed(1)} MB`);
    const large = PNG.sync.read(bytes);
    expect([large.width, large.height]).toEqual([1280 * scale, 720 * scale]);
    // Seen from afar it is the small one: the middles of blocks, most of which are plain.
    let alike = 0;
    let looked = 0;
    for (let y = 4; y < 720; y += 9) {
      for (let x = 4; x < 1280; x += 9) {
        const [near, far] = [4 * (y * 1280 + x), 4 * ((scale * y + 1) * large.width + scale * x + 1)];
        const off = [0, 1, 2].map((c) =>
          Math.abs((small.data[near + c] ?? 0) - (large.data[far + c] ?? 255)),
        );
        looked += 1;
        if (Math.max(...off) < 24) alike += 1;
      }
    }
    expect(alike / looked).toBeGreaterThan(0.97);
  }
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
  const { page } = await openStill('pair', { viewport, hash: 'v=1&eps=0.02&act=relu&cam=20,50,1.2' });
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

it('the sheet for the printer has the letters as text and the size of the figure', async () => {
  const { page } = await openStill('duo', { viewport });
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
});
