import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pairSchema } from '#figures/pair/schema';
import { expectNoProblems, param } from '../support/page';
import { eventually, middle, settle, sharePair, writtenHash } from './pair-page';
import { swipe } from './touch';

/** Where the camera is unless it has been moved. */
const home: readonly number[] = pairSchema.cam.default;

const scrolled = (page: Page) => page.evaluate(() => scrollY);
/** The camera as the address has it: azimuth, polar angle and zoom. */
async function camera(page: Page): Promise<readonly number[]> {
  const written = new URLSearchParams((await writtenHash(page)).slice(1)).get('cam');
  return written === null ? home : written.split(',').map(Number);
}

const hint = (page: Page) => page.locator('.surface-hint').getAttribute('data-visible');

describe('with a mouse', () => {
  it('the wheel over the surface scrolls the page and says how to zoom; with Ctrl it zooms and does not scroll', async () => {
    const { page, problems } = await sharePair({ viewport: { width: 1280, height: 700 } });
    const at = await middle(param(page, 'cam'));
    await page.mouse.move(at.x, at.y);
    expect(await hint(page)).toBe('false');
    const start = await scrolled(page);
    await page.mouse.wheel(0, 150);
    await eventually(() => hint(page)).toBe('true');
    await eventually(() => scrolled(page)).toBe(start + 150);
    await eventually(() => hint(page)).toBe('false');
    expect(await camera(page)).toEqual(home);

    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await eventually(async () => (await camera(page))[2]).toBeGreaterThan(1.2);
    expect(await scrolled(page)).toBe(start + 150);
    expect(await page.evaluate(() => [devicePixelRatio, visualViewport?.scale])).toEqual([1, 1]);
    expectNoProblems(problems);
  });

  it('a drag turns the figure, and neither scrolls nor selects', async () => {
    const { page, problems } = await sharePair({ viewport: { width: 1280, height: 700 } });
    const at = await middle(param(page, 'cam'));
    const start = await scrolled(page);
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    // Out of the surface, over the sliders.
    await page.mouse.move(at.x + 50, at.y + 20);
    await page.mouse.move(at.x + 100, at.y + 400);
    await page.mouse.up();
    const [azimuth = 0, polar = 0, zoom] = await camera(page);
    expect(azimuth).toBeLessThan((home[0] ?? 0) - 28);
    expect(polar).toBe(0);
    expect(zoom).toBe(1);
    expect(await scrolled(page)).toBe(start);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
    expectNoProblems(problems);
  });

  it('the arrow keys turn, plus and minus zoom, Home goes back; the page stays', async () => {
    const { page, problems } = await sharePair({ viewport: { width: 1280, height: 700 } });
    const figure = param(page, 'cam');
    await figure.focus();
    const start = await scrolled(page);
    for (const key of ['ArrowLeft', 'ArrowDown', 'Shift+ArrowUp', '+']) await figure.press(key);
    expect(await camera(page)).toEqual([(home[0] ?? 0) - 5, (home[1] ?? 0) - 10, 1.1]);
    await figure.press('Home');
    expect(await camera(page)).toEqual(home);
    expect(await scrolled(page)).toBe(start);
    expectNoProblems(problems);
  });
});

describe('with a finger', () => {
  const phone = { touch: true, viewport: { width: 390, height: 700 } };

  it('up and down over the surface scrolls the page; sideways turns the figure; two fingers zoom', async () => {
    const { page, problems } = await sharePair(phone);
    const from = await middle(param(page, 'cam'));
    const start = await scrolled(page);
    await swipe(page, { from, to: { x: from.x + 4, y: from.y - 120 } });
    await eventually(() => scrolled(page)).toBeGreaterThan(start + 60);
    expect(await camera(page)).toEqual(home);

    const again = await middle(param(page, 'cam'));
    const there = await scrolled(page);
    await swipe(page, { from: again, to: { x: again.x - 80, y: again.y - 5 } });
    const [azimuth = 0] = await camera(page);
    expect(azimuth).toBeGreaterThan((home[0] ?? 0) + 22);
    expect(await scrolled(page)).toBe(there);

    const centre = await middle(param(page, 'cam'));
    const finger = (sign: number) => ({
      from: { x: centre.x + sign * 30, y: centre.y },
      to: { x: centre.x + sign * 60, y: centre.y },
    });
    await swipe(page, finger(-1), finger(1));
    const [, , zoom = 0] = await camera(page);
    expect(zoom).toBeGreaterThan(1.5);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
    expectNoProblems(problems);
  });

  it('a tap on the surface reads the values there', async () => {
    const { page } = await sharePair(phone);
    const at = await middle(param(page, 'cam'));
    const before = await param(page, 'at').getAttribute('aria-valuetext');
    await page.touchscreen.tap(at.x - 40, at.y + 10);
    await settle(page);
    expect(await param(page, 'at').getAttribute('aria-valuetext')).not.toBe(before);
  });

  it('up and down scrolls also from the sliders, the tiles and the rest of the drawing of weights', async () => {
    const { page } = await sharePair(phone);
    for (const selector of [
      '[data-param="c"]',
      '[data-term="sum"]',
      'svg[data-unit] .plane-frame .axis-symbol',
    ]) {
      const from = await middle(page.locator(selector).first());
      const start = await scrolled(page);
      await swipe(page, { from, to: { x: from.x, y: from.y + 100 } });
      await eventually(() => scrolled(page)).toBeLessThan(start - 50);
    }
  });
});

it.each([320, 390, 768, 1440, 2560])('nothing is wider than the page at %i pixels', async (width) => {
  const { page, problems } = await sharePair({ viewport: { width, height: 800 }, touch: width < 600 });
  const found = await page.evaluate(() => {
    const root = document.documentElement;
    const clipped = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).overflowX !== 'visible' || clipped(element.parentElement));
    const beyond = [...document.querySelectorAll('main *, header *, footer *')]
      .filter((element) => {
        const { width: wide, left, right } = element.getBoundingClientRect();
        return wide > 1 && (right > root.clientWidth + 1 || left < -1) && !clipped(element);
      })
      .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`);
    return { overflow: root.scrollWidth - root.clientWidth, beyond };
  });
  expect(found).toEqual({ overflow: 0, beyond: [] });
  expectNoProblems(problems);
});
