import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectNoProblems, param } from '../support/page';
import { box, eventually, numbers, openPair, settle, sharePair, writtenHash } from './pair-page';

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
  return async () => (await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).map(Number);
}

it('playing makes epsilon smaller and smaller; pause holds it; playing on reaches 0 and stops', async () => {
  const { page, problems } = await sharePair({ hash: 'v=1&eps=0.01' });
  const seen = await record(page);
  expect(await play(page).getAttribute('aria-label')).toMatch(/^Play/);
  await play(page).click();
  await eventually(() => box(page, 'eps')).toBeLessThan(5e-3);
  expect(await play(page).getAttribute('aria-label')).toBe('Pause');
  expect(await play(page).getAttribute('aria-pressed')).toBe('true');
  await play(page).click();
  await settle(page);
  const held = await box(page, 'eps');
  await page.waitForTimeout(300);
  expect(await box(page, 'eps')).toBe(held);
  expect(await writtenHash(page)).toBe(`#v=1&eps=${held}`);

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

it('playing is one step of undo', async () => {
  const { page } = await openPair({ hash: 'v=1&eps=0.01' });
  await play(page).click();
  await eventually(() => box(page, 'eps')).toBeLessThan(0.005);
  await play(page).click();
  await page.locator('[data-action="undo"]').click();
  await settle(page);
  expect(await box(page, 'eps')).toBe(0.01);
  expect(await page.locator('[data-action="undo"]').isDisabled()).toBe(true);
});

it('where motion is unwanted it goes in whole decades, a step at a time', async () => {
  const { page, problems } = await sharePair({ reducedMotion: true, hash: 'v=1&eps=1e-4' });
  const seen = await record(page);
  await play(page).click();
  await eventually(async () => (await seen()).at(-1)).toBe(0);
  expect(await seen()).toEqual([1e-4, 1e-5, 1e-6, 0]);
  expectNoProblems(problems);
});

it('nothing moves until the reader plays', async () => {
  const { page } = await sharePair();
  await page.waitForTimeout(500);
  expect(await box(page, 'eps')).toBe(0.3);
});
