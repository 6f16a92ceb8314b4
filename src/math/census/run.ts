/** One run of a census: trained, classified and certified, as it is kept in files. */
import type { TrainedClass } from '#math/grouping/classify';
import type { UnitKind } from '#math/grouping/grouping';
import { trainGrouped } from '#math/grouping/train-grouped';
import type { VerdictCode } from '#math/grouping/verdict';
import { outputWeight } from '#math/network/network';
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

/** Weights and all of a run, for what looks at the network itself. */
export interface TrainedRun {
  readonly run: CensusRun;
  readonly theta: Float64Array;
}

/** Trains one network to its end. It depends on the settings and the seed alone. */
export function* censusRun(settings: CensusSettings, seed: number): Generator<void, TrainedRun> {
  const { problem, start } = censusProblem(settings, seed);
  const training = trainGrouped(problem, start);
  let next = training.next();
  while (!next.done) {
    yield;
    next = training.next();
  }
  const found = next.value;
  const { theta, loss, cosineDistance, norm, time } = found;
  const pair = found.closestPair;
  const weight = (j: number) => Math.abs(outputWeight(problem.shape, theta, j));
  return {
    theta,
    run: {
      seed,
      loss,
      class: found.class,
      closestPair: pair ?? null,
      cosineDistance,
      norm,
      outputWeights: pair ? weight(pair[0]) + weight(pair[1]) : 0,
      lossAtInfinity: found.lossAtInfinity ?? null,
      verdict: found.verdict.code,
      groups: found.groups.map(({ kind, neurons }) => ({ kind, neurons })),
      time,
    },
  };
}
