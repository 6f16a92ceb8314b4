/**
 * Expectations < s(w_i.x + b_i) s(w_j.x + b_j) > over standard normal x for s(z) = erf(z / sqrt 2), and their
 * derivatives, in closed form. [FCI] equation (22), MATH.md section 8.
 *
 * In place of 4 BvN(h, k; r) - 2 G(h) - 2 G(k) + 1, in which ones cancel, this uses the same thing as
 *
 *   (2 / pi) asin r + 4 V(h, u) + 4 V(k, v),   u = (k - r h) / sqrt(1 - r^2),  v = (h - r k) / sqrt(1 - r^2)
 *
 * with Nicholson's V (owens-t.ts): the value without biases plus two triangles. It has no singular point and is
 * symmetric in i and j to the last bit. (The form and the derivatives by moments are ours.)
 */
import { differenceOfProducts } from './difference-of-products';
import { erf } from './erf';
import { nicholsonV } from './owens-t';

/**
 * < s(w_i.x + b_i) s(w_j.x + b_j) > for x standard normal in any dimension, from the overlaps w_i.w_i, w_i.w_j,
 * w_j.w_j and the biases. To about 1e-15 absolute.
 */
export function erfProductOfOverlaps(wii: number, wij: number, wjj: number, bi: number, bj: number): number {
  const si = Math.sqrt(1 + wii);
  const sj = Math.sqrt(1 + wjj);
  // 1 - r^2 = (D / (s_i s_j))^2
  const D = Math.sqrt(1 + wii + wjj + Math.max(0, differenceOfProducts(wii, wjj, wij, wij)));
  const u = (bj + differenceOfProducts(wii, bj, wij, bi)) / (si * D);
  const v = (bi + differenceOfProducts(wjj, bi, wij, bj)) / (sj * D);
  return combine(wij, D, bi / si, u, bj / sj, v);
}

/** The same for scalar x: < s(w_i x + b_i) s(w_j x + b_j) >. */
export function erfProduct(wi: number, bi: number, wj: number, bj: number): number {
  const si = Math.sqrt(1 + wi * wi);
  const sj = Math.sqrt(1 + wj * wj);
  const D = Math.sqrt(1 + (wi * wi + wj * wj));
  const m = differenceOfProducts(wi, bj, wj, bi);
  return combine(wi * wj, D, bi / si, (bj + wi * m) / (si * D), bj / sj, (bi - wj * m) / (sj * D));
}

function combine(overlap: number, D: number, h: number, u: number, k: number, v: number): number {
  return (2 / Math.PI) * Math.atan2(overlap, D) + 4 * (nicholsonV(h, u) + nicholsonV(k, v));
}

/** Places of w_i, b_i, w_j, b_j in the derivatives below. */
const WI = 0;
const BI = 1;
const WJ = 2;
const BJ = 3;

/**
 * `erfProduct` with its gradient (4) and its symmetric Hessian (4 x 4, row-major) in (w_i, b_i, w_j, b_j), both
 * written; returns the value.
 *
 * With s' = 2 x density, every derivative is a moment < x^n s'(z_i) s'(z_j) > or < x^n s'(z_i) s(z_j) > of a
 * Gaussian: of the density K N(mu, 1/D^2), D^2 = 1 + w_i^2 + w_j^2, mu = -(w_i b_i + w_j b_j) / D^2, in the first
 * case; the others follow from those by partial integration.
 */
export function erfProductDerivatives(
  wi: number,
  bi: number,
  wj: number,
  bj: number,
  gradient: Float64Array,
  hessian: Float64Array,
): number {
  const D2 = 1 + (wi * wi + wj * wj);
  const D = Math.sqrt(D2);
  const m = differenceOfProducts(wi, bj, wj, bi);
  const mu = -(wi * bi + wj * bj) / D2;
  // exp(-Q / 2), Q = (h^2 - 2 r h k + k^2) / (1 - r^2)
  const K = ((2 / Math.PI) * Math.exp((-0.5 * (bi * bi + bj * bj + m * m)) / D2)) / D;
  const second = mu * mu + 1 / D2;
  put(hessian, BI, BJ, K);
  put(hessian, BI, WJ, K * mu);
  put(hessian, WI, BJ, K * mu);
  put(hessian, WI, WJ, K * second);
  oneSide(wi, bi, wj, (bj + wi * m) / D, K, mu, second, WI, BI, gradient, hessian);
  oneSide(wj, bj, wi, (bi - wj * m) / D, K, mu, second, WJ, BJ, gradient, hessian);
  return erfProduct(wi, bi, wj, bj);
}

function put(hessian: Float64Array, p: number, q: number, value: number): void {
  hessian[4 * p + q] = value;
  hessian[4 * q + p] = value;
}

/** Derivatives by the weights of one factor; `lean` is u s_i, the other factor's shifted argument. */
function oneSide(
  w: number,
  b: number,
  other: number,
  lean: number,
  K: number,
  mu: number,
  second: number,
  atW: number,
  atB: number,
  gradient: Float64Array,
  hessian: Float64Array,
): void {
  const s2 = 1 + w * w;
  const s = Math.sqrt(s2);
  const h = b / s;
  const center = -(w * b) / s2;
  // M_n = < x^n s'(z_i) s(z_j) >, under which x is normal about `center` with variance 1 / s2.
  const m0 = (Math.sqrt(2 / Math.PI) * Math.exp(-0.5 * h * h) * erf((lean / s) * Math.SQRT1_2)) / s;
  const m1 = center * m0 + (other * K) / s2;
  const m2 = center * m1 + (m0 + other * K * mu) / s2;
  gradient[atB] = m0;
  gradient[atW] = m1;
  // s'' = -z s', and z_i = b / s2 + w (x - center): the product b M - w M' itself would cancel for large w.
  put(hessian, atB, atB, -(b * m0 + w * other * K) / s2);
  put(hessian, atW, atB, -(b * m1 + w * (m0 + other * K * mu)) / s2);
  put(hessian, atW, atW, -(b * m2 + w * (2 * m1 + other * K * second)) / s2);
}
