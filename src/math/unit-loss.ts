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
  const jacobian = new Float64Array(size * BLOCK);
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
        for (const unit of units) unit.addGradient(start, length, r, gradient);
        if (biasIndex === undefined) continue;
        let total = 0;
        for (let n = 0; n < length; n++) total += r[n] as number;
        gradient[biasIndex] = (gradient[biasIndex] as number) + total;
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
        for (let p = 0; p < size; p++) {
          const row = p * BLOCK;
          let total = 0;
          for (let n = 0; n < length; n++) total += (r[n] as number) * (jacobian[row + n] as number);
          gradient[p] = (gradient[p] as number) + total;
        }
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

/**
 * Adds J J^T over a block to the lower triangle. Two by two tiles: four products for four loads, against
 * two loads a product in the plain double loop.
 */
function addOuterProducts(jacobian: Float64Array, length: number, hessian: Float64Array, size: number): void {
  for (let p = 0; p < size; p += 2) {
    const p0 = p * BLOCK;
    // At an odd size the last row meets itself; the surplus products are not stored.
    const pairedRow = p + 1 < size;
    const p1 = pairedRow ? p0 + BLOCK : p0;
    for (let q = 0; q <= p; q += 2) {
      const q0 = q * BLOCK;
      const pairedColumn = q + 1 < size;
      const q1 = pairedColumn ? q0 + BLOCK : q0;
      let h00 = 0;
      let h01 = 0;
      let h10 = 0;
      let h11 = 0;
      for (let n = 0; n < length; n++) {
        const a = jacobian[p0 + n] as number;
        const b = jacobian[p1 + n] as number;
        const c = jacobian[q0 + n] as number;
        const d = jacobian[q1 + n] as number;
        h00 += a * c;
        h01 += a * d;
        h10 += b * c;
        h11 += b * d;
      }
      const at = p * size + q;
      hessian[at] = (hessian[at] as number) + h00;
      if (pairedColumn && q < p) hessian[at + 1] = (hessian[at + 1] as number) + h01;
      if (!pairedRow) continue;
      hessian[at + size] = (hessian[at + size] as number) + h10;
      if (pairedColumn) hessian[at + size + 1] = (hessian[at + size + 1] as number) + h11;
    }
  }
}
