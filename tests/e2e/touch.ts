import type { Page } from 'playwright-core';

type Point = Readonly<{ x: number; y: number }>;

/** Moves one finger over the screen, or several side by side, as the browser gets it from a touch screen. */
export async function swipe(page: Page, ...fingers: readonly { from: Point; to: Point }[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const points = (share: number) =>
    fingers.map(({ from, to }, id) => ({
      id,
      x: from.x + share * (to.x - from.x),
      y: from.y + share * (to.y - from.y),
    }));
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(0) });
  const steps = 5;
  for (let k = 1; k <= steps; k++) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(k / steps) });
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}
