import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectNoProblems, param } from '../support/page';
import { box, eventually, numbers, settle, sharePair, written, writtenHash } from './pair-page';

const play = (page: Page) => page.locator('[data-action="play"]');

/** Records every epsilon that the box shows, from now on. */
async function record(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const input = document.querySelector<HTMLInputElement>('[data-param-text="eps"]');
    const look = () => {
      const value = input?.value ?? '';
      if (seen.at(-1) !== value) seen.push(value);
      requestAnimationFrame(look);
    };
    look();
  });
  return async () => (await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).map(written);
}

it('playing makes epsilon smaller and smaller; pause holds it; that is one step of undo; played to its end it is at 0 and stops', async () => {
  const { page, problems } = await sharePair({ hash: 'v=1&eps=0.01' });
  expect(await play(page).getAttribute('aria-label')).toMatch(/^Play/);
  await play(page).click();
  await eventually(() => box(page, 'eps')).toBeLessThan(5e-3);
  expect(await play(page).getAttribute('aria-label')).toBe('Pause');
  expect(await play(page).getAttribute('aria-pressed')).toBe('true');
  await play(page).click();
  await settle(page);
  const held = await box(page, 'eps');
  // The hash is written after more than ten frames.
  expect(await writtenHash(page)).toBe(`#v=1&eps=${held}`);
  expect(await box(page, 'eps')).toBe(held);
  // All of it is one step of undo: the first in this page, in which nothing was changed before.
  const undo = page.locator('[data-action="undo"]');
  await undo.click();
  await settle(page);
  expect(await box(page, 'eps')).toBe(0.01);
  expect(await undo.isDisabled()).toBe(true);

  const seen = await record(page);
  await play(page).click();
  await eventually(() => box(page, 'eps')).toBe(0);
  await eventually(() => play(page).getAttribute('aria-pressed')).toBe('false');
  expect((await numbers(page)).boxes.gap).toBe(Infinity);
  const all = await seen();
  expect(all.length).toBeGreaterThan(8);
  expect(all).toEqual([...all].sort((a, b) => b - a));
  expectNoProblems(problems);
});

it('taking hold of epsilon stops playing; from 0 it begins again at 1', async () => {
  const { page, problems } = await sharePair({ hash: 'v=1&eps=0' });
  await play(page).click();
  await eventually(() => box(page, 'eps')).toBeGreaterThan(0.1);
  await param(page, 'eps').press('ArrowLeft');
  await eventually(() => play(page).getAttribute('aria-pressed')).toBe('false');
  const held = await box(page, 'eps');
  await page.waitForTimeout(300);
  expect(await box(page, 'eps')).toBe(held);
  expectNoProblems(problems);
});

it('where motion is unwanted it goes in whole decades, a step at a time', async () => {
  const { page, problems } = await sharePair({ hash: 'v=1&eps=1e-4' });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const seen = await record(page);
  await play(page).click();
  await eventually(async () => (await seen()).at(-1)).toBe(0);
  expect(await seen()).toEqual([1e-4, 1e-5, 1e-6, 0]);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expectNoProblems(problems);
});

const frames = async (page: Page) =>
  Number(await page.locator('[data-figure="pair"]').getAttribute('data-frames'));

describe('frames', () => {
  it('none is drawn when nothing happens, and none for what only the mouse passes over', async () => {
    const { page } = await sharePair();
    await page.waitForTimeout(300);
    const before = await frames(page);
    await page.waitForTimeout(500);
    expect(await frames(page)).toBe(before);
    // Nothing moves until the reader plays.
    expect(await box(page, 'eps')).toBe(0.3);
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
