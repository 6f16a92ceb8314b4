import { dot, luFactorInPlace, luSolveInPlace, maxAbs, norm } from './linear-algebra';
import { checkLength, type Objective } from './objective';

export interface NewtonOptions {
  /** Most steps tried; 30 unless told. */
  readonly maxSteps?: number;
  /** Longest step in parameter space, to stay near the start; unlimited unless told. */
  readonly maxStep?: number;
  /**
   * Takes the last step without looking at where it leads: as soon as what is left to gain says that it is the last.
   * Loss, gradient and Hessian are then those before it, and differ by its square only.
   */
  readonly trusting?: boolean;
}

export interface NewtonResult {
  readonly converged: boolean;
  /** What happened and, when it failed, what to change. */
  readonly message: string;
  /** The point with the smallest gradient met. */
  readonly theta: Float64Array;
  readonly loss: number;
  /** Largest absolute entry of the gradient there. */
  readonly maxAbsGradient: number;
  /** Hessian there, size * size. */
  readonly hessian: Float64Array;
  readonly steps: number;
}

/**
 * A loss decrease still to be had, relative to the loss, below which a point counts as critical. Rounding
 * sets it: a gradient entry carries 1e-16 times the largest curvature times the weights, which for weights of
 * 1e3 is far above any fixed tolerance, while the decrement g H^-1 g / 2 has the units of the loss and is
 * blind to the scale of the parameters.
 */
const NEGLIGIBLE_DECREMENT = 1e-13;

/** The same before a step that is not looked at; Newton's method then doubles the digits once more. */
const TRUSTED_DECREMENT = 1e-21;

/**
 * A loss of zero has no scale of its own: there a decrement is rounding when it is what the parameters themselves
 * cost, each off by so many units of its last place. (Where Newton's method ends at a loss of zero the decrement was
 * at most 2e-3 of that, in 20 trainings.)
 */
const NEGLIGIBLE_UNITS = 16;

/** Steps without a smaller gradient after which only rounding is left to gain. */
const PATIENCE = 1;

/**
 * Newton's method for a critical point of any kind (it does not ask for a minimum): full steps, exact
 * Hessian, and on to the rounding floor, where the gradient no longer shrinks. Allocates its result. Throws a
 * RangeError when the start has another length than the objective.
 */
export function newton(objective: Objective, start: Float64Array, options: NewtonOptions = {}): NewtonResult {
  const { maxSteps = 30, maxStep = Number.POSITIVE_INFINITY, trusting = false } = options;
  const n = objective.size;
  checkLength(start, n);
  const theta = Float64Array.from(start);
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  const factors = new Float64Array(n * n);
  const pivots = new Int32Array(n);
  const step = new Float64Array(n);
  const best = {
    theta: Float64Array.from(start),
    loss: Number.NaN,
    maxAbsGradient: Number.POSITIVE_INFINITY,
    decrement: Number.POSITIVE_INFINITY,
    rounding: 0,
    hessian: new Float64Array(n * n),
  };
  let sinceBest = 0;
  let steps = 0;

  const result = (converged: boolean, message: string): NewtonResult => {
    const { decrement: _, rounding: __, ...point } = best;
    return { ...point, converged, message, steps };
  };

  for (;;) {
    const loss = objective.hessian(theta, gradient, hessian);
    const size = maxAbs(gradient);
    if (!Number.isFinite(loss + size + maxAbs(theta))) {
      return result(
        false,
        `Newton's method left the finite numbers after ${steps} steps; start closer to a critical point`,
      );
    }
    factors.set(hessian);
    const regular = luFactorInPlace(factors, pivots, n);
    if (regular) {
      for (let p = 0; p < n; p++) step[p] = -(gradient[p] as number);
      luSolveInPlace(factors, pivots, step, n);
    }
    if (size < best.maxAbsGradient) {
      best.theta.set(theta);
      best.loss = loss;
      best.maxAbsGradient = size;
      best.decrement = regular ? Math.abs(dot(gradient, step)) / 2 : Number.POSITIVE_INFINITY;
      best.rounding = lossRounding(theta, hessian);
      best.hessian.set(hessian);
      sinceBest = 0;
    } else sinceBest++;

    if (size === 0) return result(true, 'the gradient is zero');
    const negligible = best.decrement <= Math.max(NEGLIGIBLE_DECREMENT * best.loss, best.rounding);
    if (trusting && sinceBest === 0 && best.decrement <= TRUSTED_DECREMENT * best.loss) {
      for (let p = 0; p < n; p++) best.theta[p] = (theta[p] as number) + (step[p] as number);
      return result(true, `converged after ${++steps} steps`);
    }
    if (negligible && sinceBest >= PATIENCE) return result(true, `converged after ${steps} steps`);
    if (!regular)
      return result(negligible, 'the Hessian is singular here: the critical point is not isolated');
    if (steps >= maxSteps) {
      return result(
        negligible,
        negligible
          ? `converged after ${steps} steps`
          : `no convergence in ${maxSteps} steps; start closer or allow more steps`,
      );
    }
    const length = norm(step);
    const scale = length > maxStep ? maxStep / length : 1;
    for (let p = 0; p < n; p++) theta[p] = (theta[p] as number) + scale * (step[p] as number);
    steps++;
  }
}

/**
 * The rise of the loss from a minimum, to second order, when every parameter is off by NEGLIGIBLE_UNITS of its last
 * place: at most 1/2 (sum_p |d theta_p| sqrt(H_pp))^2, whatever the scale of each parameter. A loss below it is zero
 * to rounding. hessian: size * size, at theta. (Ours.)
 */
export function lossRounding(theta: Float64Array, hessian: Float64Array): number {
  const n = theta.length;
  let sum = 0;
  for (let p = 0; p < n; p++) {
    sum += Math.abs(theta[p] as number) * Math.sqrt(Math.abs(hessian[p * n + p] as number));
  }
  return (NEGLIGIBLE_UNITS * 2 ** -53 * sum) ** 2 / 2;
}
