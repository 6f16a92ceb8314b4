/**
 * The five integrals of the population loss of the problem with four parameters, as functions of w and epsilon,
 * with derivatives up to second order. With A = (s((w + eps) x) + s((w - eps) x)) / 2 and the divided difference
 * B = (s((w + eps) x) - s((w - eps) x)) / (2 eps), which is x s'(w x) at eps = 0:
 *
 *   loss = < y^2 > - 2 (c < y A > + a < y B >) + c^2 < A^2 > + 2 c a < A B > + a^2 < B^2 >
 *
 * All in closed form from k(u, v) = < s(u x) s(v x) > = (2 / pi) asin(...) and g(u) = < y s(u x) >. Where eps is
 * small, divided differences are integrals of derivatives, taken by Gauss-Legendre quadrature: nothing cancels, and
 * eps = 0 is an ordinary value. (Ours; the same device as in divided-difference.ts.)
 */
import { erfProduct } from '#math/numerics/erf-expectation';
import { gaussLegendre } from '#math/numerics/gauss-legendre';
import { TEACHER_BIAS, TEACHER_SLOPE } from './toy';

/** Where each integral begins; six numbers each: value, then derivatives w, eps, w w, w eps, eps eps. */
export const YA = 0;
export const YB = 6;
export const AA = 12;
export const AB = 18;
export const BB = 24;
export const TOY_INTEGRALS_LENGTH = 30;

/** < y^2 >, the mean square of the teacher. */
export const MEAN_SQUARE_TARGET =
  2 * erfProduct(TEACHER_SLOPE, TEACHER_BIAS, TEACHER_SLOPE, TEACHER_BIAS) +
  2 * erfProduct(TEACHER_SLOPE, TEACHER_BIAS, TEACHER_SLOPE, -TEACHER_BIAS);

/**
 * From this |eps| on plain quotients are used; their second derivative by eps loses about 1e-16 / eps^4. Twelve
 * nodes are good to 1e-16 up to here: the nearest singularity is at |Im u| = 1 / sqrt 2.
 */
const DIRECT_FROM = 0.3;
const { nodes, weights } = gaussLegendre(12);

const TWO_OVER_PI = 2 / Math.PI;
const SLOPE2 = TEACHER_SLOPE * TEACHER_SLOPE;
const BIAS2 = TEACHER_BIAS * TEACHER_BIAS;

/** Writes a function of u and its first three derivatives. */
type Jet = (u: number, out: Float64Array) => void;

/** < y s(u x) > of the teacher y; both of its neurons contribute the same. */
export function targetOverlap(u: number): number {
  return 2 * erfProduct(TEACHER_SLOPE, TEACHER_BIAS, u, 0);
}

/** The jet of g(u), without its value: out[0] is left alone. */
const overlapSlopes: Jet = (u, out) => {
  const u2 = u * u;
  const p = 1 / (1 + u2);
  const q = 1 / (1 + SLOPE2 + u2);
  const first = 2 * TWO_OVER_PI * TEACHER_SLOPE * p * Math.sqrt(q) * Math.exp((-0.5 * BIAS2 * q) / p);
  // g'' = -u F g'
  const F = BIAS2 * SLOPE2 * q * q + 2 * p + q;
  out[1] = first;
  out[2] = -u * F * first;
  out[3] = first * (u2 * (F * F + 4 * BIAS2 * SLOPE2 * q * q * q + 4 * p * p + 2 * q * q) - F);
};

/** The jet of kappa(u) = k(u, u) = (2 / pi) asin(u^2 / (1 + u^2)), without its value. */
const normSlopes: Jet = (u, out) => {
  const p = 1 / (1 + u * u);
  const q2 = 1 / (1 + 2 * u * u);
  const scale = 2 * TWO_OVER_PI * p * Math.sqrt(q2);
  const y = 1 - 2 * u * u * (p + q2);
  out[1] = scale * u;
  out[2] = scale * y;
  out[3] = -2 * u * scale * ((p + q2) * y + 2 * (p * p + q2 * q2));
};

/** k(u, v), the arcsine of the correlation as an angle: accurate also where the correlation is nearly 1. */
function overlap(u: number, v: number): number {
  return TWO_OVER_PI * Math.atan2(u * v, Math.sqrt(1 + u * u + v * v));
}

/** The evaluator of all five integrals, with its own scratch. */
export function toyIntegrals(): (w: number, epsilon: number, out: Float64Array) => void {
  const gu = new Float64Array(4);
  const gv = new Float64Array(4);
  const ku = new Float64Array(4);
  const kv = new Float64Array(4);
  const node = new Float64Array(4);

  /** Divided difference of f over [w - eps, w + eps] given its jets at both ends, to out[at ...]. */
  function dividedDifference(
    slopes: Jet,
    up: Float64Array,
    down: Float64Array,
    w: number,
    epsilon: number,
    out: Float64Array,
    at: number,
  ): void {
    if (Math.abs(epsilon) >= DIRECT_FROM) {
      const half = 1 / (2 * epsilon);
      const value = ((up[0] as number) - (down[0] as number)) * half;
      const byW = ((up[1] as number) - (down[1] as number)) * half;
      const byWW = ((up[2] as number) - (down[2] as number)) * half;
      const byE = (((up[1] as number) + (down[1] as number)) / 2 - value) / epsilon;
      out[at] = value;
      out[at + 1] = byW;
      out[at + 2] = byE;
      out[at + 3] = byWW;
      out[at + 4] = (((up[2] as number) + (down[2] as number)) / 2 - byW) / epsilon;
      out[at + 5] = byWW - (2 * byE) / epsilon;
      return;
    }
    let value = 0;
    let byW = 0;
    let byE = 0;
    let byWW = 0;
    let byWE = 0;
    let byEE = 0;
    for (let i = 0; i < nodes.length; i++) {
      const t = nodes[i] as number;
      const weight = (weights[i] as number) / 2;
      slopes(w + epsilon * t, node);
      const second = weight * (node[2] as number);
      const third = weight * (node[3] as number);
      value += weight * (node[1] as number);
      byW += second;
      byE += t * second;
      byWW += third;
      byWE += t * third;
      byEE += t * t * third;
    }
    out[at] = value;
    out[at + 1] = byW;
    out[at + 2] = byE;
    out[at + 3] = byWW;
    out[at + 4] = byWE;
    out[at + 5] = byEE;
  }

  return (w, epsilon, out) => {
    const u = w + epsilon;
    const v = w - epsilon;
    const overlapU = targetOverlap(u);
    const overlapV = targetOverlap(v);
    gu[0] = overlapU;
    gv[0] = overlapV;
    ku[0] = overlap(u, u);
    kv[0] = overlap(v, v);
    overlapSlopes(u, gu);
    overlapSlopes(v, gv);
    normSlopes(u, ku);
    normSlopes(v, kv);
    out[YA] = (overlapU + overlapV) / 2;
    out[YA + 1] = ((gu[1] as number) + (gv[1] as number)) / 2;
    out[YA + 2] = ((gu[1] as number) - (gv[1] as number)) / 2;
    out[YA + 3] = ((gu[2] as number) + (gv[2] as number)) / 2;
    out[YA + 4] = ((gu[2] as number) - (gv[2] as number)) / 2;
    out[YA + 5] = out[YA + 3] as number;
    dividedDifference(overlapSlopes, gu, gv, w, epsilon, out, YB);
    // < A B > = (kappa(u) - kappa(v)) / (4 eps), half the divided difference of kappa.
    dividedDifference(normSlopes, ku, kv, w, epsilon, out, AB);
    for (let k = 0; k < 6; k++) out[AB + k] = (out[AB + k] as number) / 2;
    squares(u, v, epsilon, ku, kv, out);
    if (Math.abs(epsilon) < DIRECT_FROM) squareOfDifference(w, epsilon, out);
  };
}

/** < A^2 >, and < B^2 > as the plain quotient, from the jets of kappa at u = w + eps and v = w - eps. */
function squares(
  u: number,
  v: number,
  epsilon: number,
  ku: Float64Array,
  kv: Float64Array,
  out: Float64Array,
): void {
  const root = 1 / Math.sqrt(1 + u * u + v * v);
  const p = 1 / (1 + u * u);
  const q = 1 / (1 + v * v);
  // k(u, v) and its derivatives by u and v.
  const byU = TWO_OVER_PI * v * p * root;
  const byV = TWO_OVER_PI * u * q * root;
  const byUU = -u * byU * (2 * p + root * root);
  const byVV = -v * byV * (2 * q + root * root);
  const byUV = TWO_OVER_PI * root * root * root;
  const scale = 1 / (4 * epsilon * epsilon);
  const put = (k: number, ends: number, cross: number): void => {
    out[AA + k] = ends / 4 + cross / 2;
    out[BB + k] = (ends - 2 * cross) * scale;
  };
  put(0, (ku[0] as number) + (kv[0] as number), overlap(u, v));
  put(1, (ku[1] as number) + (kv[1] as number), byU + byV);
  put(2, (ku[1] as number) - (kv[1] as number), byU - byV);
  put(3, (ku[2] as number) + (kv[2] as number), byUU + 2 * byUV + byVV);
  put(4, (ku[2] as number) - (kv[2] as number), byUU - byVV);
  put(5, (ku[2] as number) + (kv[2] as number), byUU - 2 * byUV + byVV);
  // So far these are the derivatives of m = 4 eps^2 < B^2 >, over 4 eps^2.
  const value = out[BB] as number;
  const byE = (out[BB + 2] as number) - (2 * value) / epsilon;
  out[BB + 4] = (out[BB + 4] as number) - (2 * (out[BB + 1] as number)) / epsilon;
  out[BB + 5] = (out[BB + 5] as number) - ((2 * value) / epsilon + 4 * byE) / epsilon;
  out[BB + 2] = byE;
}

/** < B^2 > as the mean of the mixed derivative of k over the square [w - eps, w + eps]^2. */
function squareOfDifference(w: number, epsilon: number, out: Float64Array): void {
  let value = 0;
  let byW = 0;
  let byE = 0;
  let byWW = 0;
  let byWE = 0;
  let byEE = 0;
  for (let i = 0; i < nodes.length; i++) {
    const s = nodes[i] as number;
    const u = w + epsilon * s;
    for (let j = 0; j <= i; j++) {
      const t = nodes[j] as number;
      const v = w + epsilon * t;
      const inverse = 1 / (1 + u * u + v * v);
      // The square is symmetric: off the diagonal every point counts twice.
      const share = (weights[i] as number) * (weights[j] as number) * (i === j ? 0.25 : 0.5);
      const k = share * TWO_OVER_PI * inverse * Math.sqrt(inverse);
      const first = -3 * k * inverse;
      const second = -5 * first * inverse;
      const alongW = u + v;
      const alongE = s * u + t * v;
      value += k;
      byW += first * alongW;
      byE += first * alongE;
      byWW += 2 * first + second * alongW * alongW;
      byWE += first * (s + t) + second * alongW * alongE;
      byEE += first * (s * s + t * t) + second * alongE * alongE;
    }
  }
  out[BB] = value;
  out[BB + 1] = byW;
  out[BB + 2] = byE;
  out[BB + 3] = byWW;
  out[BB + 4] = byWE;
  out[BB + 5] = byEE;
}
