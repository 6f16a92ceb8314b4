/** Whether copies of one neuron are a plateau saddle. [FA] Theorem 3, MATH.md section 4. */
import type { Activation } from '#math/activation/activation';
import type { Samples } from '#math/network/samples';
import { dot } from '#math/numerics/linear-algebra';
import { eigenvalueRounding, symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import { type Grouping, unitParameters } from './grouping';
import { limitOutput } from './limit-loss';

/**
 * The shares gamma of the output weight for which two copies are stable: between 0 and 1, outside, or none at all;
 * `unknown` when an eigenvalue of B is zero to rounding.
 */
export type StableStretch = 'inside' | 'outside' | 'nowhere' | 'unknown';

/**
 * B = a < dl/df s''(w.x) x x^T > of neuron unit `index` (d x d, row-major), dl/df = 2 (f - y) at the limit network phi.
 * Moving two copies with shares gamma and 1 - gamma apart by delta changes the loss by gamma (1 - gamma) / 2 delta^T B
 * delta.
 */
export function copyMatrix(
  grouping: Grouping,
  activation: Activation,
  phi: Float64Array,
  samples: Samples,
  index: number,
): Float64Array {
  const { vectors, c } = unitParameters(grouping, phi, index);
  const w = vectors[0] as Float64Array;
  const d = grouping.inputSize;
  const output = limitOutput(grouping, activation, phi, samples);
  const matrix = new Float64Array(d * d);
  const s = new Float64Array(4);
  for (let n = 0; n < samples.count; n++) {
    const x = samples.inputs.subarray(n * d, (n + 1) * d);
    activation.jet(dot(w, x), s);
    const slope = 2 * ((output[n] as number) - (samples.targets[n] as number));
    const factor = (c * slope * (s[2] as number)) / samples.count;
    for (let k = 0; k < d; k++) {
      for (let l = 0; l < d; l++)
        matrix[k * d + l] = (matrix[k * d + l] as number) + factor * (x[k] as number) * (x[l] as number);
    }
  }
  return matrix;
}

/** The stable stretch that B (d x d) leaves. */
export function stableStretch(matrix: Float64Array, d: number): StableStretch {
  const values = symmetricEigenvalues(matrix, d);
  const rounding = eigenvalueRounding(values);
  if (values.some((value) => Math.abs(value) <= rounding)) return 'unknown';
  if (values.every((value) => value > 0)) return 'inside';
  return values.every((value) => value < 0) ? 'outside' : 'nowhere';
}

/**
 * True when copies with these shares (of sum 1) lie in the stretch. More than two are stable inside when no share is
 * negative, outside when all but one are: sum_i gamma_i delta_i^T B delta_i at sum gamma_i delta_i = 0 then has the
 * sign of gamma (1 - gamma) B.
 */
export function liesInStretch(shares: readonly number[], stretch: StableStretch): boolean {
  if (stretch === 'inside') return shares.every((share) => share > 0);
  return stretch === 'outside' && shares.filter((share) => share < 0).length === shares.length - 1;
}
