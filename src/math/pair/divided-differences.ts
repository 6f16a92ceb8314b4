/**
 * Divided differences of an activation around a point, of first and second order, and their derivatives, without
 * cancellation at any distance. (Ours.)
 */
import type { Activation } from '#math/activation/activation';

/**
 * Writes a divided difference around m, its derivative by m, and its derivative by the distance d to the last argument.
 * The points at m + d and m - d come with sigma and its first three derivatives there.
 */
export type DividedDifference = (
  m: number,
  d: number,
  plus: Float64Array,
  minus: Float64Array,
  out: Float64Array,
) => void;

/** Below this the first difference is its Taylor form, good to about 1e-12 relative; so is the plain one above. */
const TAYLOR_BELOW = 1e-3;

/** The first divided difference sigma[m-d, m+d] = (sigma(m+d) - sigma(m-d)) / 2d, which is sigma'(m) at d = 0. */
export function firstDifference({ jet }: Activation): DividedDifference {
  const S = new Float64Array(4);
  return (m, d, plus, minus, out) => {
    if (Math.abs(d) < TAYLOR_BELOW) {
      jet(m, S);
      const s3 = S[3] as number;
      out[0] = (S[1] as number) + (d * d * s3) / 6;
      // The mean of sigma'' between the two points, by Simpson's rule.
      out[1] = (4 * (S[2] as number) + (plus[2] as number) + (minus[2] as number)) / 6;
      out[2] = (d * s3) / 3;
      return;
    }
    out[0] = ((plus[0] as number) - (minus[0] as number)) / (2 * d);
    out[1] = ((plus[1] as number) - (minus[1] as number)) / (2 * d);
    out[2] = (((plus[1] as number) + (minus[1] as number)) / 2 - out[0]) / d;
  };
}

/**
 * Below this the second difference is a quadrature, above it the plain one, whose rounding is about 2e-16 / d^2. The
 * quadrature's error is about 0.2 (d / R)^8 relative, R the distance to the nearest pole of sigma: 1e-12 here for
 * sigmoid(4z), whose R = pi/4, and less for all others.
 */
const QUADRATURE_BELOW = 0.03;

/**
 * sigma[m-d, m, m+d] is half the mean of sigma'' over (m-d, m+d), weighted like a hat. These five points (0, +-INNER and
 * +-1 times d), of which the outer two are there anyway, are exact for polynomials up to degree 7.
 */
const SQUARE = 13 / 42;
const INNER = Math.sqrt(SQUARE);
const AT_INNER = 1 / (40 * SQUARE * (1 - SQUARE));
const AT_END = 1 / 24 - AT_INNER * SQUARE;
const AT_MIDDLE = 1 / 2 - 2 * AT_INNER - 2 * AT_END;

/**
 * The second divided difference sigma[m-d, m, m+d] = (sigma(m+d) - 2 sigma(m) + sigma(m-d)) / 2d^2, which is sigma''(m)/2
 * at d = 0.
 */
export function secondDifference({ jet }: Activation): DividedDifference {
  const S = new Float64Array(4);
  const P = new Float64Array(4);
  const R = new Float64Array(4);
  return (m, d, plus, minus, out) => {
    jet(m, S);
    if (Math.abs(d) < QUADRATURE_BELOW) {
      jet(m + INNER * d, P);
      jet(m - INNER * d, R);
      const mean = (k: 2 | 3) =>
        AT_MIDDLE * (S[k] as number) +
        AT_INNER * ((P[k] as number) + (R[k] as number)) +
        AT_END * ((plus[k] as number) + (minus[k] as number));
      out[0] = mean(2);
      out[1] = mean(3);
      out[2] =
        AT_INNER * INNER * ((P[3] as number) - (R[3] as number)) +
        AT_END * ((plus[3] as number) - (minus[3] as number));
      return;
    }
    const square = 2 * d * d;
    out[0] = ((plus[0] as number) - 2 * (S[0] as number) + (minus[0] as number)) / square;
    out[1] = ((plus[1] as number) - 2 * (S[1] as number) + (minus[1] as number)) / square;
    out[2] = ((plus[1] as number) - (minus[1] as number)) / square - (2 * out[0]) / d;
  };
}
