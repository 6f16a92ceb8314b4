import type { Page } from 'playwright-core';

/** Opens another state in the page by its hash, and waits until it is drawn and nothing more is. */
export async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate(
    (next) =>
      new Promise<void>((resolve) => {
        const figure = document.querySelector<HTMLElement>('[data-figure]');
        const frames = () => figure?.dataset.frames;
        let last = frames();
        let quiet = 0;
        const before = last;
        window.location.hash = next;
        const watch = () => {
          quiet = frames() === last && last !== before ? quiet + 1 : 0;
          last = frames();
          if (quiet >= 4) resolve();
          else requestAnimationFrame(watch);
        };
        requestAnimationFrame(watch);
      }),
    hash,
  );
}

/** Waits until no frame has been drawn for a while. */
export async function still(page: Page): Promise<void> {
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
