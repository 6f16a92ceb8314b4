import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pairSchema } from '#figures/pair/schema';
import { expectNoProblems, param } from '../support/page';
import { arrows, eventually, middle, numbers, settle, sharePair, writtenHash } from './pair-page';
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

  it('a finger drags every arrow, and the page stays where it is', async () => {
    const { page, problems } = await sharePair({
      ...phone,
      hash: 'v=1&eps=0.1&dir=0&cam=20,50,1',
    });
    const from = await middle(param(page, 'w'));
    const scroll = await page.evaluate(() => scrollY);
    const before = (await arrows(page)).w;
    // Downwards, where a finger elsewhere would scroll.
    await swipe(page, { from, to: { x: from.x - 30, y: from.y + 50 } });
    await settle(page);
    const at = await middle(param(page, 'w'));
    expect(at.x - from.x).toBeCloseTo(-30, -0.3);
    expect(at.y - from.y).toBeCloseTo(50, -0.3);
    expect((await arrows(page)).w[1]).toBeLessThan(before[1] - 0.5);

    const tip = await middle(param(page, 'tip-i'));
    await swipe(page, { from: tip, to: { x: tip.x - 15, y: tip.y - 30 } });
    await settle(page);
    const { boxes } = await numbers(page);
    expect(boxes.dir).toBeGreaterThan(20);
    expect(boxes.dir).toBeLessThan(80);
    const other = await middle(param(page, 'tip-j'));
    await swipe(page, { from: other, to: { x: other.x, y: other.y - 40 } });
    await settle(page);
    expect((await numbers(page)).boxes.dir).not.toBe(boxes.dir);

    expect(await page.evaluate(() => scrollY)).toBe(scroll);
    expect(await writtenHash(page)).toContain('cam=20,50,1');
    expectNoProblems(problems);
  });

  it('the handles of the arrows are large enough for a finger: 24 pixels and more on a phone', async () => {
    const { page } = await sharePair(phone);
    for (const key of ['w', 'tip-i', 'tip-j']) {
      const rect = await param(page, key).boundingBox();
      expect(Math.min(rect?.width ?? 0, rect?.height ?? 0), key).toBeGreaterThanOrEqual(24);
    }
  });

  it('a finger moves a slider', async () => {
    const { page, problems } = await sharePair(phone);
    const slider = param(page, 'eps');
    const { x, y } = await middle(slider);
    const share = await slider.evaluate((input: HTMLInputElement) => Number(input.value) / Number(input.max));
    const rect = await slider.boundingBox();
    const thumb = { x: (rect?.x ?? 0) + 13 + share * ((rect?.width ?? 0) - 26), y };
    await swipe(page, { from: thumb, to: { x: x + 20, y } });
    await settle(page);
    expect((await numbers(page)).boxes.eps).toBeLessThan(0.01);
    expectNoProblems(problems);
  });
});

it.each([
  ['a phone', [320, 390]],
  ['a screen', [768, 1440, 2560]],
] as const)('nothing is wider than the page on %s', async (device, widths) => {
  const { page, problems } = await sharePair(device === 'a phone' ? { touch: true } : {});
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await settle(page);
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
    expect(found, `${width} pixels`).toEqual({ overflow: 0, beyond: [] });
  }
  expectNoProblems(problems);
});
