import { expect, it } from 'vitest';
import { expectNoProblems, param } from '../support/page';
import {
  box,
  dragSlider,
  type Numbers,
  numbers,
  press,
  settle,
  sharePair,
  sliderKeys,
  type,
} from './pair-page';

const radians = Math.PI / 180;

/** A read-out that must follow each slider. */
const follower: Readonly<Record<(typeof sliderKeys)[number], string>> = {
  eps: 'ai',
  gap: 'wi1',
  a: 'aj',
  c: 'ai',
  wlen: 'wj1',
  wdir: 'wi2',
  bias: 'bj',
  dir: 'wj2',
  dbias: 'bi',
};

/** Expects the weights of both neurons to be those of the numbers in the boxes. */
function expectConsistent({ exact, boxes }: Numbers): void {
  const { eps = 0, gap, a = 0, c = 0, wlen = 0, wdir = 0, bias = 0, dir = 0, dbias = 0 } = boxes;
  const { ai = Number.NaN, aj = Number.NaN } = exact;
  const flat = Math.sqrt(1 - dbias ** 2);
  const w = [wlen * Math.cos(radians * wdir), wlen * Math.sin(radians * wdir)];
  const delta = [flat * Math.cos(radians * dir), flat * Math.sin(radians * dir)];
  for (const [side, sign] of [
    ['i', 1],
    ['j', -1],
  ] as const) {
    for (const k of [0, 1]) {
      const expected = (w[k] ?? 0) + sign * eps * (delta[k] ?? 0);
      expect(exact[`w${side}${k + 1}`], `w${side}${k + 1}`).toBeCloseTo(expected, 3);
    }
    expect(exact[`b${side}`], `b${side}`).toBeCloseTo(bias + sign * eps * dbias, 9);
  }
  if (eps === 0) {
    const infinite = Infinity * Math.sign(a);
    expect({ ai, aj, gap }).toEqual({ ai: infinite, aj: -infinite, gap: infinite });
    return;
  }
  expect(eps * (ai - aj)).toBeCloseTo(a, 9);
  expect(ai + aj).toBeCloseTo(c, 8);
  expect((ai - aj) / (gap ?? 0)).toBeCloseTo(1, 5);
}

it('every slider follows the mouse, with its box and its read-outs', async () => {
  const { page, problems } = await sharePair();
  let before = await numbers(page);
  for (const key of sliderKeys) {
    await dragSlider(page, key, 0.3);
    const after = await numbers(page);
    expect(after.boxes[key], `box of ${key}`).not.toBe(before.boxes[key]);
    expect(after.exact[follower[key]], `${follower[key]} after ${key}`).not.toBe(before.exact[follower[key]]);
    expectConsistent(after);
    before = after;
  }
  expectNoProblems(problems);
});

it('every slider follows the keyboard: arrows and page keys', async () => {
  const { page, problems } = await sharePair({ hash: 'v=1&eps=0.1&w=1.8,0' });
  for (const key of sliderKeys) {
    const slider = param(page, key);
    const before = await numbers(page);
    const seen = [before.boxes[key] ?? Number.NaN];
    for (const name of ['ArrowRight', 'PageUp']) {
      await press(slider, name);
      const now = await numbers(page);
      expectConsistent(now);
      seen.push(now.boxes[key] ?? Number.NaN);
      expect(now.exact[follower[key]], `${follower[key]} after ${key}`).not.toBe(before.exact[follower[key]]);
    }
    const sorted = [...seen].sort((a, b) => a - b);
    expect(new Set(seen).size, `${key}: ${seen.join(', ')}`).toBe(3);
    expect(seen, key).toEqual(key === 'eps' ? sorted.reverse() : sorted);
    await press(slider, 'ArrowLeft');
    await press(slider, 'PageDown');
    expect(await box(page, key), key).toBeCloseTo(seen[0] ?? 0, 6);
  }
  expectNoProblems(problems);
});

it('says where a slider stands in numbers, not in positions', async () => {
  const { page } = await sharePair({ hash: 'v=1&eps=0.01&a=-1.5' });
  const said = await page.locator('[data-param-text]').evaluateAll((all) =>
    all.map((input) => ({
      shown: (input as HTMLInputElement).value,
      spoken: document
        .querySelector(`[data-param="${(input as HTMLElement).dataset.paramText}"]`)
        ?.getAttribute('aria-valuetext'),
    })),
  );
  expect(said.length).toBe(sliderKeys.length);
  for (const { shown, spoken } of said) expect(spoken).toContain(shown);
});

it('the keyboard takes epsilon to exactly 0 in one step from the smallest, and back', async () => {
  const { page, problems } = await sharePair({ hash: 'v=1&eps=1e-6' });
  const slider = param(page, 'eps');
  const after = async (key: string) => {
    await press(slider, key);
    return box(page, 'eps');
  };
  expect(await box(page, 'eps')).toBe(1e-6);
  expect(await after('ArrowRight')).toBe(0);
  expectConsistent(await numbers(page));
  expect(await after('ArrowRight')).toBe(0);
  expect(await after('ArrowLeft')).toBe(1e-6);
  expect(await after('ArrowLeft')).toBeGreaterThan(1e-6);
  expect(await after('End')).toBe(0);
  expect(await after('Home')).toBe(1);
  expectNoProblems(problems);
});

it('the mouse takes epsilon to exactly 0 at the end of the track, and back', async () => {
  const { page, problems } = await sharePair();
  for (const key of ['eps', 'gap']) {
    await dragSlider(page, key, 1);
    const { boxes, exact } = await numbers(page);
    expect(boxes.eps, key).toBe(0);
    expectConsistent({ boxes, exact });
    await dragSlider(page, key, 0.5);
    const eps = await box(page, 'eps');
    expect(eps, key).toBeGreaterThan(1e-5);
    expect(eps, key).toBeLessThan(0.1);
    await dragSlider(page, key, 0);
    expect(await box(page, 'eps'), key).toBe(1);
  }
  expectNoProblems(problems);
});

it('a slow drag over the end of the track goes to 0 once and does not flicker', async () => {
  const { page } = await sharePair({ hash: 'v=1&eps=1e-6' });
  const { x, y, left } = await param(page, 'eps').evaluate((input: HTMLInputElement) => {
    const rect = input.getBoundingClientRect();
    const share = Number(input.value) / Number(input.max);
    return { x: rect.x + 13 + share * (rect.width - 26), y: rect.y + rect.height / 2, left: 1 - share };
  });
  expect(left).toBeGreaterThan(0);
  const seen: number[] = [];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let pixels = 0; pixels <= 60; pixels += 6) {
    await page.mouse.move(x + pixels, y);
    await settle(page);
    seen.push(await box(page, 'eps'));
  }
  await page.mouse.up();
  expect(seen).toEqual([...seen].sort((a, b) => b - a));
  expect([seen[0], seen.at(-1)]).toEqual([1e-6, 0]);
});

it('epsilon and a_i - a_j move oppositely and a stays, whichever is moved', async () => {
  const { page } = await sharePair({ hash: 'v=1&eps=0.01' });
  let { boxes } = await numbers(page);
  for (const [key, share] of [
    ['eps', 0.2],
    ['gap', 0.6],
    ['gap', 0.1],
  ] as const) {
    await dragSlider(page, key, share);
    const now = (await numbers(page)).boxes;
    expect(now.a).toBe(1.2);
    expect(Math.sign((now.eps ?? 0) - (boxes.eps ?? 0))).toBe(-Math.sign((now.gap ?? 0) - (boxes.gap ?? 0)));
    expect((now.eps ?? 0) * (now.gap ?? 0)).toBeCloseTo(1.2, 4);
    boxes = now;
  }
});

it('a may be negative, and zero, where a_i - a_j cannot be moved and says why', async () => {
  const { page, problems } = await sharePair();
  await dragSlider(page, 'a', 0.2);
  const negative = await numbers(page);
  expect(negative.boxes.a).toBeLessThan(-1);
  expect(negative.boxes.gap).toBeLessThan(0);
  expectConsistent(negative);
  await press(param(page, 'eps'), 'End');
  expectConsistent(await numbers(page));

  await type(page, 'a', '0');
  expect((await numbers(page)).exact).toMatchObject({ ai: 0.3, aj: 0.3 });
  expect(await param(page, 'gap').isDisabled()).toBe(true);
  expect(await param(page, 'gap').getAttribute('title')).toMatch(/a = 0/);
  await type(page, 'a', '-2');
  expect(await param(page, 'gap').isDisabled()).toBe(false);
  expectNoProblems(problems);
});

it('one drag of a slider is one step of undo', async () => {
  const { page } = await sharePair();
  const slider = param(page, 'c');
  await slider.scrollIntoViewIfNeeded();
  const rect = await slider.boundingBox();
  if (!rect) throw new Error('no slider');
  await page.mouse.move(rect.x + rect.width / 2, rect.y + rect.height / 2);
  await page.mouse.down();
  for (const by of [10, 25, 40]) {
    await page.mouse.move(rect.x + rect.width / 2 + by, rect.y + rect.height / 2);
    await settle(page);
  }
  await page.mouse.up();
  await settle(page);
  expect((await numbers(page)).boxes.c).not.toBe(0.6);
  await page.locator('[data-action="undo"]').click();
  await settle(page);
  expect((await numbers(page)).boxes.c).toBe(0.6);
});
