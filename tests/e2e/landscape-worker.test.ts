import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { oracle } from '../support/landscape';
import { expectNoProblems, openPage, waitReady } from '../support/page';
import {
  COMPUTED,
  endWorkers,
  exact,
  figureOf,
  openComputed,
  status,
  watchWorkers,
  words,
  workerCount,
} from './computed-page';
import { eventually } from './pair-page';

/** Lets the ball roll and waits for its end; where it ended. */
async function roll(figure: Locator): Promise<string | null> {
  await figure.locator('[data-action="drop"]').click();
  const end = figure.locator('[data-readout="run-end"]:not([data-place=""])');
  await end.waitFor({ state: 'attached', timeout: COMPUTED });
  return end.getAttribute('data-place');
}

/** To be given to `before`: keeps the durations of tasks over 50 ms. */
function watchTasks(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
    }).observe({ entryTypes: ['longtask'] });
  });
}

/** The tasks over 50 ms since the last call, longest first. */
function longTasks(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return (window as unknown as { tasks: number[] }).tasks.splice(0).sort((a, b) => b - a);
  });
}

describe('while it computes', () => {
  it('the page has no very long task, neither during the landscape nor during a run', async () => {
    const { page, figure } = await openComputed('landscape', {
      hash: 'v=1&gamma=1.5&along=0.05',
      before: watchTasks,
      computing: 'real',
    });
    console.log(`tasks over 50 ms while the landscape is computed: ${(await longTasks(page)).join(', ')}`);
    const start = performance.now();
    expect(await roll(figure)).toBe('channel');
    const elapsed = performance.now() - start;
    const tasks = await longTasks(page);
    console.log(`tasks over 50 ms during a run of the flow: ${tasks.join(', ') || 'none'}`);
    // Computed by the page itself, the run would be one task.
    expect(tasks[0] ?? 0).toBeLessThan(elapsed / 2);
  });

  it('leaves the page to the reader: frames keep coming during a run', async () => {
    const { page, figure } = await openComputed('landscape', {
      hash: 'v=1&gamma=1.5&along=0.05&opt=gd&rate=0.001',
      computing: 'real',
    });
    await page.evaluate(() => {
      const count = { frames: 0 };
      Object.assign(window, { count });
      const tick = () => {
        count.frames += 1;
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    });
    const frames = () =>
      page.evaluate(() => (window as unknown as { count: { frames: number } }).count.frames);
    const before = await frames();
    await roll(figure);
    // Twenty thousand steps on the page's own thread would let none through but the last.
    expect((await frames()) - before).toBeGreaterThan(5);
  });
});

it('what tests remember of a worker is what it computes, and the ball rolls in it', async () => {
  const opened = { hash: 'v=1&gamma=1.5&along=0.05' };
  const real = await openComputed('landscape', { ...opened, computing: 'real' });
  const told = await openComputed('landscape', opened);
  const all = (figure: Locator) =>
    figure
      .locator('[data-value]')
      .evaluateAll((found) => found.map(({ dataset }) => JSON.stringify(dataset)));
  const numbers = await all(real.figure);
  expect(numbers.length).toBeGreaterThan(10);
  expect(await all(told.figure)).toEqual(numbers);
  expect(await roll(told.figure)).toBe('channel');
  expectNoProblems([...real.problems, ...told.problems]);
});

describe('a worker that dies', () => {
  it('without a word is missed when the ball should roll: the figure says so and computes everything anew', {
    timeout: 150_000,
  }, async () => {
    const { page, figure, problems } = await openComputed('landscape', {
      hash: 'v=1&gamma=1.5&along=0.05',
      before: watchWorkers,
      computing: 'real',
    });
    const workers = await workerCount(page);
    await endWorkers(page);
    await figure.locator('[data-action="drop"]').click();
    await expect
      .poll(() => words(figure, 'trouble'), { timeout: COMPUTED })
      .toMatch(/^The computation .*started (again|anew).*\.$/);
    await status(figure, 'computing');
    await status(figure, 'ready');
    expect(await workerCount(page)).toBe(workers + 1);
    expect(await exact(figure, 'plus-loss')).toBeCloseTo(oracle.minimumAtInfinity.loss, 10);
    expect(await roll(figure)).toBe('channel');
    expect(await words(figure, 'trouble')).toBe('');
    expectNoProblems(problems);
  });

  it('with an error during the computation is replaced at once, and the figure says so', async () => {
    const { page, problems } = await openPage({
      path: '?figure=landscape',
      before: watchWorkers,
      computing: 'real',
    });
    const figure = figureOf(page, 'landscape');
    await waitReady(page, 'landscape');
    await eventually(() => workerCount(page)).toBeGreaterThan(0);
    const workers = await workerCount(page);
    await page.evaluate(() => {
      const { workers: made } = (window as unknown as { watched: { workers: Worker[] } }).watched;
      made.at(-1)?.dispatchEvent(new ErrorEvent('error', { cancelable: true, message: 'out of memory' }));
    });
    await eventually(() => words(figure, 'trouble')).toMatch(/broke off and was started again/);
    await status(figure, 'ready');
    expect(await workerCount(page)).toBe(workers + 1);
    expect(await figure.locator('.road-plus').getAttribute('data-verdict')).toBe('minimum-at-infinity');
    expectNoProblems(problems);
  });
});
