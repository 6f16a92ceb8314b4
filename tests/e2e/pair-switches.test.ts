import { expect, it } from 'vitest';
import { pairPresets } from '#figures/pair/schema';
import { presetText } from '#figures/pair/text';
import { termIds } from '#math/pair/pair';
import { expectNoProblems, param } from '../support/page';
import { numbers, press, settle, sharePair, type, writtenHash } from './pair-page';

it('every example loads, says what it teaches, and keeps the camera', async () => {
  const { page, problems } = await sharePair({ hash: 'v=1&cam=20,50,1' });
  const select = param(page, 'preset');
  const offered = await select
    .locator('option:not([disabled])')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  expect(offered).toEqual(Object.keys(presetText));
  expect(offered.length).toBeGreaterThanOrEqual(6);
  for (const id of offered as (keyof typeof presetText)[]) {
    await select.selectOption(id);
    await settle(page);
    expect(await page.locator('.preset-teaches').textContent(), id).toBe(presetText[id][1]);
    expect(await select.inputValue(), id).toBe(id);
    const { boxes } = await numbers(page);
    for (const key of ['eps', 'a', 'c', 'bias', 'dir'] as const) {
      const expected = (pairPresets[id] as Partial<Record<string, number>>)[key];
      if (expected !== undefined) expect(boxes[key], `${id}: ${key}`).toBe(expected);
    }
    expect(await page.locator('[data-figure="pair"]').getAttribute('data-ready')).toBe('true');
    expect(await page.locator('[data-figure="pair"]').textContent()).not.toMatch(/NaN|undefined/);
    expectNoProblems(problems);
  }
  expect(await writtenHash(page)).toContain('cam=20,50,1');
  // After a change the example is no longer the one shown.
  await type(page, 'c', '-1');
  expect(await select.inputValue()).toBe('');
  expect(await page.locator('.preset-teaches').textContent()).toBe('');
});

it('the two-way switch goes to epsilon = 0 and back to the epsilon before', async () => {
  const { page, problems } = await sharePair({ hash: 'v=1&eps=0.04' });
  const [toPair, toLimit] = [param(page, 'to-pair'), param(page, 'to-limit')];
  expect(await toPair.isChecked()).toBe(true);
  await page.locator('label', { has: toLimit }).click();
  await settle(page);
  expect((await numbers(page)).boxes).toMatchObject({ eps: 0, gap: Infinity });
  expect(await toLimit.isChecked()).toBe(true);
  expect((await numbers(page)).exact['error-mean']).toBe(0);
  await page.locator('label', { has: toPair }).click();
  await settle(page);
  expect((await numbers(page)).boxes.eps).toBe(0.04);
  // By keyboard, and following the slider.
  await press(toPair, 'ArrowRight');
  expect((await numbers(page)).boxes.eps).toBe(0);
  await press(param(page, 'eps'), 'ArrowLeft');
  expect(await toPair.isChecked()).toBe(true);
  expectNoProblems(problems);
});

it('the tiles choose what the surface shows: by click, and as radio buttons by keyboard', async () => {
  const { page, problems } = await sharePair();
  const tile = (term: string) => page.locator(`[data-param="show"][value="${term}"]`);
  for (const term of ['gated', 'neuronI'] as const) {
    await page.locator(`[data-term="${term}"]`).click();
    await settle(page);
    expect(await tile(term).isChecked(), term).toBe(true);
  }
  await tile('neuronI').focus();
  const order: string[] = [];
  for (let k = 0; k < termIds.length; k++) {
    await page.keyboard.press('ArrowRight');
    order.push(await page.locator('[data-param="show"]:checked').inputValue());
  }
  expect([...order].sort()).toEqual([...termIds].sort());
  // Round once, back to where it began.
  expect(order.at(-1)).toBe('neuronI');
  expectNoProblems(problems);
});
