import type { Activation } from '#math/activation/activation';
import { dot } from '#math/numerics/linear-algebra';

/** Three vectors, or three numbers, one of each order of epsilon. */
export type Orders<T> = readonly [T, T, T];

/** The paper prints 1/12; see MATH.md section 9. */
export const TRIPLE_CONSTANT = 1 / (2 * Math.sqrt(6));

/**
 * Three neurons w_i = sum_p u_p[i] epsilon^p omega_p, a_i = sum_p u_p[i] epsilon^-p alpha_p at one input x, with u_0 =
 * (1,1,1)/sqrt3, u_1 = (1,0,-1)/sqrt2, u_2 = (1,-2,1)/sqrt6: their limit and the coefficient f2 of epsilon^2 in their
 * sum; odd orders cancel. [FCI] equation (35) with 1/(2 sqrt6) for the limit; f2 is ours.
 */
export function tripleExpansion(
  activation: Activation,
  omega: Orders<Float64Array>,
  alpha: Orders<number>,
  x: Float64Array,
): { readonly limit: number; readonly f2: number } {
  const [omega0, omega1, omega2] = omega;
  const [alpha0, alpha1, alpha2] = alpha;
  const z = dot(omega0, x) / Math.sqrt(3);
  const q1 = dot(omega1, x);
  const q2 = dot(omega2, x);
  const s = new Float64Array(4);
  activation.jet(z, s);
  const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = s;
  const root6 = Math.sqrt(6);
  const limit =
    Math.sqrt(3) * alpha0 * s0 + (alpha1 * q1 + alpha2 * q2) * s1 + TRIPLE_CONSTANT * alpha2 * q1 * q1 * s2;
  const f2 =
    (alpha0 * q1 * q1 * s2) / (2 * Math.sqrt(3)) +
    alpha1 * ((q1 * q2 * s2) / root6 + (q1 ** 3 * s3) / 12) +
    alpha2 *
      ((-q2 * q2 * s2) / (2 * root6) +
        (q1 * q1 * q2 * s3) / 12 +
        (q1 ** 4 * activation.fourth(z)) / (48 * root6));
  return { limit, f2 };
}
