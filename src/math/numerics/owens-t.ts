/**
 * Owen's T function and the bivariate normal distribution function, to full double accuracy.
 *
 * Ours rather than a library's: no kept, typed library has them, and the form that the expectations of
 * erf-expectation.ts need, Nicholson's V below, is in none.
 */
import { differenceOfProducts } from './difference-of-products';
import { erf } from './erf';
import { gaussLegendre, type QuadratureRule } from './gauss-legendre';

/** Enough for the integrands below, whose nearest poles are at x = i and -i, on an interval inside [0, 1]. */
const SMOOTH_RULE = gaussLegendre(16);
/** Enough for a Gaussian over nine of its widths. */
const WIDE_RULE = gaussLegendre(32);
/** Widths after which exp(-y^2 / 2) adds nothing to its integral. */
const CUT = 9;
/** Up to this h x the first rule suffices. */
const NARROW = 4;

/**
 * Owen's T(h, a) = 1 / (2 pi) int_0^a exp(-h^2 (1 + x^2) / 2) / (1 + x^2) dx [Owen, Annals of Mathematical
 * Statistics 27 (1956) 1075]: the probability that X > h and 0 < Y < a X for independent standard normal X, Y.
 * Any h and a, infinite ones too; to about 1e-15 relative. NaN in, NaN out.
 */
export function owensT(h: number, a: number): number {
  const height = Math.abs(h);
  const slope = Math.abs(a);
  const sign = a < 0 ? -1 : 1;
  if (slope <= 1) return sign * narrowT(height, slope);
  if (height === 0) return (sign * Math.atan(slope)) / (2 * Math.PI);
  // T(h, a) + T(a h, 1 / a) in terms of the upper tails of h and a h [Owen, 2.3].
  const p = upperTail(height);
  const q = upperTail(slope * height);
  return sign * ((p + q) / 2 - p * q - narrowT(slope * height, 1 / slope));
}

/** T for h >= 0 and 0 <= a <= 1. */
function narrowT(h: number, a: number): number {
  if (h > 40) return 0;
  const end = h * a > CUT ? CUT / h : a;
  const rule = h * end <= NARROW ? SMOOTH_RULE : WIDE_RULE;
  const exponent = -0.5 * h * h;
  return (Math.exp(exponent) * integrate(rule, end, (x2) => Math.exp(exponent * x2))) / (2 * Math.PI);
}

/** int_0^end factor(x^2) / (1 + x^2) dx. */
function integrate(rule: QuadratureRule, end: number, factor: (x2: number) => number): number {
  const { nodes, weights } = rule;
  const half = end / 2;
  let sum = 0;
  for (let k = 0; k < nodes.length; k++) {
    const x = half * (1 + (nodes[k] as number));
    const x2 = x * x;
    sum += ((weights[k] as number) * factor(x2)) / (1 + x2);
  }
  return half * sum;
}

/** Probability that a standard normal variable exceeds z >= 0, accurate in the tail. */
function upperTail(z: number): number {
  // The quadrature keeps the tail's digits: T(z, infinity) = tail / 2, and with a = 1 T = (1 - tail) tail / 2.
  if (z < 1) return 0.5 - 0.5 * erf(z * Math.SQRT1_2);
  const t = 2 * narrowT(z, 1);
  return (2 * t) / (1 + Math.sqrt(1 - 4 * t));
}

/**
 * Nicholson's V(h, q): the probability that independent standard normal (X, Y) lies in the right triangle with
 * corners (0, 0), (h, 0), (h, q); odd in h and in q [Nicholson, Biometrika 33 (1943) 59]. It is atan(q / h) /
 * (2 pi) - T(h, q / h), but has no singular point: V(0, q) = V(h, 0) = 0. To about 1e-16 absolute; q may be
 * infinite.
 */
export function nicholsonV(h: number, q: number): number {
  const x = Math.abs(h);
  const y = Math.abs(q);
  if (x === 0 || y === 0) return 0;
  const sign = h < 0 === q < 0 ? 1 : -1;
  // The two triangles with the diagonal of the rectangle x by y make up the rectangle.
  if (y > x) return sign * (erf(x * Math.SQRT1_2) * erf(y * Math.SQRT1_2) * 0.25 - flatV(y, x / y));
  return sign * flatV(x, y / x);
}

/** V(h, a h) for h > 0 and 0 <= a <= 1. */
function flatV(h: number, a: number): number {
  if (h > NARROW) return Math.atan(a) / (2 * Math.PI) - narrowT(h, a);
  const exponent = -0.5 * h * h;
  return integrate(SMOOTH_RULE, a, (x2) => -Math.expm1(exponent * (1 + x2))) / (2 * Math.PI);
}

/**
 * Probability that X < h and Y < k for standard normal X, Y of correlation r: (G(h) + G(k)) / 2 - 1/4 + asin(r)
 * / (2 pi) + V(h, (k - r h) / s) + V(k, (h - r k) / s), s = sqrt(1 - r^2), G the normal distribution function;
 * symmetric under exchange to the last bit. To 3e-16 absolute for h and k below 1e290, also next to r = 1 and -1, and
 * never negative. Throws a RangeError unless |r| <= 1.
 */
export function bivariateNormalCdf(h: number, k: number, r: number): number {
  if (!(Math.abs(r) <= 1)) throw new RangeError(`a correlation lies between -1 and 1, got ${r}`);
  const low = 0.5 * (1 + erf(h * Math.SQRT1_2));
  const high = 0.5 * (1 + erf(k * Math.SQRT1_2));
  if (r === 1) return Math.min(low, high);
  if (r === -1) return Math.max(0, low + high - 1);
  const s = Math.sqrt((1 - r) * (1 + r));
  const triangles =
    nicholsonV(h, differenceOfProducts(1, k, r, h) / s) + nicholsonV(k, differenceOfProducts(1, h, r, k) / s);
  // Where nothing is left, what is left is rounding of either sign.
  return Math.max(0, 0.5 * (low + high) - 0.25 + Math.asin(r) / (2 * Math.PI) + triangles);
}
