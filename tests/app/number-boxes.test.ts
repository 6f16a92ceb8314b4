// @vitest-environment happy-dom
import { act } from 'react';
import { expect, it } from 'vitest';
import {
  box,
  fill,
  numbers,
  openPair,
  press,
  problemOf,
  settle,
  textBox,
  type,
  writtenHash,
} from './pair-page';

const sliderKeys = ['eps', 'gap', 'a', 'c', 'wlen', 'wdir', 'bias', 'dir', 'dbias'] as const;

/** Leaves a box by Tab or with the mouse. */
async function leave(input: HTMLInputElement): Promise<void> {
  await act(async () => input.blur());
  await settle();
}

it('text is not reformatted under the hands, in any box', async () => {
  const problems = await openPair();
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
    const input = textBox(key);
    for (let k = 1; k <= text.length; k++) {
      await fill(input, text.slice(0, k));
      expect(input.value, key).toBe(text.slice(0, k));
    }
    await settle();
    expect(input.value, key).toBe(text);
    await press(input, 'Enter');
  }
  await settle();
  expect(numbers().boxes).toMatchObject({
    c: 0.25,
    wlen: 2,
    wdir: 0,
    bias: 0.1,
    dir: 10,
    dbias: 0.5,
    a: -1.5,
  });
  expect(problems).toEqual([]);
});

it('a number counts on Enter and when the box is left, not while it is typed; Escape puts the old one back', async () => {
  await openPair();
  const input = textBox('c');
  const ai = async () => {
    await settle();
    return numbers().exact.ai ?? Number.NaN;
  };
  const before = await ai();
  await fill(input, '1.6');
  expect(await ai()).toBe(before);
  await press(input, 'Enter');
  expect(await ai()).toBeCloseTo(before + 0.5, 12);
  await fill(input, '2.6');
  expect(await ai()).toBeCloseTo(before + 0.5, 12);
  await leave(input);
  expect(await ai()).toBeCloseTo(before + 1, 12);
  await fill(input, '-3');
  await press(input, 'Escape');
  expect(input.value).toBe('2.6');
  await leave(input);
  expect(await ai()).toBeCloseTo(before + 1, 12);
});

it('nonsense is explained and changes nothing, also not in the address', async () => {
  const problems = await openPair('v=1&eps=0.2&a=1');
  const hash = window.location.hash;
  const { exact } = numbers();
  const nonsense = ['abc', '1e', '--3', '', '1e999', '½', '10^400', '1,000,000', 'NaN', '0x10'];
  const cases = [
    ...nonsense.map((text) => ['gap', text] as const),
    ['eps', ''],
    ['dir', '3 o’clock'],
  ] as const;
  for (const [key, text] of cases) {
    await type(key, text);
    expect.soft(problemOf(key), `${key}: ${text}`).toMatch(/is not a number.*Nothing was changed\.$/);
    expect.soft(textBox(key).value, `${key}: ${text}`).toBe(text);
    expect.soft(textBox(key).getAttribute('aria-invalid'), `${key}: ${text}`).toBe('true');
    await press(textBox(key), 'Escape');
    expect(problemOf(key), `${key}: ${text}`).toBeUndefined();
    expect.soft(numbers().exact, `${key}: ${text}`).toEqual(exact);
  }
  expect(await writtenHash()).toBe(hash);
  expect(problems).toEqual([]);
});

it('a number out of range is explained with the range, in every box, and changes nothing', async () => {
  const problems = await openPair('v=1&eps=0.2&a=1');
  const { exact } = numbers();
  for (const [key, text, sentence] of [
    ['eps', '2', /ε is 0, or between 10⁻⁶ and 1\./],
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
    await type(key, text);
    expect(problemOf(key), `${key}: ${text}`).toMatch(sentence);
    expect(numbers().exact, key).toEqual(exact);
    await press(textBox(key), 'Escape');
  }
  expect(problems).toEqual([]);
});

it('reads numbers as people write them', async () => {
  const problems = await openPair();
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
    await type(key, text);
    expect(problemOf(key), text).toBeUndefined();
    expect(box(key), text).toBe(value);
  }
  expect(problems).toEqual([]);
});

it('a_i - a_j may be typed: it sets epsilon, up to infinity, with the sign of a', async () => {
  const problems = await openPair('v=1&a=-1');
  await type('gap', '-100');
  expect(box('eps')).toBe(0.01);
  await type('gap', '100');
  expect(problemOf('gap')).toMatch(/With a negative.*is negative too/);
  await press(textBox('gap'), 'Escape');
  await type('gap', '-∞');
  expect(box('eps')).toBe(0);
  expect(textBox('gap').value).toBe('−∞');
  await type('a', '2');
  await type('gap', 'inf');
  expect(box('eps')).toBe(0);
  await type('gap', '4');
  expect(box('eps')).toBe(0.5);
  expect(problems).toEqual([]);
});

it('what a box shows it also takes back unchanged', async () => {
  await openPair('v=1&eps=0.0123457&a=-1.23457&w=1.23457,-2.34567&bias=0.333333');
  const { exact } = numbers();
  for (const key of sliderKeys) {
    await type(key, textBox(key).value);
    expect(problemOf(key), key).toBeUndefined();
  }
  const after = numbers().exact;
  for (const [name, value] of Object.entries(exact)) {
    if (!name.startsWith('scale')) expect(after[name], name).toBeCloseTo(value, 3);
  }
});
