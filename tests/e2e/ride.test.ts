import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  expectNoProblems,
  type OpenedPage,
  type PageOptions,
  readout,
  sharePage,
  waitReady,
} from '../support/page';

const COMPUTED = 60_000;
const laws = ['excess', 'error', 'largestEigenvalue', 'c', 'a', 'cosine'] as const;

async function status(page: Page, wanted: 'ready' | 'failed'): Promise<void> {
  await page.locator(`[data-readout="status"][data-status="${wanted}"]`).waitFor({
    state: 'attached',
    timeout: COMPUTED,
  });
}

/** The figure in the page that the tests share; waits until the entrance of its channel is found. */
async function openRide(hash = '', options: PageOptions = {}): Promise<OpenedPage> {
  const opened = await sharePage({
    path: '?figure=ride',
    hash,
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  await waitReady(opened.page, 'ride');
  await status(opened.page, 'ready');
  return opened;
}

async function value(page: Page, name: string): Promise<number> {
  return Number(await page.locator(`[data-readout="${name}"]`).first().getAttribute('data-value'));
}

/** Jumps that the page shows: points of the first plot, the start not counted. */
function jumps(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('.ride-law:first-child circle').length - 1);
}

/** Reads something until what follows holds, for as long as a computation takes. */
const poll = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: COMPUTED });

async function waitJumps(page: Page, count: number): Promise<void> {
  await poll(() => jumps(page)).toBe(count);
}

/** Everything that can be read, for comparing two pages and for looking for numbers that are none. */
async function texts(page: Page): Promise<string> {
  return (await page.locator('[data-figure="ride"]').textContent()) ?? '';
}

describe('the ride along the paper’s channel', () => {
  it('keeps its six laws within 3 % as the reader jumps, undoes, and comes to a certificate', async () => {
    const { page, problems } = await openRide();
    expect(await readout(page, 'slope-excess')).toBe('–');
    for (let k = 1; k <= 9; k++) {
      await page.click('[data-action="jump"]');
      await waitJumps(page, k);
    }
    for (const law of laws) {
      const [fitted, predicted] = [await value(page, `slope-${law}`), await value(page, `predicted-${law}`)];
      expect(Math.abs(fitted - predicted), law).toBeLessThanOrEqual(0.03 * Math.max(1, Math.abs(predicted)));
    }
    expect(await value(page, 'loss-slope-power')).toBeCloseTo(3, 1);

    await page.click('[data-action="back"]');
    await waitJumps(page, 8);
    await page.click('[data-action="undo"]');
    await waitJumps(page, 9);

    const before = await value(page, 'end-loss');
    expect(before).toBeCloseTo(0.03948705687436355, 12);
    await page.click('[data-action="infinity"]');
    await poll(() => readout(page, 'end-newton')).toMatch(/^Arrived\. .* steps? from/);
    expect(await value(page, 'end-h')).toBeCloseTo(0.0740726740037, 8);
    expect(await value(page, 'end-gradient')).toBeLessThan(1e-12);
    expect(Math.abs(await value(page, 'end-prediction'))).toBeLessThan(1e-13);
    expect(await readout(page, 'end-verdict')).toBe('A minimum at infinity.');
    expect(await page.locator('[data-mark="end"]').count()).toBe(6);
    expect(await readout(page, 'clock')).toMatch(/ten thousand times longer.* steps/);
    expectNoProblems(problems);

    // The link says where it is.
    await poll(() => page.evaluate(() => location.hash)).toBe('#v=1&jumps=9&inf=1');
  });

  it('plays to where 64-bit numbers end, says so, and shows their floor; as far as it is told; and can be stopped', async () => {
    const { page, problems } = await openRide('v=1&goal=1e-3');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.click('[data-action="play"]');
    await poll(() => value(page, 'position')).toBeLessThanOrEqual(1e-3);
    await page.locator('[data-action="play"]').waitFor({ timeout: COMPUTED });
    expect(await value(page, 'position')).toBeGreaterThan(4e-4);
    const told = await jumps(page);

    await page.fill('[data-param-text="goal"]', '1e-8');
    await page.press('[data-param-text="goal"]', 'Enter');
    await page.click('[data-action="play"]');
    await page.locator('[data-readout="ride-end"][data-place="arrived"]').waitFor({ timeout: COMPUTED });
    expect(await readout(page, 'ride-end')).toMatch(/64-bit numbers end/);
    await page.locator('[data-action="play"]').waitFor();
    expect(await page.locator('[data-action="jump"]').isDisabled()).toBe(true);
    expect(await value(page, 'position')).toBeLessThan(1e-6);
    expect(await page.locator('.ride-law rect[data-mark="floor"]').count()).toBe(6);
    expect(await page.locator('.ride-law path[data-mark="floor"]').count()).toBe(2);
    // Far out rounding is seen in the error, and kept out of its fit.
    expect(await page.locator('.ride-law:nth-child(2) [data-mark="unused"]').count()).toBeGreaterThan(1);
    expect(Math.abs((await value(page, 'slope-error')) - 2)).toBeLessThan(0.06);
    // The whole of it is one step of undo.
    await page.click('[data-action="undo"]');
    await waitJumps(page, told);
    expect(await texts(page)).not.toMatch(/NaN|undefined/);

    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.click('[data-action="play"]');
    await page.click('[data-action="stop"]');
    await page.locator('[data-action="play"]').waitFor();
    const stopped = await jumps(page);
    // Longer than from one jump to the next.
    await page.waitForTimeout(400);
    expect(await jumps(page)).toBe(stopped);
    expectNoProblems(problems);
  });

  it('links its six plots: the point under the pointer or the arrow keys stands out in all', async () => {
    const { page } = await openRide('v=1&jumps=5');
    await waitJumps(page, 5);
    const plots = page.locator('.ride-law [role="slider"]');
    await plots.first().hover();
    await poll(() => page.locator('.ride-law [data-mark="here"]').count()).toBe(6);
    await page.mouse.move(5, 5);
    await poll(() => page.locator('.ride-law [data-mark="here"]').count()).toBe(0);
    await plots.nth(2).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await poll(() => plots.nth(2).getAttribute('aria-valuenow')).toBe('3');
    expect(await plots.nth(0).getAttribute('aria-valuenow')).toBe('3');
    expect(await plots.nth(2).getAttribute('aria-valuetext')).toMatch(/largest eigenvalue: point 3, ε = /);
    expect(await page.locator('.ride-law [data-mark="here"]').count()).toBe(6);
  });

  it('shows the clock and both sharpnesses, and knows steps that are too long', async () => {
    const { page } = await openRide();
    await poll(() => page.locator('[data-mark="flow"]').count()).toBe(1);
    await poll(() => page.locator('[data-mark="large"]').count()).toBe(2);
    const steps = await value(page, 'clock');
    expect(await readout(page, 'clock')).toMatch(/cannot even be here/);
    await page.fill('[data-param-text="eta"]', '1e-4');
    await page.press('[data-param-text="eta"]', 'Enter');
    await poll(() => value(page, 'clock')).toBeCloseTo(100 * steps, -6);
    expect(await readout(page, 'clock')).not.toMatch(/cannot even be here/);
  });
});

describe('other channels', () => {
  // The worker's own tests ride five of them. That of the landscape which the reader comes from: landscape-to-pair.test.ts.
  it('are found from random seeds, with a certificate and laws', async () => {
    const { page, problems } = await openRide('v=1&hidden=2&grid=16');
    const before = await value(page, 'end-loss');
    if (!(await page.locator('.ride-settings[open]').count())) await page.click('.ride-settings summary');
    await page.click('[data-action="another"]');
    await poll(() => value(page, 'end-loss')).not.toBe(before);
    await poll(() => readout(page, 'position')).toMatch(/^At the entrance/);
    await status(page, 'ready');
    for (let k = 1; k <= 9; k++) {
      await page.click('[data-action="jump"]');
      await waitJumps(page, k);
    }
    expect(await page.locator('.certificate-end').getAttribute('data-verdict')).toBe('minimum-at-infinity');
    expect(await value(page, 'end-h')).toBeGreaterThan(0);
    expect(Math.abs((await value(page, 'slope-excess')) - 2)).toBeLessThan(0.06);
    expectNoProblems(problems);
  });

  it('may be a road back: said in words, and nothing climbs there', async () => {
    const { page, problems } = await openRide('v=1&side=minus&jumps=4');
    await poll(() => readout(page, 'end-verdict')).toBe('An optimum at finite ε.');
    await waitJumps(page, 4);
    expect(await readout(page, 'clock')).toMatch(/does not climb/);
    expect(await texts(page)).not.toMatch(/NaN|undefined|Infinity/);
    expectNoProblems(problems);
  });
});

describe('what cannot be done is said in words', () => {
  it('an ε below 1e-8, a start that is no channel, a neuron that there is not', async () => {
    const { page, problems } = await openRide('v=1&jumps=2');
    await poll(() => readout(page, 'end-verdict')).toBe('A minimum at infinity.');
    await waitJumps(page, 2);
    await page.fill('[data-param-text="goal"]', '1e-9');
    await page.press('[data-param-text="goal"]', 'Enter');
    expect(await page.locator('[data-problem="goal"]').textContent()).toMatch(/ε goes from 10⁻⁸ to 0\.1\./);
    await page.press('[data-param-text="goal"]', 'Escape');

    if (!(await page.locator('.ride-settings[open]').count())) await page.click('.ride-settings summary');
    await page.fill('[data-param-text="neuron"]', '4');
    await page.press('[data-param-text="neuron"]', 'Enter');
    expect(await page.locator('[data-problem="neuron"]').textContent()).toMatch(/choose one from 1 to 3/);

    await page.fill('[data-param-text="neuron"]', '2');
    await page.press('[data-param-text="neuron"]', 'Enter');
    await status(page, 'failed');
    expect(await readout(page, 'status')).toMatch(
      /^Neither side .* copy another neuron, .* previous channel\.$/,
    );
    expect(await jumps(page)).toBe(2);
    expect(await page.locator('[data-action="jump"]').isDisabled()).toBe(true);
    expect(await texts(page)).not.toMatch(/NaN|undefined/);

    await page.click('[data-action="undo"]');
    await status(page, 'ready');
    expect(await readout(page, 'status')).toBe('');
    expectNoProblems(problems);
  });

  it('links with what cannot be: replaced and named', async () => {
    const { page } = await openRide('v=1&jumps=1e9&goal=0&factor=2&side=up');
    const notices = (await page.locator('[data-notices]').getAttribute('data-notices')) ?? '';
    for (const key of ['jumps', 'goal', 'factor', 'side']) expect(notices).toContain(key);
    expect(await texts(page)).not.toMatch(/NaN|undefined/);
  });
});

describe('on every screen', () => {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

  it('axe-core finds nothing, in light and dark, and nothing is wider than the page', async () => {
    const { page, problems } = await openRide('v=1&jumps=6&inf=1');
    await waitJumps(page, 6);
    if (!(await page.locator('.ride-settings[open]').count())) await page.click('.ride-settings summary');
    await page.addScriptTag({ path: axe });
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 390],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
      const found = await page.evaluate(async () => {
        const { axe: checker } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
        };
        const { violations } = await checker.run();
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => `${id} at ${target.join(' ')}`),
        );
      });
      expect(found, colorScheme).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
    }
    // On a phone the buttons stay within reach while the plots are read.
    await page.evaluate(() => document.querySelector('.ride-law:nth-child(2)')?.scrollIntoView());
    const box = await page.locator('[data-action="jump"]').boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(844);
    await page.click('[data-action="jump"]');
    await waitJumps(page, 7);
    expectNoProblems(problems);
  });
});
