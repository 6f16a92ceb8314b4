import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectNoProblems, type PageOptions, param, sharePage, waitReady } from '../support/page';
import { eventually, press, settle, textBox, written } from './pair-page';

const COMPUTED = 60_000;

/** Waits until the landscape of a figure is complete. */
async function computed(page: Page): Promise<void> {
  await page.locator('[data-status="ready"]').waitFor({ state: 'attached', timeout: COMPUTED });
  await settle(page);
}

/** The figure in the page that its tests share. */
async function open(figure: string, options: PageOptions = {}) {
  const opened = await sharePage({
    path: `?figure=${figure}`,
    viewport: { width: 1280, height: 1100 },
    webgl: false,
    ...options,
  });
  await waitReady(opened.page, figure);
  await computed(opened.page);
  return opened;
}

async function box(target: Locator) {
  const rect = await target.boundingBox();
  if (!rect) throw new Error('the element is not shown');
  return rect;
}

/** Where an element's middle is. */
async function middle(target: Locator): Promise<readonly [x: number, y: number]> {
  const { x, y, width, height } = await box(target);
  return [x + width / 2, y + height / 2];
}

/** The share of a canvas that is painted, and how many colours it has. */
function painted(canvas: Locator): Promise<{ share: number; colours: number }> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    copy?.drawImage(element, 0, 0);
    const pixels = new Uint32Array(copy?.getImageData(0, 0, width, height).data.buffer ?? []);
    const seen = pixels.filter((pixel) => pixel >>> 24 === 255);
    return { share: seen.length / pixels.length, colours: new Set(seen).size };
  });
}

/** What a canvas shows, without what lies over it. */
function content(canvas: Locator): Promise<string> {
  return canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
}

const map = (page: Page) => page.locator('canvas[data-part="map"]');
const sum = (page: Page) => page.locator('canvas[data-part="sum"]');

/** Pictures that stand for surfaces, which were fetched all the same. */
function posters(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.includes('/posters/')),
  );
}

/** Says why there are maps, above each of them. */
async function expectSentences(page: Page, count: number): Promise<void> {
  const said = page.locator('[data-message="no-webgl"]');
  const maps = page.locator('.flat-picture');
  expect(await said.count()).toBe(count);
  expect(await maps.count()).toBe(count);
  for (let k = 0; k < count; k++) {
    expect(await said.nth(k).textContent()).toMatch(/no WebGL.*from above as a flat map/);
    const [sentence, below] = [await box(said.nth(k)), await box(maps.nth(k))];
    expect(sentence.y + sentence.height).toBeLessThanOrEqual(below.y + 0.5);
    expect(below.height).toBeGreaterThan(200);
  }
  expect(await page.locator('.figure-canvas').count()).toBe(0);
  expect(await page.locator('.stage-poster').count()).toBe(0);
}

describe('the duo without WebGL', () => {
  it.each([1280, 390])('shows both maps at %i pixels, and says why', async (width) => {
    const { page, problems } = await open('duo', { viewport: { width, height: 1100 } });
    await expectSentences(page, 2);
    expect(await painted(sum(page))).toMatchObject({ share: 1 });
    expect((await painted(sum(page))).colours).toBeGreaterThan(40);
    const { share, colours } = await painted(map(page));
    // The surface is torn and does not fill its frame.
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(0.95);
    expect(await posters(page)).toEqual([]);
    expect(colours).toBeGreaterThan(150);
    for (const name of ['saddle line', 'channel → ∞']) {
      expect(await page.locator('.flat-picture .pill', { hasText: name }).count()).toBe(1);
    }
    expectNoProblems(problems);
  });

  it('the ball goes along the floor and the pair changes as the handle moves', async () => {
    const { page, problems } = await open('duo', { hash: 'v=1&eps=0.4' });
    const ball = page.locator('[data-param="ball"]');
    const places = [await middle(ball)];
    const pictures = new Set([await content(sum(page))]);
    for (let k = 0; k < 3; k++) {
      await press(param(page, 'eps'), 'PageUp');
      places.push(await middle(ball));
      pictures.add(await content(sum(page)));
    }
    await press(param(page, 'eps'), 'End');
    places.push(await middle(ball));
    expect(pictures.size).toBe(4);
    const xs = places.map(([x]) => x);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    // At infinity it is at the right end of the map, on the channel's side of the saddle line.
    const plot = await box(map(page));
    expect(xs.at(-1)).toBeCloseTo(plot.x + plot.width, -1);
    expect(places.at(-1)?.[1]).toBeLessThan(plot.y + plot.height / 2);
    expectNoProblems(problems);
  });

  it('the ball can be dragged along the floor', async () => {
    const { page, problems } = await open('duo');
    const [x, y] = await middle(page.locator('[data-param="ball"]'));
    const plot = await box(map(page));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(plot.x + 0.9 * plot.width, y, { steps: 4 });
    await page.mouse.up();
    await settle(page);
    const epsilon = written(await textBox(page, 'eps').inputValue());
    expect(epsilon).toBeGreaterThan(0);
    expect(epsilon).toBeLessThan(0.05);
    expect((await middle(page.locator('[data-param="ball"]')))[0]).toBeCloseTo(plot.x + 0.9 * plot.width, -1);
    expectNoProblems(problems);
  });

  it('both neurons are shown beside their sum when asked for, and at infinity said to be away', async () => {
    const { page, problems } = await open('duo');
    const neurons = page.locator('canvas[data-part^="neuron"]:not([hidden])');
    expect(await neurons.count()).toBe(2);
    await param(page, 'sheets').uncheck();
    await settle(page);
    expect(await neurons.count()).toBe(0);
    await param(page, 'sheets').check();
    await press(param(page, 'eps'), 'End');
    expect(await neurons.count()).toBe(0);
    expect(await page.locator('.flat-picture').first().textContent()).toMatch(/neuron i: \+∞.*neuron j: −∞/);
    expect((await painted(sum(page))).share).toBe(1);
    expectNoProblems(problems);
  });
});

describe('the landscape without WebGL', () => {
  it('shows its map, and another for another slice and axis', async () => {
    const { page, problems } = await open('landscape');
    await expectSentences(page, 1);
    const seen = new Set<string>();
    const look = async () => {
      await settle(page);
      expect((await painted(map(page))).colours).toBeGreaterThan(100);
      seen.add(await content(map(page)));
    };
    await look();
    await param(page, 'axis').selectOption('compact');
    await look();
    await param(page, 'slice').selectOption('plane');
    await look();
    expect(seen.size).toBe(3);
    expectNoProblems(problems);
  });

  it('the ball follows its sliders; a press on the surface puts it there and lets it roll', async () => {
    const { page, problems } = await open('landscape');
    const ball = page.locator('[data-param="ball"]');
    const before = await middle(ball);
    await press(param(page, 'gamma'), 'ArrowRight', 10);
    expect((await middle(ball))[0]).toBeGreaterThan(before[0] + 5);
    const plot = await box(map(page));
    const at = [0.6 * plot.width, 0.42 * plot.height] as const;
    await page.mouse.click(plot.x + at[0], plot.y + at[1]);
    await eventually(() =>
      page.locator('.flat-picture [data-part="map-lines"] path').count(),
    ).toBeGreaterThan(4);
    const gamma = written(await textBox(page, 'gamma').inputValue());
    const along = written(await textBox(page, 'along').inputValue());
    expect(gamma).toBeGreaterThan(1.5);
    expect(gamma).toBeLessThan(2.5);
    expect(along).toBeGreaterThan(0);
    expect(along).toBeLessThan(0.6);
    await page
      .locator('[data-readout="run-end"][data-place="channel"]')
      .waitFor({ state: 'attached', timeout: COMPUTED });
    await press(param(page, 'time'), 'Home');
    // Back at its start, it is where the press was; the page has been scrolled since.
    const [start, now] = [await middle(ball), await box(map(page))];
    expect(Math.hypot(start[0] - now.x - at[0], start[1] - now.y - at[1])).toBeLessThan(6);
    expectNoProblems(problems);
  });

  it('a press where the surface is torn does nothing', async () => {
    const { page, problems } = await open('landscape');
    const plot = await box(map(page));
    await page.mouse.click(plot.x + 0.9 * plot.width, plot.y + plot.height - 6);
    await settle(page);
    expect(await textBox(page, 'gamma').inputValue()).toBe('1.5');
    expect(await page.locator('[data-action="clear"]').isDisabled()).toBe(true);
    expectNoProblems(problems);
  });
});
