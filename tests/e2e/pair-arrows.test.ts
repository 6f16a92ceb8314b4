import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type ActivationId, activations } from '#math/activation/activation';
import { expectNoProblems, param } from '../support/page';
import {
  arrows,
  middle,
  numbers,
  press,
  settle,
  sharePair,
  type Weights,
  written,
  writtenHash,
} from './pair-page';

/** Everything that no arrow may change. */
function bystanders(page: Page) {
  return page.evaluate(() => ({
    scroll: [scrollX, scrollY],
    camera: new URLSearchParams(location.hash.slice(1)).get('cam'),
    readAt: document.querySelector('[data-param="at"]')?.getAttribute('aria-valuetext'),
    shown: document.querySelector<HTMLInputElement>('[data-param="show"]:checked')?.value,
    selected: getSelection()?.toString(),
  }));
}

/** Drags a handle by some pixels of the window, and says what stood where. */
async function drag(page: Page, key: string, by: readonly [number, number]) {
  const from = await middle(param(page, key));
  const before = { numbers: await numbers(page), others: await bystanders(page), arrows: await arrows(page) };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by[0] / 2, from.y + by[1] / 2);
  await page.mouse.move(from.x + by[0], from.y + by[1]);
  await page.mouse.up();
  await settle(page);
  return { from, before, after: await numbers(page) };
}

it('the arrow w goes where the mouse drags it, and takes both neurons along', async () => {
  const { page, problems } = await sharePair({ hash: 'v=1&cam=20,50,1' });
  const { from, before, after } = await drag(page, 'w', [-40, -30]);
  const at = await middle(param(page, 'w'));
  expect(at.x - from.x).toBeCloseTo(-40, -0.3);
  expect(at.y - from.y).toBeCloseTo(-30, -0.3);
  const now = await arrows(page);
  expect(now.w[0]).toBeLessThan(before.arrows.w[0]);
  expect(now.w[1]).toBeGreaterThan(before.arrows.w[1]);
  const moved = (name: string) => (after.exact[name] ?? 0) - (before.numbers.exact[name] ?? 0);
  for (const name of ['wi1', 'wj1']) expect(moved(name)).toBeCloseTo(now.w[0] - before.arrows.w[0], 3);
  for (const name of ['wi2', 'wj2']) expect(moved(name)).toBeCloseTo(now.w[1] - before.arrows.w[1], 3);
  for (const name of ['ai', 'aj', 'bi', 'bj']) expect(moved(name), name).toBe(0);
  expect(await bystanders(page)).toEqual(before.others);
  expect(await writtenHash(page)).toContain(`w=${now.w.map((entry) => Number(entry.toFixed(2))).join(',')}`);
  expectNoProblems(problems);
});

it('the arrow w can be dragged to a length of 3 and not further', async () => {
  const { page, problems } = await sharePair();
  await drag(page, 'w', [600, -600]);
  const [w1, w2] = (await arrows(page)).w;
  expect(Math.hypot(w1, w2)).toBeCloseTo(3, 2);
  expect([w1 > 1, w2 > 1]).toEqual([true, true]);
  expectNoProblems(problems);
});

it.each([
  ['tip-i', 1],
  ['tip-j', -1],
] as const)('dragging %s turns Delta and changes epsilon, and leaves w and a alone', async (tip, sign) => {
  const { page, problems } = await sharePair({ hash: 'v=1&eps=0.1&dir=0' });
  // The tip of w_i is right of the centre of the glass, that of w_j left of it.
  const { before, after } = await drag(page, tip, [sign * -10, sign * -25]);
  expect(after.boxes.dir).toBeGreaterThan(15);
  expect(after.boxes.dir).toBeLessThan(60);
  expect(after.boxes.eps).not.toBe(0.1);
  expect(after.boxes).toMatchObject({ a: 1.2, c: 0.6, wlen: before.numbers.boxes.wlen, dbias: 0 });
  expect((after.boxes.eps ?? 0) * (after.boxes.gap ?? 0)).toBeCloseTo(1.2, 4);
  expect((await arrows(page)).w).toEqual(before.arrows.w);
  expect(await bystanders(page)).toEqual(before.others);
  expectNoProblems(problems);
});

it('pulling a tip inwards makes epsilon smaller, outwards larger, as far as the glass shows', async () => {
  const { page } = await sharePair({ hash: 'v=1&eps=0.1&dir=0' });
  const inwards = await drag(page, 'tip-i', [-20, 0]);
  const smaller = inwards.after.boxes.eps ?? 0;
  expect(smaller).toBeLessThan(0.1);
  expect(smaller).toBeGreaterThan(0.03);
  const outwards = await drag(page, 'tip-j', [-15, 0]);
  expect(outwards.after.boxes.eps).toBeGreaterThan(smaller);
  // Let go, and the tips stand apart as before: the glass magnifies more.
  const [i, j] = [await middle(param(page, 'tip-i')), await middle(param(page, 'tip-j'))];
  expect(i.x - j.x).toBeGreaterThan(60);
});

it('at epsilon = 0 dragging a tip turns Delta and stays at 0', async () => {
  const { page, problems } = await sharePair({ hash: 'v=1&eps=0&dir=0' });
  const { after } = await drag(page, 'tip-i', [-30, -40]);
  expect(after.boxes.eps).toBe(0);
  expect(after.boxes.dir).toBeGreaterThan(20);
  expectNoProblems(problems);
});

it('a drag goes on outside the drawing and ends where the button is released', async () => {
  const { page } = await sharePair();
  const from = await middle(param(page, 'w'));
  const others = await bystanders(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // Over the surface, which would turn, and over the headline, whose text would be selected.
  const surface = await middle(param(page, 'cam'));
  await page.mouse.move(surface.x, surface.y);
  await page.mouse.move(surface.x - 60, 20);
  await settle(page);
  const dragged = (await arrows(page)).w;
  expect(dragged[0]).toBeLessThan(-2);
  expect(Math.hypot(...dragged)).toBeCloseTo(3, 2);
  await page.mouse.up();
  await page.mouse.move(from.x, from.y);
  await settle(page);
  expect((await arrows(page)).w).toEqual(dragged);
  // The pointer has passed over the surface on its way back, where it reads values.
  expect({ ...(await bystanders(page)), readAt: '' }).toEqual({ ...others, readAt: '' });
});

it('every arrow moves with the arrow keys: 1/50 of its span, Shift 1/10, Alt 1/200', async () => {
  const { page, problems } = await sharePair({ hash: 'v=1&w=1,0&eps=0.1&dir=0' });
  const w = param(page, 'w');
  const others = await bystanders(page);
  const moves: [key: string, by: [number, number]][] = [
    ['ArrowRight', [0.12, 0]],
    ['ArrowUp', [0, 0.12]],
    ['Shift+ArrowLeft', [-0.6, 0]],
    ['Alt+ArrowDown', [0, -0.03]],
  ];
  for (const [key, by] of moves) {
    const before = (await arrows(page)).w;
    await press(w, key);
    const after = (await arrows(page)).w;
    expect(after[0] - before[0], key).toBeCloseTo(by[0], 3);
    expect(after[1] - before[1], key).toBeCloseTo(by[1], 3);
  }
  expect(await w.getAttribute('aria-valuetext')).toBe('w = (0.520, 0.0900)');

  const tip = param(page, 'tip-j');
  await press(tip, 'ArrowLeft');
  expect((await numbers(page)).boxes.dir).toBe(5);
  await press(tip, 'Shift+ArrowRight');
  expect((await numbers(page)).boxes.dir).toBe(-10);
  await press(tip, 'ArrowUp');
  expect((await numbers(page)).boxes.eps).toBe(0.126);
  await press(param(page, 'tip-i'), 'ArrowDown');
  expect((await numbers(page)).boxes.eps).toBe(0.1);
  expect(await bystanders(page)).toEqual(others);
  expectNoProblems(problems);
});

// The drawing says the truth: the pair computed from the drawn arrows is the pair that the page shows.

/** Arrows are drawn to a ten-thousandth of a pixel, and a unit of weight has about 38 of them. */
const weightError = 0.5e-4 / 37;
/** The point of the read-outs is kept to six digits. */
const pointError = 2e-6;
/** What Shift and an arrow key move that point by: a tenth of the side of the square. */
const largeStep = (2 * Math.sqrt(3)) / 10;

/** The pair at a point, from the drawn arrows and the printed output weights and biases; and how far off it may be. */
async function fromArrows(page: Page, act: ActivationId, [x1, x2]: Weights) {
  const { wi, wj } = await arrows(page);
  const { exact } = await numbers(page);
  const neuron = (a = Number.NaN, [w1, w2]: Weights, bias = Number.NaN) => {
    const z = w1 * x1 + w2 * x2 + bias;
    const jet = new Float64Array(4);
    activations[act].jet(z, jet);
    const zError = (Math.abs(x1) + Math.abs(x2)) * weightError + (Math.abs(w1) + Math.abs(w2)) * pointError;
    return {
      value: a * activations[act].value(z),
      error: Math.abs(a) * (Math.abs(jet[1] ?? 1) + 0.01) * zError,
    };
  };
  const [i, j] = [neuron(exact.ai, wi, exact.bi), neuron(exact.aj, wj, exact.bj)];
  return {
    computed: i.value + j.value,
    error: i.error + j.error + 1e-12,
    shown: exact['at-sum'] ?? Number.NaN,
  };
}

it('a_i s(w_i.x) + a_j s(w_j.x) of the drawn arrows is the value that is read off the surface', async () => {
  let at: Weights = [1.5, 1];
  const { page, problems } = await sharePair({ hash: `v=1&at=1.5,1&bias=0.3&dbias=0.4&a=-1.5` });
  const probe = param(page, 'at');
  for (const act of ['softplus', 'relu'] as const) {
    await param(page, 'act').selectOption(act);
    for (const eps of [1, 0.1]) {
      await page.locator('[data-param-text="eps"]').fill(String(eps));
      await page.locator('[data-param-text="eps"]').press('Enter');
      for (const [key, by] of [
        ['Shift+ArrowLeft', [-largeStep, 0]],
        ['Shift+ArrowDown', [0, -largeStep]],
      ] as const) {
        await press(probe, key);
        at = [at[0] + by[0], at[1] + by[1]];
        const printed = ((await probe.getAttribute('aria-valuetext')) ?? '').match(/[−\d.]+/g)?.map(written);
        expect(printed?.[0]).toBeCloseTo(at[0], 2);
        expect(printed?.[1]).toBeCloseTo(at[1], 2);
        const { computed, shown, error } = await fromArrows(page, act, at);
        const where = `${act}, eps = ${eps}, x = (${at.join(', ')}): ${shown} shown, ${computed} computed`;
        expect(error, where).toBeLessThan(1e-3);
        expect(Math.abs(computed - shown), where).toBeLessThan(error);
      }
    }
  }
  expectNoProblems(problems);
});

it('the arrows to w_i and w_j end at w plus and minus epsilon Delta, at every epsilon', async () => {
  const { page } = await sharePair({ hash: 'v=1&eps=1&dir=30' });
  for (const eps of [1, 0.001]) {
    await page.locator('[data-param-text="eps"]').fill(String(eps));
    await page.locator('[data-param-text="eps"]').press('Enter');
    await settle(page);
    const { w, wi, wj } = await arrows(page);
    const { exact } = await numbers(page);
    for (const k of [0, 1] as const) {
      const step = eps * (k === 0 ? Math.cos : Math.sin)(Math.PI / 6);
      expect(wi[k] - w[k]).toBeCloseTo(step, 5);
      expect(wj[k] - w[k]).toBeCloseTo(-step, 5);
      expect(exact[`wi${k + 1}`]).toBeCloseTo(wi[k], 5);
    }
  }
});

it('angles in the magnifying glass are true and its factor is the stated one', async () => {
  const { page } = await sharePair({ hash: 'v=1&eps=0.02&dir=37' });
  const { exact } = await numbers(page);
  const { angle, length, unit } = await page.locator('svg[data-unit]').evaluate((svg) => {
    const line = svg.querySelector('[data-arrow="lens-delta"]');
    const at = (name: string) => Number(line?.getAttribute(name));
    const [x, y] = [at('x2') - at('x1'), at('y1') - at('y2')];
    return {
      angle: (Math.atan2(y, x) * 180) / Math.PI,
      length: Math.hypot(x, y),
      unit: Number(svg.getAttribute('data-unit')),
    };
  });
  expect(angle).toBeCloseTo(37, 3);
  // From w_j to w_i it is 2 epsilon, so many times larger than in the plane.
  expect(length / (2 * 0.02 * unit)).toBeCloseTo(exact.magnification ?? 0, 3);
});
