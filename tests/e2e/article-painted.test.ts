/** What a reader sees who scrolls quickly through the article on a busy machine: pixels, not elements. */
import type { Locator, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { it } from 'vitest';
import { openPage, picture, waitReady } from '../support/page';
import { eventually } from './pair-page';

/** Number of colours in a picture of an element: an empty one has one. */
async function colours(element: Locator): Promise<number> {
  const { data } = PNG.sync.read(await picture(element));
  const seen = new Set<number>();
  for (let k = 0; k < data.length; k += 4) seen.add(data.readUInt32BE(k));
  return seen.size;
}

/** Draws a scene again and again, until the page is closed: the graphics process has no time for others. */
async function drawWithoutEnd(page: Page): Promise<void> {
  await page.evaluate(() => {
    let position = 0;
    const drag = () => {
      for (const slider of document.querySelectorAll<HTMLInputElement>('input[type="range"]')) {
        position = (position + 1) % 60;
        slider.value = String(20 + position);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
      }
      requestAnimationFrame(drag);
    };
    drag();
  });
}

it('every plot is painted after the article was scrolled through quickly beside a busy page', async () => {
  const busy = await openPage({ path: '?figure=duo', drawing: 'smooth', apart: true });
  await waitReady(busy.page, 'duo');
  await drawWithoutEnd(busy.page);
  const { page } = await openPage({
    path: '',
    apart: true,
    viewport: { width: 1440, height: 900 },
    drawing: 'plain',
    computing: 'real',
  });
  await page.waitForTimeout(3000);
  await page.mouse.move(500, 450);
  for (let k = 0; k < 40; k++) {
    await page.mouse.wheel(0, 800);
    await page.waitForTimeout(300);
  }
  await page.waitForTimeout(3000);
  await busy.context.close();
  const ride = page.locator('[data-figure="ride"]');
  await page
    .locator('[data-predict="ten-times"]')
    .evaluate((question) => question.scrollIntoView({ block: 'center' }));
  await waitReady(page, 'ride');
  const plots = ride.locator('svg.plot');
  await eventually(() => plots.count()).toBeGreaterThan(6);
  for (const plot of await plots.all()) await eventually(() => colours(plot)).toBeGreaterThan(10);
  // Written from outside of React too.
  await eventually(() => colours(ride.locator('h4').first())).toBeGreaterThan(10);
}, 120_000);
