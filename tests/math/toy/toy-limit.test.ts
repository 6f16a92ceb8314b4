import { describe, expect, test } from 'vitest';
import { saddlePoint } from '#math/landscape/saddle-line';
import { derivativesAt } from '#math/numerics/objective';
import { symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import { toyLimitParts, toyOutput, toyVector } from '#math/toy/toy';
import { findToyLimits, toyReducedLoss, toySaddleLine } from '#math/toy/toy-limit';
import { toyChannelLoss, toyPopulationLoss } from '#math/toy/toy-population';
import oracle from '../../fixtures/toy.json';
import { expectClose } from '../../support/close';

const limits = findToyLimits();
const reduced = toyReducedLoss();

describe('loss at infinity of the problem with four parameters', () => {
  test('has the three critical points and the band of the oracle', () => {
    for (const id of ['channel1', 'saddle', 'channel2'] as const) {
      const expected = oracle.criticalPoints[id];
      const found = limits[id];
      // The oracle itself is good to about 2e-10 in w, and has a = 6e-11 at the saddle.
      for (const key of ['w', 'a', 'c', 'loss', 'h'] as const)
        expectClose(found[key], expected[key], 1e-9, 1e-9);
      expect(Math.abs(found.slope)).toBeLessThan(1e-14);
    }
    expect(limits.saddle.a).toBe(0);
    limits.stableBand.forEach((w, k) => {
      expectClose(w, oracle.hPositiveBetween[k] ?? NaN, 1e-12);
    });
    expect([limits.channel1, limits.saddle, limits.channel2].map((p) => Math.sign(p.curvature))).toEqual([
      1, -1, 1,
    ]);
  });

  test('is the curve of the oracle, with c, a and h', () => {
    expect(oracle.curve.length).toBe(19);
    for (const row of oracle.curve) {
      const point = reduced(row.w, 0);
      for (const key of ['c', 'a', 'loss', 'h'] as const) expectClose(point[key], row[key], 1e-10, 1e-11);
    }
  });

  test('has the slope and curvature of its own differences', () => {
    for (const epsilon of [0, 0.1, 0.7]) {
      const step = 1e-4;
      const [low, here, high] = [-step, 0, step].map((d) => reduced(1.7 + d, epsilon)) as [
        ReturnType<typeof reduced>,
        ReturnType<typeof reduced>,
        ReturnType<typeof reduced>,
      ];
      expectClose(here.slope, (high.loss - low.loss) / (2 * step), 1e-6);
      expectClose(here.curvature, (high.slope - low.slope) / (2 * step), 1e-6);
    }
  });

  test('rises or falls from infinity as h says', () => {
    for (const w of [0.7, 0.9, 2, 3.4]) {
      const { loss, h } = reduced(w, 0);
      expectClose((reduced(w, 1e-3).loss - loss) / 1e-6, h, 1e-4);
    }
    expectClose(reduced(2, 1e-4).h, reduced(2, 0).h, 1e-6);
  });

  test('is the least over c and a', () => {
    const loss = toyChannelLoss();
    const best = reduced(1.1, 0.2);
    for (const [c, a] of [
      [1e-3, 0],
      [-1e-3, 0],
      [0, 1e-3],
      [1e-3, -1e-3],
    ] as const) {
      expect(loss.loss(toyVector({ ...best, c: best.c + c, a: best.a + a }))).toBeGreaterThan(best.loss);
    }
  });

  test('stays finite at and near w = 0, where the two functions are parallel', () => {
    for (const w of [0, 1e-8, 1e-5, 1e-3, 0.01]) {
      for (const epsilon of [0, 0.5]) {
        const point = reduced(w, epsilon);
        for (const value of Object.values(point)) expect(value).toSatisfy(Number.isFinite);
        expect(point.loss).toBeLessThan(0.3);
        expect(point.loss).toBeGreaterThan(0.05);
      }
    }
  });
});

test('the duplicates of the saddle are critical points for every gamma, with one way down beyond 1', () => {
  const line = toySaddleLine(limits);
  const loss = toyPopulationLoss();
  for (const gamma of [-3, 0.3, 0.65, 2, 50]) {
    const at = derivativesAt(loss, saddlePoint(line, gamma));
    expectClose(at.loss, limits.saddle.loss, 1e-13);
    for (const entry of at.gradient) expect(Math.abs(entry)).toBeLessThan(1e-14 * (1 + Math.abs(gamma)));
    const values = symmetricEigenvalues(at.hessian, 4);
    const between = gamma > 0 && gamma < 1;
    expect(values.filter((value) => value < -1e-6).length).toBe(between ? 0 : 1);
  }
});

test('the two parts of the limit add up to its output', () => {
  const point = { c: 0.7, a: -1.3, w: 1.4 };
  for (const x of [-2, 0, 0.4, 3]) {
    const { neuron, gated } = toyLimitParts(point, x);
    expectClose(neuron + gated, toyOutput({ ...point, epsilon: 0 }, x), 1e-14, 1e-15);
  }
  expect(toyLimitParts(point, 0)).toEqual({ neuron: 0, gated: -0 });
});
