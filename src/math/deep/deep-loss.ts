/** The mean squared error of a deep network with its exact gradient and Hessian. */
import type { Activation } from '#math/activation/activation';
import type { Samples } from '#math/network/samples';
import { checkLength, type Objective } from '#math/numerics/objective';
import { type DeepShape, deepParameterCount, type Layer } from './deep-shape';
import { type DeepPair, type DeepSweep, deepSweep, type LayerState } from './deep-sweep';

/**
 * Mean squared error (no factor 1/2) of a deep network, or of its limit with these pairs at infinity. Throws a
 * RangeError when the input sizes differ; the objective does for another number of parameters.
 */
export function deepLoss(
  shape: DeepShape,
  activation: Activation,
  samples: Samples,
  pairs: readonly DeepPair[] = [],
): Objective {
  const sweep = deepSweep(shape, activation, samples, pairs);
  const size = deepParameterCount(shape);
  const { count, targets } = samples;
  const addCurvature = curvature(sweep, size);

  function evaluate(theta: Float64Array, gradient?: Float64Array, hessian?: Float64Array): number {
    checkLength(theta, size);
    gradient?.fill(0);
    hessian?.fill(0);
    let sum = 0;
    for (let n = 0; n < count; n++) {
      const residual = sweep.forward(theta, n) - (targets[n] as number);
      sum += residual * residual;
      if (!gradient) continue;
      sweep.backward(theta);
      addSlopes(sweep, (2 * residual) / count, gradient);
      if (hessian) addCurvature(theta, residual, 2 / count, hessian);
    }
    for (let p = 0; hessian && p < size; p++)
      for (let q = 0; q < p; q++) hessian[q * size + p] = hessian[p * size + q] as number;
    return sum / count;
  }

  return { size, loss: (theta) => evaluate(theta), gradient: evaluate, hessian: evaluate };
}

/** Outputs of the network, or of its limit with these pairs at infinity, at the inputs of the samples. */
export function deepOutput(
  shape: DeepShape,
  activation: Activation,
  theta: Float64Array,
  samples: Samples,
  pairs: readonly DeepPair[] = [],
): Float64Array {
  const sweep = deepSweep(shape, activation, samples, pairs);
  return samples.targets.map((_, n) => sweep.forward(theta, n));
}

/** Adds factor df/dtheta at the sample last gone back. */
function addSlopes({ layers, states }: DeepSweep, factor: number, gradient: Float64Array): void {
  for (let l = 0; l < layers.length; l++) {
    const { stride, at } = layers[l] as Layer;
    const { delta, inputs } = states[l] as LayerState;
    for (let j = 0, row = at; j < delta.length; j++, row += stride) {
      const s = factor * (delta[j] as number);
      for (let k = 0; k < stride; k++)
        gradient[row + k] = (gradient[row + k] as number) + s * (inputs[k] as number);
    }
  }
}

/** Entries of a matrix: where the first is, from one row to the next, from one column to the next. */
interface Entries {
  readonly numbers: Float64Array;
  readonly at: number;
  readonly row: number;
  readonly column: number;
}

const whole = (numbers: Float64Array, columns: number): Entries => ({
  numbers,
  at: 0,
  row: columns,
  column: 1,
});
const transposed = ({ numbers, at, row, column }: Entries): Entries => ({
  numbers,
  at,
  row: column,
  column: row,
});

/** out (rows x columns, whole) = a b, with `inner` columns of a. */
function multiply(
  a: Entries,
  b: Entries,
  rows: number,
  inner: number,
  columns: number,
  out: Float64Array,
): void {
  const { numbers: u, row: rowU, column: columnU } = a;
  const { numbers: v, row: rowV, column: columnV } = b;
  for (let i = 0, fromU = a.at; i < rows; i++, fromU += rowU) {
    for (let k = 0, fromV = b.at; k < columns; k++, fromV += columnV) {
      let sum = 0;
      for (let j = 0, p = fromU, q = fromV; j < inner; j++, p += columnU, q += rowV)
        sum += (u[p] as number) * (v[q] as number);
      out[i * columns + k] = sum;
    }
  }
}

/**
 * Adds factor (df df^T + r d2f) at the sample last gone back, f the network's output, to the lower triangle of a Hessian.
 *
 * With J = dz_l/dz_m, K = dh/dz_m (h: what comes into layer l), delta = df/dz_l and B = d2f/dz_l dz_l, all above z_l
 * taken as one function, the second derivative of f by weight jk of layer l and weight ab of layer m < l is
 * (h_k (B J)_ja + delta_j K_ka) times the input b of layer m; for m = l J is the identity and K is 0. (Ours.)
 */
function curvature({ layers, states }: DeepSweep, size: number) {
  const last = layers.length - 1;
  const most = Math.max(...layers.map(({ fanOut }) => fanOut));
  const square = () => new Float64Array(most * most);
  const room = [square(), square()] as const;
  const bends = layers.map(square);
  const toZ = square();
  const toInputs = new Float64Array(most * (most + 1));
  const slopes = states.map((state) => whole(state.slopes, state.z.length));

  /** B of layer l from that of the layer above it. */
  function bendOf(l: number, weights: Entries): void {
    const out = bends[l] as Float64Array;
    const { first, bend, crossBend, above } = states[l] as LayerState;
    const width = above.length;
    const upper = (states[l + 1] as LayerState).z.length;
    if (l + 1 === last) out.fill(0);
    else {
      const [one, other] = room;
      const D = slopes[l] as Entries;
      multiply(whole(bends[l + 1] as Float64Array, upper), weights, upper, upper, width, one);
      multiply(transposed(weights), whole(one, width), width, upper, width, other);
      multiply(whole(other, width), D, width, width, width, one);
      multiply(transposed(D), whole(one, width), width, width, width, out);
    }
    for (let k = 0; k < width; k++) {
      const from = first[k] as number;
      const second = (above[k] as number) * (bend[k] as number);
      out[k * width + from] = (out[k * width + from] as number) + second;
      if (from === k) continue;
      out[from * width + k] = (out[from * width + k] as number) + second;
      out[from * width + from] =
        (out[from * width + from] as number) + (above[k] as number) * (crossBend[k] as number);
    }
  }

  /** The block of layers l and m; B J is in the first room, K in `toInputs`. */
  function addBlock(l: number, m: number, r: number, factor: number, hessian: Float64Array): void {
    const { at: atL, stride: strideL } = layers[l] as Layer;
    const { at: atM, stride: strideM } = layers[m] as Layer;
    const { delta, inputs } = states[l] as LayerState;
    const { delta: deltaM, inputs: inputsM } = states[m] as LayerState;
    const widthM = deltaM.length;
    const [BJ] = room;
    for (let j = 0; j < delta.length; j++) {
      const deltaJ = delta[j] as number;
      // Of the diagonal block the lower half.
      const columns = l === m ? j + 1 : widthM;
      for (let a = 0; a < columns; a++) {
        const byInput = factor * (r * (BJ[j * widthM + a] as number) + deltaJ * (deltaM[a] as number));
        const inner = l === m ? 0 : factor * r * deltaJ;
        for (let k = 0; k < strideL; k++) {
          const c = byInput * (inputs[k] as number) + inner * (toInputs[k * widthM + a] as number);
          const entry = (atL + j * strideL + k) * size + atM + a * strideM;
          for (let b = 0; b < strideM; b++)
            hessian[entry + b] = (hessian[entry + b] as number) + c * (inputsM[b] as number);
        }
      }
    }
  }

  return (theta: Float64Array, r: number, factor: number, hessian: Float64Array): void => {
    const weights = layers.map(({ at, stride }): Entries => ({ numbers: theta, at, row: stride, column: 1 }));
    (bends[last] as Float64Array).fill(0);
    for (let l = last - 1; l >= 0; l--) bendOf(l, weights[l + 1] as Entries);
    for (let m = 0; m <= last; m++) {
      const widthM = (layers[m] as Layer).fanOut;
      room[0].set(bends[m] as Float64Array);
      addBlock(m, m, r, factor, hessian);
      for (let l = m + 1; l <= last; l++) {
        const { fanOut, fanIn } = layers[l] as Layer;
        // dh/dz_m: the slopes of m itself, or those of l - 1 times dz_(l-1)/dz_m.
        if (l === m + 1) toInputs.set((states[m] as LayerState).slopes);
        else multiply(slopes[l - 1] as Entries, whole(toZ, widthM), fanIn, fanIn, widthM, toInputs);
        // What the constant that comes in would have.
        toInputs.fill(0, fanIn * widthM);
        multiply(weights[l] as Entries, whole(toInputs, widthM), fanOut, fanIn, widthM, toZ);
        multiply(
          whole(bends[l] as Float64Array, fanOut),
          whole(toZ, widthM),
          fanOut,
          fanOut,
          widthM,
          room[0],
        );
        addBlock(l, m, r, factor, hessian);
      }
    }
  };
}
