import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import fixture from '../fixtures/toy.json';
import { expectNoProblems, type PageOptions, param, readout, sharePage, waitReady } from '../support/page';
import { settle } from './pair-page';

const COMPUTED = 60_000;

/** The figure in the page that the tests share; waits until the landscape and all four runs are there. */
async function openToy(hash = '', options: PageOptions = {}) {
  const opened = await sharePage({
    path: '?figure=toy',
    hash,
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  await waitReady(opened.page, 'toy');
  await computed(opened.page);
  return opened;
}

async function computed(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector<HTMLElement>('[data-readout="status"]')?.dataset.status === 'ready',
    undefined,
    { timeout: COMPUTED },
  );
}

/** Reads something until what follows holds, for as long as a computation takes. */
const poll = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: COMPUTED });

/** The unrounded numbers of all read-outs that have one. */
function values(page: Page): Promise<Readonly<Record<string, number>>> {
  return page
    .locator('[data-readout][data-value]:not([data-value=""])')
    .evaluateAll((all) =>
      Object.fromEntries<number>(
        all.map(({ dataset }) => [dataset.readout ?? '', Number(dataset.value)] as const),
      ),
    );
}

const value = async (page: Page, name: string) => (await values(page))[name] ?? Number.NaN;

/** Which end a read-out names. */
const place = (page: Page, name: 'run-end' | 'edge-end', key: 'place' | 'verdict') =>
  page.locator(`[data-readout="${name}"]`).getAttribute(`data-${key}`);

/** What stands in a number box. */
const typed = (page: Page, key: string) => page.locator(`[data-param-text="${key}"]`).inputValue();

async function typeInto(page: Page, key: string, text: string): Promise<void> {
  await page.fill(`[data-param-text="${key}"]`, text);
  await page.press(`[data-param-text="${key}"]`, 'Enter');
}

/** Every place on the page where a number is missing. */
async function notNumbers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('[data-figure="toy"]');
    const found = /NaN|undefined|Infinity/;
    return [...(root?.querySelectorAll('*') ?? [])].flatMap((element) => [
      ...[...element.attributes].filter(({ value: text }) => found.test(text)).map(({ name }) => name),
      ...(element.childElementCount === 0 && found.test(element.textContent ?? '')
        ? [element.textContent ?? '']
        : []),
    ]);
  });
}

describe('what is computed', () => {
  // More step sizes, seeds and weight decays: tests/workers/toy-jobs.test.ts, tests/figures/toy/session.test.ts.
  it('is shown: critical points, four runs, the edge of stability; in words, and as data', async () => {
    const { page, problems } = await openToy();
    await poll(() => place(page, 'edge-end', 'verdict')).toBe('stalled');
    const all = await values(page);
    const known: Record<string, number> = {
      'band-low': fixture.hPositiveBetween[0] ?? NaN,
      'band-high': fixture.hPositiveBetween[1] ?? NaN,
    };
    for (const name of ['channel1', 'saddle', 'channel2'] as const) {
      const { w, loss } = fixture.criticalPoints[name];
      Object.assign(known, { [`${name}-w`]: w, [`${name}-limit-loss`]: loss, [`${name}-loss`]: loss });
    }
    for (const [name, right] of Object.entries(known))
      expect(Math.abs((all[name] ?? NaN) - right), name).toBeLessThan(1e-6);
    expect(await readout(page, 'channel1-w')).toBe('0.866296');
    expect(await readout(page, 'channel2-limit-loss')).toBe('0.0007733');

    // SGD and Adam stop far short of the flow.
    expect(await place(page, 'run-end', 'place')).toBe('2');
    expect(await readout(page, 'run-end')).toMatch(/channel 2 .* never arrives/);
    const { 'flow-gamma': flow = NaN, 'flow-loss': loss = NaN } = all;
    expect(flow).toBeGreaterThan(50);
    expect(all['data-gamma']).toBeGreaterThan(50);
    expect(loss).toBeCloseTo(fixture.criticalPoints.channel2.loss, 5);
    for (const runner of ['sgd', 'adam']) {
      expect(all[`${runner}-gamma`]).toBeLessThan(flow / 10);
      expect(all[`${runner}-loss`]).toBeGreaterThan(1.5 * fixture.criticalPoints.channel2.loss);
    }

    // It stalls where the sharpness is 2 / eta.
    const { 'edge-difference': far = NaN, 'edge-sharpness': sharp = NaN, 'edge-predicted': told = NaN } = all;
    expect(Math.abs(far / 5.89 - 1)).toBeLessThan(0.02);
    expect(Math.abs(sharp / (2 / 0.316) - 1)).toBeLessThan(0.02);
    expect(Math.abs(told / far - 1)).toBeLessThan(0.03);

    expect(await notNumbers(page)).toEqual([]);
    await poll(() => readout(page, 'description')).toMatch(
      /channel 2 with 0.000773.*Gradient flow.*SGD.*stalls/s,
    );
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('[data-action="data-csv"]'),
    ]);
    expect(download.suggestedFilename()).toBe('toy.csv');
    expectNoProblems(problems);
  });

  it('is another by presets: the other channel, and a step so large that training diverges; without NaN', async () => {
    const { page, problems } = await openToy();
    await param(page, 'preset').selectOption('other');
    await poll(() => place(page, 'run-end', 'place')).toBe('1');
    await computed(page);
    const all = await values(page);
    expect(all['flow-loss']).toBeCloseTo(fixture.criticalPoints.channel1.loss, 4);
    expect(all['sgd-gamma']).toBeLessThan((all['flow-gamma'] ?? NaN) / 10);
    await param(page, 'preset').selectOption('diverge');
    expect(await page.locator('.preset-teaches').textContent()).toMatch(/diverges/);
    await poll(() => place(page, 'edge-end', 'verdict')).toBe('diverged');
    expect(await readout(page, 'edge-end')).toMatch(/diverges.*smaller step/);
    expect(await notNumbers(page)).toEqual([]);
    expectNoProblems(problems);
  });
});

describe('the reader', () => {
  it('moves w by dragging in the plot, by keys and by the buttons of the critical points', async () => {
    const { page } = await openToy();
    await page.click('[data-action="to-saddle"]');
    await poll(() => value(page, 'limit-a')).toBeCloseTo(0, 3);
    expect(await value(page, 'limit-loss')).toBeCloseTo(fixture.criticalPoints.saddle.loss, 6);
    const plot = param(page, 'w-plot');
    await plot.focus();
    await page.keyboard.press('ArrowRight');
    expect(Number(await typed(page, 'w'))).toBeGreaterThan(1.4);
    const box = await plot.boundingBox();
    if (!box) throw new Error('the plot is not there');
    await page.mouse.move(box.x + 0.5 * box.width, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.94 * box.width, box.y + 90, { steps: 2 });
    await page.mouse.up();
    await poll(() => value(page, 'limit-h')).toBeLessThan(0);
    expect(await readout(page, 'limit-verdict')).toMatch(/finite weights/);
    await poll(() => page.evaluate(() => window.location.hash)).toMatch(/w=/);
  });

  it('replays the runs on one clock, and plays them from their start, and stops', async () => {
    const { page } = await openToy();
    const { 'flow-gamma': flow = NaN, 'sgd-gamma': sgd } = await values(page);
    await param(page, 'time').focus();
    await page.keyboard.press('Home');
    await poll(() => value(page, 'flow-time')).toBe(0);
    expect(await value(page, 'flow-gamma')).toBeCloseTo(1.5, 6);
    // SGD has long stopped while the flow goes on.
    await typeInto(page, 'time', '0.6');
    await poll(() => value(page, 'sgd-gamma')).toBe(sgd);
    const middle = await value(page, 'flow-gamma');
    expect(middle).toBeLessThan(flow);
    expect(middle).toBeGreaterThan(sgd ?? NaN);
    await page.click('[data-action="drop"]');
    await page.locator('[data-action="stop"]').waitFor();
    await poll(() => value(page, 'flow-time')).toBeLessThan(1e6);
    await page.click('[data-action="stop"]');
    await page.locator('[data-action="drop"]').waitFor();
  });

  it('puts the start where the map is clicked, drags it and moves it by keys; all of it is in the link', async () => {
    const { page } = await openToy();
    const ground = page.locator('.toy-map-ground');
    const box = await ground.boundingBox();
    if (!box) throw new Error('the map is not there');
    await ground.click({ position: { x: 0.3 * box.width, y: 0.85 * box.height } });
    await poll(async () => Number((await typed(page, 'alpha')).replace('−', '-'))).toBeLessThan(-0.5);
    const at = await param(page, 'start').boundingBox();
    if (!at) throw new Error('the start is not there');
    await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.5 * box.width, box.y + 0.5 * box.height, { steps: 3 });
    await page.mouse.up();
    await poll(() => typed(page, 'gamma')).toMatch(/^5/);
    const before = await typed(page, 'gamma');
    await page.keyboard.press('ArrowRight');
    await poll(() => typed(page, 'gamma')).not.toBe(before);
    // From there, too, all four run.
    await poll(() => value(page, 'flow-gamma')).toBeGreaterThan(50);

    await typeInto(page, 'alpha', '-0.4');
    await typeInto(page, 'gamma', '2.5');
    await typeInto(page, 'w', '1.25');
    await typeInto(page, 'eta', '0.2');
    await param(page, 'axis').selectOption('linear');
    await param(page, 'follow').selectOption('sgd');
    await poll(() => page.evaluate(() => window.location.hash)).toBe(
      '#v=1&axis=linear&gamma=2.5&alpha=-0.4&follow=sgd&w=1.25&eta=0.2',
    );
  });

  it('reads what is wrong with a link and with a typed number', async () => {
    const { page } = await openToy('v=1&gamma=1e9&eta=x');
    expect(await page.locator('[data-notices]').textContent()).toMatch(/γ|gamma/);
    await typeInto(page, 'eta', '7');
    expect(await page.locator('[data-problem="eta"]').textContent()).toMatch(/from 0.05 to 3/);
    await typeInto(page, 'seed', '1.5');
    expect(await page.locator('[data-problem="seed"]').textContent()).toMatch(/whole number/);
  });

  it('sees the same as a surface, which is not drawn while nothing changes', async () => {
    const { page, problems } = await openToy('v=1&view=surface');
    await page.locator('.figure-canvas canvas').waitFor();
    const figure = page.locator('[data-figure="toy"]');
    let frames: string | null = null;
    await poll(async () => {
      const last = frames;
      await page.waitForTimeout(300);
      frames = await figure.getAttribute('data-frames');
      return frames === last;
    }).toBe(true);
    await param(page, 'start').focus();
    await page.keyboard.press('ArrowDown');
    await poll(() => typed(page, 'alpha')).not.toBe('0.2');
    await poll(() => figure.getAttribute('data-frames')).not.toBe(frames);
    expectNoProblems(problems);
  });
});

it('fits on a phone, where there is a map without WebGL, too; its start goes where a finger taps', async () => {
  const { page, problems } = await openToy('v=1&view=surface', {
    viewport: { width: 390, height: 844 },
    touch: true,
    webgl: false,
    reducedMotion: true,
  });
  await page.locator('.toy-map canvas').waitFor();
  expect(await page.locator('[data-message="no-webgl"]').isVisible()).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const ground = page.locator('.toy-map-ground');
  const box = await ground.boundingBox();
  if (!box) throw new Error('the map is not there');
  await ground.tap({ position: { x: 0.6 * box.width, y: 0.62 * box.height } });
  await poll(() => typed(page, 'gamma')).not.toBe('1.5');
  await settle(page);
  expectNoProblems(problems);
});
