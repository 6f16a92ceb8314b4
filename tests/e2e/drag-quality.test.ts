import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectNoProblems, openPage, waitReady } from '../support/page';
import { eventually } from './pair-page';

/** To be given to `before`: the graphics card seems to take as long for a picture as `cardTime` says, in milliseconds. */
function slowCard(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const card = { cardTime: 0 };
    Object.assign(window, { card });
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
        const isDone = performance.now() - (made.get(args[0]) ?? 0) >= card.cardTime;
        return isDone ? this.SIGNALED : this.UNSIGNALED;
      },
    });
  });
}

/** The widths of the canvas in pixels before a slider is dragged, and the least while it is: until that is below a bound. */
function dragged(page: Page, cardTime: number, milliseconds: number, bound = 0) {
  return page.evaluate(
    async ([time, longest, until]) => {
      Object.assign((window as unknown as { card: object }).card, { cardTime: time });
      const input = document.querySelector<HTMLInputElement>('[data-param="a"]');
      const canvas = document.querySelector<HTMLCanvasElement>('.figure-canvas canvas');
      const full = canvas?.width ?? 0;
      let least = full;
      const start = performance.now();
      for (let k = 0; performance.now() - start < longest && least >= until * full; k++) {
        if (input) input.value = String(k % 100);
        input?.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => requestAnimationFrame(resolve));
        least = Math.min(least, canvas?.width ?? 0);
      }
      input?.dispatchEvent(new Event('change', { bubbles: true }));
      return { full, least };
    },
    [cardTime, milliseconds, bound] as const,
  );
}

it('the picture is coarser while a slider is dragged on a slow card, and whole again afterwards; not on a fast one', async () => {
  const { page, problems } = await openPage({ before: slowCard });
  await waitReady(page);
  const fast = await dragged(page, 0, 1500);
  expect(fast.full).toBeGreaterThan(300);
  expect(fast.least).toBe(fast.full);
  const slow = await dragged(page, 120, 10_000, 0.6);
  expect(slow.full).toBe(fast.full);
  expect(slow.least).toBeLessThan(0.6 * slow.full);
  await eventually(() =>
    page.locator('.figure-canvas canvas').evaluate((canvas: HTMLCanvasElement) => canvas.width),
  ).toBe(slow.full);
  expectNoProblems(problems);
});
