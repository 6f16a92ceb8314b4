import type { Objective } from '#math/numerics/objective';
import { derivativesAt } from '#math/numerics/objective';

/**
 * Largest disagreement of the exact derivatives with central differences of the order below: of the gradient
 * with differences of the loss, of the Hessian with differences of the gradient, each relative to 1 +
 * |entry|.
 */
export function derivativeErrors(
  objective: Objective,
  theta: Float64Array,
  step = 1e-5,
): { gradient: number; hessian: number; asymmetry: number } {
  const n = objective.size;
  const exact = derivativesAt(objective, theta);
  const up = new Float64Array(n);
  const down = new Float64Array(n);
  let gradient = 0;
  let hessian = 0;
  let asymmetry = 0;
  for (let p = 0; p < n; p++) {
    const moved = Float64Array.from(theta);
    moved[p] = (theta[p] ?? 0) + step;
    const lossUp = objective.gradient(moved, up);
    moved[p] = (theta[p] ?? 0) - step;
    const lossDown = objective.gradient(moved, down);
    gradient = Math.max(gradient, relative(exact.gradient[p] ?? NaN, (lossUp - lossDown) / (2 * step)));
    for (let q = 0; q < n; q++) {
      const entry = exact.hessian[p * n + q] ?? NaN;
      hessian = Math.max(hessian, relative(entry, ((up[q] ?? NaN) - (down[q] ?? NaN)) / (2 * step)));
      asymmetry = Math.max(asymmetry, Math.abs(entry - (exact.hessian[q * n + p] ?? NaN)));
    }
  }
  return { gradient, hessian, asymmetry };
}

function relative(exact: number, estimate: number): number {
  const error = Math.abs(exact - estimate) / (1 + Math.abs(exact));
  // Math.max drops NaN only on one side; make it fail loudly.
  return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
}
