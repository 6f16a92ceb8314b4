import { derivativesAt, type Objective } from '#math/numerics/objective';
import { eigenvalueRounding, symmetricEigenvalues } from '#math/numerics/symmetric-eigen';

/** The ends of a Hessian's spectrum. */
export interface Sharpness {
  readonly smallest: number;
  readonly largest: number;
  /** Eigenvalues smaller than this are rounding errors of the largest one. */
  readonly rounding: number;
}

/** Extreme eigenvalues of the Hessian at theta: what gradient descent of step eta feels is largest against 2 / eta. */
export function sharpness(loss: Objective, theta: Float64Array): Sharpness {
  const values = symmetricEigenvalues(derivativesAt(loss, theta).hessian, loss.size);
  return {
    smallest: values[0] as number,
    largest: values[values.length - 1] as number,
    rounding: eigenvalueRounding(values),
  };
}

/** The sharpness above which gradient descent with this step size is unstable, 2 / eta; also the step size for a sharpness. */
export function stabilityLimit(rate: number): number {
  return 2 / rate;
}
