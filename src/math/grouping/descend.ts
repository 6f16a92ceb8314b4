import { choleskyInPlace, dot, luFactorInPlace, luSolveInPlace, maxAbs } from '#math/numerics/linear-algebra';
import type { Objective } from '#math/numerics/objective';

/** A decrease of the loss, relative to it, below which the point counts as the minimum. */
const NEGLIGIBLE = 1e-15;

/**
 * Damped Newton steps down to a minimum near `start`: (H + lambda) step = -gradient with lambda only as large as it takes
 * for a positive definite matrix and a lower loss. Returns the lowest point met, never above the start, and whether nothing was left to gain there.
 */
export function descend(
  objective: Objective,
  start: Float64Array,
  maxSteps: number,
): { readonly theta: Float64Array; readonly converged: boolean } {
  const n = objective.size;
  let theta = Float64Array.from(start);
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  const factors = new Float64Array(n * n);
  const pivots = new Int32Array(n);
  let lambda = 0;
  let loss = objective.hessian(theta, gradient, hessian);
  for (let trial = 0; trial < maxSteps; trial++) {
    const scale = maxAbs(hessian);
    const damped = () => {
      factors.set(hessian);
      for (let p = 0; p < n; p++) factors[p * n + p] = (factors[p * n + p] as number) + lambda;
    };
    damped();
    if (!choleskyInPlace(factors, n)) {
      lambda = Math.max(10 * lambda, 1e-10 * scale);
      continue;
    }
    damped();
    const step = gradient.map((value) => -value);
    if (!luFactorInPlace(factors, pivots, n)) return { theta, converged: false };
    luSolveInPlace(factors, pivots, step, n);
    const next = theta.map((value, p) => value + (step[p] as number));
    const lower = objective.loss(next);
    if (!(lower < loss)) {
      if (Math.abs(dot(gradient, step)) <= NEGLIGIBLE * loss) return { theta, converged: true };
      lambda = Math.max(10 * lambda, 1e-10 * scale);
      continue;
    }
    const gain = loss - lower;
    theta = next;
    loss = objective.hessian(theta, gradient, hessian);
    lambda = lambda > 1e-10 * scale ? lambda / 10 : 0;
    if (gain <= NEGLIGIBLE * loss) return { theta, converged: true };
  }
  return { theta, converged: false };
}
