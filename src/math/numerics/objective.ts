/**
 * A loss as the solvers see it: a function of one flat parameter vector with exact derivatives.
 * Workspaces are allocated once, when it is made, so an objective must not be shared between interleaved
 * calls of itself.
 */
export interface Objective {
  /** Number of parameters. */
  readonly size: number;
  /** The loss at theta. */
  loss(theta: Float64Array): number;
  /** Writes the gradient (size) and returns the loss. */
  gradient(theta: Float64Array, gradient: Float64Array): number;
  /**
   * Writes the gradient (size) and the full symmetric Hessian (size * size, row-major) and returns the loss.
   */
  hessian(theta: Float64Array, gradient: Float64Array, hessian: Float64Array): number;
}

/** Throws a RangeError unless there are as many parameters as expected. */
export function checkLength(theta: Float64Array, expected: number): void {
  if (theta.length !== expected) throw new RangeError(`expected ${expected} parameters, got ${theta.length}`);
}

/**
 * Throws a RangeError unless `start` has the objective's number of parameters, all finite: with an activation that
 * saturates the loss may be finite although a weight is not.
 */
export function checkStart(objective: Pick<Objective, 'size'>, start: Float64Array): void {
  checkLength(start, objective.size);
  const bad = start.findIndex((weight) => !Number.isFinite(weight));
  if (bad >= 0) throw new RangeError(`weight ${bad} is ${start[bad]}; start from finite weights`);
}

/** Loss, gradient and Hessian at one point, newly allocated. */
export interface Derivatives {
  readonly loss: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

/** Allocating convenience for one-off evaluations. */
export function derivativesAt(objective: Objective, theta: Float64Array): Derivatives {
  const gradient = new Float64Array(objective.size);
  const hessian = new Float64Array(objective.size * objective.size);
  const loss = objective.hessian(theta, gradient, hessian);
  return { loss, gradient, hessian };
}
