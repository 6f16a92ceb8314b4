/** A pair of neurons with several outputs: v.x becomes the outer product a (Delta.x). (Ours.) */
import type { Activation } from '#math/activation/activation';
import * as dd from '#math/activation/divided-difference';
import { dot } from '#math/numerics/linear-algebra';

/** w and Delta (|Delta| = 1) of input size, c and a of output size: w_i,j = w +- eps Delta, a_i,j = c/2 +- a/(2 eps). */
export interface VectorPair {
  readonly w: Float64Array;
  readonly delta: Float64Array;
  readonly c: Float64Array;
  readonly a: Float64Array;
}

/** Outputs of the pair at input x, for every epsilon >= 0; at 0 the limit c s(z) + a (Delta.x) s'(z). */
export function vectorPairOutput(
  activation: Activation,
  { w, delta, c, a }: VectorPair,
  epsilon: number,
  x: Float64Array,
): Float64Array {
  const out = new Float64Array(dd.DIVIDED_DIFFERENCE_LENGTH);
  const q = dot(delta, x);
  dd.dividedDifference(activation)(dot(w, x), epsilon * q, out);
  const even = out[dd.A] as number;
  const divided = q * (out[dd.D] as number);
  return c.map((value, k) => value * even + (a[k] as number) * divided);
}

/** f2 of pair = limit + eps^2 f2 + O(eps^4): c/2 q^2 s'' + a/6 q^3 s''' for each output, q = Delta.x. */
export function vectorPairSecondOrder(
  activation: Activation,
  { w, delta, c, a }: VectorPair,
  x: Float64Array,
): Float64Array {
  const s = new Float64Array(4);
  activation.jet(dot(w, x), s);
  const q = dot(delta, x);
  const byC = (q * q * (s[2] as number)) / 2;
  const byA = (q ** 3 * (s[3] as number)) / 6;
  return c.map((value, k) => value * byC + (a[k] as number) * byA);
}

/**
 * Cosine of the angle between the output weights a_i and a_j at epsilon > 0: -1 + coefficient eps^2 + O(eps^4), with
 * coefficient 2 |c across a|^2 / |a|^2. Scalar outputs have cosine -1 exactly, and coefficient 0.
 */
export function outputCosine(
  { c, a }: VectorPair,
  epsilon: number,
): { readonly cosine: number; readonly coefficient: number } {
  const ai = c.map((value, k) => value / 2 + (a[k] as number) / (2 * epsilon));
  const aj = c.map((value, k) => value / 2 - (a[k] as number) / (2 * epsilon));
  const cosine = dot(ai, aj) / Math.sqrt(dot(ai, ai) * dot(aj, aj));
  const along = dot(c, a) / dot(a, a);
  const across = c.map((value, k) => value - along * (a[k] as number));
  return { cosine, coefficient: (2 * dot(across, across)) / dot(a, a) };
}
