import { describe, expect, it } from 'vitest';
import { curveOf, pointsOf, slopeOf } from '#story/curves';
import { COLUMNS, columnValue } from '#story/pad';
import toy from '../fixtures/toy.json';

describe('the curves that readers draw', () => {
  it('are those of the limit, and fit their axes', () => {
    const names = ['gatedUnit', 'gatedRelu', 'limitSum'];
    for (const { heights, y } of names.map(curveOf)) {
      expect(heights).toHaveLength(COLUMNS + 1);
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(y.from);
      expect(Math.max(...heights)).toBeLessThanOrEqual(y.to);
    }
  });

  it('agree with the formulas, written out', () => {
    const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
    const unit = curveOf('gatedUnit');
    const step = curveOf('gatedRelu');
    const sum = curveOf('limitSum');
    for (let k = 0; k <= COLUMNS; k++) {
      const q = columnValue(unit.x, k);
      const gated = 1.2 * q * sigmoid(1.8 * q);
      expect(unit.heights[k]).toBeCloseTo(gated, 12);
      expect(sum.heights[k]).toBeCloseTo(gated + 0.6 * Math.log1p(Math.exp(1.8 * q)), 12);
      expect(step.heights[k]).toBeCloseTo(q > -1 ? 1.2 * q : 0, 12);
    }
  });

  it('have names', () => {
    expect(() => curveOf('nonsense')).toThrow(/no curve is called nonsense/);
    expect(() => curveOf('toString')).toThrow(/no curve/);
    expect(() => pointsOf('nonsense')).toThrow(/no points/);
  });
});

describe('the points in double logarithms', () => {
  it('rise and fall as the laws of the channel say', () => {
    expect(slopeOf('excess')).toBeCloseTo(2, 2);
    expect(slopeOf('sharpness')).toBeCloseTo(-2, 1);
    expect(slopeOf('difference')).toBeCloseTo(-1, 2);
  });

  it('have the coefficient h that was computed independently', () => {
    const { xs, ys } = pointsOf('excess');
    expect((ys[0] as number) / (xs[0] as number) ** 2 / toy.criticalPoints.channel1.h).toBeCloseTo(1, 4);
  });
});
