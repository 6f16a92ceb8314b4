/**
 * The edge of stability in the problem with four parameters: sharpness grows along a channel like 1 / epsilon^2
 * until it meets 2 / eta, and there full-batch gradient descent stops climbing [FCI Figure 6d]. Where that is
 * follows from the valley along the channel alone (ours).
 */

import { sharpness } from '#math/network/sharpness';
import { newton } from '#math/numerics/newton';
import type { Objective } from '#math/numerics/objective';
import { gradientDescent, type OptimizerOptions } from '#math/numerics/optimizers';
import { symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import type { Outcome, TrajectoryPoint } from '#math/numerics/trajectory';
import { TOY_SIZE, type ToyPoint, toToyPoint } from './toy';

/** The minimum at one a_1 - a_2, with the sharpness there. */
export interface ToyValleyPoint {
  /** a_1 - a_2 */
  readonly outputDifference: number;
  readonly theta: Float64Array;
  readonly point: ToyPoint;
  readonly loss: number;
  /** Extreme eigenvalues of the Hessian in theta. */
  readonly smallestEigenvalue: number;
  readonly largestEigenvalue: number;
}

/**
 * The valley along a channel: the minimum of `loss` over w_1, w_2 and a_1 + a_2 at each a_1 - a_2 of
 * `outputDifferences` (descending, positive), followed by Newton's method from the channel's end at infinity, `end`.
 * A slow run keeps to it, since a_1 - a_2 is what changes last; at the entrance of channel 1 the floor at fixed
 * epsilon is a different curve, that even turns back. Yields one point each; where the valley ends it stops with a
 * message.
 */
export function* toyValley(
  loss: Objective,
  end: Pick<ToyPoint, 'c' | 'a' | 'w'>,
  outputDifferences: readonly number[],
): Generator<ToyValleyPoint, string | undefined> {
  const first = outputDifferences[0] as number;
  // The first of them may be near; the end itself is where epsilon = a / (a_1 - a_2) is nearly zero.
  const approach = [64, 32, 16, 8, 4, 2].map((factor) => factor * first);
  const epsilon = end.a / (approach[0] as number);
  let near = Float64Array.of(end.w + epsilon, end.w - epsilon, end.c);
  for (const outputDifference of [...approach, ...outputDifferences]) {
    const reduced = atDifference(loss, outputDifference);
    const found = newton(reduced.objective, near, { maxStep: LONGEST });
    if (!found.converged || !((symmetricEigenvalues(found.hessian, 3)[0] as number) > 0))
      return `the valley ends before a_1 - a_2 = ${outputDifference.toPrecision(3)}`;
    near = Float64Array.from(found.theta);
    if (outputDifference > first) continue;
    const theta = reduced.expand(found.theta);
    const { smallest, largest } = sharpness(loss, theta);
    yield {
      outputDifference,
      theta,
      point: toToyPoint(theta),
      loss: found.loss,
      smallestEigenvalue: smallest,
      largestEigenvalue: largest,
    };
  }
  return undefined;
}

/** Longest step of Newton's method in (w_1, w_2, c): valleys bend over about this. */
const LONGEST = 0.3;

/** A loss of theta as one of (w_1, w_2, c) at fixed a_1 - a_2. */
function atDifference(loss: Objective, difference: number) {
  const slope = new Float64Array(TOY_SIZE);
  const bend = new Float64Array(TOY_SIZE * TOY_SIZE);
  const expand = (phi: Float64Array): Float64Array => {
    const [w1, w2, c] = phi as unknown as readonly [number, number, number];
    return Float64Array.of(w1, w2, (c + difference) / 2, (c - difference) / 2);
  };
  const fold = (gradient: Float64Array): void => {
    gradient[0] = slope[0] as number;
    gradient[1] = slope[1] as number;
    gradient[2] = ((slope[2] as number) + (slope[3] as number)) / 2;
  };
  const entry = (p: number, q: number): number => bend[TOY_SIZE * p + q] as number;
  const objective: Objective = {
    size: 3,
    loss: (phi) => loss.loss(expand(phi)),
    gradient(phi, gradient) {
      const value = loss.gradient(expand(phi), slope);
      fold(gradient);
      return value;
    },
    hessian(phi, gradient, hessian) {
      const value = loss.hessian(expand(phi), slope, bend);
      fold(gradient);
      const c1 = (entry(0, 2) + entry(0, 3)) / 2;
      const c2 = (entry(1, 2) + entry(1, 3)) / 2;
      const cc = (entry(2, 2) + 2 * entry(2, 3) + entry(3, 3)) / 4;
      hessian.set([entry(0, 0), entry(0, 1), c1, entry(0, 1), entry(1, 1), c2, c1, c2, cc]);
      return value;
    },
  };
  return { objective, expand };
}

/** Where in the valley the largest eigenvalue is 2 / eta: what gradient descent of that step cannot pass. */
export interface Stall {
  /** a_1 - a_2 */
  readonly outputDifference: number;
  /** |epsilon| */
  readonly epsilon: number;
  /** 2 / eta */
  readonly sharpness: number;
}

/**
 * Predicted stall for a learning rate, interpolated in the valley in double logarithms, in which it is nearly
 * straight. Undefined when 2 / eta lies outside it: already the entrance is too sharp, or the far end not sharp
 * enough.
 */
export function predictedStall(valley: readonly ToyValleyPoint[], learningRate: number): Stall | undefined {
  const limit = 2 / learningRate;
  const near = valley.findIndex((point) => point.largestEigenvalue <= limit);
  const high = valley[near - 1];
  const low = valley[near];
  if (high === undefined || low === undefined) return undefined;
  const t =
    Math.log(limit / low.largestEigenvalue) / Math.log(high.largestEigenvalue / low.largestEigenvalue);
  const between = (from: number, to: number): number => from * (to / from) ** t;
  return {
    outputDifference: between(low.outputDifference, high.outputDifference),
    epsilon: between(Math.abs(low.point.epsilon), Math.abs(high.point.epsilon)),
    sharpness: limit,
  };
}

/** A point of a run of gradient descent with what the edge of stability is about. */
export interface EdgePoint extends TrajectoryPoint {
  readonly point: ToyPoint;
  readonly smallestEigenvalue: number;
  readonly largestEigenvalue: number;
  /** |a_1 - a_2| */
  readonly outputDifference: number;
}

/**
 * Full-batch gradient descent with the sharpness at every recorded step; otherwise as `gradientDescent`, whose
 * outcome it returns.
 */
export function* edgeOfStability(
  loss: Objective,
  start: Float64Array,
  options: OptimizerOptions,
): Generator<EdgePoint, Outcome> {
  const run = gradientDescent(loss, start, options);
  for (;;) {
    const next = run.next();
    if (next.done) return next.value;
    const { theta } = next.value;
    const { smallest, largest } = sharpness(loss, theta);
    yield {
      ...next.value,
      point: toToyPoint(theta),
      smallestEigenvalue: smallest,
      largestEigenvalue: largest,
      outputDifference: Math.abs((theta[2] as number) - (theta[3] as number)),
    };
  }
}
