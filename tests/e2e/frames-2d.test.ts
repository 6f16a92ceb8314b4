/** Figures without surfaces in frames of any size and as pictures, and what their authors fix. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectNoProblems, type OpenedPage, openPage, sharePage, waitReady } from '../support/page';
import { setProfile, settle, writtenHash } from './pair-page';

const patient = { timeout: 60_000 };
const sizes = [
  [1280, 720],
  [240, 200],
  [390, 844],
  [1200, 300],
  [640, 360],
] as const;

/** A figure in the page of all tests with the same query, once everything that it shows is computed. */
async function openFrame(
  figure: 'ride' | 'toy' | 'census' | 'train' | 'line',
  query: string,
  hash = '',
): Promise<OpenedPage> {
  const opened = await sharePage({
    path: `?embed=1&figure=${figure}&${query}`,
    hash,
    viewport: { width: 1280, height: 720 },
  });
  await waitReady(opened.page, figure);
  // It begins to compute a moment after it is there.
  if (figure === 'toy')
    await opened.page
      .locator('[data-status="ready"]')
      .first()
      .waitFor({ state: 'attached', timeout: 60_000 });
  await computed(opened.page);
  return opened;
}

async function computed(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page
          .locator('[data-status]')
          .evaluateAll((all) => all.map((element) => (element as HTMLElement).dataset.status)),
      patient,
    )
    .not.toContain('computing');
}

/** Opens a figure as a picture, and waits until it says that it stands still. */
async function openStill(query: string, width = 1280, height = 720): Promise<OpenedPage> {
  const opened = await openPage({ path: `?still=1&${query}`, viewport: { width, height } });
  await expect
    .poll(() => opened.page.evaluate(() => document.documentElement.dataset.ready), patient)
    .toBe('true');
  return opened;
}

/** Everything wrong with what can be read: outside of the frame, in something that would scroll, one word on another. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of [
      document.documentElement,
      ...document.querySelectorAll('main, .figure-frame, [data-figure]'),
    ]) {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      if (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1)
        found.push(`${element.tagName}.${element.className} would scroll: ${scrollWidth} x ${scrollHeight}`);
    }
    const words = [
      ...document.querySelectorAll<HTMLElement>(
        'svg text, .odometer dd, .train-verdict > span, .ride-law-header h4 > span, .ride-law-slope, .panel-header p, .ride-position p, .ride-line, .plot-legend li, .toy-caption p, h2, h3, button, .toy-scale > span',
      ),
    ]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => !element.closest('.visually-hidden') && (element.textContent ?? '').trim() !== '')
      .map((element) => ({
        text: (element.textContent ?? '').trim().slice(0, 30),
        box: element.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 1);
    if (words.length < 8) found.push(`only ${words.length} words`);
    for (const { text, box } of words) {
      if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
        found.push(`“${text}” is outside`);
    }
    words.forEach((one, k) => {
      for (const other of words.slice(k + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // Lines of text have room above and below the letters.
        if (across > 1 && down > 4) found.push(`“${one.text}” on “${other.text}”`);
      }
    });
    return found;
  });
}

/** Whether nothing is wrong with what can be read, at any size. */
async function expectFit(page: Page): Promise<void> {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await settle(page);
    await settle(page);
    await settle(page);
    expect(await faults(page), `${width} x ${height}`).toEqual([]);
  }
}

/** The width of a mark, in a figure that fits. */
async function markWidth(page: Page, mark: string): Promise<number> {
  expect(await faults(page)).toEqual([]);
  return page
    .locator(mark)
    .first()
    .evaluate((element) => element.getBoundingClientRect().width);
}

describe.each(['ride', 'toy', 'census'] as const)('%s', (figure) => {
  it('fits frames of any size without controls, and has bigger type and marks for a projector', async () => {
    const hash = figure === 'ride' ? 'v=1&jumps=8&inf=1' : '';
    const { page, problems } = await openFrame(figure, 'controls=none', hash);
    await expectFit(page);
    await openFrame(figure, 'controls=none', figure === 'ride' ? 'v=1&jumps=3' : '');
    const mark = { ride: '.ride-law circle', toy: '.toy-ball', census: '[data-mark="run-finite"]' }[figure];
    const before = await markWidth(page, mark);
    await setProfile(page, 'projector');
    expect((await markWidth(page, mark)) / before).toBeCloseTo(1.3, 1);
    expectNoProblems(problems);
  });

  it('fits frames of any size with its main controls', async () => {
    const { page, problems } = await openFrame(
      figure,
      'controls=min',
      figure === 'ride' ? 'v=1&jumps=8&inf=1' : '',
    );
    await expectFit(page);
    expectNoProblems(problems);
  });
});

it.each([
  ['train', 'v=1&steps=10000&reveal=1&infinity=1'],
  ['line', 'v=1&eps=0.001'],
] as const)('%s fits frames of any size with its main controls', async (figure, hash) => {
  const { page, problems } = await openFrame(figure, 'controls=min', hash);
  await expectFit(page);
  expectNoProblems(problems);
});

describe('the main controls', () => {
  it('of the ride: jump, undo, play, infinity, in the smallest frame', async () => {
    const { page, problems } = await openFrame('ride', 'controls=min');
    await page.setViewportSize({ width: 240, height: 200 });
    const points = () => page.locator('.ride-law:first-child circle').count();
    await page.click('[data-action="jump"]');
    await expect.poll(points, patient).toBe(2);
    await page.click('[data-action="back"]');
    await expect.poll(points, patient).toBe(1);
    await page.click('[data-action="play"]');
    await page.locator('[data-action="stop"]').waitFor();
    await expect.poll(points, patient).toBeGreaterThan(2);
    await page.click('[data-action="stop"]');
    await page.click('[data-action="infinity"]');
    await expect.poll(() => page.locator('.ride-law:first-child [data-mark="end"]').count(), patient).toBe(1);
    for (const button of await page.locator('.ride-buttons button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    expectNoProblems(problems);
  });

  it('of the toy problem: play and the replay', async () => {
    const { page, problems } = await openFrame('toy', 'controls=min');
    await page.setViewportSize({ width: 240, height: 200 });
    const time = page.locator('[data-param="time"]');
    await time.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => time.getAttribute('aria-valuetext'), patient).toBe('0');
    await page.click('[data-action="drop"]');
    await page.locator('[data-action="stop"]').click();
    await page.locator('[data-action="drop"]').waitFor();
    expectNoProblems(problems);
  });
});

describe('what an author fixes', () => {
  it('of the ride: no button jumps, none goes to infinity', async () => {
    const { page } = await openFrame('ride', 'controls=full&lock=jumps,inf,network');
    for (const action of ['jump', 'play', 'back', 'infinity', 'another'])
      expect(await page.locator(`[data-action="${action}"]`).isDisabled(), action).toBe(true);
    await page.locator('[data-param="preset"]').selectOption('laws');
    // A change would be in the address by then.
    expect(await writtenHash(page)).not.toMatch(/jumps|inf/);
    expect(await page.locator('.ride-law:first-child circle').count()).toBe(1);
  });

  it('of the toy problem: the start and w stay where they are, whatever is pressed; the rest moves', async () => {
    const { page } = await openFrame('toy', 'controls=full&lock=gamma,alpha,w');
    const start = page.locator('[data-param="start"]');
    const ends = page.locator('[data-param="w-plot"]');
    const state = async () => [
      await start.getAttribute('transform'),
      await start.getAttribute('aria-valuetext'),
      await ends.getAttribute('aria-valuetext'),
    ];
    const before = await state();
    await start.focus();
    await page.keyboard.press('ArrowRight');
    await ends.focus();
    await page.keyboard.press('ArrowLeft');
    await page.locator('.toy-map').scrollIntoViewIfNeeded();
    await page.locator('.toy-map-ground').click({ position: { x: 200, y: 60 } });
    await start.hover({ force: true });
    await page.mouse.down();
    await page.mouse.move(300, 300);
    await page.mouse.up();
    await ends.click({ position: { x: 80, y: 60 }, force: true });
    expect(await page.locator('[data-action="to-saddle"]').isDisabled()).toBe(true);
    expect(await page.locator('[data-param="alpha"]').isDisabled()).toBe(true);
    await settle(page);
    expect(await state()).toEqual(before);
    await page.locator('[data-param-text="decay"]').fill('1e-5');
    await page.press('[data-param-text="decay"]', 'Enter');
    await expect.poll(() => new URL(page.url()).hash, patient).toBe('#v=1&decay=0.00001');
  });
});

describe('a picture', () => {
  it('waits for every jump, for infinity and for the clock; it says nothing of what they took', async () => {
    const { page, problems } = await openStill('figure=ride&preset=rounding');
    expect(await page.locator('.ride-law:first-child circle').count()).toBeGreaterThan(14);
    expect(await page.locator('.ride-law [data-mark="end"]').count()).toBe(6);
    expect(await page.locator('.ride-clock [data-mark="flow"]').count()).toBe(1);
    expect(await page.locator('.ride-caption').textContent()).toMatch(/16 jumps.*A minimum at infinity/s);
    expect(await page.locator('[data-figure]').textContent()).not.toMatch(/ ms|took/);
    expect(await page.locator('button, input, select, summary').count()).toBe(0);
    expectNoProblems(problems);
  });

  it('waits for the runs, and where the step size is what is set, for the edge of stability', async () => {
    const { page, problems } = await openStill('figure=toy&preset=small');
    expect(await page.locator('.toy-ball').count()).toBe(4);
    expect(await page.locator('section[aria-label="Where each step size stalls"] [data-mark]').count()).toBe(
      10,
    );
    expect(await page.locator('.toy-caption').textContent()).toMatch(/still climbing after 60,000 steps/);
    expect(await page.locator('button, input, select').count()).toBe(0);
    expectNoProblems(problems);
  });

  it('has one plot alone when all others are hidden', async () => {
    const { page } = await openStill(
      'figure=ride&preset=laws&hide=error,eigenvalue,c,a,cosine,clock',
      600,
      400,
    );
    expect(await page.locator('.ride-law').count()).toBe(1);
    const box = await page.locator('.ride-law .plot').boundingBox();
    expect(box?.width).toBeGreaterThan(500);
    expect(box?.height).toBeGreaterThan(200);
  });
});
