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

// How often it begins anew, and when it gives up: tests/landscape/landscape-data.test.ts.
it('computing leaves the page to the reader; a worker that dies is replaced, and the figure says so', {
  timeout: 180_000,
}, async () => {
  const { page, figure, problems } = await openComputed('landscape', {
    hash: 'v=1&gamma=1.5&along=0.05',
    before: async (opened) => {
      await watchTasks(opened);
      await watchWorkers(opened);
    },
  });
  await seen(page);
  const start = performance.now();
  // What the page remembers of the landscape is computed now, and then the run in it.
  expect(await roll(figure)).toBe('channel');
  const elapsed = performance.now() - start;
  const { tasks, frames } = await seen(page);
  console.log(`tasks over 50 ms during a run of the flow: ${tasks.join(', ') || 'none'}`);
  // Computed by the page itself, the run would be one task, which lets no frame through but the last.
  expect(tasks[0] ?? 0).toBeLessThan(elapsed / 2);
  expect(frames).toBeGreaterThan(5);

  // A network that is soon computed.
  await page.evaluate(() => {
    window.location.hash = 'v=1&gamma=1.5&along=0.05&network=trained&hidden=2&grid=8';
  });
  await status(figure, 'computing');
  await status(figure, 'ready');
  const certificate = await exact(figure, 'plus-loss');
  expect(certificate).not.toBeCloseTo(oracle.minimumAtInfinity.loss, 6);

  // Without a word it is missed when the ball should roll. With an error, also during the computation, it is replaced at once.
  const workers = await workerCount(page);
  await endWorkers(page);
  await figure.locator('[data-action="drop"]').click();
  const said = await page.waitForFunction(
    () => {
      const { workers: made } = (window as unknown as { watched: { workers: Worker[] } }).watched;
      const words = document.querySelector('[data-readout="trouble"]')?.textContent ?? '';
      if (words === '' || !document.querySelector('[data-status="computing"]')) return undefined;
      made.at(-1)?.dispatchEvent(new ErrorEvent('error', { cancelable: true, message: 'out of memory' }));
      return words.trim();
    },
    undefined,
    { timeout: COMPUTED },
  );
  expect(await said.jsonValue()).toMatch(/^The computation .*started (again|anew).*\.$/);
  await eventually(() => words(figure, 'trouble')).toMatch(/broke off and was started again/);
  await eventually(() => workerCount(page)).toBe(workers + 2);
  await status(figure, 'ready');
  expect(await exact(figure, 'plus-loss')).toBe(certificate);
  expect(await roll(figure)).not.toBe('');
  expect(await words(figure, 'trouble')).toBe('');
  expectNoProblems(problems);
});
