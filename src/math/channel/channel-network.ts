/**
 * A network one pair of whose neurons is written in channel coordinates: parameters w, v = a Delta, c, then
 * the rest (all other neurons and the output bias, laid out as a network of their own). Epsilon is not a
 * parameter but a setting; at epsilon = 0 this is the limit network c s(w.x) + (v.x) s'(w.x) + rest. (MATH.md
 * section 7, ours.)
 */
import type { Activation } from '#math/activation/activation';
import { activationBlock } from '#math/activation/activation-block';
import { createRoom } from '#math/network/block-room';
import {
  inputWeightIndex,
  inputWeights,
  type NetworkShape,
  outputWeight,
  outputWeightIndex,
  parameterCount,
} from '#math/network/network';
import { neuronUnit } from '#math/network/neuron-unit';
import { pairUnit } from '#math/network/pair-unit';
import type { Samples } from '#math/network/samples';
import { unitLoss } from '#math/network/unit-loss';
import { addScaled, dot, norm } from '#math/numerics/linear-algebra';
import type { Objective } from '#math/numerics/objective';
import { withKappa } from './with-kappa';

/** A point of parameter space in the coordinates of one pair. */
export interface ChannelPoint {
  /** The two neurons, i the one with the larger output weight, so that a > 0. */
  readonly i: number;
  readonly j: number;
  /** |w_i - w_j| / 2 */
  readonly epsilon: number;
  /** w (d), v = a Delta (d), c, then the rest. */
  readonly phi: Float64Array;
}

/** Where the rest begins in phi. */
export function restIndex(shape: NetworkShape): number {
  return 2 * shape.inputSize + 1;
}

/** The other neurons and the bias as a shape of their own (its width may be 0). */
export function restShape(shape: NetworkShape): NetworkShape {
  return { ...shape, width: shape.width - 2 };
}

/** Number of channel coordinates, epsilon not counted. */
export function channelSize(shape: NetworkShape): number {
  return parameterCount(shape) - 1;
}

/** w, v, c and a = |v| of a phi. */
export function pairOfPhi(shape: NetworkShape, phi: Float64Array) {
  const d = shape.inputSize;
  const w = phi.slice(0, d);
  const v = phi.slice(d, 2 * d);
  return { w, v, c: phi[2 * d] as number, a: norm(v) };
}

/**
 * Channel coordinates of theta with respect to neurons i and j (exchanged if a_i < a_j).
 * Throws a RangeError when a neuron does not exist, is paired with itself, or both have the same input
 * weights.
 */
export function toChannel(shape: NetworkShape, theta: Float64Array, i: number, j: number): ChannelPoint {
  for (const k of [i, j]) {
    if (!Number.isInteger(k) || k < 0 || k >= shape.width) throw new RangeError(`there is no neuron ${k}`);
  }
  if (i === j) throw new RangeError(`neuron ${i} cannot be paired with itself`);
  const ai = outputWeight(shape, theta, i);
  const aj = outputWeight(shape, theta, j);
  if (ai < aj) return toChannel(shape, theta, j, i);
  const d = shape.inputSize;
  const wi = inputWeights(shape, theta, i);
  const wj = inputWeights(shape, theta, j);
  const difference = addScaled(wi, -1, wj);
  if (norm(difference) === 0) {
    throw new RangeError(
      `neurons ${i} and ${j} have equal input weights, so their difference has no direction`,
    );
  }
  const phi = new Float64Array(channelSize(shape));
  for (let k = 0; k < d; k++) {
    phi[k] = ((wi[k] as number) + (wj[k] as number)) / 2;
    // v = a Delta = epsilon (a_i - a_j) (w_i - w_j) / (2 epsilon)
    phi[d + k] = ((ai - aj) * (difference[k] as number)) / 2;
  }
  phi[2 * d] = ai + aj;
  const others = Array.from({ length: shape.width }, (_, k) => k).filter((k) => k !== i && k !== j);
  const rest = restShape(shape);
  const at = restIndex(shape);
  others.forEach((from, to) => {
    phi.set(inputWeights(shape, theta, from), at + inputWeightIndex(rest, to));
    phi[at + outputWeightIndex(rest, to)] = outputWeight(shape, theta, from);
  });
  if (shape.outputBias) phi[phi.length - 1] = theta[theta.length - 1] as number;
  return { i, j, epsilon: norm(difference) / 2, phi };
}

/**
 * The ordinary parameters of a channel point; epsilon must be positive (a RangeError otherwise: a_i would be
 * infinite).
 */
export function fromChannel(shape: NetworkShape, { i, j, epsilon, phi }: ChannelPoint): Float64Array {
  if (!(epsilon > 0)) throw new RangeError(`output weights are finite only at epsilon > 0, got ${epsilon}`);
  const d = shape.inputSize;
  const theta = new Float64Array(parameterCount(shape));
  const { v, c, a } = pairOfPhi(shape, phi);
  const scale = a > 0 ? epsilon / a : 0;
  for (let k = 0; k < d; k++) {
    const w = phi[k] as number;
    theta[inputWeightIndex(shape, i) + k] = w + scale * (v[k] as number);
    theta[inputWeightIndex(shape, j) + k] = w - scale * (v[k] as number);
  }
  theta[outputWeightIndex(shape, i)] = c / 2 + a / (2 * epsilon);
  theta[outputWeightIndex(shape, j)] = c / 2 - a / (2 * epsilon);
  const others = Array.from({ length: shape.width }, (_, k) => k).filter((k) => k !== i && k !== j);
  const rest = restShape(shape);
  const restPhi = phi.subarray(restIndex(shape));
  others.forEach((to, from) => {
    theta.set(inputWeights(rest, restPhi, from), inputWeightIndex(shape, to));
    theta[outputWeightIndex(shape, to)] = outputWeight(rest, restPhi, from);
  });
  if (shape.outputBias) theta[theta.length - 1] = phi[phi.length - 1] as number;
  return theta;
}

/**
 * The jump procedure of [FCI]: the same network further along its channel, epsilon multiplied by `factor`
 * (halved unless told) at fixed w, Delta, a and c, so that a_i - a_j grows as much as epsilon shrinks. Flow
 * from there settles back onto the floor.
 */
export function jump(
  shape: NetworkShape,
  theta: Float64Array,
  i: number,
  j: number,
  factor = 0.5,
): Float64Array {
  const point = toChannel(shape, theta, i, j);
  return fromChannel(shape, { ...point, epsilon: point.epsilon * factor });
}

/**
 * The loss as a function of phi at fixed epsilon >= 0, with exact gradient and Hessian; at 0 the loss of the
 * limit network. Throws a RangeError for an activation without s'' (the limit of a ReLU pair is not
 * differentiable) or a bad epsilon.
 */
export function channelLoss(
  shape: NetworkShape,
  activation: Activation,
  samples: Samples,
  epsilon: number,
): Objective {
  if (!activation.smooth)
    throw new RangeError(`the limit network needs a smooth activation, ${activation.id} is not`);
  if (!(epsilon >= 0 && Number.isFinite(epsilon)))
    throw new RangeError(`epsilon must be at least 0, got ${epsilon}`);
  if (shape.width < 2) throw new RangeError(`a pair needs two neurons, the network has ${shape.width}`);
  const size = channelSize(shape);
  const rest = restShape(shape);
  const at = restIndex(shape);
  // The pair's kappa = epsilon / |v| is one parameter more, a function of v.
  const kappaAt = epsilon > 0 ? size : undefined;
  const room = createRoom(samples);
  const units = [pairUnit(room, activation, 0, kappaAt)];
  const block = activationBlock(activation, 'exact');
  for (let k = 0; k < rest.width; k++) {
    units.push(neuronUnit(room, block, at + inputWeightIndex(rest, k), at + outputWeightIndex(rest, k)));
  }
  const bias = shape.outputBias ? size - 1 : undefined;
  if (kappaAt === undefined) return unitLoss(units, bias, size, samples.targets, room);
  return withKappa(unitLoss(units, bias, size + 1, samples.targets, room), shape.inputSize, epsilon);
}

/**
 * Outputs of the pair alone at epsilon = 0 and of the whole limit network at row-major inputs (count x
 * inputSize).
 */
export function limitNetworkOutput(
  shape: NetworkShape,
  activation: Activation,
  phi: Float64Array,
  inputs: Float64Array,
): { readonly pair: Float64Array; readonly network: Float64Array } {
  const d = shape.inputSize;
  const { w, v, c } = pairOfPhi(shape, phi);
  const rest = restShape(shape);
  const restPhi = phi.subarray(restIndex(shape));
  const count = inputs.length / d;
  const pair = new Float64Array(count);
  const network = new Float64Array(count);
  const jet = new Float64Array(4);
  const bias = shape.outputBias ? (phi[phi.length - 1] as number) : 0;
  for (let n = 0; n < count; n++) {
    const x = inputs.subarray(n * d, n * d + d);
    activation.jet(dot(w, x), jet);
    pair[n] = c * (jet[0] as number) + dot(v, x) * (jet[1] as number);
    let sum = bias + (pair[n] as number);
    for (let k = 0; k < rest.width; k++) {
      sum += outputWeight(rest, restPhi, k) * activation.value(dot(inputWeights(rest, restPhi, k), x));
    }
    network[n] = sum;
  }
  return { pair, network };
}
