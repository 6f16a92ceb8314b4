import { describe, expect, test } from 'vitest';
import { fixedParameters } from '#math/numerics/fixed-parameters';
import { derivativesAt, type Objective } from '#math/numerics/objective';
import { trustRegion } from '#math/numerics/trust-region';

/** (1 - x)^2 + 100 (y - x^2)^2 + (z^2 - 1)^2: a bent valley, a saddle plane z = 0, minima at (1, 1, +-1). */
const valley: Objective = {
  size: 3,
  loss: ([x = 0, y = 0, z = 0]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2 + (z * z - 1) ** 2,
  gradient(theta, gradient) {
    const [x = 0, y = 0, z = 0] = theta;
    gradient.set([-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x), 4 * z * (z * z - 1)]);
    return this.loss(theta);
  },
  hessian(theta, gradient, hessian) {
    const [x = 0, y = 0, z = 0] = theta;
    hessian.set([2 - 400 * (y - 3 * x * x), -400 * x, 0, -400 * x, 200, 0, 0, 0, 12 * z * z - 4]);
    return this.gradient(theta, gradient);
  },
};

describe('steps within a radius', () => {
  test('follow a bent valley, leave a saddle plane, and never climb', () => {
    const points = [...trustRegion(valley, Float64Array.from([-1.2, 1, 1e-3]), 60)];
    const last = points.at(-1);
    expect(last?.loss).toBeLessThan(1e-24);
    expect(last?.theta.map((value) => Math.round(1e6 * value) / 1e6)).toEqual(Float64Array.from([1, 1, 1]));
    for (const [k, point] of points.entries())
      if (k > 0) expect(point.loss).toBeLessThan(points[k - 1]?.loss ?? NaN);
    expect(last?.steps).toBeLessThan(60);
  });

  test('are none in a minimum', () => {
    const points = [...trustRegion(valley, Float64Array.from([1, 1, -1]), 10)];
    expect(points).toHaveLength(1);
    expect(points[0]).toMatchObject({ steps: 0, loss: 0, gradientNorm: 0 });
  });
});

test('with a parameter held fixed the others have their own derivatives', () => {
  const theta = Float64Array.from([0.3, -0.4, 0.7]);
  const free = fixedParameters(valley, theta, [1]);
  const moved = Float64Array.from([0.5, 0.9]);
  expect(free.expand(moved)).toEqual(Float64Array.from([0.5, -0.4, 0.9]));
  expect(free.reduce(theta)).toEqual(Float64Array.from([0.3, 0.7]));
  const all = derivativesAt(valley, free.expand(moved));
  const found = derivativesAt(free, moved);
  expect(found.loss).toBe(all.loss);
  expect([...found.gradient]).toEqual([0, 2].map((p) => all.gradient[p]));
  expect([...found.hessian]).toEqual([0, 2].flatMap((p) => [0, 2].map((q) => all.hessian[3 * p + q])));
});
