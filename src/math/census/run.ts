/** One run of a census: trained, classified and certified, as it is kept in files. */
import { closestPair } from '#math/grouping/candidates';
import { type Classification, isCertified, type TrainedClass } from '#math/grouping/classify';
import { atEpsilon, fromGrouping, type GroupedPoint } from '#math/grouping/coordinates';
import { isInfinite, type UnitKind } from '#math/grouping/grouping';
import { trainGrouped } from '#math/grouping/train-grouped';
import type { VerdictCode } from '#math/grouping/verdict';
import { networkLoss } from '#math/network/loss';
import { outputWeight } from '#math/network/network';
import { dot } from '#math/numerics/linear-algebra';
import type { TrajectoryPoint } from '#math/numerics/trajectory';
import { censusProblem } from './problem';
import type { CensusSettings } from './settings';

/** What is kept of a run, beside its settings. Losses are means of squares. */
export interface CensusRun {
  readonly seed: number;
  readonly loss: number;
  readonly class: TrainedClass;
  /** The two neurons of smallest cosine distance, and that distance; null and 1 for a single neuron. */
  readonly closestPair: readonly [number, number] | null;
  readonly cosineDistance: number;
  /** The paper's: sum of squares over twice the number of parameters. */
  readonly norm: number;
  /** |a_i| + |a_j| of the closest pair; 0 for a single neuron. */
  readonly outputWeights: number;
  /** Of the limit network, or of the finite minimum; null when unfinished. */
  readonly lossAtInfinity: number | null;
  readonly verdict: VerdictCode;
  readonly groups: readonly { readonly kind: UnitKind; readonly neurons: readonly number[] }[];
  /** Where the gradient flow of the mean loss was left. */
  readonly time: number;
}

/** One line of a file. */
export type CensusRecord = CensusSettings & CensusRun;

/** A run and its weights. */
export interface TrainedRun {
  readonly run: CensusRun;
  readonly theta: Float64Array;
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
 * The weights of a limit where the paper's norm has just passed 1000: where the paper's runs stop. Training leaves the
 * flow as soon as its limit is certain, mostly before.
 */
function atPaperNorm(point: GroupedPoint): Float64Array {
  let [low, high] = [-60, 0];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (paperNorm(fromGrouping(atEpsilon(point, 2 ** middle))) > END_NORM) low = middle;
    else high = middle;
  }
  return fromGrouping(atEpsilon(point, 2 ** low));
}

/** Where a run is looked at: in the minimum, in the channel at the paper's norm, or where it was left. */
function endOf({
  limit,
  theta,
}: Pick<Classification, 'limit'> & { readonly theta: Float64Array }): Float64Array {
  const isGoing = limit && isCertified(limit) && limit.point.grouping.units.some(isInfinite);
  return isGoing && paperNorm(theta) <= PAPER.norm ? atPaperNorm(limit.point) : theta;
}

/** Trains one network to its end and yields the points of its flow. It depends on the settings and the seed alone. */
export function* censusRun(
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
    run: {
      seed,
      loss: networkLoss(shape, activation, samples).loss(theta),
      class: found.class,
      closestPair: closest?.pair ?? null,
      cosineDistance: closest?.distance ?? 1,
      norm: paperNorm(theta),
      outputWeights: closest ? weight(closest.pair[0]) + weight(closest.pair[1]) : 0,
      lossAtInfinity: found.lossAtInfinity ?? null,
      verdict: found.verdict.code,
      groups: found.groups.map(({ kind, neurons }) => ({ kind, neurons })),
      time: found.time,
    },
  };
}
