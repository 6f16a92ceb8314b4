import { expect, test } from 'vitest';
import { smoothValues } from '#math/numerics/smooth-values';
import { expectClose } from '../../support/close';

const points = Float64Array.from({ length: 121 }, (_, k) => 0.3 + 0.25 * (k / 60 - 1));

/** A function that counts how often it is asked. */
function counted(f: (t: number) => number) {
  const asked = { count: 0 };
  const sample = (some: Float64Array) => {
    asked.count += some.length;
    return some.map(f);
  };
  return { sample, asked };
}

test('values of a smooth function come from few of them', () => {
  for (const [f, most] of [
    [(t: number) => 2 + Math.sin(5 * t), 17],
    // A pole at distance 0.1 from the interval's middle.
    [(t: number) => 1 / (1 + 30 * (t - 0.3) ** 2), 65],
  ] as const) {
    const { sample, asked } = counted(f);
    smoothValues(sample, points).forEach((value, k) => {
      expectClose(value, f(points[k] ?? NaN), 1e-11);
    });
    expect(asked.count).toBeLessThanOrEqual(most);
  }
});

test('a function with a kink, or with too near a pole, is asked everywhere', () => {
  for (const f of [(t: number) => 1 + Math.abs(t - 0.31), (t: number) => 1 / (1e-4 + (t - 0.3) ** 2)]) {
    const { sample } = counted(f);
    expect(smoothValues(sample, points)).toEqual(points.map(f));
  }
});

test('where few are wanted no others are asked for', () => {
  for (const few of [points.slice(0, 17), points.slice(0, 1), new Float64Array(0)]) {
    const { sample, asked } = counted(Math.exp);
    expect(smoothValues(sample, few)).toEqual(few.map(Math.exp));
    expect(asked.count).toBe(few.length);
  }
});
