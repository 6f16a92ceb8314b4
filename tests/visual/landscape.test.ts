import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { expectBaseline } from '../support/baseline';
import { expectNoProblems, openPage, picture, waitReady } from '../support/page';

const COMPUTED = 80_000;

/** Opens a figure and waits until its landscape is complete and the picture of it stands still. */
async function openComplete(
  figure: 'duo' | 'landscape',
  hash: string,
  theme: 'light' | 'dark',
  width: number,
) {
  const opened = await openPage({
    path: `?figure=${figure}`,
    hash,
    theme,
    viewport: { width, height: 900 },
  });
  await waitReady(opened.page, figure);
  await opened.page.waitForSelector(`[data-figure="${figure}"] [data-status="ready"]`, {
    state: 'attached',
    timeout: COMPUTED,
  });
  await still(opened.page);
  return opened;
}

/** Waits until no frame has been drawn for a while. */
async function still(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const figure = document.querySelector<HTMLElement>('[data-figure]');
        let last = figure?.dataset.frames;
        let quiet = 0;
        const watch = () => {
          quiet = figure?.dataset.frames === last ? quiet + 1 : 0;
          last = figure?.dataset.frames;
          if (quiet >= 20) resolve();
          else requestAnimationFrame(watch);
        };
        requestAnimationFrame(watch);
      }),
  );
}

const slices = {
  descent: ['', 'light', 1280],
  'descent-dark': ['v=1&cam=140,55,1', 'dark', 1280],
  'descent-narrow': ['', 'light', 390],
  plane: ['v=1&slice=plane&cam=40,52,1', 'light', 1280],
  'plane-dark': ['v=1&slice=plane&axis=log&cam=0,0,1', 'dark', 1280],
  'top-view': ['v=1&axis=log&gamma=100&along=1&cam=0,0,1', 'light', 1280],
  infinity: ['v=1&axis=compact&gamma=1000&along=1&cam=74,44,1.12', 'light', 1280],
  middle: ['v=1&axis=middle', 'light', 1280],
  plateau: ['v=1&network=trained&act=g&hidden=1&seed=2&cam=80,38,1', 'light', 1280],
} as const;

describe('the landscape', () => {
  it.each(Object.entries(slices))('%s', async (name, [hash, theme, width]) => {
    const { page, problems } = await openComplete('landscape', hash, theme, width);
    expectBaseline(`landscape/${name}`, await picture(page.locator('.landscape-view')));
    expectNoProblems(problems);
  });
});

const duos = {
  start: ['', 'light', 1440],
  entrance: ['v=1&eps=0.4', 'light', 1440],
  'infinity-dark': ['v=1&eps=0', 'dark', 1440],
  narrow: ['v=1&eps=0.03', 'light', 390],
  'without-sheets': ['v=1&eps=0.1&sheets=0&cam=-60,60,1&view=20,60,1', 'dark', 768],
} as const;

describe('the duo', () => {
  it.each(Object.entries(duos))('%s', async (name, [hash, theme, width]) => {
    const { page, problems } = await openComplete('duo', hash, theme, width);
    expectBaseline(`duo/${name}`, await picture(page.locator('.duo')));
    expectNoProblems(problems);
  });
});
