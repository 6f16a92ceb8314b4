/** The figure `triple` in a browser: what readers set, see and hear, on a desk and on a phone, also without WebGL. */
import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  expectNoProblems,
  openPage,
  type PageOptions,
  param,
  readout,
  sharePage,
  waitReady,
} from '../support/page';
import { looks, violations } from './axe';
import { eventually, numbers, press, settle, type } from './pair-page';

async function shareTriple(options: Omit<PageOptions, 'before'> = {}) {
  const opened = await sharePage({ path: '?figure=triple', ...options });
  await waitReady(opened.page, 'triple');
  return opened;
}

/** Chooses among radio buttons, of which only the labels are seen. */
async function choose(page: Page, key: 'group' | 'show', id: string): Promise<void> {
  await page.locator('label', { has: page.locator(`[data-param="${key}"][value="${id}"]`) }).click();
  await settle(page);
}

const hash = (page: Page) => new URL(page.url()).hash;

/** Rows of the tips in the drawing, by their neurons. */
const tips = (page: Page) =>
  page.locator('[data-tip]').evaluateAll((all) => all.map((tip) => tip.getAttribute('transform') ?? ''));

describe('the reader', () => {
  it('takes ε to 0: the output weights grow without bound, the sum does not, and the address follows', async () => {
    const { page, problems } = await shareTriple();
    const start = await numbers(page);
    await press(param(page, 'eps'), 'ArrowRight');
    await type(page, 'eps', '1e-3');
    const near = await numbers(page);
    for (const name of ['a1', 'a2', 'a3'])
      expect(Math.abs((near.exact[name] ?? 0) / (start.exact[name] ?? 1))).toBeGreaterThan(1e5);
    expect(near.exact['legend-high']).toBe(start.exact['legend-high']);
    expect(near.exact['error-max']).toBeLessThan(1e-5);
    expect(near.exact['sheet-a2']).toBe(near.exact.a2);
    await press(param(page, 'eps'), 'End');
    await settle(page);
    const limit = await numbers(page);
    expect([limit.exact.a1, limit.exact.a2, limit.exact['error-max']]).toEqual([Infinity, -Infinity, 0]);
    expect(await readout(page, 'remark')).toMatch(/infinite/);
    await eventually(async () => hash(page)).toBe('#v=1&eps=0');
    await eventually(() => readout(page, 'description')).toMatch(/in the limit ε = 0.*exactly\.$/);
    expectNoProblems(problems);
  });

  it('chooses what is shown, the neurons and an example, and takes it back', async () => {
    const { page, problems } = await shareTriple({ hash: 'v=1&eps=0.01' });
    await choose(page, 'show', 'difference');
    expect(await readout(page, 'remark')).toMatch(/^Drawn .* times higher/);
    expect((await numbers(page)).exact['legend-high']).toBeLessThan(1e-3);
    await choose(page, 'show', 'sum');
    expect(await tips(page)).toHaveLength(3);
    await choose(page, 'group', 'pairs');
    expect(await tips(page)).toHaveLength(4);
    expect(await param(page, 'bend').count()).toBe(0);
    expect((await numbers(page)).exact.a4).toBeLessThan(-100);
    expect(await readout(page, 'remark')).toMatch(/Each pair stays finite/);
    await eventually(async () => hash(page)).toBe('#v=1&eps=0.01&group=pairs');
    await page.click('[data-action="undo"]');
    await settle(page);
    expect(await tips(page)).toHaveLength(3);
    await param(page, 'preset').selectOption('ridges');
    expect(await page.locator('.preset-teaches').textContent()).toMatch(/two ridges/);
    const before = await tips(page);
    await press(param(page, 'dir'), 'ArrowRight');
    await settle(page);
    expect(await tips(page)).not.toEqual(before);
    const options = await param(page, 'act').locator('option').allTextContents();
    expect(options).not.toContain('ReLU');
    expectNoProblems(problems);
  });

  it('saves the numbers that the figure says', async () => {
    const { page } = await shareTriple({ hash: 'v=1&eps=0.2' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('[data-action="data-csv"]'),
    ]);
    expect(download.suggestedFilename()).toBe('triple.csv');
    const saved = await text(await download.createReadStream());
    expect(saved).toContain('x1,x2,sum,limit,new,difference,neuron1,neuron2,neuron3');
    expect(saved).not.toContain('NaN');
  });

  it('turns the surface by keys, which draws, and draws nothing while nothing changes', async () => {
    const { page } = await shareTriple();
    const frames = () => page.locator('[data-figure]').getAttribute('data-frames');
    const before = await frames();
    await page.waitForTimeout(400);
    expect(await frames()).toBe(before);
    await press(param(page, 'cam'), 'ArrowRight');
    await eventually(frames).not.toBe(before);
    await eventually(async () => hash(page)).toMatch(/cam=/);
  });

  it('plays ε → 0 in steps where motion is unwanted', async () => {
    const { page } = await openPage({ path: '?figure=triple', hash: 'v=1&eps=1e-6', reducedMotion: true });
    await waitReady(page, 'triple');
    await page.click('[data-action="play"]');
    await eventually(() => page.locator('[data-param-text="eps"]').inputValue()).toBe('0');
  });
});

const parts = [
  ...['.surface-stage', '.legend', '.epsilon-bar', '.tips', '.growth', '.live-formula', '.pair-controls'],
  ...['.error', '.toolbar', '.triple-constant'],
];

/** Where the parts are, as texts. */
const places = (page: Page) =>
  page.evaluate(
    (selectors) =>
      selectors.map((selector) => {
        const rect = document.querySelector(selector)?.getBoundingClientRect();
        return `${selector} ${rect ? [rect.x, rect.y + scrollY, rect.width, rect.height].join(' ') : 'gone'}`;
      }),
    parts,
  );

it.each([1440, 1280, 768, 390])(
  'nothing jumps at %i pixels whatever changes, nothing is wider than the page, the slider stands below the surface',
  async (width) => {
    const { page, problems } = await shareTriple({ viewport: { width, height: 844 } });
    const before = await places(page);
    expect(before.filter((place) => place.endsWith('gone'))).toEqual([]);
    for (const state of ['eps=1', 'eps=1e-6', 'eps=0', 'show=difference&eps=0.01', 'act=cube&eps=1e-5'])
      await page
        .evaluate((next) => {
          window.location.hash = `v=1&${next}`;
        }, state)
        .then(async () => {
          await settle(page);
          await settle(page);
          expect.soft(await places(page), state).toEqual(before);
        });
    const wide = await page.evaluate(() => {
      const formula = document.querySelector('.live-formula');
      const inner = formula ? formula.scrollWidth - formula.clientWidth : NaN;
      return [document.documentElement.scrollWidth - innerWidth, inner];
    });
    expect(wide).toEqual([0, 0]);
    const [stage, bar] = await Promise.all(
      ['.surface-stage', '.epsilon-bar'].map((selector) => page.locator(selector).boundingBox()),
    );
    const gap = (bar?.y ?? 0) - (stage?.y ?? 0) - (stage?.height ?? 0);
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(gap).toBeLessThan(140);
    expectNoProblems(problems);
  },
);

it('is whole on a phone in German without WebGL: a flat map, every control, both groups', async () => {
  const { page, problems } = await openPage({
    path: '?figure=triple&lang=de',
    hash: 'v=1&group=pairs',
    viewport: { width: 390, height: 844 },
    touch: true,
    webgl: false,
  });
  await waitReady(page, 'triple');
  expect(await page.locator('[data-message="no-webgl"]').isVisible()).toBe(true);
  const map = page.locator('.flat-map canvas');
  const picture = () => map.evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const before = await picture();
  for (const group of ['pairs', 'triple']) {
    await page.locator('label', { has: page.locator(`[data-param="group"][value="${group}"]`) }).tap();
    await settle(page);
    const wide = await page.evaluate(() => {
      const formula = document.querySelector('.live-formula');
      return [
        document.documentElement.scrollWidth,
        (formula?.scrollWidth ?? 0) - (formula?.clientWidth ?? 0),
      ];
    });
    expect(wide, group).toEqual([390, 0]);
  }
  await eventually(picture).not.toBe(before);
  expectNoProblems(problems);
});

it('axe-core finds nothing, wide and light with three neurons, narrow and dark with two pairs', async () => {
  const { page } = await shareTriple({ hash: 'v=1&eps=0.02' });
  await type(page, 'a1', '77');
  expect(await page.locator('[data-problem="a1"]').count()).toBe(1);
  await page.locator('summary').first().click();
  expect.soft(await violations(page)).toEqual([]);
  await choose(page, 'group', 'pairs');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  expect.soft(await violations(page, 'html', looks)).toEqual([]);
});
