import { dot } from '#math/numerics/linear-algebra';
import type { Objective } from '#math/numerics/objective';

/**
 * The loss with weight decay, L + strength / 2 |theta|^2, over all parameters. The loss itself when the strength is
 * 0. Throws a RangeError unless the strength is finite and at least 0.
 */
export function withWeightDecay(objective: Objective, strength: number): Objective {
  if (!(strength >= 0 && Number.isFinite(strength))) {
    throw new RangeError(`weight decay must be at least 0, got ${strength}`);
  }
  if (strength === 0) return objective;
  const { size } = objective;
  const penalty = (theta: Float64Array): number => (strength / 2) * dot(theta, theta);
  const pull = (theta: Float64Array, gradient: Float64Array): void => {
    for (let p = 0; p < size; p++) gradient[p] = (gradient[p] as number) + strength * (theta[p] as number);
  };
  return {
    size,
    loss: (theta) => objective.loss(theta) + penalty(theta),
    gradient(theta, gradient) {
      const loss = objective.gradient(theta, gradient);
      pull(theta, gradient);
      return loss + penalty(theta);
    },
    hessian(theta, gradient, hessian) {
      const loss = objective.hessian(theta, gradient, hessian);
      pull(theta, gradient);
      for (let p = 0; p < size; p++) hessian[p * size + p] = (hessian[p * size + p] as number) + strength;
      return loss + penalty(theta);
    },
  };
}
