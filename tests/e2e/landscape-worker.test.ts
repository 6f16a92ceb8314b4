import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { oracle } from '../support/landscape';
import { expectNoProblems } from '../support/page';
import {
  COMPUTED,
  endWorkers,
  exact,
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

/** To be given to `before`: keeps the durations of tasks over 50 ms, and counts frames. */
function watchTasks(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const seen: { tasks: number[]; frames: number } = { tasks: [], frames: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tasks.push(Math.round(duration));
    }).observe({ entryTypes: ['longtask'] });
    const tick = () => {
      seen.frames += 1;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
}

/** The tasks over 50 ms and the number of frames since the last call; tasks longest first. */
function seen(page: Page): Promise<{ tasks: number[]; frames: number }> {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const all = (window as unknown as { seen: { tasks: number[]; frames: number } }).seen;
    const found = { tasks: all.tasks.sort((a, b) => b - a), frames: all.frames };
    Object.assign(all, { tasks: [], frames: 0 });
    return found;
  });
}

const hash = 'v=1&gamma=1.5&along=0.05';

it('computing leaves the page to the reader; a worker that dies is replaced, and the figure says so', {
  timeout: 180_000,
}, async () => {
  const { page, figure, problems } = await openComputed('landscape', {
    hash,
    before: async (opened) => {
      await watchTasks(opened);
      await watchWorkers(opened);
    },
    computing: 'real',
  });
  console.log(`tasks over 50 ms while the landscape is computed: ${(await seen(page)).tasks.join(', ')}`);
  const all = (target: Locator) =>
    target
      .locator('[data-value]')
      .evaluateAll((found) => found.map(({ dataset }) => JSON.stringify(dataset)));
  const numbers = await all(figure);
  expect(numbers.length).toBeGreaterThan(10);

  const start = performance.now();
  expect(await roll(figure)).toBe('channel');
  const elapsed = performance.now() - start;
  const { tasks, frames } = await seen(page);
  console.log(`tasks over 50 ms during a run of the flow: ${tasks.join(', ') || 'none'}`);
  // Computed by the page itself, the run would be one task, which lets no frame through but the last.
  expect(tasks[0] ?? 0).toBeLessThan(elapsed / 2);
  expect(frames).toBeGreaterThan(5);

  // Without a word it is missed when the ball should roll.
  const workers = await workerCount(page);
  await endWorkers(page);
  await figure.locator('[data-action="drop"]').click();
  await expect
    .poll(() => words(figure, 'trouble'), { timeout: COMPUTED })
    .toMatch(/^The computation .*started (again|anew).*\.$/);
  await status(figure, 'computing');
  expect(await workerCount(page)).toBe(workers + 1);

  // With an error during the computation it is replaced at once.
  await page.evaluate(() => {
    const { workers: made } = (window as unknown as { watched: { workers: Worker[] } }).watched;
    made.at(-1)?.dispatchEvent(new ErrorEvent('error', { cancelable: true, message: 'out of memory' }));
  });
  await eventually(() => words(figure, 'trouble')).toMatch(/broke off and was started again/);
  await eventually(() => workerCount(page)).toBe(workers + 2);
  await status(figure, 'ready');
  expect(await exact(figure, 'plus-loss')).toBeCloseTo(oracle.minimumAtInfinity.loss, 10);
  expect(await figure.locator('.road-plus').getAttribute('data-verdict')).toBe('minimum-at-infinity');
  expect(await roll(figure)).toBe('channel');
  expect(await words(figure, 'trouble')).toBe('');

  // What tests remember of a worker is what it computes.
  const told = await openComputed('landscape', { hash });
  expect(await all(told.figure)).toEqual(numbers);
  expectNoProblems([...problems, ...told.problems]);
});
