import type { Activation } from '#math/activation/activation';
import type { NetworkShape } from '#math/network/network';
import type { Samples } from '#math/network/samples';
import { distance } from '#math/numerics/linear-algebra';
import { newton } from '#math/numerics/newton';
import { symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import { channelLoss, pairOfPhi } from './channel-network';

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
  let before: readonly FloorPoint[] = [];
  let guessFrom = 1;
  for (const target of epsilons) {
    let halvings = 0;
    while (last === undefined || last.epsilon < target) {
      const from: number = last?.epsilon ?? target;
      const epsilon: number = halvings === 0 ? target : from + (target - from) / 2 ** halvings;
      const guess: Float64Array = last === undefined ? phi : predict(before.slice(0, guessFrom), epsilon);
      const found = floorPoint(shape, activation, samples, guess, epsilon);
      if (found !== undefined) {
        last = found;
        guessFrom = bestCount(before, found);
        before = [found, ...before].slice(0, GUESS_FROM);
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

/** A point is guessed from at most so many before it. */
const GUESS_FROM = 4;
/** A longer extrapolation than this many times the last gap is worse than none. */
const LONGEST_GUESS = 4;

/** Polynomial in epsilon^2 through points of the floor, latest first: it is smooth and even in epsilon. */
function predict(points: readonly FloorPoint[], epsilon: number): Float64Array {
  const [last, secondLast] = points as [FloorPoint, FloorPoint | undefined];
  if (secondLast === undefined) return last.phi;
  const square = (point: { readonly epsilon: number }) => point.epsilon ** 2;
  const reach = (epsilon ** 2 - square(last)) / (square(last) - square(secondLast));
  if (!(reach <= LONGEST_GUESS)) return last.phi;
  const out = new Float64Array(last.phi.length);
  for (const point of points) {
    let weight = 1;
    for (const other of points) {
      if (other !== point) weight *= (epsilon ** 2 - square(other)) / (square(point) - square(other));
    }
    for (let p = 0; p < out.length; p++) out[p] = (out[p] as number) + weight * (point.phi[p] as number);
  }
  return out;
}

/** From how many points the last one would have been guessed best, or one more if that were all. */
function bestCount(before: readonly FloorPoint[], found: FloorPoint): number {
  let best = 1;
  let smallest = Number.POSITIVE_INFINITY;
  for (let count = 1; count <= before.length; count++) {
    const error = distance(predict(before.slice(0, count), found.epsilon), found.phi);
    if (error < smallest) [best, smallest] = [count, error];
  }
  return best === before.length ? best + 1 : best;
}

function floorPoint(
  shape: NetworkShape,
  activation: Activation,
  samples: Samples,
  guess: Float64Array,
  epsilon: number,
): FloorPoint | undefined {
  const found = newton(channelLoss(shape, activation, samples, epsilon), guess, {
    maxSteps: 12,
    trusting: true,
  });
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
