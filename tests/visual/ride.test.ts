import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectBaseline } from '../support/baseline';
import { expectNoProblems, openPage, picture, waitReady } from '../support/page';

const states = {
  entrance: { hash: '', points: 1, parts: ['laws', 'sharpness'] },
  // Farther out rounding is seen, which any change of the arithmetic changes.
  infinity: { hash: 'v=1&jumps=10&inf=1', points: 11, parts: ['laws', 'clock'] },
  'road-back': { hash: 'v=1&side=minus&jumps=6&inf=1', points: 7, parts: ['laws', 'clock', 'sharpness'] },
} as const;

/** Waits until the points and both flows of the clock are drawn. */
async function drawn(page: Page, points: number): Promise<void> {
  await waitReady(page, 'ride');
  await expect
    .poll(() => page.locator('.ride-law:first-child circle').count(), { timeout: 60_000 })
    .toBe(points);
  await expect.poll(() => page.locator('[data-mark="large"]').count(), { timeout: 60_000 }).toBe(2);
}

it.each([
  ['light', 1280],
  ['dark', 390],
] as const)('the plots of the ride, %s, %i px', async (theme, width) => {
  for (const [name, { hash, points, parts }] of Object.entries(states)) {
    const { page, problems } = await openPage({
      path: '?figure=ride',
      hash,
      theme,
      viewport: { width, height: 900 },
    });
    await drawn(page, points);
    // Without the times that were measured, and what floats above the plots on a phone.
    await page.addStyleTag({ content: '.ride-buttons { visibility: hidden; }' });
    for (const part of parts) {
      expectBaseline(`ride/${name}-${part}-${width}`, await picture(page.locator(`.ride-${part}`)));
    }
    expectNoProblems(problems);
  }
});
