/**
 * The saddle line: at a critical point of a network, duplicate neuron k, give the copies the output weights
 * gamma a_k and (1 - gamma) a_k and the same input weights. Loss and (zero) gradient are the same for every
 * gamma. MATH.md section 4 [FA].
 *
 * In the duplicated network copy one keeps the place of neuron k and copy two is the last neuron.
 */
import type { Activation } from '#math/activation/activation';
import {
  inputWeightIndex,
  inputWeights,
  type NetworkShape,
  networkOutput,
  outputWeight,
  outputWeightIndex,
  parameterCount,
} from '#math/network/network';
import type { Samples } from '#math/network/samples';
import { addScaled, distance, dot, largestEntry } from '#math/numerics/linear-algebra';
import { eigenvector, symmetricEigen, symmetricEigenvalues } from '#math/numerics/symmetric-eigen';

/** A critical point and the neuron of it that is split. */
export interface SaddleLine {
  /** The network before duplication. */
  readonly shape: NetworkShape;
  readonly theta: Float64Array;
  readonly neuron: number;
}

/** The shape with one more neuron. */
export function splitShape(shape: NetworkShape): NetworkShape {
  return { ...shape, width: shape.width + 1 };
}

/** a*, the output weight before duplication. */
export function splitOutputWeight({ shape, theta, neuron }: SaddleLine): number {
  return outputWeight(shape, theta, neuron);
}

/**
 * The point at gamma on the saddle line, parameters of the duplicated network. Throws a RangeError unless
 * gamma is finite.
 */
export function saddlePoint({ shape, theta, neuron }: SaddleLine, gamma: number): Float64Array {
  if (!Number.isFinite(gamma)) throw new RangeError(`gamma must be a finite number, got ${gamma}`);
  if (!Number.isInteger(neuron) || neuron < 0 || neuron >= shape.width) {
    throw new RangeError(`there is no neuron ${neuron} to split, the network has ${shape.width}`);
  }
  const wide = splitShape(shape);
  const a = outputWeight(shape, theta, neuron);
  const out = new Float64Array(parameterCount(wide));
  out.set(theta.subarray(0, shape.width * shape.inputSize));
  out.set(inputWeights(shape, theta, neuron), inputWeightIndex(wide, shape.width));
  for (let j = 0; j < shape.width; j++) out[outputWeightIndex(wide, j)] = outputWeight(shape, theta, j);
  out[outputWeightIndex(wide, neuron)] = gamma * a;
  out[outputWeightIndex(wide, shape.width)] = (1 - gamma) * a;
  if (shape.outputBias) out[out.length - 1] = theta[theta.length - 1] as number;
  return out;
}

/**
 * gamma of any point of the duplicated network: (a_i - a_j + a*) / (2 a*), i the split neuron, j the last
 * one.
 */
export function gammaOf(line: SaddleLine, theta: Float64Array): number {
  const wide = splitShape(line.shape);
  const difference = outputWeight(wide, theta, line.neuron) - outputWeight(wide, theta, wide.width - 1);
  return gammaOfDifference(line, difference);
}

/** gamma that belongs to a value of a_i - a_j. */
export function gammaOfDifference(line: SaddleLine, difference: number): number {
  return gammaOfOutputs(splitOutputWeight(line), difference);
}

/** gamma of a pair with the difference a_i - a_j beside the saddle line of a neuron with output weight a*. */
export function gammaOfOutputs(split: number, difference: number): number {
  return (difference + split) / (2 * split);
}

/** a_i - a_j at gamma: (2 gamma - 1) a*. */
export function differenceOfGamma(line: SaddleLine, gamma: number): number {
  return (2 * gamma - 1) * splitOutputWeight(line);
}

/**
 * The same network at another gamma: the output weights of the pair moved apart or together, their sum kept. A
 * new vector.
 */
export function movedToGamma(line: SaddleLine, theta: Float64Array, gamma: number): Float64Array {
  const wide = splitShape(line.shape);
  const i = outputWeightIndex(wide, line.neuron);
  const j = outputWeightIndex(wide, line.shape.width);
  const sum = (theta[i] as number) + (theta[j] as number);
  const difference = differenceOfGamma(line, gamma);
  const out = Float64Array.from(theta);
  out[i] = (sum + difference) / 2;
  out[j] = (sum - difference) / 2;
  return out;
}

/**
 * Distance of a point of the duplicated network to the saddle line (an endless straight line) and the gamma
 * of the nearest point.
 */
export function distanceToSaddleLine(
  line: SaddleLine,
  theta: Float64Array,
): { readonly distance: number; readonly gamma: number } {
  // Along the line only a_i - a_j changes, so the nearest point is the one with the same a_i - a_j: its gamma
  // is gammaOf.
  const gamma = gammaOf(line, theta);
  return { distance: distance(saddlePoint(line, gamma), theta), gamma };
}

/**
 * The two neurons i < j of a network merged into one at i: output weights added, input weights averaged with
 * gamma = a_i / (a_i + a_j), the inverse of duplication on and to first order beside the saddle line. Where
 * a_i + a_j is no more than 1e-3 of |a_i| + |a_j| (far out in a channel) that weighting means nothing and the
 * plain mean is taken.
 */
export function mergePair(shape: NetworkShape, theta: Float64Array, i: number, j: number): Float64Array {
  if (i > j) return mergePair(shape, theta, j, i);
  if (i === j || i < 0 || j >= shape.width) throw new RangeError(`neurons ${i} and ${j} cannot be merged`);
  const narrow = { ...shape, width: shape.width - 1 };
  const ai = outputWeight(shape, theta, i);
  const aj = outputWeight(shape, theta, j);
  const sum = ai + aj;
  const gamma = Math.abs(sum) > 1e-3 * (Math.abs(ai) + Math.abs(aj)) ? ai / sum : 0.5;
  const out = new Float64Array(parameterCount(narrow));
  for (let from = 0, to = 0; from < shape.width; from++) {
    if (from === j) continue;
    out.set(inputWeights(shape, theta, from), inputWeightIndex(narrow, to));
    out[outputWeightIndex(narrow, to)] = outputWeight(shape, theta, from);
    to++;
  }
  const wi = inputWeights(shape, theta, i);
  const wj = inputWeights(shape, theta, j);
  out.set(addScaled(wj, gamma, addScaled(wi, -1, wj)), inputWeightIndex(narrow, i));
  out[outputWeightIndex(narrow, i)] = sum;
  if (shape.outputBias) out[out.length - 1] = theta[theta.length - 1] as number;
  return out;
}

/**
 * How the loss bends when the two copies are moved apart, [FA] Theorem 3:
 * - `between`: B positive definite: stable for gamma in (0, 1), a plateau saddle
 * - `outside`: B negative definite: stable for gamma < 0 and gamma > 1
 * - `nowhere`: B indefinite: a strict saddle at every gamma
 * - `undecided`: an eigenvalue of B is zero to rounding
 */
export type StableSegments = 'between' | 'outside' | 'nowhere' | 'undecided';

export interface Stability {
  /** B = a_k < dl/df s''(w_k . x) x x^T >, inputSize x inputSize. */
  readonly matrix: Float64Array;
  /** Ascending. */
  readonly eigenvalues: Float64Array;
  readonly stable: StableSegments;
}

/** The matrix B of a saddle line and the segments of it that are stable against moving the copies apart. */
export function saddleLineStability(line: SaddleLine, activation: Activation, samples: Samples): Stability {
  if (!activation.smooth) throw new RangeError(`B needs a smooth activation, ${activation.id} is not`);
  const { shape, theta, neuron } = line;
  const d = shape.inputSize;
  const w = inputWeights(shape, theta, neuron);
  const a = outputWeight(shape, theta, neuron);
  const output = networkOutput(shape, activation, theta, samples.inputs);
  const matrix = new Float64Array(d * d);
  const jet = new Float64Array(4);
  for (let n = 0; n < samples.count; n++) {
    const x = samples.inputs.subarray(n * d, n * d + d);
    activation.jet(dot(w, x), jet);
    const slope = (2 * ((output[n] as number) - (samples.targets[n] as number))) / samples.count;
    const factor = a * slope * (jet[2] as number);
    for (let k = 0; k < d; k++) {
      for (let l = 0; l < d; l++) {
        matrix[k * d + l] = (matrix[k * d + l] as number) + factor * (x[k] as number) * (x[l] as number);
      }
    }
  }
  const eigenvalues = symmetricEigenvalues(matrix, d);
  const low = eigenvalues[0] as number;
  const high = eigenvalues[d - 1] as number;
  const rounding = 1e-13 * Math.max(Math.abs(low), Math.abs(high), Number.MIN_VALUE);
  let stable: StableSegments = 'undecided';
  if (low > rounding) stable = 'between';
  else if (high < -rounding) stable = 'outside';
  else if (low < -rounding && high > rounding) stable = 'nowhere';
  return { matrix, eigenvalues, stable };
}

/**
 * The unit direction at gamma that parts the two copies along the flattest direction delta of B, the gamma-weighted
 * mean of their input weights kept: w_i += (1 - gamma) delta, w_j -= gamma delta. On a stable segment the loss rises
 * both ways along it. delta has its largest entry positive.
 */
export function flattestSplitting(
  line: SaddleLine,
  activation: Activation,
  samples: Samples,
  gamma: number,
): Float64Array {
  const { matrix } = saddleLineStability(line, activation, samples);
  const wide = splitShape(line.shape);
  const d = wide.inputSize;
  const eigen = symmetricEigen(matrix, d);
  const size = (k: number) => Math.abs(eigen.values[k] as number);
  let flattest = 0;
  for (let k = 1; k < d; k++) if (size(k) < size(flattest)) flattest = k;
  const delta = eigenvector(eigen, flattest);
  const length = Math.hypot(1 - gamma, gamma) * (largestEntry(delta) < 0 ? -1 : 1);
  const out = new Float64Array(parameterCount(wide));
  for (let k = 0; k < d; k++) {
    out[inputWeightIndex(wide, line.neuron) + k] = ((1 - gamma) * (delta[k] as number)) / length;
    out[inputWeightIndex(wide, line.shape.width) + k] = (-gamma * (delta[k] as number)) / length;
  }
  return out;
}

/**
 * Whether gamma lies on a stable segment; at gamma = 0 and 1 d + 1 further eigenvalues vanish and it is not.
 */
export function isStableAt(stable: StableSegments, gamma: number): boolean {
  if (stable === 'between') return gamma > 0 && gamma < 1;
  return stable === 'outside' && (gamma < 0 || gamma > 1);
}
