/** Training that follows its groups to infinity. (Ours.) */
import { networkLoss } from '#math/network/loss';
import type { Problem } from '#math/network/training';
import { gradientFlow } from '#math/numerics/flow';
import type { TrajectoryPoint } from '#math/numerics/trajectory';
import { type Classification, classify, classifyEarly } from './classify';

export interface GroupedTrainingOptions {
  readonly maxSteps?: number;
  readonly maxTime?: number;
  /** Flow times at which limits are looked for. */
  readonly looks?: readonly number[];
}

/** Where training went. */
export interface GroupedTraining extends Classification {
  /** The weights where the flow was left; for a finite minimum the minimum itself. */
  readonly theta: Float64Array;
  readonly time: number;
  readonly steps: number;
}

/** From this time on neurons are allowed to go to infinity by themselves. */
const LONE_FROM = 1e6;

const LOOKS = [1e5, 1e6, 1e7];

/**
 * Gradient flow from `start` until a finite minimum is near or a group shows whose limit network ends in a certified
 * minimum at infinity: there, in the coordinates of the limit, nothing is stiff, and Newton's method or a short flow
 * goes the rest of the way, for which the weights would take for ever. Yields the points of the flow and returns what it
 * came to.
 */
export function* trainGrouped(
  problem: Problem,
  start: Float64Array,
  { maxSteps = 1500, maxTime = 1e8, looks = LOOKS }: GroupedTrainingOptions = {},
): Generator<TrajectoryPoint, GroupedTraining> {
  const { shape, activation, samples } = problem;
  const flow = gradientFlow(networkLoss(shape, activation, samples, 'table'), start, {
    relativeTolerance: 1e-3,
    absoluteTolerance: 1e-5,
    minGradientNorm: 1e-9,
    maxWeightNorm: 1e4,
    maxTime,
    maxSteps,
  });
  let here = { time: 0, steps: 0, theta: start };
  let look = 0;
  for (;;) {
    const next = flow.next();
    if (next.done) {
      const found = classify(problem, here.theta);
      return { ...found, ...here, theta: found.minimum ?? here.theta };
    }
    const { theta, time, steps } = next.value;
    here = { theta, time, steps };
    yield next.value;
    if (time < (looks[look] ?? Number.POSITIVE_INFINITY)) continue;
    while (time >= (looks[look] ?? Number.POSITIVE_INFINITY)) look++;
    const found = classifyEarly(problem, theta, time >= LONE_FROM);
    if (found !== undefined) return { ...found, ...here, theta: found.minimum ?? theta };
  }
}
