import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectNoProblems, openPage, param, readout, waitReady } from '../support/page';

const PATH = '?figure=landscape';
const COMPUTED = 60_000;

/** Opens the figure and waits until its landscape is complete. */
async function openLandscape(hash = '') {
  const opened = await openPage({ path: PATH, hash, viewport: { width: 1280, height: 900 } });
  await waitReady(opened.page, 'landscape');
  await opened.page.waitForFunction(
    () => document.querySelector<HTMLElement>('[data-status]')?.dataset.status === 'ready',
    undefined,
    { timeout: COMPUTED },
  );
  return opened;
}

async function value(page: Page, name: string): Promise<number> {
  return Number(await page.locator(`[data-readout="${name}"]`).first().getAttribute('data-value'));
}

/** Lets the ball roll and waits for its end; where it ended. */
async function roll(page: Page): Promise<string | null> {
  await page.click('[data-action="drop"]');
  await page.waitForFunction(
    () => document.querySelector<HTMLElement>('[data-readout="run-end"]')?.dataset.place !== '',
    undefined,
    { timeout: COMPUTED },
  );
  return page.locator('[data-readout="run-end"]').getAttribute('data-place');
}

describe('the landscape of the paper', () => {
  it('certifies both roads: a minimum at infinity on one side, the road back on the other', async () => {
    const { page, problems } = await openLandscape();
    expect(await page.locator('.road-plus').getAttribute('data-verdict')).toBe('minimum-at-infinity');
    expect(await page.locator('.road-minus').getAttribute('data-verdict')).toBe('road-back');
    expect(await value(page, 'plus-loss')).toBeCloseTo(0.03948705687436355, 10);
    expect(await value(page, 'plus-h')).toBeCloseTo(0.0740726740037, 8);
    expect(await value(page, 'minus-loss')).toBeCloseTo(0.052135590839740974, 10);
    expect(await value(page, 'minus-h')).toBeCloseTo(-0.0178446813656, 8);
    // Beside gamma = 1.5 the saddle line has exactly one way down.
    expect(await value(page, 'spectrum-negative')).toBe(1);
    expectNoProblems(problems);
  });

  it('lets the ball roll into the channel on one side and to a finite minimum on the other', async () => {
    const { page, problems } = await openLandscape('v=1&gamma=1.5&along=0.05');
    expect(await roll(page)).toBe('channel');
    expect(await value(page, 'ball-gap')).toBeGreaterThan(100);
    expect(await readout(page, 'run-end')).toMatch(/never arrive/);
    await page.click('[data-action="clear"]');
    await page.fill('[data-param-text="along"]', '-0.05');
    await page.press('[data-param-text="along"]', 'Enter');
    expect(await roll(page)).toBe('finite');
    expect(await value(page, 'ball-loss')).toBeCloseTo(0.04551808247674165, 6);
    expectNoProblems(problems);
  });

  it('replays a run: the ball goes back to where it started', async () => {
    const { page } = await openLandscape('v=1&gamma=1.5&along=0.05');
    await roll(page);
    const end = await value(page, 'ball-time');
    await param(page, 'time').focus();
    await page.keyboard.press('Home');
    await expect.poll(() => value(page, 'ball-time')).toBe(0);
    expect(end).toBeGreaterThan(1e6);
    expect(await value(page, 'ball-gamma')).toBeCloseTo(1.5, 6);
  });

  it('carries the ball’s pair over to the first figure', async () => {
    const opened = await openPage({ path: '', viewport: { width: 1280, height: 900 } });
    const { page } = opened;
    await waitReady(page, 'pair');
    const landscape = page.locator('[data-figure="landscape"]');
    await page.mouse.wheel(0, 1200);
    await waitReady(page, 'landscape');
    await page.waitForFunction(
      () => document.querySelectorAll('.road[data-verdict="minimum-at-infinity"]').length === 1,
      undefined,
      { timeout: COMPUTED },
    );
    await landscape.locator('[data-action="to-pair"]').click();
    await expect.poll(() => page.locator('[data-param="act"]').inputValue()).toBe('g');
    const epsilon = await value(page, 'ball-epsilon');
    await expect
      .poll(async () => Number(await page.locator('[data-param-text="eps"]').inputValue()))
      .toBeCloseTo(epsilon, 4);
  });
});

describe('a run', () => {
  it('leaves the page to the reader: frames keep coming while it is computed', async () => {
    const { page } = await openLandscape('v=1&gamma=1.5&along=0.05&opt=gd&rate=0.001');
    await page.evaluate(() => {
      const count = { frames: 0 };
      Object.assign(window, { count });
      const tick = () => {
        count.frames += 1;
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    });
    const before = await page.evaluate(
      () => (window as unknown as { count: { frames: number } }).count.frames,
    );
    await roll(page);
    const after = await page.evaluate(
      () => (window as unknown as { count: { frames: number } }).count.frames,
    );
    // Twenty thousand steps on the page's own thread would let none through but the last.
    expect(after - before).toBeGreaterThan(5);
  });
});
