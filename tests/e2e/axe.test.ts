import { expect, it } from 'vitest';
import { expectNoProblems } from '../support/page';
import { looks, violations } from './axe';
import { enter, openComputed, problemOf } from './computed-page';
import { openPair, sharePair, type } from './pair-page';

const narrow = { width: 390, height: 800 };

it('axe-core finds nothing in the pair, wide and light or narrow and dark, in any state', async () => {
  const { page, problems } = await sharePair({ hash: 'v=2&eps=0&act=relu&a=x&c=99&show=neuronI' });
  await page.locator('[data-notices]').waitFor();
  await type(page, 'a', 'abc');
  await type(page, 'gap', '-5');
  expect(await page.locator('[data-problem]').count()).toBe(2);
  const both = async (what: string) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 800 });
    expect.soft(await violations(page), what).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize(narrow);
    expect.soft(await violations(page, 'html', looks), `${what}, narrow and dark`).toEqual([]);
  };
  await page.locator('summary').click();
  await both('with notices, problems and the description, at the limit');
  expectNoProblems(problems);
});

it('axe-core would find what it should: an unnamed button, and text too pale', async () => {
  const { page } = await sharePair();
  await page.evaluate(() => {
    const wrong = document.createElement('div');
    wrong.id = 'wrong';
    wrong.innerHTML = '<button></button><p style="color: #ccc; background: #fff">pale</p>';
    document.querySelector('main')?.append(wrong);
  });
  const rulesOf = async (found: Promise<string[]>) => (await found).map((line) => line.split(' ')[0]);
  expect(await rulesOf(violations(page, '#wrong'))).toEqual(
    expect.arrayContaining(['button-name', 'color-contrast']),
  );
  expect(await rulesOf(violations(page, '#wrong', looks))).toContain('color-contrast');
});

it('axe-core finds nothing in an embed without WebGL', async () => {
  const { page, problems } = await openPair({ path: '?figure=pair&embed=1', webgl: false });
  expect.soft(await violations(page)).toEqual([]);
  expectNoProblems(problems);
});

it.each([
  ['duo', 'dark', 390],
  ['landscape', 'light', 1280],
] as const)('axe-core finds nothing in the figure %s, %s at %i pixels', async (id, theme, width) => {
  const { figure, page } = await openComputed(id, {
    theme,
    viewport: { width, height: 900 },
    hash: id === 'duo' ? '' : 'v=1&network=trained&grid=8&opt=gd',
  });
  const key = id === 'duo' ? 'eps' : 'hidden';
  await enter(figure, key, '99');
  expect(await problemOf(figure, key)).toBeDefined();
  await page.locator('summary').first().click();
  expect(await violations(page)).toEqual([]);
});

it('axe-core finds nothing in a talk in dark, with everything open', async () => {
  const { page, problems } = await openPair({
    path: '?mode=talk&figure=pair',
    hash: 'v=1&step=99',
    theme: 'dark',
  });
  for (const key of ['s', 'n', 'a']) await page.keyboard.press(key);
  await page.locator('[data-action="remove-step"]').first().waitFor();
  // The bar comes with the mouse; nothing is looked at while it fades.
  await page.mouse.move(640, 300);
  await page.mouse.move(640, 40);
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => undefined),
  );
  expect.soft(await violations(page), 'with list and notes').toEqual([]);
  await page.keyboard.press('?');
  await page.locator('[data-dialog="keys"]').waitFor();
  expect.soft(await violations(page, '[data-dialog]'), 'with the keys').toEqual([]);
  expectNoProblems(problems);
});
