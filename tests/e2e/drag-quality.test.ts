import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectNoProblems, openPage, waitReady } from '../support/page';

/** A page whose graphics card seems to take so many milliseconds for a picture. */
async function openWithCard(milliseconds: number) {
  const opened = await openPage({
    path: '?figure=pair',
    before: (page) =>
      page.addInitScript((time) => {
        const made = new WeakMap<WebGLSync, number>();
        type Fence = WebGL2RenderingContext['fenceSync'];
        type Ask = WebGL2RenderingContext['getSyncParameter'];
        const original = Object.getOwnPropertyDescriptor(WebGL2RenderingContext.prototype, 'fenceSync') as {
          value: (this: WebGL2RenderingContext, ...args: Parameters<Fence>) => WebGLSync | null;
        };
        Object.assign(WebGL2RenderingContext.prototype, {
          fenceSync(this: WebGL2RenderingContext, ...args: Parameters<Fence>) {
            const sync = original.value.apply(this, args);
            if (sync) made.set(sync, performance.now());
            return sync;
          },
          getSyncParameter(this: WebGL2RenderingContext, ...args: Parameters<Ask>) {
            const isDone = performance.now() - (made.get(args[0]) ?? 0) >= time;
            return isDone ? this.SIGNALED : this.UNSIGNALED;
          },
        });
      }, milliseconds),
  });
  await waitReady(opened.page);
  return opened;
}

/** The widths of the canvas in pixels before a slider is dragged, the least while it is, and once it has been let go. */
async function dragged(page: Page) {
  const widths = await page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('[data-param="a"]');
    const canvas = document.querySelector<HTMLCanvasElement>('.figure-canvas canvas');
    const found = [canvas?.width ?? 0];
    const start = performance.now();
    for (let k = 0; performance.now() - start < 2500; k++) {
      if (input) input.value = String(k % 100);
      input?.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      found.push(canvas?.width ?? 0);
    }
    input?.dispatchEvent(new Event('change', { bubbles: true }));
    return found;
  });
  await page.waitForTimeout(1500);
  const after = await page
    .locator('.figure-canvas canvas')
    .evaluate((canvas: HTMLCanvasElement) => canvas.width);
  return { full: widths[0] ?? 0, least: Math.min(...widths), after };
}

it('on a slow card the picture is coarser while a slider is dragged, and whole again afterwards', async () => {
  const { page, problems } = await openWithCard(120);
  const { least, after, full } = await dragged(page);
  expect(full).toBeGreaterThan(300);
  expect(least).toBeLessThan(0.6 * full);
  expect(after).toBe(full);
  expectNoProblems(problems);
});

it('on a fast card nothing is lowered', async () => {
  const { page, problems } = await openWithCard(0);
  const { least, after, full } = await dragged(page);
  expect(least).toBe(full);
  expect(after).toBe(full);
  expectNoProblems(problems);
});
