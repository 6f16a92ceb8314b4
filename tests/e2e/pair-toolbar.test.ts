import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectNoProblems, param, waitReady } from '../support/page';
import { eventually, numbers, openPair, settle, sharePair, type } from './pair-page';

const button = (page: Page, action: string) => page.locator(`[data-action="${action}"]`);

/** Clicks a button, waits, and returns the numbers in the boxes. */
async function click(page: Page, action: string) {
  await button(page, action).click();
  await settle(page);
  return (await numbers(page)).boxes;
}

it('one drag of a slider is one step of undo', async () => {
  const { page } = await sharePair();
  const slider = param(page, 'c');
  await slider.scrollIntoViewIfNeeded();
  const rect = await slider.boundingBox();
  if (!rect) throw new Error('no slider');
  await page.mouse.move(rect.x + rect.width / 2, rect.y + rect.height / 2);
  await page.mouse.down();
  for (const by of [10, 20, 30, 40]) {
    await page.mouse.move(rect.x + rect.width / 2 + by, rect.y + rect.height / 2);
    await settle(page);
  }
  await page.mouse.up();
  await settle(page);
  expect((await numbers(page)).boxes.c).not.toBe(0.6);
  expect((await click(page, 'undo')).c).toBe(0.6);
});

it('the copied link opens the figure as it is, and the page says that it was copied', async () => {
  const { page, context, problems } = await openPair({ hash: 'v=1&eps=0.07' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await type(page, 'a', '-0.4');
  await button(page, 'copy-link').click();
  await eventually(() => page.locator('.toolbar [role="status"]').textContent()).toMatch(/^Link copied/);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).hash).toBe('#v=1&eps=0.07&a=-0.4');
  await page.goto(link);
  await page.reload();
  await waitReady(page);
  expect((await numbers(page)).boxes).toMatchObject({ eps: 0.07, a: -0.4 });
  expectNoProblems(problems);
});
