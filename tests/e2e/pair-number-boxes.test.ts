import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectNoProblems } from '../support/page';
import { box, numbers, openPair, settle, sliderKeys, textBox, type, writtenHash } from './pair-page';

/** The sentence beside a box, or undefined. */
async function problem(page: Page, key: string): Promise<string | undefined> {
  const found = page.locator(`[data-problem="${key}"]`);
  if ((await found.count()) === 0) return undefined;
  expect(await found.getAttribute('role')).toBe('alert');
  return (await found.textContent()) ?? '';
}

it('text is not reformatted under the hands, in any box', async () => {
  const { page, problems } = await openPair();
  for (const [key, text] of [
    ['eps', '0,050'],
    ['gap', '+24.00'],
    ['a', '-01.50'],
    ['c', ' 1/4 '],
    ['wlen', '2.'],
    ['wdir', '-0'],
    ['bias', '10^-1'],
    ['dir', '1e1'],
    ['dbias', '.5'],
  ] as const) {
    const input = textBox(page, key);
    await input.selectText();
    for (let k = 1; k <= text.length; k++) {
      await input.press(text[k - 1] === ' ' ? 'Space' : (text[k - 1] ?? ''));
      expect(await input.inputValue(), key).toBe(text.slice(0, k));
    }
    await settle(page);
    expect(await input.inputValue(), key).toBe(text);
    await input.press('Enter');
  }
  await settle(page);
  expect((await numbers(page)).boxes).toMatchObject({
    c: 0.25,
    wlen: 2,
    wdir: 0,
    bias: 0.1,
    dir: 10,
    dbias: 0.5,
    a: -1.5,
  });
  expectNoProblems(problems);
});

it('a number counts on Enter and when the box is left, not while it is typed; Escape puts the old one back', async () => {
  const { page } = await openPair();
  const input = textBox(page, 'c');
  const ai = async () => {
    await settle(page);
    return (await numbers(page)).exact.ai ?? Number.NaN;
  };
  const before = await ai();
  await input.fill('1.6');
  expect(await ai()).toBe(before);
  await input.press('Enter');
  expect(await ai()).toBeCloseTo(before + 0.5, 12);
  await input.fill('2.6');
  expect(await ai()).toBeCloseTo(before + 0.5, 12);
  await input.blur();
  expect(await ai()).toBeCloseTo(before + 1, 12);
  await input.fill('-3');
  await input.press('Escape');
  expect(await input.inputValue()).toBe('2.6');
  await input.blur();
  expect(await ai()).toBeCloseTo(before + 1, 12);
});

it('nonsense is explained and changes nothing, also not in the address', async () => {
  const { page, problems } = await openPair({ hash: 'v=1&eps=0.2&a=1' });
  const hash = await page.evaluate(() => location.hash);
  const { exact } = await numbers(page);
  const nonsense = ['abc', '1e', '--3', '', '1e999', '½', '10^400', '1,000,000', 'NaN', '0x10'];
  const cases = [
    ...nonsense.map((text) => ['gap', text] as const),
    ['eps', ''],
    ['dir', '3 o’clock'],
  ] as const;
  for (const [key, text] of cases) {
    await type(page, key, text);
    expect
      .soft(await problem(page, key), `${key}: ${text}`)
      .toMatch(/is not a number.*Nothing was changed\.$/);
    expect.soft(await textBox(page, key).inputValue(), `${key}: ${text}`).toBe(text);
    expect.soft(await textBox(page, key).getAttribute('aria-invalid'), `${key}: ${text}`).toBe('true');
    await textBox(page, key).press('Escape');
    expect(await problem(page, key), `${key}: ${text}`).toBeUndefined();
    expect.soft((await numbers(page)).exact, `${key}: ${text}`).toEqual(exact);
  }
  expect(await writtenHash(page)).toBe(hash);
  expectNoProblems(problems);
});

it('a number out of range is explained with the range, in every box, and changes nothing', async () => {
  const { page, problems } = await openPair({ hash: 'v=1&eps=0.2&a=1' });
  const { exact } = await numbers(page);
  for (const [key, text, sentence] of [
    ['eps', '2', /ε is 0, or between 0\.000001 and 1\./],
    ['eps', '1e-7', /ε is 0, or between/],
    ['eps', '-0.1', /ε is 0, or between/],
    ['gap', '0.5', /goes from 1 to 1000000, or is ∞/],
    ['gap', '-3', /With a positive, a_i − a_j = a \/ ε is positive too/],
    ['gap', '−∞', /positive too/],
    ['a', '3.01', /a goes from −3 to 3\./],
    ['c', '-99', /c goes from −6 to 6\./],
    ['wlen', '-1', /\|w\| goes from 0\.05 to 3\./],
    ['wdir', '181', /the direction of w goes from −179 to 180\./],
    ['bias', '5', /w₀ goes from −4 to 4\./],
    ['dir', '-200', /the direction of Δ goes from −180 to 180\./],
    ['dbias', '1', /Δ₀ goes from −0\.99 to 0\.99\./],
    ['a', 'inf', /a goes from −3 to 3\./],
  ] as const) {
    await type(page, key, text);
    expect(await problem(page, key), `${key}: ${text}`).toMatch(sentence);
    expect((await numbers(page)).exact, key).toEqual(exact);
    await textBox(page, key).press('Escape');
  }
  expectNoProblems(problems);
});

it('reads numbers as people write them', async () => {
  const { page, problems } = await openPair();
  for (const [key, text, value] of [
    ['a', '−0,5', -0.5],
    ['a', '1/20', 0.05],
    ['eps', '10^-3', 1e-3],
    ['eps', '2·10^-4', 2e-4],
    ['eps', ' 5E-2 ', 0.05],
    ['c', '–1.25', -1.25],
    ['bias', '+.5', 0.5],
    ['eps', '0', 0],
  ] as const) {
    await type(page, key, text);
    expect(await problem(page, key), text).toBeUndefined();
    expect(await box(page, key), text).toBe(value);
  }
  expectNoProblems(problems);
});

it('a_i - a_j may be typed: it sets epsilon, up to infinity, with the sign of a', async () => {
  const { page, problems } = await openPair({ hash: 'v=1&a=-1' });
  await type(page, 'gap', '-100');
  expect(await box(page, 'eps')).toBe(0.01);
  await type(page, 'gap', '100');
  expect(await problem(page, 'gap')).toMatch(/With a negative.*is negative too/);
  await textBox(page, 'gap').press('Escape');
  await type(page, 'gap', '-∞');
  expect(await box(page, 'eps')).toBe(0);
  expect(await textBox(page, 'gap').inputValue()).toBe('−∞');
  await type(page, 'a', '2');
  await type(page, 'gap', 'inf');
  expect(await box(page, 'eps')).toBe(0);
  await type(page, 'gap', '4');
  expect(await box(page, 'eps')).toBe(0.5);
  expectNoProblems(problems);
});

it('what a box shows it also takes back unchanged', async () => {
  const { page } = await openPair({ hash: 'v=1&eps=0.0123457&a=-1.23457&w=1.23457,-2.34567&bias=0.333333' });
  const { exact } = await numbers(page);
  for (const key of sliderKeys) {
    await type(page, key, await textBox(page, key).inputValue());
    expect(await problem(page, key), key).toBeUndefined();
  }
  const after = (await numbers(page)).exact;
  for (const [name, value] of Object.entries(exact)) {
    if (!name.startsWith('scale')) expect(after[name], name).toBeCloseTo(value, 3);
  }
});
