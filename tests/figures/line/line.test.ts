import { expect, it } from 'vitest';
import { describeLine } from '#figures/line/describe';
import { shownPair } from '#figures/line/model';
import { lineSchema } from '#figures/line/schema';
import { findToyLimits } from '#math/toy/toy-limit';
import { neuronsSpec, pairCurves } from '#pair/pair-on-line';
import { layOut } from '#plot/frame';
import { defaults } from '#state/schema';

const start = defaults(lineSchema);
const half = (eps: number) =>
  layOut(neuronsSpec(shownPair({ ...start, eps })), { width: 600, height: 400 }).y.domain[1];

it('starts at the end of channel 2, where the sum is the stair', () => {
  const { channel2 } = findToyLimits();
  for (const key of ['a', 'c', 'w'] as const) expect(start[key]).toBeCloseTo(channel2[key], 4);
});

it('zooms out with the weights, and back to the neuron and the gated unit', () => {
  const halves = [1, 0.1, 0.01, 1e-3].map(half);
  for (const [k, one] of halves.entries()) if (k > 0) expect(one).toBeGreaterThan(5 * (halves[k - 1] ?? 0));
  expect(half(1e-5)).toBeLessThan(half(1e-3));
  expect(half(0)).toBeLessThan(4);
});

it('changes something that is seen over the whole way of the slider: the axis, or what the curves are', () => {
  const places = [1, 0.3, 0.1, 0.03, 0.01, 3e-3, 1e-3, 3e-4, 1e-4, 3e-5, 1e-5, 0].map((eps) => ({
    axis: Math.log(half(eps)),
    curves: shownPair({ ...start, eps }).regrouped,
  }));
  for (const [k, { axis, curves }] of places.entries()) {
    const before = places[k - 1];
    if (!before) continue;
    expect(Math.max(Math.abs(axis - before.axis), Math.abs(curves - before.curves))).toBeGreaterThan(0.15);
  }
});

it('never changes the sum by regrouping', () => {
  for (const eps of [1, 0.01, 1e-4, 1e-6, 0]) {
    const { first, second, sum } = pairCurves(shownPair({ ...start, eps }));
    for (const [k, [, value]] of sum.entries())
      expect(Math.abs((first[k]?.[1] ?? NaN) + (second[k]?.[1] ?? NaN) - value)).toBeLessThan(1e-8);
  }
});

it('says how far the sum is from its limit, by the square of epsilon', () => {
  expect(describeLine({ ...start, eps: 0.1 })).toMatch(/weights −31\.5 and 33\.6\..*at most 0\.0\d+ away/);
  expect(describeLine({ ...start, eps: 0 })).toMatch(/2\.02 σ\(3\.15 x\) \+ −6\.51 x σ′\(3\.15 x\)/);
});
