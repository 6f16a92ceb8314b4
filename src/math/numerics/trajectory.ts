/**
 * What gradient flow and the optimizers have in common: points on the way, and a tagged reason for stopping.
 */

export interface TrajectoryPoint {
  /** Flow time; for an optimizer the number of steps times the learning rate, so that the two compare. */
  readonly time: number;
  readonly theta: Float64Array;
  readonly loss: number;
  /** Euclidean norm of the gradient (of the mini-batch for SGD). */
  readonly gradientNorm: number;
  /** Accepted steps so far. */
  readonly steps: number;
}

/**
 * - `stationary`: the gradient norm fell below its limit
 * - `time`: the end of the requested time was reached
 * - `far`: the weight norm exceeded its limit, as in a channel
 * - `steps`: the step budget is used up
 * - `diverged`: the loss or a weight is no longer finite, or no longer falls where it must
 * - `stuck`: no step, however short, can be taken at this tolerance
 */
export type OutcomeKind = 'stationary' | 'time' | 'far' | 'steps' | 'diverged' | 'stuck';

export interface Outcome {
  readonly kind: OutcomeKind;
  /** One sentence for people: what happened and, where something failed, what to change. */
  readonly message: string;
  /** At which step it diverged. */
  readonly steps?: number;
}

/**
 * Yields the start and then points on the way, all finite; returns why it stopped. A caller may stop
 * listening at any time.
 */
export type Trajectory = Generator<TrajectoryPoint, Outcome, undefined>;

export interface FinishedTrajectory {
  readonly points: TrajectoryPoint[];
  readonly last: TrajectoryPoint;
  readonly outcome: Outcome;
}

/** Runs a trajectory to its end. Throws the RangeError of a trajectory that cannot even start. */
export function finish(trajectory: Trajectory): FinishedTrajectory {
  const points: TrajectoryPoint[] = [];
  for (;;) {
    const next = trajectory.next();
    if (!next.done) {
      points.push(next.value);
      continue;
    }
    const last = points.at(-1);
    if (last === undefined) throw new RangeError(next.value.message);
    return { points, last, outcome: next.value };
  }
}
