import { expect, it } from 'vitest';
import { expectBaseline } from '../support/baseline';
import { expectNoProblems, picture, sharePage, waitReady } from '../support/page';

// Farther out than eleven points rounding is seen, which any change of the arithmetic changes.
const infinity = { hash: 'v=1&jumps=10&inf=1', points: 11 };
const roadBack = { hash: 'v=1&side=minus&jumps=6&inf=1', points: 7 };

it.each([
  ['infinity', infinity, ['laws', 'clock'], 'light', 1280],
  ['road-back', roadBack, ['laws', 'sharpness'], 'dark', 390],
] as const)('the plots of the ride, %s', async (name, { hash, points }, parts, theme, width) => {
  const viewport = { width, height: 900 };
  const { page, problems } = await sharePage({ path: '?figure=ride', hash, theme, viewport });
  await waitReady(page, 'ride');
  // The points and both flows of the clock are drawn.
  await expect
    .poll(() => page.locator('.ride-law:first-child circle').count(), { timeout: 60_000 })
    .toBe(points);
  await expect.poll(() => page.locator('[data-mark="large"]').count(), { timeout: 60_000 }).toBe(2);
  // Without the times that were measured, and what floats above the plots on a phone.
  await page.addStyleTag({ content: '.ride-buttons { visibility: hidden; }' });
  for (const part of parts) {
    expectBaseline(`ride/${name}-${part}-${width}`, await picture(page.locator(`.ride-${part}`)));
  }
  expectNoProblems(problems);
});
