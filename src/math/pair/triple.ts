/**
 * Three neurons that drift together, sum_i a_i sigma(w_i.x), and their limit, which has a second derivative (appendix C.5 of
 * the paper). Vectors over (x1, x2, 1); the last entry is the bias.
 *
 *     w_i = sum_p u_p[i] eps^p omega_p,   a_i = sum_p u_p[i] eps^-p alpha_p,   p = 0, 1, 2
 *     u_0 = (1, 1, 1) / sqrt 3,   u_1 = (1, 0, -1) / sqrt 2,   u_2 = (1, -2, 1) / sqrt 6
 *
 * With z = omega_0.x / sqrt 3, q_p = omega_p.x, and divided differences around m = z + eps^2 q_2 / sqrt 6 at the distances
 * d = eps q_1 / sqrt 2 and e = 3 eps^2 q_2 / sqrt 6 it holds for every eps, 0 included, that
 *
 *     sum = alpha_0 / sqrt 3 (sigma(m+d) + sigma(m-e) + sigma(m-d))
 *         + alpha_1 q_1 sigma[m-d, m+d] + alpha_2 (q_1^2 / sqrt 6 sigma[m-d, m, m+d] + q_2 sigma[m-e, m])
 *
 * (ours), and at eps = 0 that is the limit
 *
 *     sqrt 3 alpha_0 sigma(z) + (alpha_1 q_1 + alpha_2 q_2) sigma'(z) + C alpha_2 q_1^2 sigma''(z),   C = 1 / (2 sqrt 6).
 *
 * Equation (35) of the paper prints C = 1/12. It is half the sum of u_2 u_1^2, which is 1 / sqrt 6 and not 1/6.
 */
import type { Activation } from '#math/activation/activation';
import { firstDifference, secondDifference } from './divided-differences';

type Three<T> = readonly [T, T, T];

/** The coordinates of three neurons. */
export interface TripleCoordinates {
  /** omega_0, omega_1, omega_2, each over (x1, x2, 1). */
  readonly omega: Three<readonly number[]>;
  /** alpha_0, alpha_1, alpha_2. */
  readonly alpha: Three<number>;
  /** From 0, the limit, to 1. */
  readonly epsilon: number;
}

/** Input weights over (x1, x2, 1) and the output weight of a neuron. */
export interface WeightedNeuron {
  readonly w: readonly number[];
  readonly a: number;
}

const [ROOT_2, ROOT_3, ROOT_6] = [Math.sqrt(2), Math.sqrt(3), Math.sqrt(6)];

/** u_p[i]: three directions at right angles, of length 1. */
const U: Three<Three<number>> = [
  [1 / ROOT_3, 1 / ROOT_3, 1 / ROOT_3],
  [1 / ROOT_2, 0, -1 / ROOT_2],
  [1 / ROOT_6, -2 / ROOT_6, 1 / ROOT_6],
];

/** The factor of the second derivative in the limit: half the sum of u_2 u_1^2. */
export const SECOND_FACTOR = 1 / (2 * ROOT_6);

/** The output weight of neuron i = 0, 1, 2; infinite at epsilon = 0 where anything divides by it. */
function outputWeight({ alpha, epsilon }: TripleCoordinates, i: number): number {
  const parts = alpha.map((value, p) => value * (U[p]?.[i] ?? 0));
  const [p0 = 0, p1 = 0, p2 = 0] = parts;
  // The largest power decides at 0, where the two might be infinite with different signs.
  if (epsilon === 0) return p2 !== 0 ? p2 / 0 : p1 !== 0 ? p1 / 0 : p0;
  return p0 + p1 / epsilon + p2 / (epsilon * epsilon);
}

/** The weights of the three neurons. */
export function tripleNeurons(coordinates: TripleCoordinates): Three<WeightedNeuron> {
  const { omega, epsilon } = coordinates;
  const neuron = (i: 0 | 1 | 2): WeightedNeuron => ({
    w: omega[0].map((first, k) => {
      const [, second = 0, third = 0] = omega.map((vector, p) => U[p as 0 | 1 | 2][i] * (vector[k] ?? 0));
      return U[0][i] * first + epsilon * (second + epsilon * third);
    }),
    a: outputWeight(coordinates, i),
  });
  return [neuron(0), neuron(1), neuron(2)];
}

/**
 * What can be looked at by itself.
 * - `sum`: the three neurons
 * - `limit`: their limit
 * - `new`: the part of the limit that two neurons do not have, C alpha_2 q_1^2 sigma''(z)
 * - `difference`: sum minus limit
 */
export type TripleTerm = 'sum' | 'limit' | 'new' | 'difference';

/** Writes a term's value and its derivatives by z, q_1 and q_2 to out[0], ..., out[3]. */
export type TripleEvaluator = (z: number, q1: number, q2: number, out: Float64Array) => void;

type TripleScalars = Pick<TripleCoordinates, 'alpha' | 'epsilon'>;

/**
 * A function that evaluates a term of three neurons with a smooth activation.
 * @throws RangeError for an activation without second derivative
 */
export function tripleEvaluator(
  activation: Activation,
  term: TripleTerm,
  scalars: TripleScalars,
): TripleEvaluator {
  if (!activation.smooth) throw new RangeError(`${activation.id} has no second derivative`);
  if (term === 'sum') return sumEvaluator(activation, scalars);
  if (term === 'difference') return differenceEvaluator(activation, scalars);
  const { alpha } = scalars;
  return limitEvaluator(activation, term === 'new' ? [0, 0, alpha[2]] : alpha, term === 'new' ? 0 : 1);
}

function sumEvaluator(activation: Activation, { alpha, epsilon }: TripleScalars): TripleEvaluator {
  const { jet } = activation;
  const [first, second] = [firstDifference(activation), secondDifference(activation)];
  const [P, M, R, E] = [4, 4, 4, 4].map((size) => new Float64Array(size)) as [
    ...Three<Float64Array>,
    Float64Array,
  ];
  const [D1, D2, E1] = [3, 3, 3].map((size) => new Float64Array(size)) as [...Three<Float64Array>];
  const A = alpha[0] / ROOT_3;
  const [, a1, a2] = alpha;
  const byQ1 = epsilon / ROOT_2;
  const byQ2 = (epsilon * epsilon) / ROOT_6;
  return (z, q1, q2, out) => {
    const m = z + byQ2 * q2;
    const d = byQ1 * q1;
    const e = 3 * byQ2 * q2;
    jet(m + d, P);
    jet(m - d, R);
    jet(m, M);
    jet(m - e, E);
    first(m, d, P, R, D1);
    second(m, d, P, R, D2);
    first(m - e / 2, e / 2, M, E, E1);
    const curve = (a2 * q1 * q1) / ROOT_6;
    const [p1, r1, e1] = [P[1] as number, R[1] as number, E[1] as number];
    const [d1, d2, f1] = [D1[0] as number, D2[0] as number, E1[0] as number];
    // Derivatives by m, by d and by e; E1 is centred at m - e/2 with the distance e/2.
    const byM =
      A * (p1 + e1 + r1) +
      a1 * q1 * (D1[1] as number) +
      curve * (D2[1] as number) +
      a2 * q2 * (E1[1] as number);
    const byD = A * (p1 - r1) + a1 * q1 * (D1[2] as number) + curve * (D2[2] as number);
    const byE = -A * e1 + (a2 * q2 * ((E1[2] as number) - (E1[1] as number))) / 2;
    out[0] =
      A * ((P[0] as number) + (E[0] as number) + (R[0] as number)) + a1 * q1 * d1 + curve * d2 + a2 * q2 * f1;
    out[1] = byM;
    out[2] = a1 * d1 + ((2 * a2 * q1) / ROOT_6) * d2 + byQ1 * byD;
    out[3] = a2 * f1 + byQ2 * (byM + 3 * byE);
  };
}

/** The limit, with the first two parts times `others`. */
function limitEvaluator({ jet }: Activation, alpha: Three<number>, others: 0 | 1): TripleEvaluator {
  const S = new Float64Array(4);
  const [a0, a1, a2] = [others * ROOT_3 * alpha[0], others * alpha[1], others * alpha[2]];
  const factor = SECOND_FACTOR * alpha[2];
  return (z, q1, q2, out) => {
    jet(z, S);
    const [s0, s1, s2, s3] = [S[0] as number, S[1] as number, S[2] as number, S[3] as number];
    const gate = a1 * q1 + a2 * q2;
    const square = factor * q1 * q1;
    out[0] = a0 * s0 + gate * s1 + square * s2;
    out[1] = a0 * s1 + gate * s2 + square * s3;
    out[2] = a1 * s1 + 2 * factor * q1 * s2;
    out[3] = a2 * s1;
  };
}

/** Below this epsilon sum - limit is its leading order, to about 1e-6 relative; subtracting would leave rounding errors. */
const LEADING_BELOW = 1e-4;
/** A few units in the last place of a double. */
const ROUNDING = 8 * Number.EPSILON;

function differenceEvaluator(activation: Activation, scalars: TripleScalars): TripleEvaluator {
  const { alpha, epsilon } = scalars;
  if (epsilon < LEADING_BELOW) {
    const leading = secondOrderEvaluator(activation, alpha);
    return (z, q1, q2, out) => {
      leading(z, q1, q2, out);
      for (let k = 0; k < 4; k++) out[k] = epsilon * epsilon * (out[k] as number);
    };
  }
  const sum = sumEvaluator(activation, scalars);
  const limit = limitEvaluator(activation, alpha, 1);
  const L = new Float64Array(4);
  return (z, q1, q2, out) => {
    sum(z, q1, q2, out);
    limit(z, q1, q2, L);
    const size = Math.abs(out[0] as number) + Math.abs(alpha[0] * activation.value(z));
    const gates = (Math.abs(alpha[1] * q1) + Math.abs(alpha[2] * q2)) / Math.max(1e-3, epsilon);
    for (let k = 0; k < 4; k++) out[k] = (out[k] as number) - (L[k] as number);
    // What is left of equal functions is rounding, not a difference.
    if (Math.abs(out[0] as number) <= ROUNDING * (size + gates)) out[0] = 0;
  };
}

/**
 * f2 in sum = limit + epsilon^2 f2 + O(epsilon^4), for smooth activations (ours; checked against 80-digit values):
 *
 *     f2 = alpha_0 q_1^2 s'' / (2 sqrt 3) + alpha_1 (q_1 q_2 s'' / sqrt 6 + q_1^3 s''' / 12)
 *        + alpha_2 (-q_2^2 s'' / (2 sqrt 6) + q_1^2 q_2 s''' / 12 + q_1^4 s'''' / (48 sqrt 6))
 */
export function secondOrderEvaluator({ jet, fourth }: Activation, alpha: Three<number>): TripleEvaluator {
  const S = new Float64Array(4);
  const [a0, a1, a2] = [alpha[0] / (2 * ROOT_3), alpha[1], alpha[2]];
  return (z, q1, q2, out) => {
    jet(z, S);
    const [s2, s3, s4] = [S[2] as number, S[3] as number, fourth(z)];
    // Only slopes need the fifth derivative, and only for shading: a difference will do.
    const s5 = (fourth(z + 1e-4) - fourth(z - 1e-4)) / 2e-4;
    const square = q1 * q1;
    const second = a0 * square + (a1 * q1 * q2) / ROOT_6 - (a2 * q2 * q2) / (2 * ROOT_6);
    const third = (a1 * square * q1 + a2 * square * q2) / 12;
    const fourthOrder = (a2 * square * square) / (48 * ROOT_6);
    out[0] = second * s2 + third * s3 + fourthOrder * s4;
    out[1] = second * s3 + third * s4 + fourthOrder * s5;
    out[2] =
      (2 * a0 * q1 + (a1 * q2) / ROOT_6) * s2 +
      ((3 * a1 * square + 2 * a2 * q1 * q2) / 12) * s3 +
      ((a2 * square * q1) / (12 * ROOT_6)) * s4;
    out[3] = ((a1 * q1 - a2 * q2) / ROOT_6) * s2 + ((a2 * square) / 12) * s3;
  };
}
