import { describe, expect, it } from 'vitest';
import { contourPath } from '#plot/contours';
import { sampleSquare } from '#ui/heatmap';

describe('contours', () => {
  const side = 17;
  /** Points of each way of a path. */
  const ways = (path: string) =>
    path
      .split('M')
      .slice(1)
      .map((way) =>
        way
          .split(/[LZ]/)
          .filter(Boolean)
          .map((point) => point.split(',').map(Number)),
      );

  it('find a circle where it is', () => {
    const values = new Float64Array(side * side);
    sampleSquare(values, side, 1, Math.hypot);
    const [way = [], ...others] = ways(contourPath(values, side, 0.6));
    expect(others).toEqual([]);
    expect(way.length).toBeGreaterThan(16);
    for (const [x = 0, y = 0] of way) expect(Math.hypot(x, y)).toBeCloseTo(0.6, 1);
  });

  it('of a slope are one straight line without the border of the picture, also with a stride', () => {
    const values = new Float64Array(side * side);
    sampleSquare(values, side, 1, (x1) => x1);
    for (const stride of [1, 2]) {
      const [way = [], ...others] = ways(contourPath(values, side, 0.31, stride));
      expect(others).toEqual([]);
      for (const [x, y = 0] of way.slice(1, -1)) {
        expect(x).toBeCloseTo(0.31, 3);
        expect(Math.abs(y)).toBeLessThanOrEqual(1);
      }
    }
    expect(contourPath(values, side, 7)).toBe('');
  });
});
