/**
 * A summand of a model f = sum of units + bias, evaluated over a block of samples at a time.
 *
 * The order of calls for one block is evaluate, then any of the others; a unit keeps what evaluate computed
 * until the next evaluate. Derivatives are in the full parameter vector: each unit knows which entries are
 * its own.
 */
export interface HiddenUnit {
  /**
   * Adds the unit's output at samples start ... start + length - 1 to f[0 ... length - 1], keeping
   * derivatives up to `order`.
   */
  evaluate(theta: Float64Array, start: number, length: number, order: 0 | 1 | 2, f: Float64Array): void;
  /** Adds sum_n r[n] df[n]/dtheta over the block to the gradient. */
  addGradient(start: number, length: number, r: Float64Array, gradient: Float64Array): void;
  /** Writes df[n]/dtheta_p to jacobian[p * BLOCK + n] for each own parameter p. */
  fillJacobian(start: number, length: number, jacobian: Float64Array): void;
  /** Adds sum_n r[n] d2f[n]/dtheta2 over the block to the Hessian (at least its lower triangle). */
  addCurvature(start: number, length: number, r: Float64Array, hessian: Float64Array): void;
}

/** Samples a block: the Jacobian of 17 parameters then takes 35 kB and stays in the fast cache. */
export const BLOCK = 256;
