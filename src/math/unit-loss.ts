import { BLOCK, type HiddenUnit } from './hidden-unit';
import type { Objective } from './objective';
import type { Samples } from './samples';

/**
 * Mean squared error (no factor 1/2) of the model f = sum of units + theta[biasIndex] over the samples.
 *
 * The Hessian is exact: the Gauss-Newton part 2 <grad f grad f^T> plus 2 <(f - y) d2f>, MATH.md section 3.
 * `size` is the number of parameters; without an output bias `biasIndex` is undefined.
 */
export function unitLoss(
  units: readonly HiddenUnit[],
  biasIndex: number | undefined,
  size: number,
  samples: Samples,
): Objective {
  const { count, targets } = samples;
  const r = new Float64Array(BLOCK);
  const jacobian = new Float64Array(Math.ceil(size / TILE) * TILE * BLOCK);
  // The bias enters linearly: its Jacobian row never changes.
  if (biasIndex !== undefined) jacobian.fill(1, biasIndex * BLOCK, (biasIndex + 1) * BLOCK);

  /** Residuals f - y of one block to `r`; returns their sum of squares. */
  function residuals(theta: Float64Array, start: number, length: number, order: 0 | 1 | 2): number {
    r.fill(biasIndex === undefined ? 0 : (theta[biasIndex] as number), 0, length);
    for (const unit of units) unit.evaluate(theta, start, length, order, r);
    let sum = 0;
    for (let n = 0; n < length; n++) {
      const residual = (r[n] as number) - (targets[start + n] as number);
      r[n] = residual;
      sum += residual * residual;
    }
    return sum;
  }

  /** Adds sum_n r[n] df[n]/dtheta over the block. */
  function addGradient(start: number, length: number, gradient: Float64Array): void {
    for (const unit of units) unit.addGradient(start, length, r, gradient);
    if (biasIndex === undefined) return;
    let total = 0;
    for (let n = 0; n < length; n++) total += r[n] as number;
    gradient[biasIndex] = (gradient[biasIndex] as number) + total;
  }

  return {
    size,

    loss(theta) {
      let sum = 0;
      for (let start = 0; start < count; start += BLOCK) {
        sum += residuals(theta, start, Math.min(BLOCK, count - start), 0);
      }
      return sum / count;
    },

    gradient(theta, gradient) {
      gradient.fill(0);
      let sum = 0;
      for (let start = 0; start < count; start += BLOCK) {
        const length = Math.min(BLOCK, count - start);
        sum += residuals(theta, start, length, 1);
        addGradient(start, length, gradient);
      }
      const scale = 2 / count;
      for (let p = 0; p < size; p++) gradient[p] = (gradient[p] as number) * scale;
      return sum / count;
    },

    hessian(theta, gradient, hessian) {
      gradient.fill(0);
      hessian.fill(0);
      let sum = 0;
      for (let start = 0; start < count; start += BLOCK) {
        const length = Math.min(BLOCK, count - start);
        sum += residuals(theta, start, length, 2);
        for (const unit of units) {
          unit.fillJacobian(start, length, jacobian);
          unit.addCurvature(start, length, r, hessian);
        }
        addGradient(start, length, gradient);
        addOuterProducts(jacobian, length, hessian, size);
      }
      const scale = 2 / count;
      for (let p = 0; p < size; p++) {
        gradient[p] = (gradient[p] as number) * scale;
        for (let q = 0; q <= p; q++) {
          const entry = (hessian[p * size + q] as number) * scale;
          hessian[p * size + q] = entry;
          hessian[q * size + p] = entry;
        }
      }
      return sum / count;
    },
  };
}

/** Rows of a tile of the outer product. */
const TILE = 3;

/**
 * Adds J J^T over a block to the lower triangle, in tiles of three by three: nine products for six loads, and
 * the nine sums and six factors just fit the processor's registers. J has rows of zeros up to a multiple of
 * three.
 */
function addOuterProducts(jacobian: Float64Array, length: number, hessian: Float64Array, size: number): void {
  for (let p = 0; p < size; p += TILE) {
    const p0 = p * BLOCK;
    const p1 = p0 + BLOCK;
    const p2 = p1 + BLOCK;
    for (let q = 0; q <= p; q += TILE) {
      const q0 = q * BLOCK;
      const q1 = q0 + BLOCK;
      const q2 = q1 + BLOCK;
      let h00 = 0;
      let h01 = 0;
      let h02 = 0;
      let h10 = 0;
      let h11 = 0;
      let h12 = 0;
      let h20 = 0;
      let h21 = 0;
      let h22 = 0;
      for (let n = 0; n < length; n++) {
        const a = jacobian[p0 + n] as number;
        const b = jacobian[p1 + n] as number;
        const c = jacobian[p2 + n] as number;
        const u = jacobian[q0 + n] as number;
        const v = jacobian[q1 + n] as number;
        const w = jacobian[q2 + n] as number;
        h00 += a * u;
        h01 += a * v;
        h02 += a * w;
        h10 += b * u;
        h11 += b * v;
        h12 += b * w;
        h20 += c * u;
        h21 += c * v;
        h22 += c * w;
      }
      addRow(hessian, size, p, q, h00, h01, h02);
      addRow(hessian, size, p + 1, q, h10, h11, h12);
      addRow(hessian, size, p + 2, q, h20, h21, h22);
    }
  }
}

/** Adds three entries of row p from column q on, those of them that lie in the lower triangle. */
function addRow(
  hessian: Float64Array,
  size: number,
  p: number,
  q: number,
  h0: number,
  h1: number,
  h2: number,
): void {
  if (p >= size) return;
  const at = p * size + q;
  hessian[at] = (hessian[at] as number) + h0;
  if (q + 1 <= p) hessian[at + 1] = (hessian[at + 1] as number) + h1;
  if (q + 2 <= p) hessian[at + 2] = (hessian[at + 2] as number) + h2;
}
