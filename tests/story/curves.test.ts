import { describe, expect, it } from 'vitest';
import { curveOf, pointsOf, slopeOf } from '#story/facts/curves';
import { rideFacts } from '#story/facts/ride-facts';
import { COLUMNS, columnValue } from '#story/parts/predict/answer-plot-geometry';

describe('the curves that readers draw', () => {
  it('fit their axes', () => {
    const { heights, y } = curveOf('gatedUnit');
    expect(heights).toHaveLength(COLUMNS + 1);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(y.from);
    expect(Math.max(...heights)).toBeLessThanOrEqual(y.to);
  });

  it('agree with the formulas, written out', () => {
    const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
    const unit = curveOf('gatedUnit');
    for (let k = 0; k <= COLUMNS; k++) {
      const q = columnValue(unit.x, k);
      expect(unit.heights[k]).toBeCloseTo(1.2 * q * sigmoid(1.8 * q), 12);
      expect(curveOf('neuron').heights[k]).toBeCloseTo((1.2 / 1.8) * Math.log1p(Math.exp(1.8 * q)), 12);
      expect(curveOf('ramp').heights[k]).toBeCloseTo(Math.max(0, 1.2 * q), 12);
      expect(curveOf('line').heights[k]).toBeCloseTo(1.2 * q, 12);
      expect(curveOf('gate').heights[k]).toBeCloseTo(1.2 * sigmoid(1.8 * q), 12);
    }
  });

  it('have names', () => {
    expect(() => curveOf('nonsense')).toThrow(/no curve is called nonsense/);
    expect(() => curveOf('toString')).toThrow(/no curve/);
    expect(() => pointsOf('nonsense')).toThrow(/no points/);
  });
});

describe('the points in double logarithms', () => {
  it('rise as the law of the channel says', () => {
    expect(slopeOf('sharpness')).toBeCloseTo(-2, 1);
  });

  it('are those of the channel of the ride', () => {
    const { xs, ys } = pointsOf('sharpness');
    // Far out a_i -_j = a / epsilon and epsilon^2 lambda_max are constants, and gradient descent of step 2 / lambda_max
    // is at the edge of stability there.
    const { rideA, rideEdge, rideStepLimit } = rideFacts();
    expect(((ys[0] as number) * ((xs[0] as number) * (rideEdge / rideA)) ** 2) / rideStepLimit).toBeCloseTo(
      1,
      3,
    );
  });
});
