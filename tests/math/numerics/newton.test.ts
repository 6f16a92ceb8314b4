import { describe, expect, test } from 'vitest';
import { newton } from '#math/numerics/newton';
import type { Objective } from '#math/numerics/objective';

/**
 * Mean of (a e^(x t) - 3 e^(0.7 t))^2 over five t, plus lift; parameters scale (x, a). Its minimum lies at
 * scale (0.7, 3), where the loss is `lift`.
 */
function realizable(scale: number, lift: number): Objective {
  const times = [-0.9, -0.35, 0.15, 0.6, 1.1];
  const hessian = (t: Float64Array, g: Float64Array, h: Float64Array) => {
    const x = (t[0] ?? 0) / scale;
    const a = (t[1] ?? 0) / scale;
    let loss = lift;
    g.fill(0);
    h.fill(0);
    for (const time of times) {
      const e = Math.exp(x * time);
      const r = a * e - 3 * Math.exp(0.7 * time);
      const [fx, fa, fxx, fxa] = [a * time * e, e, a * time * time * e, time * e];
      const k = 2 / times.length;
      loss += (k / 2) * r * r;
      g[0] = (g[0] ?? 0) + (k * r * fx) / scale;
      g[1] = (g[1] ?? 0) + (k * r * fa) / scale;
      h[0] = (h[0] ?? 0) + (k * (fx * fx + r * fxx)) / scale ** 2;
      h[1] = (h[1] ?? 0) + (k * (fx * fa + r * fxa)) / scale ** 2;
      h[3] = (h[3] ?? 0) + (k * fa * fa) / scale ** 2;
    }
    h[2] = h[1] ?? 0;
    return loss;
  };
  return {
    size: 2,
    loss: (t) => hessian(t, new Float64Array(2), new Float64Array(4)),
    gradient: (t, g) => hessian(t, g, new Float64Array(4)),
    hessian,
  };
}

describe("Newton's method", () => {
  for (const scale of [2 ** -20, 1, 2 ** 20]) {
    for (const lift of [0, 1e-20, 1e-12, 1]) {
      test(`converges to a loss of ${lift} in parameters of size ${scale}`, () => {
        const found = newton(realizable(scale, lift), new Float64Array([0.75 * scale, 2.8 * scale]));
        expect(found.converged).toBe(true);
        expect(found.steps).toBeLessThan(12);
        expect(Math.abs((found.theta[0] ?? NaN) / scale - 0.7)).toBeLessThan(1e-14);
        expect(found.loss - lift).toBeLessThan(1e-28);
      });
    }
  }

  test('does not take a small loss for a zero of it', () => {
    const found = newton(realizable(1, 0), new Float64Array([0.75, 2.8]), { maxSteps: 2 });
    expect(found.loss).toBeLessThan(1e-4);
    expect(found.converged).toBe(false);
  });
});
