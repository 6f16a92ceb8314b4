import type { ActivationBlock } from './activation-block';
import { BLOCK, type HiddenUnit } from './hidden-unit';
import type { Samples } from './samples';

/**
 * One neuron a s(w . x): w at theta[weights ...], a at theta[output]. Its second derivatives are
 * a s'' x x^T (w, w), s' x (w, a) and 0 (a, a).
 */
export function neuronUnit(
  samples: Samples,
  activation: ActivationBlock,
  size: number,
  weights: number,
  output: number,
): HiddenUnit {
  const { count, inputSize, columns } = samples;
  const z = new Float64Array(BLOCK);
  const s0 = new Float64Array(BLOCK);
  const s1 = new Float64Array(BLOCK);
  const s2 = new Float64Array(BLOCK);
  const scaled = new Float64Array(BLOCK);
  const bent = new Float64Array(BLOCK);
  const three = new Float64Array(3);
  let a = 0;

  return {
    evaluate(theta, start, length, order, f) {
      a = theta[output] as number;
      projectBlock(columns, count, inputSize, theta, weights, start, length, z);
      if (order === 0) activation.values(z, length, s0);
      else activation.jets(z, length, s0, s1, s2);
      for (let n = 0; n < length; n++) f[n] = (f[n] as number) + a * (s0[n] as number);
    },

    addGradient(start, length, r, gradient) {
      let sum = 0;
      for (let n = 0; n < length; n++) {
        const rn = r[n] as number;
        sum += rn * (s0[n] as number);
        scaled[n] = rn * (s1[n] as number);
      }
      gradient[output] = (gradient[output] as number) + sum;
      for (let k = 0; k < inputSize; k += 3) {
        dotThreeColumns(scaled, columns, count, inputSize, k, start, length, three);
        const end = Math.min(3, inputSize - k);
        for (let m = 0; m < end; m++) {
          const at = weights + k + m;
          gradient[at] = (gradient[at] as number) + a * (three[m] as number);
        }
      }
    },

    fillJacobian(start, length, jacobian) {
      const outputRow = output * BLOCK;
      for (let n = 0; n < length; n++) jacobian[outputRow + n] = s0[n] as number;
      for (let k = 0; k < inputSize; k++) {
        const column = k * count + start;
        const row = (weights + k) * BLOCK;
        for (let n = 0; n < length; n++) {
          jacobian[row + n] = a * (s1[n] as number) * (columns[column + n] as number);
        }
      }
    },

    addCurvature(start, length, r, hessian) {
      for (let n = 0; n < length; n++) {
        const rn = r[n] as number;
        scaled[n] = rn * (s1[n] as number);
        bent[n] = a * rn * (s2[n] as number);
      }
      for (let k = 0; k < inputSize; k += 3) {
        dotThreeColumns(scaled, columns, count, inputSize, k, start, length, three);
        const end = Math.min(3, inputSize - k);
        for (let m = 0; m < end; m++)
          addSymmetric(hessian, size, output, weights + k + m, three[m] as number);
      }
      for (let k = 0; k < inputSize; k++) {
        const column = k * count + start;
        for (let n = 0; n < length; n++) scaled[n] = (bent[n] as number) * (columns[column + n] as number);
        for (let l = 0; l <= k; l += 3) {
          dotThreeColumns(scaled, columns, count, inputSize, l, start, length, three);
          const end = Math.min(3, k + 1 - l);
          for (let m = 0; m < end; m++) {
            addSymmetric(hessian, size, weights + k, weights + l + m, three[m] as number);
          }
        }
      }
    },
  };
}

/**
 * Inner products of u with input columns k, k + 1, k + 2 (the last one again where there are fewer). A single
 * sum waits for each of its additions; three at a time run side by side.
 */
function dotThreeColumns(
  u: Float64Array,
  columns: Float64Array,
  count: number,
  inputSize: number,
  k: number,
  start: number,
  length: number,
  out: Float64Array,
): void {
  const at0 = k * count + start;
  const at1 = Math.min(k + 1, inputSize - 1) * count + start;
  const at2 = Math.min(k + 2, inputSize - 1) * count + start;
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  for (let n = 0; n < length; n++) {
    const un = u[n] as number;
    sum0 += un * (columns[at0 + n] as number);
    sum1 += un * (columns[at1 + n] as number);
    sum2 += un * (columns[at2 + n] as number);
  }
  out[0] = sum0;
  out[1] = sum1;
  out[2] = sum2;
}

/**
 * z[n] = w . x_n for a block of samples, w at theta[weights ...]; runs down the columns, so one fused pass an
 * input.
 */
export function projectBlock(
  columns: Float64Array,
  count: number,
  inputSize: number,
  theta: Float64Array,
  weights: number,
  start: number,
  length: number,
  z: Float64Array,
): void {
  const first = theta[weights] as number;
  const even = inputSize % 2 === 0;
  const second = even ? (theta[weights + 1] as number) : 0;
  const at1 = even ? count + start : start;
  for (let n = 0; n < length; n++) {
    z[n] = first * (columns[start + n] as number) + second * (columns[at1 + n] as number);
  }
  for (let k = even ? 2 : 1; k < inputSize; k += 2) {
    const u = theta[weights + k] as number;
    const v = theta[weights + k + 1] as number;
    const at = k * count + start;
    const next = at + count;
    for (let n = 0; n < length; n++) {
      z[n] = (z[n] as number) + u * (columns[at + n] as number) + v * (columns[next + n] as number);
    }
  }
}

/** Adds to the entry of the lower triangle that (p, q) or (q, p) is. */
export function addSymmetric(
  hessian: Float64Array,
  size: number,
  p: number,
  q: number,
  amount: number,
): void {
  const at = p >= q ? p * size + q : q * size + p;
  hessian[at] = (hessian[at] as number) + amount;
}
