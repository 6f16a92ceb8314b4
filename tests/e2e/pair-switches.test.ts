import { expect, it } from 'vitest';
import { pairPresets } from '#figures/pair/schema';
import { presetText } from '#figures/pair/text';
import { termIds } from '#math/pair/pair';
import { expectNoProblems, param, picture, readout } from '../support/page';
import { numbers, press, settle, sharePair, type, writtenHash } from './pair-page';
import { differing } from './same-picture';

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

it('the limit looks like the pair just before it: no jump', async () => {
  const { page } = await sharePair({ hash: 'v=1&eps=1e-6&sheets=0', drawing: 'plain' });
  const values = async () => {
    const { exact } = await numbers(page);
    return { sum: exact['at-sum'], limit: exact['at-limit'], high: exact['legend-high'] };
  };
  const before = await values();
  const canvas = page.locator('.figure-canvas');
  const picturedBefore = await picture(canvas);
  await press(param(page, 'eps'), 'ArrowRight');
  const after = await values();
  expect(after.high).toBe(before.high);
  expect(after.limit).toBe(before.limit);
  expect(after.sum).toBeCloseTo(before.sum ?? 0, 10);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  // A few points at the edges of labels may come out otherwise when the page has been scrolled between.
  expect(differing(await picture(canvas), picturedBefore)).toBeLessThan(50);
});

it('the tiles choose what the surface shows: by click, and as radio buttons by keyboard', async () => {
  const { page, problems } = await sharePair({ drawing: 'plain' });
  const tile = (term: string) => page.locator(`[data-param="show"][value="${term}"]`);
  const pictured = new Set<string>();
  for (const term of termIds) {
    await page.locator(`[data-term="${term}"]`).click();
    await settle(page);
    expect(await tile(term).isChecked(), term).toBe(true);
    pictured.add((await picture(page.locator('.figure-canvas'))).toString('base64'));
  }
  expect(pictured.size).toBe(termIds.length);
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

it('the sheets can be switched off and on; at epsilon = 0 the page says where they are', async () => {
  const { page, problems } = await sharePair({ drawing: 'plain' });
  const canvas = page.locator('.figure-canvas');
  const withSheets = await picture(canvas);
  await param(page, 'sheets').uncheck();
  await settle(page);
  const without = await picture(canvas);
  expect(differing(without, withSheets)).toBeGreaterThan(1000);
  await param(page, 'sheets').check();
  await settle(page);
  expect(differing(await picture(canvas), withSheets)).toBeLessThan(50);
  await type(page, 'eps', '0');
  expect(await readout(page, 'remark')).toMatch(/infinitely far up and down/);
  expectNoProblems(problems);
});
