/** One run of a census once more, with what is recorded along it. (Paper, Figures 1 and 2; which run, ours.) */
import { alongRun, type Groups, type RunPoint } from '#math/channel/parallel-share';
import { networkLoss } from '#math/network/loss';
import { inputWeights, type NetworkShape, outputWeightIndex } from '#math/network/network';
import { dot } from '#math/numerics/linear-algebra';
import type { TrajectoryPoint } from '#math/numerics/trajectory';
import { censusProblem } from './problem';
import { type CensusRun, shallowRun, type TrainedRun } from './run';
import type { CensusSettings } from './settings';

export interface FollowedRun extends Pick<TrainedRun, 'run' | 'theta'> {
  /** Along the flow until it was left, even in log time. */
  readonly points: readonly RunPoint[];
}

/** Points a decade of time, and the first time. */
const PER_DECADE = 12;
const FIRST_TIME = 0.1;

/**
 * Whose updates are measured: the neurons that run together, copies included; where none do, the two most similar ones.
 */
export function followedGroups({ groups, closestPair }: Pick<CensusRun, 'groups' | 'closestPair'>): Groups {
  const together = groups.map(({ neurons }) => neurons).filter((neurons) => neurons.length > 1);
  return together.length > 0 || !closestPair ? together : [closestPair];
}

/** Trains a network of one hidden layer again and records; yields `undefined` after each step of the flow and each point. */
export function* followRun(
  settings: CensusSettings,
  seed: number,
): Generator<undefined, FollowedRun, undefined> {
  const { shape, activation, samples } = censusProblem(settings, seed).problem;
  const training = shallowRun(settings, seed);
  const kept: TrajectoryPoint[] = [];
  let after = 0;
  let next = training.next();
  while (!next.done) {
    const { time } = next.value;
    if (time >= after) {
      kept.push(next.value);
      after = Math.max(FIRST_TIME, time * 10 ** (1 / PER_DECADE));
    }
    yield undefined;
    next = training.next();
  }
  const { run, theta } = next.value;
  const groups = followedGroups(run);
  // At the end of the flow: the limit that follows it may have turned them already.
  const last = kept.at(-1)?.theta ?? theta;
  const turned = activation.odd ? againstTheFirst(shape, last, groups) : [];
  const loss = networkLoss(shape, activation, samples);
  const points: RunPoint[] = [];
  for (let k = 1; k < kept.length; k++) {
    const step = kept
      .slice(k - 1, k + 1)
      .map(({ time, theta }) => ({ time, theta: withSigns(shape, theta, turned) }));
    points.push(...alongRun(shape, loss, step, groups));
    yield undefined;
  }
  return { run, theta, points };
}

/** Neurons whose input weights point against those of the first of their group. */
function againstTheFirst(shape: NetworkShape, theta: Float64Array, groups: Groups): number[] {
  return groups.flatMap((group) =>
    group.filter(
      (j) => dot(inputWeights(shape, theta, group[0] as number), inputWeights(shape, theta, j)) < 0,
    ),
  );
}

/** The same network with the signs of these neurons turned: for an odd activation (w, a) and (-w, -a) are one. */
function withSigns(shape: NetworkShape, theta: Float64Array, turned: readonly number[]): Float64Array {
  const out = Float64Array.from(theta);
  for (const j of turned) {
    const row = inputWeights(shape, out, j);
    row.set(row.map((value) => -value));
    const at = outputWeightIndex(shape, j);
    out[at] = -(out[at] as number);
  }
  return out;
}
