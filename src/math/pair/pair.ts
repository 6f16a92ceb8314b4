/**
 * The pair of neurons, its epsilon-coordinates, its limit, and every term of it as a function of two numbers.
 *
 * Vectors have d + 1 entries; the last belongs to the constant input 1 (the bias). With z = w.x and q = Delta.x,
 * every term of the pair is a function of (z, q), and one set of formulas serves every epsilon in [0, 1]:
 * epsilon = 0 is an ordinary value. (MATH.md section 1; the divided-difference form is ours.)
 */
import type { Activation } from '#math/activation/activation';
import { reluTerm } from './pair-relu';

/** a_i sigma(w_i.x) + a_j sigma(w_j.x). */
export interface Pair {
  readonly wi: readonly number[];
  readonly wj: readonly number[];
  readonly ai: number;
  readonly aj: number;
}

/** The same pair: mean input weights, unit half-difference, its size, and the two output combinations. */
export interface PairCoordinates {
  /** (w_i + w_j) / 2 */
  readonly w: readonly number[];
  /** (w_i - w_j) / |w_i - w_j| */
  readonly delta: readonly number[];
  /** |w_i - w_j| / 2, at least 0 */
  readonly epsilon: number;
  /** epsilon (a_i - a_j) */
  readonly a: number;
  /** a_i + a_j */
  readonly c: number;
}

/** Whether a term has no finite values: a single neuron of a pair in the limit. */
export function isInfinite(term: TermId, { epsilon, a }: Pick<PairCoordinates, 'epsilon' | 'a'>): boolean {
  return epsilon === 0 && a !== 0 && (term === 'neuronI' || term === 'neuronJ');
}

/** The weights of one pair. At epsilon = 0 the output weights are infinite (or c / 2 where a = 0). */
export function toPair({ w, delta, epsilon, a, c }: PairCoordinates): Pair {
  const half = a === 0 ? 0 : a / (2 * epsilon);
  return {
    wi: w.map((value, k) => value + epsilon * (delta[k] ?? 0)),
    wj: w.map((value, k) => value - epsilon * (delta[k] ?? 0)),
    ai: c / 2 + half,
    aj: c / 2 - half,
  };
}

/**
 * The epsilon-coordinates of a pair.
 * @throws RangeError when w_i = w_j, for then Delta has no direction
 */
export function toCoordinates({ wi, wj, ai, aj }: Pair): PairCoordinates {
  const difference = wi.map((value, k) => value - (wj[k] ?? 0));
  const length = Math.hypot(...difference);
  if (!(length > 0))
    throw new RangeError('the two neurons have equal input weights, so Delta has no direction');
  const epsilon = length / 2;
  return {
    w: wi.map((value, k) => (value + (wj[k] ?? 0)) / 2),
    delta: difference.map((value) => value / length),
    epsilon,
    a: epsilon * (ai - aj),
    c: ai + aj,
  };
}

/** w.x for x without its last entry, which is 1. */
export function preactivation(w: readonly number[], x: readonly number[]): number {
  let sum = w[x.length] ?? 0;
  for (let k = 0; k < x.length; k++) sum += (w[k] ?? 0) * (x[k] ?? 0);
  return sum;
}

/**
 * The parts of a pair that can be looked at by themselves.
 * - `sum`: the pair
 * - `neuronI`, `neuronJ`: a_i sigma(w_i.x) and a_j sigma(w_j.x)
 * - `neuron`: c sigma(w.x), the limit's ordinary neuron
 * - `gated`: a (Delta.x) sigma'(w.x), the limit's gated linear unit
 * - `limit`: their sum
 * - `difference`: pair minus limit
 */
export const termIds = ['sum', 'neuronI', 'neuronJ', 'neuron', 'gated', 'limit', 'difference'] as const;
export type TermId = (typeof termIds)[number];

/** The numbers that a term depends on beside (z, q). */
export type PairScalars = Pick<PairCoordinates, 'epsilon' | 'a' | 'c'>;

/**
 * Writes a term's value, its derivative by z and its derivative by q to out[0], out[1], out[2]; TAYLOR_BELOW has the
 * accuracies.
 */
export type TermEvaluator = (z: number, q: number, out: Float64Array) => void;

/**
 * Half-widths delta = epsilon |q| below this use the Taylor form of the divided differences, those above it the plain
 * difference. For weights of order 1, relative to 1 + |number|, both are good to 1e-12 in the value and to 1e-11 in
 * the derivative by q. The derivative by z, good to 1e-12 above, lacks a q delta^2 / 6 times the fourth derivative of
 * the activation below: 3e-6 for g, 4e-7 for tanh, less for others; enough for shading.
 */
const TAYLOR_BELOW = 1e-3;

/** A few units in the last place of a double. */
const ROUNDING = 4 * Number.EPSILON;

/**
 * A function that evaluates one term of the pair.
 * The single neurons have no finite value at epsilon = 0 unless a = 0: they give infinities or NaN there.
 */
export function termEvaluator(activation: Activation, term: TermId, scalars: PairScalars): TermEvaluator {
  return activation.id === 'relu' ? reluTerm(term, scalars) : smoothTerm(activation, term, scalars);
}

function smoothTerm(activation: Activation, term: TermId, { epsilon, a, c }: PairScalars): TermEvaluator {
  const { jet } = activation;
  const J = new Float64Array(4);
  const P = new Float64Array(4);
  const R = new Float64Array(4);

  switch (term) {
    case 'sum':
      return (z, q, out) => {
        const d = epsilon * q;
        if (Math.abs(d) < TAYLOR_BELOW) {
          jet(z, J);
          const s1 = J[1] as number;
          const s2 = J[2] as number;
          const s3 = J[3] as number;
          const h = 0.5 * d * d;
          out[0] = c * ((J[0] as number) + h * s2) + a * q * (s1 + (h / 3) * s3);
          out[1] = c * (s1 + h * s3) + a * q * s2;
          out[2] = c * epsilon * d * s2 + a * (s1 + h * s3);
        } else {
          jet(z + d, P);
          jet(z - d, R);
          const p0 = P[0] as number;
          const r0 = R[0] as number;
          const p1 = P[1] as number;
          const r1 = R[1] as number;
          // a q sigma[z - d, z + d] = a (p - r) / (2 epsilon), exact here because d is not small.
          const k = a / (2 * epsilon);
          out[0] = 0.5 * c * (p0 + r0) + k * (p0 - r0);
          out[1] = 0.5 * c * (p1 + r1) + k * (p1 - r1);
          out[2] = 0.5 * (c * epsilon * (p1 - r1) + a * (p1 + r1));
        }
      };
    case 'neuronI':
    case 'neuronJ': {
      const sign = term === 'neuronI' ? 1 : -1;
      const weight = c / 2 + (a === 0 ? 0 : (sign * a) / (2 * epsilon));
      const step = sign * epsilon;
      return (z, q, out) => {
        jet(z + step * q, J);
        out[0] = weight * (J[0] as number);
        out[1] = weight * (J[1] as number);
        out[2] = step * out[1];
      };
    }
    case 'neuron':
      return (z, _q, out) => {
        jet(z, J);
        out[0] = c * (J[0] as number);
        out[1] = c * (J[1] as number);
        out[2] = 0;
      };
    case 'gated':
      return (z, q, out) => {
        jet(z, J);
        out[0] = a * q * (J[1] as number);
        out[1] = a * q * (J[2] as number);
        out[2] = a * (J[1] as number);
      };
    case 'limit':
      return (z, q, out) => {
        jet(z, J);
        out[0] = c * (J[0] as number) + a * q * (J[1] as number);
        out[1] = c * (J[1] as number) + a * q * (J[2] as number);
        out[2] = a * (J[1] as number);
      };
    case 'difference': {
      const sum = smoothTerm(activation, 'sum', { epsilon, a, c });
      const limit = smoothTerm(activation, 'limit', { epsilon, a, c });
      const L = new Float64Array(3);
      const { value: P0, fourth } = activation;
      return (z, q, out) => {
        const d = epsilon * q;
        if (Math.abs(d) < TAYLOR_BELOW) {
          // The leading order, epsilon^2 f2, itself: subtracting would leave only rounding errors.
          jet(z, J);
          const s2 = J[2] as number;
          const s3 = J[3] as number;
          out[0] = 0.5 * d * d * (c * s2 + (a / 3) * q * s3);
          out[1] = 0.5 * d * d * (c * s3 + (a / 3) * q * fourth(z));
          out[2] = epsilon * d * (c * s2 + (a / 2) * q * s3);
          return;
        }
        sum(z, q, out);
        limit(z, q, L);
        const size = Math.abs(P0(z + d)) + Math.abs(P0(z - d));
        const rounding = ROUNDING * ((Math.abs(c) + Math.abs(a / epsilon)) * size + Math.abs(L[0] as number));
        for (let k = 0; k < 3; k++) out[k] = (out[k] as number) - (L[k] as number);
        // What is left of equal functions is rounding, not a difference.
        if (Math.abs(out[0] as number) <= rounding) out[0] = 0;
      };
    }
  }
}

/** Value of one term at one point x (without the constant entry). */
export function termValue(
  activation: Activation,
  term: TermId,
  coordinates: PairCoordinates,
  x: readonly number[],
) {
  const out = new Float64Array(3);
  const evaluate = termEvaluator(activation, term, coordinates);
  evaluate(preactivation(coordinates.w, x), preactivation(coordinates.delta, x), out);
  return out[0] as number;
}

/**
 * The coefficient f2 of pair = limit + epsilon^2 f2 + O(epsilon^4) for smooth activations:
 * f2 = c/2 q^2 sigma''(z) + a/6 q^3 sigma'''(z). (Ours; checked against 50-digit values.)
 */
export function secondOrderTerm(
  activation: Activation,
  { w, delta, a, c }: Pick<PairCoordinates, 'w' | 'delta' | 'a' | 'c'>,
  x: readonly number[],
): number {
  const out = new Float64Array(4);
  activation.jet(preactivation(w, x), out);
  const q = preactivation(delta, x);
  return (c / 2) * q * q * (out[2] as number) + (a / 6) * q * q * q * (out[3] as number);
}
