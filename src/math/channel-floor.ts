import type { Activation } from './activation';
import { channelLoss, pairOfPhi } from './channel-network';
import type { NetworkShape } from './network';
import { newton } from './newton';
import type { Samples } from './samples';
import { symmetricEigenvalues } from './symmetric-eigen';

/** The minimum over everything else at one epsilon. */
export interface FloorPoint {
  readonly epsilon: number;
  readonly loss: number;
  readonly maxAbsGradient: number;
  readonly smallestEigenvalue: number;
  /** w, v = a Delta, c, rest. */
  readonly phi: Float64Array;
  /** a_i - a_j = a / epsilon; infinite at epsilon = 0. */
  readonly outputDifference: number;
}

/** A continuation step is halved at most this often between two requested values of epsilon. */
const MAX_HALVINGS = 8;

/**
 * The floor of the channel (ours, MATH.md section 7): at each of the ascending `epsilons` the minimum over
 * (w, v, c, rest), continued by Newton's method from `phi`, a minimum at (or near) the first of them. Yields
 * one point an epsilon, so a caller can draw as it goes, and returns a message when the floor ends before the
 * last epsilon, undefined otherwise.
 */
export function* channelFloor(
  shape: NetworkShape,
  activation: Activation,
  samples: Samples,
  phi: Float64Array,
  epsilons: readonly number[],
): Generator<FloorPoint, string | undefined> {
  let last: FloorPoint | undefined;
  let before: FloorPoint | undefined;
  for (const target of epsilons) {
    let halvings = 0;
    while (last === undefined || last.epsilon < target) {
      const from: number = last?.epsilon ?? target;
      const epsilon: number = halvings === 0 ? target : from + (target - from) / 2 ** halvings;
      const guess: Float64Array = last === undefined ? phi : predict(before, last, epsilon);
      const found = floorPoint(shape, activation, samples, guess, epsilon);
      if (found !== undefined) {
        before = last;
        last = found;
        // Grow again after a success, or the steps towards the target would shrink for ever.
        halvings = Math.max(0, halvings - 1);
        continue;
      }
      if (last === undefined) return `no minimum at epsilon = ${epsilon} near the start`;
      if (++halvings > MAX_HALVINGS) {
        return `the floor of the channel ends between epsilon = ${last.epsilon} and ${epsilon}`;
      }
    }
    yield last;
  }
  return undefined;
}

/** Secant in epsilon^2, in which the floor is smooth: it is even in epsilon. */
function predict(before: FloorPoint | undefined, last: FloorPoint, epsilon: number): Float64Array {
  if (before === undefined) return last.phi;
  const t = (epsilon ** 2 - last.epsilon ** 2) / (last.epsilon ** 2 - before.epsilon ** 2);
  // A long extrapolation is worse than none.
  if (!(t <= 4)) return last.phi;
  return last.phi.map((value, k) => value + t * (value - (before.phi[k] as number)));
}

function floorPoint(
  shape: NetworkShape,
  activation: Activation,
  samples: Samples,
  guess: Float64Array,
  epsilon: number,
): FloorPoint | undefined {
  const found = newton(channelLoss(shape, activation, samples, epsilon), guess, { maxSteps: 12 });
  if (!found.converged) return undefined;
  const smallestEigenvalue = symmetricEigenvalues(found.hessian, guess.length)[0] as number;
  if (!(smallestEigenvalue > 0)) return undefined;
  return {
    epsilon,
    loss: found.loss,
    maxAbsGradient: found.maxAbsGradient,
    smallestEigenvalue,
    phi: found.theta,
    outputDifference: pairOfPhi(shape, found.theta).a / epsilon,
  };
}

/** `count` values of epsilon from 0 up to `last`: 0, then a log grid from `first`. */
export function floorEpsilons(count: number, first: number, last: number): number[] {
  const steps = Math.max(1, count - 2);
  return [0, ...Array.from({ length: count - 1 }, (_, k) => first * (last / first) ** (k / steps))];
}
