import { describe, expect, it } from 'vitest';
import {
  COLUMNS,
  columnValue,
  distanceOf,
  placeOf,
  valueAt,
} from '#story/parts/predict/answer-plot-geometry';

describe('a pad', () => {
  const axis = { from: -2.5, to: 2.5, start: 200, end: 40 };

  it('takes values to places and back', () => {
    for (const value of [-2.5, -1, 0, 0.3, 2.5])
      expect(valueAt(axis, placeOf(axis, value))).toBeCloseTo(value, 12);
    expect([placeOf(axis, axis.from), placeOf(axis, axis.to)]).toEqual([200, 40]);
  });

  it('has its columns from one end to the other', () => {
    expect([0, COLUMNS / 2, COLUMNS].map((k) => columnValue(axis, k))).toEqual([-2.5, 0, 2.5]);
  });
});

describe('the distance of a drawn curve', () => {
  const truth = [0, 1, 2, 3, 4];

  it('is nothing for the true one, and is in shares of its range', () => {
    expect(distanceOf(truth, truth)).toEqual({ mean: 0, share: 0, drawn: 1 });
    expect(distanceOf([1, 2, 3, 4, 5], truth)).toEqual({ mean: 1, share: 0.25, drawn: 1 });
    // Too low is as far off as too high.
    expect(distanceOf([-1, 2, 1, 4, 3], truth)).toEqual({ mean: 1, share: 0.25, drawn: 1 });
  });

  it('leaves out what is not drawn, and says how much is', () => {
    const { mean, drawn } = distanceOf([Number.NaN, 1, 2.5, Number.NaN, Number.NaN], truth);
    expect(mean).toBe(0.25);
    expect(drawn).toBe(0.4);
    expect(distanceOf([], truth).drawn).toBe(0);
  });
});
