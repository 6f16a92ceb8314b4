import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectNoProblems, param, picture } from '../support/page';
import { eventually, numbers, openPair, press, settle, sharePair, type, writtenHash } from './pair-page';
import { differing } from './same-picture';

const figure = (page: Page) => page.locator('[data-figure="pair"]');
const frames = async (page: Page) => Number(await figure(page).getAttribute('data-frames'));

describe('without WebGL', () => {
  it('says why there is a flat map, and every control moves it', async () => {
    const { page, problems } = await sharePair({ webgl: false });
    expect(await page.locator('[data-message="no-webgl"]').textContent()).toMatch(/no WebGL.*flat map/);
    const map = page.locator('.flat-map canvas');
    const seen = new Set([(await picture(map)).toString('base64')]);
    const changes: (() => Promise<unknown>)[] = [
      () => press(param(page, 'a'), 'ArrowLeft', 4),
      () => type(page, 'eps', '1'),
      () => param(page, 'act').selectOption('relu'),
      () => press(param(page, 'w'), 'ArrowUp', 3),
      () => page.locator('[data-term="gated"]').click(),
    ];
    for (const change of changes) {
      await change();
      await settle(page);
      seen.add((await picture(map)).toString('base64'));
    }
    expect(seen.size).toBe(changes.length + 1);
    expect(await writtenHash(page)).toMatch(/act=relu&eps=1&.*show=gated/);
    expectNoProblems(problems);
  });

  it('the point of the read-outs can still be moved', async () => {
    const { page } = await sharePair({ webgl: false });
    page.setDefaultTimeout(2000);
    const before = (await numbers(page)).exact['at-sum'];
    await press(param(page, 'at'), 'ArrowLeft', 2);
    expect((await numbers(page)).exact['at-sum']).not.toBe(before);
  });
});

/** Takes the figure's WebGL context away, and returns what gives it back. */
async function loseContext(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.figure-canvas canvas');
    const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    if (!extension) throw new Error('no WEBGL_lose_context');
    Object.assign(window, { extension });
    extension.loseContext();
  });
  return () =>
    page.evaluate(() => (window as unknown as { extension: WEBGL_lose_context }).extension.restoreContext());
}

it('a lost context is said, and restored it shows the figure as it is by then', async () => {
  const { page, problems } = await openPair({ viewport: { width: 1000, height: 1700 }, drawing: 'plain' });
  // On whole pixels: elsewhere the browser puts the picture together in other ways before and after.
  const content =
    '.surface-stage { position: fixed !important; inset: 0 auto auto 0; width: 640px; height: 320px }';
  await page.addStyleTag({ content });
  await page.waitForTimeout(300);
  const canvas = page.locator('.figure-canvas');
  const before = await picture(canvas);
  const restore = await loseContext(page);
  const message = page.locator('[data-message="context-lost"]');
  await message.waitFor();
  expect(await message.getAttribute('role')).toBe('status');
  // The map from above stands in, as where there is no WebGL.
  expect(await page.locator('.stage-picture .flat-map canvas').count()).toBe(1);
  // The controls go on working meanwhile.
  await type(page, 'a', '-2');
  expect((await numbers(page)).exact.ai).toBeLessThan(0);
  await restore();
  await message.waitFor({ state: 'detached' });
  await settle(page);
  await eventually(async () => differing(await picture(canvas), before)).toBeGreaterThan(2000);
  await type(page, 'a', '1.2');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await eventually(async () => differing(await picture(canvas), before)).toBe(0);
  const lost = problems.filter((problem) => !/THREE\.WebGLRenderer: Context (Lost|Restored)/.test(problem));
  expectNoProblems(lost);
});

describe('frames', () => {
  it('none is drawn when nothing happens, and none for what only the mouse passes over', async () => {
    const { page } = await sharePair();
    await page.waitForTimeout(300);
    const before = await frames(page);
    await page.waitForTimeout(1000);
    expect(await frames(page)).toBe(before);
    await page.locator('[data-action="reset"]').hover();
    await param(page, 'c').hover();
    await page.waitForTimeout(200);
    expect(await frames(page)).toBe(before);
  });

  it('one is drawn for each update, and one for many updates at once', async () => {
    const { page, problems } = await sharePair();
    const drawn = (together: boolean) =>
      page.evaluate(async (atOnce) => {
        const root = document.querySelector<HTMLElement>('[data-figure="pair"]');
        const input = document.querySelector<HTMLInputElement>('[data-param="c"]');
        const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        const before = Number(root?.dataset.frames);
        const start = Number(input?.value);
        for (let k = 1; k <= 10; k++) {
          value?.set?.call(input, String(start + k));
          input?.dispatchEvent(new Event('input', { bubbles: true }));
          if (!atOnce) await frame();
        }
        for (let k = 0; k < 4; k++) await frame();
        return Number(root?.dataset.frames) - before;
      }, together);
    await page.waitForTimeout(300);
    const separate = await drawn(false);
    expect(separate).toBeGreaterThanOrEqual(9);
    expect(separate).toBeLessThanOrEqual(11);
    const together = await drawn(true);
    expect(together).toBeGreaterThanOrEqual(1);
    expect(together).toBeLessThanOrEqual(2);
    expect((await numbers(page)).boxes.c).toBeCloseTo(1.6, 9);
    expectNoProblems(problems);
  });
});
