import { describe, expect, it } from 'vitest';
import { findToyLimits } from '#math/toy/toy-limit';
import { toyPopulationLoss } from '#math/toy/toy-population';
import {
  type FullBatch,
  toPositivePoint,
  toyArrival,
  toyRandomRun,
  toyRandomStart,
} from '#math/toy/toy-random-start';

const limits = findToyLimits();

/** How runs of the seeds 1 to `count` end after 3,000 steps. */
function ends(method: FullBatch, count: number) {
  return Array.from({ length: count }, (_, k) => {
    const arrival = toyArrival(toyRandomRun(method, k + 1, 3000, 3000).at(3000).theta);
    if (arrival.kind !== 'channel') return arrival.kind;
    return arrival.limit.w < limits.saddle.w ? 'channel 1' : 'channel 2';
  });
}
const tally = (list: readonly string[]) =>
  Object.fromEntries(
    [...new Set(list)].toSorted().map((one) => [one, list.filter((end) => end === one).length]),
  );

describe('a run from a random start', () => {
  it('starts from N(0, 9), the same for each seed', () => {
    const all = Array.from({ length: 2000 }, (_, k) => [...toyRandomStart(k)]).flat();
    const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
    const square = all.reduce((sum, one) => sum + one * one, 0) / all.length;
    expect(mean).toBeCloseTo(0, 0);
    expect(square).toBeGreaterThan(8.6);
    expect(square).toBeLessThan(9.4);
    expect(toyRandomStart(3)).toEqual(toyRandomStart(3));
  });

  it('is trained only as far as it is asked for, and then remembers', () => {
    const run = toyRandomRun('adam', 4, 1000, 5);
    expect(run.at(0).steps).toBe(0);
    expect(run.points).toHaveLength(1);
    expect(run.at(104).steps).toBe(100);
    expect(run.points).toHaveLength(21);
    expect(run.at(52).steps).toBe(50);
    expect(run.at(5000).steps).toBe(1000);
  });

  it('ends in all three ways among 40 starts with Adam, and in both channels among any five of the first', () => {
    const all = ends('adam', 40);
    expect(tally(all)).toEqual({ 'channel 1': 20, 'channel 2': 11, copies: 9 });
    // The default start of the figure is 4.
    expect(new Set(all.slice(3, 8))).toEqual(new Set(['channel 1', 'channel 2', 'copies']));
    expect(new Set(all.slice(0, 5))).toEqual(new Set(['channel 1', 'channel 2', 'copies']));
  });

  it('ends in the same three ways with gradient descent', () => {
    expect(tally(ends('gd', 40))).toEqual({ 'channel 1': 10, 'channel 2': 23, copies: 7 });
  });

  it('loses nothing when both input weights are made positive', () => {
    const loss = toyPopulationLoss();
    const { w, epsilon, ai, aj } = toPositivePoint(Float64Array.of(-1.5, 2, 3, -0.5));
    expect([w + epsilon, w - epsilon, ai, aj]).toEqual([1.5, 2, -3, -0.5]);
    expect(loss.loss(Float64Array.of(1.5, 2, -3, -0.5))).toBeCloseTo(
      loss.loss(Float64Array.of(-1.5, 2, 3, -0.5)),
      14,
    );
  });
});

describe('the skip to infinity', () => {
  it.each([
    [4, 'channel2'],
    [6, 'channel1'],
    [5, 'saddle'],
  ] as const)('of start %i lands where the certificate says, to 1e-9', (seed, name) => {
    const { kind, limit, loss, h } = toyArrival(toyRandomRun('adam', seed, 3000, 5).at(3000).theta);
    const known = limits[name];
    expect(kind).toBe(name === 'saddle' ? 'copies' : 'channel');
    expect(Math.abs(loss - known.loss)).toBeLessThan(1e-9);
    for (const key of ['c', 'a', 'w'] as const) expect(Math.abs(limit[key] - known[key])).toBeLessThan(1e-9);
    if (kind === 'channel') expect(Math.abs(h - known.h)).toBeLessThan(1e-9);
  });
});
