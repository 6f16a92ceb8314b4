/** One run of a census: trained, classified and certified, as it is kept in files. */
import { closestInLayers } from '#math/deep/deep-candidates';
import type { DeepClassification } from '#math/deep/deep-classify';
import { fromDeepLimit } from '#math/deep/deep-limit';
import { deepLoss } from '#math/deep/deep-loss';
import { trainDeep } from '#math/deep/deep-training';
import { closestPair } from '#math/grouping/candidates';
import { type Classification, isCertified, type TrainedClass } from '#math/grouping/classify';
import { atEpsilon, fromGrouping } from '#math/grouping/coordinates';
import { isInfinite, type UnitKind } from '#math/grouping/grouping';
import { type GroupedTraining, trainGrouped } from '#math/grouping/train-grouped';
import type { VerdictCode } from '#math/grouping/verdict';
import type { LevelEnd } from '#math/levels/level-kind';
import { networkLoss } from '#math/network/loss';
import { outputWeight } from '#math/network/network';
import type { Problem } from '#math/network/training';
import { dot } from '#math/numerics/linear-algebra';
import type { TrajectoryPoint } from '#math/numerics/trajectory';
import { censusProblem, deepCensusProblem } from './problem';
import type { CensusSettings } from './settings';

/** Neurons that go to infinity together, or are copies. */
export interface CensusGroup {
  readonly kind: UnitKind;
  /** Their hidden layer, 1 nearest the input. */
  readonly layer: number;
  /** Their numbers in it, from 0. */
  readonly neurons: readonly number[];
}

/** What is kept of a run, beside its settings. Losses are means of squares. */
export interface CensusRun {
  readonly seed: number;
  readonly loss: number;
  readonly class: TrainedClass;
  /** The two neurons of smallest cosine distance, and that distance; null and 1 for a single neuron. */
  readonly closestPair: readonly [number, number] | null;
  /** The hidden layer of these two, 1 nearest the input. */
  readonly closestLayer: number;
  readonly cosineDistance: number;
  /** The paper's: sum of squares over twice the number of parameters. */
  readonly norm: number;
  /** |a_i| + |a_j| of the closest pair, in a deep network norms of vectors; 0 for a single neuron. */
  readonly outputWeights: number;
  /** Of the limit network, or of the finite minimum; null when unfinished. */
  readonly lossAtInfinity: number | null;
  readonly verdict: VerdictCode;
  readonly groups: readonly CensusGroup[];
  /** Where the gradient flow of the mean loss was left; deep networks go on by Newton's method from there. */
  readonly time: number;
}

/** One line of a file. */
export type CensusRecord = CensusSettings & CensusRun & { readonly level?: LevelEnd };

/** A run and its weights. */
export interface TrainedRun {
  readonly run: CensusRun;
  readonly theta: Float64Array;
  /** What was trained on, and what it came to; undefined of deep networks. */
  readonly training: { readonly problem: Problem; readonly found: GroupedTraining } | undefined;
}

/** The paper stops training where its norm exceeds this, and counts cosine distances below the other as a channel. */
const PAPER = { norm: 1000, cosineDistance: 0.01 } as const;

/** Just past it, by more than rounding. */
const END_NORM = 1.001 * PAPER.norm;

/** Whether a run is a channel by the paper's criterion, which knows no certificate. */
export function isPaperChannel({
  norm,
  cosineDistance,
}: Pick<CensusRun, 'norm' | 'cosineDistance'>): boolean {
  return norm > PAPER.norm && cosineDistance < PAPER.cosineDistance;
}

const paperNorm = (theta: Float64Array) => dot(theta, theta) / (2 * theta.length);

/**
 * The weights of a limit, given by epsilon, where the paper's norm has just passed 1000: where the paper's runs stop.
 * Training leaves its way as soon as its limit is certain, mostly before.
 */
function atPaperNorm(weightsAt: (epsilon: number) => Float64Array): Float64Array {
  let [low, high] = [-60, 0];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (paperNorm(weightsAt(2 ** middle)) > END_NORM) low = middle;
    else high = middle;
  }
  return weightsAt(2 ** low);
}

/** Where a run is looked at: in the minimum, in the channel at the paper's norm, or where it was left. */
function endOf({
  limit,
  theta,
}: Pick<Classification, 'limit'> & { readonly theta: Float64Array }): Float64Array {
  const isGoing = limit && isCertified(limit) && limit.point.grouping.units.some(isInfinite);
  if (!isGoing || paperNorm(theta) > PAPER.norm) return theta;
  return atPaperNorm((epsilon) => fromGrouping(atEpsilon(limit.point, epsilon)));
}

/** Trains one network to its end. It depends on the settings and the seed alone. */
export function censusRun(settings: CensusSettings, seed: number): Generator<unknown, TrainedRun, undefined> {
  return settings.depth > 1 ? deepRun(settings, seed) : shallowRun(settings, seed);
}

/** What is kept of every end alike. */
const keptOf = ({
  class: found,
  lossAtInfinity,
  verdict,
  time,
}: Pick<DeepClassification, 'class' | 'lossAtInfinity' | 'verdict'> & { readonly time: number }) => ({
  class: found,
  lossAtInfinity: lossAtInfinity ?? null,
  verdict: verdict.code,
  time,
});

/** A run of one hidden layer; yields the points of its flow. */
export function* shallowRun(
  settings: CensusSettings,
  seed: number,
): Generator<TrajectoryPoint, TrainedRun, undefined> {
  const { problem, start } = censusProblem(settings, seed);
  const { shape, activation, samples } = problem;
  const found = yield* trainGrouped(problem, start);
  const theta = endOf(found);
  const closest = closestPair(shape, activation, theta);
  const weight = (j: number) => Math.abs(outputWeight(shape, theta, j));
  return {
    theta,
    training: { problem, found },
    run: {
      seed,
      ...keptOf(found),
      loss: networkLoss(shape, activation, samples).loss(theta),
      closestPair: closest?.pair ?? null,
      closestLayer: 1,
      cosineDistance: closest?.distance ?? 1,
      norm: paperNorm(theta),
      outputWeights: closest ? weight(closest.pair[0]) + weight(closest.pair[1]) : 0,
      groups: found.groups.map(({ kind, neurons }) => ({ kind, layer: 1, neurons })),
    },
  };
}

function* deepRun(settings: CensusSettings, seed: number): Generator<unknown, TrainedRun, undefined> {
  const { problem, start } = deepCensusProblem(settings, seed);
  const { shape, activation, samples } = problem;
  const found = yield* trainDeep(problem, start);
  const { limit } = found;
  const isGoing = limit?.verdict.code === 'minimum-at-infinity' && paperNorm(found.theta) <= PAPER.norm;
  const theta = isGoing
    ? atPaperNorm((epsilon) => {
        const { point } = limit;
        return fromDeepLimit(
          shape,
          point,
          point.pairs.map(() => epsilon),
        );
      })
    : found.theta;
  const closest = closestInLayers(shape, activation, theta);
  return {
    theta,
    training: undefined,
    run: {
      seed,
      ...keptOf(found),
      loss: deepLoss(shape, activation, samples).loss(theta),
      closestPair: closest?.neurons ?? null,
      closestLayer: 1 + (closest?.layer ?? 0),
      cosineDistance: closest?.distance ?? 1,
      norm: paperNorm(theta),
      outputWeights: closest?.outputWeights ?? 0,
      groups: found.groups.map(({ kind, layer, neurons }) => ({ kind, layer: layer + 1, neurons })),
    },
  };
}
