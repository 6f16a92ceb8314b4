/** The drawing says the truth: the pair computed from the drawn arrows is the pair that the page shows. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type ActivationId, activations } from '#math/activation/activation';
import { expectNoProblems, param } from '../support/page';
import { arrows, numbers, press, settle, sharePair, type Weights, written } from './pair-page';

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
  let at: Weights = [1, 0.5];
  const { page, problems } = await sharePair({ hash: `v=1&at=1,0.5&bias=0.3&dbias=0.4&a=-1.5` });
  const probe = param(page, 'at');
  for (const act of ['softplus', 'tanh', 'relu'] as const) {
    await param(page, 'act').selectOption(act);
    for (const eps of [1, 0.3, 0.1]) {
      await page.locator('[data-param-text="eps"]').fill(String(eps));
      await page.locator('[data-param-text="eps"]').press('Enter');
      for (const [key, by] of [
        ['Shift+ArrowLeft', [-largeStep, 0]],
        ['Shift+ArrowDown', [0, -largeStep]],
        ['Shift+ArrowRight', [largeStep, 0]],
        ['Shift+ArrowUp', [0, largeStep]],
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
  for (const eps of [1, 0.25, 0.001]) {
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
