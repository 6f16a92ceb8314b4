import { type NetworkShape, outputWeightIndex } from '#math/network/network';
import type { Objective } from '#math/numerics/objective';

/**
 * An objective with the difference of two output weights held fixed, in orthonormal coordinates of what is
 * left.
 */
export interface FixedDifference extends Objective {
  /** The full parameters of a reduced vector (size entries) as a new vector. */
  expand(reduced: Float64Array): Float64Array;
  /** The reduced vector of full parameters; their own a_i - a_j is forgotten. */
  reduce(theta: Float64Array): Float64Array;
}

/**
 * The loss at fixed a_i - a_j = difference. In the reduced vector (a_i + a_j) / sqrt2 stands at a_i's place
 * and a_j's place is closed up. The map is an isometry, so gradient flow and arc length are those of the flow
 * projected onto fixed gamma.
 */
export function fixedDifference(
  objective: Objective,
  shape: NetworkShape,
  i: number,
  j: number,
  difference: number,
): FixedDifference {
  const full = objective.size;
  const size = full - 1;
  const at = outputWeightIndex(shape, Math.min(i, j));
  const removed = outputWeightIndex(shape, Math.max(i, j));
  const half = i < j ? difference / 2 : -difference / 2;
  const theta = new Float64Array(full);
  const fullGradient = new Float64Array(full);
  const fullHessian = new Float64Array(full * full);
  const rows = new Float64Array(size * full);

  function spread(reduced: Float64Array, out: Float64Array): Float64Array {
    const mean = (reduced[at] as number) * Math.SQRT1_2;
    out.set(reduced.subarray(0, removed));
    out.set(reduced.subarray(removed), removed + 1);
    out[at] = mean + half;
    out[removed] = mean - half;
    return out;
  }

  /** Projects one row of `full` entries starting at `from` to `size` entries of `out` starting at `to`. */
  function gather(row: Float64Array, from: number, out: Float64Array, to: number): void {
    for (let p = 0, q = 0; p < full; p++) if (p !== removed) out[to + q++] = row[from + p] as number;
    out[to + at] = ((row[from + at] as number) + (row[from + removed] as number)) * Math.SQRT1_2;
  }

  return {
    size,
    expand: (reduced) => spread(reduced, new Float64Array(full)),
    reduce(point) {
      const out = new Float64Array(size);
      gather(point, 0, out, 0);
      return out;
    },
    loss: (reduced) => objective.loss(spread(reduced, theta)),
    gradient(reduced, gradient) {
      const loss = objective.gradient(spread(reduced, theta), fullGradient);
      gather(fullGradient, 0, gradient, 0);
      return loss;
    },
    hessian(reduced, gradient, hessian) {
      const loss = objective.hessian(spread(reduced, theta), fullGradient, fullHessian);
      gather(fullGradient, 0, gradient, 0);
      // Rows first, as combinations of whole rows; then each row's columns.
      for (let p = 0, q = 0; p < full; p++) {
        if (p === removed) continue;
        for (let k = 0; k < full; k++) {
          const entry = fullHessian[p * full + k] as number;
          rows[q * full + k] =
            p === at ? (entry + (fullHessian[removed * full + k] as number)) * Math.SQRT1_2 : entry;
        }
        q++;
      }
      for (let q = 0; q < size; q++) gather(rows, q * full, hessian, q * size);
      return loss;
    },
  };
}
