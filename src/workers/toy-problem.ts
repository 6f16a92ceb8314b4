/** The problem with four parameters as the jobs share it: computed once in a worker, when first asked for. */

import type { Samples } from '#math/network/samples';
import type { Objective } from '#math/numerics/objective';
import { toySamples } from '#math/toy/toy';
import { toyDataLoss } from '#math/toy/toy-data';
import { type ToyValleyPoint, toyValley } from '#math/toy/toy-edge';
import { type ToyAxes, toyAxes } from '#math/toy/toy-landscape';
import { findToyLimits, type ToyLimits, toySaddleLine } from '#math/toy/toy-limit';
import { toyPopulationLoss } from '#math/toy/toy-population';

export interface ToyProblem {
  readonly limits: ToyLimits;
  /** On infinite data. */
  readonly loss: Objective;
  readonly axes: ToyAxes;
}

let problem: ToyProblem | undefined;

/** Limits, loss and axes. */
export function toyProblem(): ToyProblem {
  if (problem) return problem;
  const limits = findToyLimits();
  const loss = toyPopulationLoss();
  problem = { limits, loss, axes: toyAxes(loss, toySaddleLine(limits)) };
  return problem;
}

/** Number of samples of finite data. */
const SAMPLES = 4096;

/** Finite data of a seed. */
export interface ToyData {
  readonly seed: number;
  readonly samples: Samples;
  readonly loss: Objective;
  /** The valley of channel 1 on these data, from far out to its entrance. */
  readonly valley: readonly ToyValleyPoint[];
}

let data: ToyData | undefined;

/** The data of a seed; the last asked for are kept. */
export function toyData(seed: number): ToyData {
  if (data?.seed === seed) return data;
  const samples = toySamples(SAMPLES, seed);
  const loss = toyDataLoss(samples);
  const valley = [...toyValley(loss, toyProblem().limits.channel1, geometric(80, 2.5, 80))];
  data = { seed, samples, loss, valley };
  return data;
}

/** `count` numbers from one to the other, evenly in the logarithm. */
export function geometric(from: number, to: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, k) => from * (to / from) ** (k / (count - 1)));
}
