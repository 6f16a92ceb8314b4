/**
 * How much of an update runs along the saddle lines, in both ways in which the paper's code measures it, and between
 * which values the Hessian's eigenvalues lie along a run.
 *
 * Groups are lists of neurons (indices) that have drifted together; a pair is a group of two. For an odd activation
 * turn the signs of the neurons of a group to agree first (`alignSigns`).
 */
import { inputWeights, type NetworkShape, outputWeightIndex, parameterCount } from '#math/network/network';
import { sharpness } from '#math/network/sharpness';
import { addScaled, dot, norm } from '#math/numerics/linear-algebra';
import { checkLength, type Objective } from '#math/numerics/objective';
import type { TrajectoryPoint } from '#math/numerics/trajectory';

export type Groups = readonly (readonly number[])[];

/**
 * |P step| / |step| where P keeps the output weights of the groups' neurons: the paper's share for pairs, between 0
 * and 1; NaN for a step of length 0. A step along a saddle line moves these alone. Throws a RangeError when the step
 * has another number of parameters, or a neuron does not exist.
 */
export function pairShare(shape: NetworkShape, step: Float64Array, groups: Groups): number {
  checkLength(step, parameterCount(shape));
  let kept = 0;
  for (const j of members(shape, groups)) kept += (step[outputWeightIndex(shape, j)] as number) ** 2;
  return share(kept, step);
}

/**
 * The paper's share for groups of any size: P keeps, beside the output weights, that part of each input weight vector
 * of the groups' neurons which lies in the span of the groups' mean input weights (all groups', at theta, before the
 * step; this reading of the code is ours). Returns and throws as `pairShare`, which it is never below.
 */
export function groupShare(
  shape: NetworkShape,
  theta: Float64Array,
  step: Float64Array,
  groups: Groups,
): number {
  for (const vector of [theta, step]) checkLength(vector, parameterCount(shape));
  const basis = spanOf(groups.map((group) => meanInput(shape, theta, group)));
  let kept = 0;
  for (const j of members(shape, groups)) {
    kept += (step[outputWeightIndex(shape, j)] as number) ** 2;
    const row = inputWeights(shape, step, j);
    for (const unit of basis) kept += dot(unit, row) ** 2;
  }
  return share(kept, step);
}

/** One point of a run, and the step that led to it. */
export interface RunPoint {
  /** Flow time. */
  readonly time: number;
  readonly pairShare: number;
  readonly groupShare: number;
  /** Extreme eigenvalues of the Hessian here; below `rounding` one is zero to rounding. */
  readonly smallest: number;
  readonly largest: number;
  readonly rounding: number;
}

/**
 * Both shares and the extreme eigenvalues at each of the points but the first. The paper takes 250 points even in
 * log time, and the mean of the last 51.
 */
export function alongRun(
  shape: NetworkShape,
  loss: Objective,
  points: readonly Pick<TrajectoryPoint, 'time' | 'theta'>[],
  groups: Groups,
): RunPoint[] {
  return points.slice(1).map(({ time, theta }, k) => {
    const before = (points[k] as TrajectoryPoint).theta;
    const step = addScaled(theta, -1, before);
    return {
      time,
      pairShare: pairShare(shape, step, groups),
      groupShare: groupShare(shape, before, step, groups),
      ...sharpness(loss, theta),
    };
  });
}

/** Each neuron of a group once. */
function members(shape: NetworkShape, groups: Groups): Set<number> {
  const all = new Set(groups.flat());
  for (const j of all) {
    if (!Number.isInteger(j) || j < 0 || j >= shape.width) throw new RangeError(`there is no neuron ${j}`);
  }
  return all;
}

/** Rounding must not lift a share above 1. */
function share(keptSquares: number, step: Float64Array): number {
  return Math.min(1, Math.sqrt(keptSquares) / norm(step));
}

function meanInput(shape: NetworkShape, theta: Float64Array, group: readonly number[]): Float64Array {
  let sum: Float64Array = new Float64Array(shape.inputSize);
  for (const j of group) sum = addScaled(sum, 1 / group.length, inputWeights(shape, theta, j));
  return sum;
}

/** What is left of a vector after others are taken out is rounding below this part of it. */
const DEPENDENT = 1e-12;

/** Orthonormal vectors with the same span (Gram and Schmidt, twice). */
function spanOf(vectors: readonly Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const vector of vectors) {
    let rest = vector;
    for (const unit of [...basis, ...basis]) rest = addScaled(rest, -dot(unit, rest), unit);
    const length = norm(rest);
    if (length > DEPENDENT * norm(vector)) basis.push(rest.map((entry) => entry / length));
  }
  return basis;
}
