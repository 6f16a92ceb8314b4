import type { Activation } from './activation';
import * as dd from './divided-difference';
import { BLOCK, type HiddenUnit } from './hidden-unit';
import { addSymmetric, projectBlock } from './neuron-unit';
import type { Samples } from './samples';

/**
 * A pair of neurons at fixed epsilon as one unit of 2 d + 1 parameters w, v = a Delta, c (in this order from
 * theta[first]):
 *
 *   f = c A(z, delta) + p D(z, delta),   z = w.x,  p = v.x,  delta = kappa p,  kappa = epsilon / |v|
 *
 * which at epsilon = 0 is the limit c s(z) + p s'(z). With y = x - p v / |v|^2, the derivative of delta by v
 * is kappa y. (Ours.) Where v = 0 there is no direction Delta; the unit then takes kappa = 0.
 */
export function pairUnit(
  samples: Samples,
  activation: Activation,
  size: number,
  first: number,
  epsilon: number,
): HiddenUnit {
  const { count, inputSize: d, columns } = samples;
  const evaluateAt = dd.dividedDifference(activation);
  const quantities = new Float64Array(dd.DIVIDED_DIFFERENCE_LENGTH);
  const v = new Float64Array(d);
  const x = new Float64Array(d);
  const y = new Float64Array(d);
  const z = new Float64Array(BLOCK);
  const p = new Float64Array(BLOCK);
  /**
   * df/dc, df/dz, df/dp at fixed delta, df/ddelta and the second derivatives that do not vanish, per sample.
   */
  const fc = new Float64Array(BLOCK);
  const fz = new Float64Array(BLOCK);
  const fp = new Float64Array(BLOCK);
  const fd = new Float64Array(BLOCK);
  const fcz = new Float64Array(BLOCK);
  const fcd = new Float64Array(BLOCK);
  const fzz = new Float64Array(BLOCK);
  const fzp = new Float64Array(BLOCK);
  const fzd = new Float64Array(BLOCK);
  const fpd = new Float64Array(BLOCK);
  const fdd = new Float64Array(BLOCK);
  const vAt = first + d;
  const cAt = first + 2 * d;
  let kappa = 0;
  let inverseSquare = 0;

  /** Puts input n of the block into x and its part orthogonal to v into y. */
  function loadInput(start: number, n: number): void {
    const along = (p[n] as number) * inverseSquare;
    for (let k = 0; k < d; k++) {
      const xk = columns[k * count + start + n] as number;
      x[k] = xk;
      y[k] = xk - along * (v[k] as number);
    }
  }

  return {
    evaluate(theta, start, length, order, f) {
      let square = 0;
      for (let k = 0; k < d; k++) {
        const vk = theta[vAt + k] as number;
        v[k] = vk;
        square += vk * vk;
      }
      inverseSquare = square > 0 ? 1 / square : 0;
      kappa = square > 0 ? epsilon / Math.sqrt(square) : 0;
      const c = theta[cAt] as number;
      projectBlock(columns, count, d, theta, first, start, length, z);
      projectBlock(columns, count, d, theta, vAt, start, length, p);
      for (let n = 0; n < length; n++) {
        const pn = p[n] as number;
        evaluateAt(z[n] as number, kappa * pn, quantities);
        const even = quantities[dd.A] as number;
        const divided = quantities[dd.D] as number;
        f[n] = (f[n] as number) + c * even + pn * divided;
        if (order === 0) continue;
        fc[n] = even;
        fp[n] = divided;
        fz[n] = c * (quantities[dd.A_Z] as number) + pn * (quantities[dd.D_Z] as number);
        fd[n] = c * (quantities[dd.A_D] as number) + pn * (quantities[dd.D_D] as number);
        if (order === 1) continue;
        fcz[n] = quantities[dd.A_Z] as number;
        fcd[n] = quantities[dd.A_D] as number;
        fzz[n] = c * (quantities[dd.A_ZZ] as number) + pn * (quantities[dd.D_ZZ] as number);
        fzp[n] = quantities[dd.D_Z] as number;
        fzd[n] = c * (quantities[dd.A_ZD] as number) + pn * (quantities[dd.D_ZD] as number);
        fpd[n] = quantities[dd.D_D] as number;
        fdd[n] = c * (quantities[dd.A_ZZ] as number) + pn * (quantities[dd.D_DD] as number);
      }
    },

    addGradient(start, length, r, gradient) {
      for (let n = 0; n < length; n++) {
        loadInput(start, n);
        const rn = r[n] as number;
        const byZ = rn * (fz[n] as number);
        const byP = rn * (fp[n] as number);
        const byY = rn * (fd[n] as number) * kappa;
        gradient[cAt] = (gradient[cAt] as number) + rn * (fc[n] as number);
        for (let k = 0; k < d; k++) {
          const xk = x[k] as number;
          gradient[first + k] = (gradient[first + k] as number) + byZ * xk;
          gradient[vAt + k] = (gradient[vAt + k] as number) + byP * xk + byY * (y[k] as number);
        }
      }
    },

    fillJacobian(start, length, jacobian) {
      for (let n = 0; n < length; n++) {
        loadInput(start, n);
        const byY = (fd[n] as number) * kappa;
        jacobian[cAt * BLOCK + n] = fc[n] as number;
        for (let k = 0; k < d; k++) {
          const xk = x[k] as number;
          jacobian[(first + k) * BLOCK + n] = (fz[n] as number) * xk;
          jacobian[(vAt + k) * BLOCK + n] = (fp[n] as number) * xk + byY * (y[k] as number);
        }
      }
    },

    addCurvature(start, length, r, hessian) {
      for (let n = 0; n < length; n++) {
        loadInput(start, n);
        const rn = r[n] as number;
        const pn = p[n] as number;
        const cw = rn * (fcz[n] as number);
        const cv = rn * (fcd[n] as number) * kappa;
        const ww = rn * (fzz[n] as number);
        const wvX = rn * (fzp[n] as number);
        const wvY = rn * (fzd[n] as number) * kappa;
        const vvXY = rn * (fpd[n] as number) * kappa;
        const vvYY = rn * (fdd[n] as number) * kappa * kappa;
        // Second derivative of delta by v: -(kappa / |v|^2) (y v^T + v y^T + p (I - v v^T / |v|^2)).
        const vvBend = -rn * (fd[n] as number) * kappa * inverseSquare;
        for (let k = 0; k < d; k++) {
          const xk = x[k] as number;
          const yk = y[k] as number;
          const vk = v[k] as number;
          addSymmetric(hessian, size, cAt, first + k, cw * xk);
          addSymmetric(hessian, size, cAt, vAt + k, cv * yk);
          for (let l = 0; l < d; l++) {
            addSymmetric(
              hessian,
              size,
              vAt + l,
              first + k,
              xk * (wvX * (x[l] as number) + wvY * (y[l] as number)),
            );
          }
          for (let l = 0; l <= k; l++) {
            const xl = x[l] as number;
            const yl = y[l] as number;
            const vl = v[l] as number;
            addSymmetric(hessian, size, first + k, first + l, ww * xk * xl);
            const bend = yk * vl + vk * yl + pn * ((k === l ? 1 : 0) - vk * vl * inverseSquare);
            addSymmetric(
              hessian,
              size,
              vAt + k,
              vAt + l,
              vvXY * (xk * yl + yk * xl) + vvYY * yk * yl + vvBend * bend,
            );
          }
        }
      }
    },
  };
}
