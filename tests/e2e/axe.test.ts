import { expect, it } from 'vitest';
import { expectNoProblems, param } from '../support/page';
import { violations } from './axe';
import { control, enter, numberBox, openComputed, problemOf } from './computed-page';
import { openPair, press, textBox, type } from './pair-page';

it.each([
  ['light', 1280],
  ['dark', 390],
] as const)('axe-core finds nothing in %s at %i pixels, in any state', async (theme, width) => {
  const { page, problems } = await openPair({ theme, viewport: { width, height: 800 }, touch: width < 600 });
  expect.soft(await violations(page), 'as it opens').toEqual([]);

  await type(page, 'eps', 'abc');
  await type(page, 'gap', '-5');
  expect(await page.locator('[data-problem]').count()).toBeGreaterThan(0);
  expect.soft(await violations(page), 'with a problem').toEqual([]);
  for (const key of ['eps', 'gap']) await textBox(page, key).press('Escape');

  await page.evaluate(() => {
    location.hash = '#v=2&eps=0&act=relu&a=x&c=99&show=neuronI';
  });
  await page.locator('[data-notices]').waitFor();
  expect.soft(await violations(page), 'with notices, at the limit').toEqual([]);

  await type(page, 'a', '0');
  await press(param(page, 'eps'), 'Home');
  await page.locator('summary').click();
  expect.soft(await violations(page), 'with a = 0 and the description open').toEqual([]);
  expectNoProblems(problems);
});

it('axe-core finds nothing in an embed, nor without WebGL', async () => {
  for (const webgl of [true, false]) {
    const { page, problems } = await openPair({ path: '?figure=pair&embed=1', webgl });
    expect.soft(await violations(page)).toEqual([]);
    expectNoProblems(problems);
  }
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
  expect.soft(await violations(page), 'as it is computed').toEqual([]);
  const key = id === 'duo' ? 'eps' : 'hidden';
  await enter(figure, key, '99');
  expect(await problemOf(figure, key)).toBeDefined();
  await page.locator('summary').first().click();
  expect.soft(await violations(page), 'with a problem and the description open').toEqual([]);
  await numberBox(figure, key).press('Escape');
  if (id === 'duo') await enter(figure, 'eps', '0');
  else await control(figure, 'slice').selectOption('plane');
  expect.soft(await violations(page), 'at infinity, and with the other slice').toEqual([]);
});

it('axe-core would find what it should: an unnamed button, and text too pale', async () => {
  const { page } = await openPair();
  await page.evaluate(() => {
    document.querySelector('main')?.append(document.createElement('button'));
    const pale = document.createElement('p');
    pale.textContent = 'pale';
    pale.style.cssText = 'color: #ccc; background: #fff';
    document.querySelector('main')?.append(pale);
  });
  const found = (await violations(page)).map((line) => line.split(' ')[0]);
  expect(found).toContain('button-name');
  expect(found).toContain('color-contrast');
});

it('axe-core finds nothing in a talk in dark, with everything open', async () => {
  const { page, problems } = await openPair({
    path: '?mode=talk&figure=pair',
    hash: 'v=1&step=99',
    theme: 'dark',
  });
  // The bar comes with the mouse; nothing is looked at while it fades.
  const settled = async () => {
    await page.mouse.move(640, 300);
    await page.mouse.move(640, 40);
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => undefined),
    );
  };
  await settled();
  expect.soft(await violations(page), 'as it opens').toEqual([]);
  for (const key of ['s', 'n', 'a']) await page.keyboard.press(key);
  await page.locator('[data-action="remove-step"]').first().waitFor();
  await settled();
  expect.soft(await violations(page), 'with list and notes').toEqual([]);
  await page.keyboard.press('?');
  await page.locator('[data-dialog="keys"]').waitFor();
  expect.soft(await violations(page), 'with the keys').toEqual([]);
  expectNoProblems(problems);
});
