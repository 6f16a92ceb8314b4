import { dot } from '#math/numerics/linear-algebra';
import type { Objective } from '#math/numerics/objective';

/**
 * A loss of (phi, kappa), kappa last, as a function of phi = (w, v, ...) alone: kappa = epsilon / |v|, by the chain
 * rule. Where v = 0 there is no direction Delta, and kappa is taken as the constant 0.
 *
 *   dkappa = -kappa v / |v|^2,   d2kappa = kappa / |v|^2 (3 v v^T / |v|^2 - I)
 */
export function withKappa(objective: Objective, inputSize: number, epsilon: number): Objective {
  const d = inputSize;
  const full = objective.size;
  const size = full - 1;
  const theta = new Float64Array(full);
  const fullGradient = new Float64Array(full);
  const fullHessian = new Float64Array(full * full);
  /** dkappa by all of phi. */
  const bend = new Float64Array(size);
  let inverseSquare = 0;

  function extend(phi: Float64Array): Float64Array {
    const v = phi.subarray(d, 2 * d);
    const square = dot(v, v);
    inverseSquare = square > 0 ? 1 / square : 0;
    const kappa = square > 0 ? epsilon / Math.sqrt(square) : 0;
    for (let k = 0; k < d; k++) bend[d + k] = -kappa * inverseSquare * (v[k] as number);
    theta.set(phi);
    theta[size] = kappa;
    return theta;
  }

  function reduceGradient(gradient: Float64Array): void {
    const byKappa = fullGradient[size] as number;
    for (let p = 0; p < size; p++) gradient[p] = (fullGradient[p] as number) + byKappa * (bend[p] as number);
  }

  return {
    size,
    loss: (phi) => objective.loss(extend(phi)),
    gradient(phi, gradient) {
      const loss = objective.gradient(extend(phi), fullGradient);
      reduceGradient(gradient);
      return loss;
    },
    hessian(phi, gradient, hessian) {
      const loss = objective.hessian(extend(phi), fullGradient, fullHessian);
      reduceGradient(gradient);
      const kappa = theta[size] as number;
      const byKappa = (fullGradient[size] as number) * kappa * inverseSquare;
      const twice = fullHessian[size * full + size] as number;
      for (let p = 0; p < size; p++) {
        for (let q = 0; q <= p; q++) {
          let entry = fullHessian[p * full + q] as number;
          const [bp, bq] = [bend[p] as number, bend[q] as number];
          entry +=
            bp * (fullHessian[size * full + q] as number) + bq * (fullHessian[size * full + p] as number);
          entry += twice * bp * bq;
          if (q >= d && p < 2 * d) {
            const outer = 3 * (phi[p] as number) * (phi[q] as number) * inverseSquare;
            entry += byKappa * (outer - (p === q ? 1 : 0));
          }
          hessian[p * size + q] = entry;
          hessian[q * size + p] = entry;
        }
      }
      return loss;
    },
  };
}
