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
      for (let k = 0; k < inputSize; k++) {
        const column = k * count + start;
        let inner = 0;
        for (let n = 0; n < length; n++) inner += (scaled[n] as number) * (columns[column + n] as number);
        gradient[weights + k] = (gradient[weights + k] as number) + a * inner;
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
      for (let k = 0; k < inputSize; k++) {
        const column = k * count + start;
        let mixed = 0;
        for (let n = 0; n < length; n++) {
          const rx = (r[n] as number) * (columns[column + n] as number);
          mixed += rx * (s1[n] as number);
          scaled[n] = rx * (s2[n] as number);
        }
        addSymmetric(hessian, size, output, weights + k, mixed);
        for (let l = 0; l <= k; l++) {
          const other = l * count + start;
          let sum = 0;
          for (let n = 0; n < length; n++) sum += (scaled[n] as number) * (columns[other + n] as number);
          addSymmetric(hessian, size, weights + k, weights + l, a * sum);
        }
      }
    },
  };
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
  for (let n = 0; n < length; n++) z[n] = first * (columns[start + n] as number);
  for (let k = 1; k < inputSize; k++) {
    const w = theta[weights + k] as number;
    const column = k * count + start;
    for (let n = 0; n < length; n++) z[n] = (z[n] as number) + w * (columns[column + n] as number);
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
