/**
 * Training the problem with four parameters from a random start on the population loss, and the limit network to which a
 * run leads (ours).
 */
import { newton } from '#math/numerics/newton';
import type { Objective } from '#math/numerics/objective';
import { adam, gradientDescent } from '#math/numerics/optimizers';
import { createRandom } from '#math/numerics/random';
import { symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import type { Trajectory, TrajectoryPoint } from '#math/numerics/trajectory';
import { TOY_SIZE, type ToyPoint, toToyPoint } from './toy';
import { toyReducedLoss } from './toy-limit';
import { EPSILON, toyChannelLoss, toyPopulationLoss } from './toy-population';

/** Full-batch optimizers with the learning rates that runs have. */
export const FULL_BATCH = {
  adam: { make: adam, rate: 0.02 },
  gd: { make: gradientDescent, rate: 0.1 },
} as const;

export type FullBatch = keyof typeof FULL_BATCH;

/** Standard deviation of all four parameters at the start. */
const SPREAD = 3;

/** theta = (w_1, w_2, a_1, a_2), each drawn from N(0, 9). */
export function toyRandomStart(seed: number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: TOY_SIZE }, () => SPREAD * random.normal());
}

/** A run that is trained only as far as it is asked for. */
export interface ToyRandomRun {
  /** Points every `every` steps so far. */
  readonly points: readonly TrajectoryPoint[];
  /** Trains on to this step, and gives the last point that is not after it. */
  readonly at: (step: number) => TrajectoryPoint;
}

/** A run from the start of this seed, of at most `maxSteps` steps. */
export function toyRandomRun(method: FullBatch, seed: number, maxSteps: number, every: number): ToyRandomRun {
  const { make, rate } = FULL_BATCH[method];
  const run: Trajectory = make(toyPopulationLoss(), toyRandomStart(seed), {
    learningRate: rate,
    maxSteps,
    recordEvery: every,
  });
  const points: TrajectoryPoint[] = [];
  let isOver = false;
  return {
    points,
    at(step) {
      const index = Math.floor(step / every);
      while (!isOver && points.length <= index) {
        const next = run.next();
        if (next.done) isOver = true;
        else points.push(next.value);
      }
      return points[Math.min(index, points.length - 1)] as TrajectoryPoint;
    },
  };
}

/**
 * theta as a point, with its output weights, both input weights made positive: (w, a) and (-w, -a) are the same neuron, as
 * erf is odd.
 */
export function toPositivePoint(
  theta: Float64Array,
): ToyPoint & { readonly ai: number; readonly aj: number } {
  const [w1, w2, a1, a2] = theta as unknown as readonly [number, number, number, number];
  const [ai, aj] = [w1 < 0 ? -a1 : a1, w2 < 0 ? -a2 : a2];
  return { ...toToyPoint(Float64Array.of(Math.abs(w1), Math.abs(w2), ai, aj)), ai, aj };
}

/**
 * - `channel`: a minimum at infinity, certified: positive definite Hessian of the limit network, h > 0
 * - `copies`: both neurons have the same input weight; all weights are finite
 * - `open`: neither
 */
export type ToyArrivalKind = 'channel' | 'copies' | 'open';

export interface ToyArrival {
  readonly kind: ToyArrivalKind;
  /** The limit network, epsilon = 0. */
  readonly limit: ToyPoint;
  readonly loss: number;
  /** L(epsilon) = loss + h epsilon^2 + ... */
  readonly h: number;
  /** Steps that Newton's method took. */
  readonly steps: number;
}

/** Copies have no gated part to rounding, and input weights less than this from their mean. */
const NO_GATE = 1e-6;
const NEAR = 0.1;
/** Longest step of Newton's method in (c, a, w): the channels are 2.3 apart in w. */
const LONGEST = 0.5;

/** The limit network of a run that has come to theta, by Newton's method from its w with the best c and a for that. */
export function toyArrival(theta: Float64Array): ToyArrival {
  const channel = toyChannelLoss();
  const point = toPositivePoint(theta);
  const start = toyReducedLoss()(point.w, 0);
  const found = newton(atInfinity(channel), Float64Array.of(start.c, start.a, start.w), { maxStep: LONGEST });
  const [c, a, w] = found.theta as unknown as readonly [number, number, number];
  const hessian = new Float64Array(TOY_SIZE * TOY_SIZE);
  channel.hessian(Float64Array.of(c, a, w, 0), new Float64Array(TOY_SIZE), hessian);
  const h = (hessian[TOY_SIZE * EPSILON + EPSILON] as number) / 2;
  const isMinimum = (symmetricEigenvalues(found.hessian, EPSILON)[0] as number) > 0 && h > 0;
  const kind = !found.converged
    ? 'open'
    : isMinimum
      ? 'channel'
      : Math.abs(a) < NO_GATE && Math.abs(point.epsilon) < NEAR
        ? 'copies'
        : 'open';
  return { kind, limit: { c, a, w, epsilon: 0 }, loss: found.loss, h, steps: found.steps };
}

/** The loss at infinity as a function of (c, a, w). */
function atInfinity(channel: Objective): Objective {
  const gradient4 = new Float64Array(TOY_SIZE);
  const hessian4 = new Float64Array(TOY_SIZE * TOY_SIZE);
  const whole = (point: Float64Array) => Float64Array.of(...point, 0);
  const size = EPSILON;
  return {
    size,
    loss: (point) => channel.loss(whole(point)),
    gradient(point, gradient) {
      const loss = channel.gradient(whole(point), gradient4);
      gradient.set(gradient4.subarray(0, size));
      return loss;
    },
    hessian(point, gradient, hessian) {
      const loss = channel.hessian(whole(point), gradient4, hessian4);
      gradient.set(gradient4.subarray(0, size));
      for (let p = 0; p < size; p++)
        hessian.set(hessian4.subarray(TOY_SIZE * p, TOY_SIZE * p + size), size * p);
      return loss;
    },
  };
}
