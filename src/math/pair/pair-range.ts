/** How large a term of a pair, or another function, is over the square of inputs: what a frame has to hold. */
import type { Activation } from '#math/activation/activation';
import type { PairCoordinates, TermId } from './pair';
import { type PlaneFunction, pairFunction } from './plane-function';

export interface TermRange {
  readonly low: number;
  readonly high: number;
  /** The larger of |low| and |high|. */
  readonly size: number;
}

/** Least and greatest value of a function on a grid of (cells + 1)^2 points of [-halfWidth, halfWidth]^2. */
export function rangeOf(of: PlaneFunction, halfWidth: number, cells = 16): TermRange {
  const out = new Float64Array(3);
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i <= cells; i++) {
    const x2 = (halfWidth * (2 * i - cells)) / cells;
    for (let j = 0; j <= cells; j++) {
      of((halfWidth * (2 * j - cells)) / cells, x2, out);
      const value = out[0] as number;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return { low, high, size: Math.max(Math.abs(low), Math.abs(high)) };
}

/**
 * The same of a term of a pair.
 * @param coordinates with w and Delta over (x1, x2, 1)
 */
export function termRange(
  activation: Activation,
  term: TermId,
  coordinates: PairCoordinates,
  halfWidth: number,
  cells = 16,
): TermRange {
  return rangeOf(pairFunction(activation, term, coordinates), halfWidth, cells);
}
