/**
 * A summand of a model f = sum of units + bias, evaluated over a block of samples at a time. It depends on its
 * parameters in two ways only: on vectors through their products with the input, u . x, and on scalars. Its
 * derivatives are then a number a sample for each vector and scalar (and each two of them), and the sums over the
 * samples are the same for every kind of unit (`unitLoss`). These numbers are in the room that the unit was made in.
 */
export interface HiddenUnit {
  /** Parameters theta[at ... at + inputSize - 1] that meet the input; slope: the derivative of f by u . x. */
  readonly vectors: readonly Slot[];
  /** Parameters theta[at]; slope: the derivative of f by it. */
  readonly scalars: readonly Slot[];
  /** The second derivatives that do not vanish, each two slots once. */
  readonly bends: readonly Bend[];
  /**
   * Adds the unit's output at samples start ... start + length - 1 to numbers[f ...], and writes slopes (order at
   * least 1) and bends (order 2).
   */
  evaluate(theta: Float64Array, start: number, length: number, order: 0 | 1 | 2, f: number): void;
}

/** One vector or scalar parameter, and where in the room its derivatives at the samples of a block begin. */
export interface Slot {
  readonly at: number;
  readonly slope: number;
}

/** Where the second derivatives of f by two slots (by u . x for a vector) begin. */
export interface Bend {
  readonly first: Slot;
  readonly second: Slot;
  readonly values: number;
}
