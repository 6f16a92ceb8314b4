/** Training of deep networks that follows their pairs to infinity. (Ours.) */
import { gradientFlow } from '#math/numerics/flow';
import type { TrajectoryPoint } from '#math/numerics/trajectory';
import { trustRegion } from '#math/numerics/trust-region';
import { classifyDeep, type DeepClassification, type DeepProblem } from './deep-classify';
import { deepLoss } from './deep-loss';

/** Where training went. */
export interface DeepTraining extends DeepClassification {
  /** The weights where training was left; for a finite minimum the minimum itself. */
  readonly theta: Float64Array;
  /** Where the gradient flow was left. */
  readonly time: number;
}

/** The flow chooses the valley; to its end it would take tens of thousands of steps. */
const FLOW = { maxSteps: 300, maxTime: 1e5 } as const;
/** Steps downhill between two looks for a limit, and how many times. */
const PORTION = 150;
const PORTIONS = 8;
/** At a look before the last. */
const EARLY = { most: 2, steps: 0 } as const;
/** Then a minimum counts only when it is about reached: what is left to gain, relative to the loss. */
const ABOUT_REACHED = 0.1;

/**
 * Gradient flow from `start` and, from where it crawls, Newton's method within a radius, as the paper's runs go on by a
 * second-order method; until a minimum is near, at finite weights or at infinity, that is certified. Yields the points on
 * the way and returns what it came to.
 *
 * Measured on networks of 4 + 4 softplus neurons and 500 samples (37 parameters): the flow needs 300 steps (1 s) to time
 * 1e5 and more than 1,500 (5 s) to 1e7, where the loss still falls; from 1e5 on 600 steps within a radius (2 s) reach a lower
 * loss than 1,500 steps of `descend`, or than 2,000 of Levenberg and Marquardt's kind.
 */
export function* trainDeep(
  problem: DeepProblem,
  start: Float64Array,
): Generator<Pick<TrajectoryPoint, 'theta' | 'loss' | 'time'>, DeepTraining> {
  const { shape, activation, samples } = problem;
  const objective = deepLoss(shape, activation, samples);
  const flow = gradientFlow(objective, start, {
    relativeTolerance: 1e-3,
    absoluteTolerance: 1e-5,
    minGradientNorm: 1e-9,
    maxWeightNorm: 1e4,
    ...FLOW,
  });
  let [theta, time] = [start, 0];
  for (let next = flow.next(); !next.done; next = flow.next()) {
    ({ theta, time } = next.value);
    yield next.value;
  }
  const ended = (found: DeepClassification): DeepTraining => ({
    ...found,
    theta: found.minimum ?? theta,
    time,
  });
  let radius = 1;
  for (let portion = 0; portion < PORTIONS; portion++) {
    const found = classifyDeep(problem, theta, EARLY);
    const left = found.loss - (found.lossAtInfinity ?? Number.NEGATIVE_INFINITY);
    if (left <= ABOUT_REACHED * found.loss) return ended(found);
    let steps = 0;
    for (const point of trustRegion(objective, theta, PORTION, radius)) {
      ({ theta, radius, steps } = point);
      yield { theta, loss: point.loss, time };
    }
    if (steps === 0) break;
  }
  return ended(classifyDeep(problem, theta));
}
