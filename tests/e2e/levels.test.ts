import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import fixture from '../fixtures/census.json';
import { expectNoProblems, type PageOptions, param, readout, sharePage, waitReady } from '../support/page';

const COMPUTED = 60_000;
const poll = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: COMPUTED });

async function openLevels(hash = '', options: PageOptions = {}) {
  const opened = await sharePage({
    path: '?figure=levels',
    hash,
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  await waitReady(opened.page, 'levels');
  return opened;
}

const value = async (page: Page, name: string) =>
  Number(await page.locator(`[data-readout="${name}"]`).getAttribute('data-value'));

const hashOf = (page: Page) => page.evaluate(() => window.location.hash);

/** All that is shown has been computed. */
const ready = (page: Page) =>
  page
    .locator('[data-readout="levels-status"][data-status="ready"]')
    .waitFor({ state: 'attached', timeout: COMPUTED });

describe('levels of loss', () => {
  it('are chosen by keys and by pointer, which opens their network; both are in the link', async () => {
    const { page, problems } = await openLevels();
    const { r2Channels, r2Finite } = fixture.levels.noBias;
    expect(await readout(page, 'levels-kind')).toBe('minimum at infinity');
    expect(await value(page, 'levels-infinity')).toBeCloseTo(r2Channels[0]?.lossAtInfinity ?? NaN, 8);
    const plot = param(page, 'level-plot');
    await plot.focus();
    await page.keyboard.press('Home');
    await poll(() => readout(page, 'levels-kind')).toBe('finite minimum');
    expect(await value(page, 'levels-infinity')).toBeCloseTo(r2Finite, 8);
    expect(await plot.getAttribute('aria-valuetext')).toMatch(/^2 neurons, finite minimum, loss 0.74332/);
    await page.keyboard.press('ArrowLeft');
    await poll(() => hashOf(page)).toMatch(/width=1/);
    // The lower of the two levels of one neuron.
    const mark = page.locator('[data-mark="level-finite"]').first();
    await mark.scrollIntoViewIfNeeded();
    const box = await mark.boundingBox();
    if (!box) throw new Error('no level is drawn');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await poll(() => value(page, 'levels-infinity')).toBeCloseTo(0.8550204, 6);
    expectNoProblems(problems);
  });

  it('grow by what the reader trains, and training can be stopped', async () => {
    const { page, problems } = await openLevels('v=1&width=1');
    expect(await page.locator('[data-mark="now"]').count()).toBe(0);
    await page.click('[data-action="train"]');
    await page.locator('[data-action="stop-training"]').waitFor();
    await poll(() => page.locator('[data-mark="now"]').count()).toBeGreaterThan(1);
    await page.click('[data-action="stop-training"]');
    await page.locator('[data-action="train"]').waitFor();
    expect(await readout(page, 'levels-trained')).toMatch(/precomputed, \d+ computed now/);
    await param(page, 'biases').check();
    await poll(() => readout(page, 'levels-summary')).toMatch(/With 1 neuron/);
    expectNoProblems(problems);
  });
});

describe('the copied minimum', () => {
  it('leads to both channels outside 0 and 1, and nowhere between; γ is dragged on the plot', async () => {
    const { page, problems } = await openLevels('v=1&view=copy');
    await ready(page);
    const { atGamma0or1, outside, insideGamma01 } = fixture.perturbation;
    expect(await value(page, 'levels-infinity')).toBeCloseTo(outside.lossAtInfinity, 8);
    expect(await readout(page, 'levels-copy')).toMatch(/to one side to 0.55606, to the other to 0.29915/);
    await page.getByText('of higher loss').click();
    await poll(() => value(page, 'levels-infinity')).toBeCloseTo(atGamma0or1.lossAtInfinity, 8);
    const plot = param(page, 'gamma-plot').first();
    const box = await plot.boundingBox();
    if (!box) throw new Error('the plot is not there');
    await page.mouse.move(box.x + 0.7 * box.width, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.53 * box.width, box.y + 100, { steps: 3 });
    await page.mouse.up();
    await poll(() => readout(page, 'levels-copy')).toMatch(/leads back to it/);
    expect(await value(page, 'levels-infinity')).toBeCloseTo(insideGamma01, 8);
    expect(await hashOf(page)).toMatch(/gamma=0\.\d/);
    await plot.focus();
    await page.keyboard.press('ArrowRight');
    await poll(async () => Number(await plot.getAttribute('aria-valuenow'))).toBeGreaterThan(0.5);
    expectNoProblems(problems);
  });
});

it('fits on a phone, where a finger picks a level', async () => {
  const { page, problems } = await openLevels('v=1', {
    viewport: { width: 390, height: 844 },
    touch: true,
    reducedMotion: true,
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const mark = page.locator('[data-mark="level-infinite"]').last();
  await mark.scrollIntoViewIfNeeded();
  const box = await mark.boundingBox();
  if (!box) throw new Error('no level is drawn');
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await poll(() => hashOf(page)).toMatch(/width=[45]/);
  expectNoProblems(problems);
});
