import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { duoSchema } from '#figures/duo/schema';
import { expectNoProblems } from '../support/page';
import { control, enter, numberBox, shareComputed } from './computed-page';
import { eventually, middle, settle, written, writtenHash } from './pair-page';
import { swipe } from './touch';

const phone = { touch: true, viewport: { width: 390, height: 844 } };
const epsilon = async (figure: Locator) => written(await numberBox(figure, 'eps').inputValue());
const scrolled = (page: Page) => page.evaluate(() => scrollY);

/** A camera as the address has it. */
async function camera(page: Page, key: 'view'): Promise<readonly number[]> {
  const said = new URLSearchParams((await writtenHash(page)).slice(1)).get(key);
  return said === null ? duoSchema[key].default : said.split(',').map(Number);
}

it('a finger drags the ball, upwards too: the handle and the number box follow, and the page stays', async () => {
  const { page, figure, problems } = await shareComputed('duo', { ...phone, hash: 'v=1&eps=0.02' });
  /** The ball's middle on the screen, and on the page wherever that is scrolled to. */
  const ball = async () => {
    const at = await middle(control(figure, 'ball'));
    return { ...at, onPage: at.y + (await scrolled(page)) };
  };
  const target = await ball();
  await enter(figure, 'eps', '0.3');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  const start = await ball();
  const slider = Number(await control(figure, 'eps').inputValue());
  const before = await scrolled(page);
  await swipe(page, { from: start, to: { x: target.x, y: start.y + target.onPage - start.onPage } });
  await eventually(() => epsilon(figure)).toBeLessThan(0.03);
  // The browser smooths the way of a finger: the last place it tells may be a little behind.
  const at = await ball();
  expect(Math.hypot(at.x - target.x, at.onPage - target.onPage)).toBeLessThan(8);
  await eventually(async () => Number(await control(figure, 'eps').inputValue())).toBeGreaterThan(
    slider + 30,
  );
  expect(await scrolled(page)).toBe(before);

  // Straight up, as one scrolls: from the ball the page still stays, and so does the camera.
  const from = await ball();
  const still = await scrolled(page);
  await swipe(page, { from, to: { x: from.x, y: from.y - 150 } });
  await settle(page);
  expect(await scrolled(page)).toBe(still);
  expect(await camera(page, 'view')).toEqual(duoSchema.view.default);
  expectNoProblems(problems);
});

// The surface of the pair, which has no ball: tests/e2e/pair-scrolling.test.ts.
it('one finger beside the ball scrolls the page; sideways it turns the picture', async () => {
  const key = 'view';
  const { page, figure, problems } = await shareComputed('duo', phone);
  const stage = control(figure, key);
  const middleOf = await middle(stage);
  // In the corner, away from the ball.
  const rect = await stage.boundingBox();
  const at = { x: (rect?.x ?? 0) + 40, y: middleOf.y };
  const before = await scrolled(page);
  await swipe(page, { from: at, to: { x: at.x + 3, y: at.y - 140 } });
  await eventually(() => scrolled(page)).toBeGreaterThan(before + 60);
  expect(await camera(page, key)).toEqual(duoSchema[key].default);
  expect(await epsilon(figure)).toBe(duoSchema.eps.default);

  // The page glides on for a moment after the finger has gone.
  let held = Number.NaN;
  await eventually(async () => {
    const last = held;
    await page.waitForTimeout(150);
    held = await scrolled(page);
    return held - last;
  }).toBe(0);
  const now = await middle(stage);
  await swipe(page, { from: { x: 60, y: now.y - 60 }, to: { x: 180, y: now.y - 55 } });
  await eventually(async () => (await camera(page, key))[0]).not.toBe(duoSchema[key].default[0]);
  expect(await scrolled(page)).toBe(held);
  expect(await epsilon(figure)).toBe(duoSchema.eps.default);
  expectNoProblems(problems);
});
