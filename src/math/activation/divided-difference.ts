/**
 * The even part A and the divided difference D of an activation over [z - delta, z + delta], with all their
 * derivatives up to second order, MATH.md section 1:
 *
 *   A = (s(z+delta) + s(z-delta)) / 2      D = (s(z+delta) - s(z-delta)) / (2 delta) = 1/2 int_{-1}^{1} s'(z
 * + delta u) du
 *
 * (Ours.) Below DIRECT_FROM the integrals are taken by Gauss-Legendre quadrature: nothing cancels, delta = 0
 * is an ordinary value, and the rule's derivatives are the rule applied to the derivatives, so gradient and
 * Hessian stay exact.
 */
import type { Activation } from './activation';

/** Where each quantity is written; a subscript z or d is a derivative by z or delta. */
export const A = 0;
export const A_Z = 1;
export const A_D = 2;
/** Also the second derivative of A by delta. */
export const A_ZZ = 3;
export const A_ZD = 4;
export const D = 5;
export const D_Z = 6;
export const D_D = 7;
export const D_ZZ = 8;
export const D_ZD = 9;
export const D_DD = 10;
export const DIVIDED_DIFFERENCE_LENGTH = 11;

/**
 * From this half-width on the plain quotients are used; their second derivative by delta loses about 1e-16 /
 * delta^2. Five nodes are good to 1e-13 relative up to here even for the fourfold steep sigmoid in g.
 */
const DIRECT_FROM = 0.05;

/**
 * Positive nodes and weights (half of the usual, since D has the factor 1/2) of the five-point rule; the
 * sixth number is the weight at 0.
 */
const NODE_1 = Math.sqrt(5 - 2 * Math.sqrt(10 / 7)) / 3;
const NODE_2 = Math.sqrt(5 + 2 * Math.sqrt(10 / 7)) / 3;
const WEIGHT_0 = 64 / 225;
const WEIGHT_1 = (322 + 13 * Math.sqrt(70)) / 1800;
const WEIGHT_2 = (322 - 13 * Math.sqrt(70)) / 1800;

/** Writes the eleven quantities at (z, delta). */
export type DividedDifference = (z: number, delta: number, out: Float64Array) => void;

/** The evaluator for one smooth activation, with its own scratch. */
export function dividedDifference(activation: Activation): DividedDifference {
  const { jet } = activation;
  const plus = new Float64Array(4);
  const minus = new Float64Array(4);

  function addNode(z: number, delta: number, u: number, weight: number, out: Float64Array): void {
    jet(z + delta * u, plus);
    jet(z - delta * u, minus);
    const odd2 = weight * u * ((plus[2] as number) - (minus[2] as number));
    const odd3 = weight * u * ((plus[3] as number) - (minus[3] as number));
    const even3 = weight * ((plus[3] as number) + (minus[3] as number));
    out[D] = (out[D] as number) + weight * ((plus[1] as number) + (minus[1] as number));
    out[D_Z] = (out[D_Z] as number) + weight * ((plus[2] as number) + (minus[2] as number));
    out[D_D] = (out[D_D] as number) + odd2;
    out[D_ZZ] = (out[D_ZZ] as number) + even3;
    out[D_ZD] = (out[D_ZD] as number) + odd3;
    out[D_DD] = (out[D_DD] as number) + u * u * even3;
  }

  return (z, delta, out) => {
    if (delta === 0) {
      jet(z, plus);
      out[A] = plus[0] as number;
      out[A_Z] = plus[1] as number;
      out[A_D] = 0;
      out[A_ZZ] = plus[2] as number;
      out[A_ZD] = 0;
      out[D] = plus[1] as number;
      out[D_Z] = plus[2] as number;
      out[D_D] = 0;
      out[D_ZZ] = plus[3] as number;
      out[D_ZD] = 0;
      out[D_DD] = (plus[3] as number) / 3;
      return;
    }
    const direct = Math.abs(delta) >= DIRECT_FROM;
    if (!direct) {
      jet(z, plus);
      out[D] = WEIGHT_0 * (plus[1] as number);
      out[D_Z] = WEIGHT_0 * (plus[2] as number);
      out[D_D] = 0;
      out[D_ZZ] = WEIGHT_0 * (plus[3] as number);
      out[D_ZD] = 0;
      out[D_DD] = 0;
      addNode(z, delta, NODE_1, WEIGHT_1, out);
      addNode(z, delta, NODE_2, WEIGHT_2, out);
    }
    jet(z + delta, plus);
    jet(z - delta, minus);
    const a1 = ((plus[1] as number) + (minus[1] as number)) / 2;
    const a2 = ((plus[2] as number) + (minus[2] as number)) / 2;
    out[A] = ((plus[0] as number) + (minus[0] as number)) / 2;
    out[A_Z] = a1;
    out[A_D] = ((plus[1] as number) - (minus[1] as number)) / 2;
    out[A_ZZ] = a2;
    out[A_ZD] = ((plus[2] as number) - (minus[2] as number)) / 2;
    if (!direct) return;
    const half = 1 / (2 * delta);
    const d = ((plus[0] as number) - (minus[0] as number)) * half;
    const dz = ((plus[1] as number) - (minus[1] as number)) * half;
    const dzz = ((plus[2] as number) - (minus[2] as number)) * half;
    const dd = (a1 - d) / delta;
    out[D] = d;
    out[D_Z] = dz;
    out[D_D] = dd;
    out[D_ZZ] = dzz;
    out[D_ZD] = (a2 - dz) / delta;
    out[D_DD] = dzz - (2 * dd) / delta;
  };
}
