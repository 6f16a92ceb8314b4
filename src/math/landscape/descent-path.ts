/**
 * One path of the descent slice (ours): at fixed gamma the steepest descent from the saddle line to its foot,
 * the minimum at that gamma, and straight on beyond it until the loss is back at the height of the crest.
 * MATH.md section 5.
 */

import { inputWeights } from '#math/network/network';
import { type FlowOptions, gradientFlow } from '#math/numerics/flow';
import { addScaled, distance, dot, maxAbs } from '#math/numerics/linear-algebra';
import { newton } from '#math/numerics/newton';
import { runSteps, type Steps } from '#math/numerics/steps';
import { eigenvalueRounding, symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import type { Trajectory } from '#math/numerics/trajectory';
import { type FixedDifference, fixedDifference } from './fixed-gamma';
import type { Landscape } from './landscape';
import { differenceOfGamma, flattestSplitting, saddlePoint } from './saddle-line';

export type Side = 'plus' | 'minus';

/** The minimum at fixed gamma that a path ends in. */
export interface Foot {
  readonly theta: Float64Array;
  readonly loss: number;
  /** Half the distance of the pair's input weights. */
  readonly epsilon: number;
  /** At fixed gamma. */
  readonly maxAbsGradient: number;
  /** Of the Hessian at fixed gamma. */
  readonly smallestEigenvalue: number;
}

export interface DescentPath {
  readonly gamma: number;
  readonly side: Side;
  /** Parameters along the path, from the saddle line to the foot. */
  readonly points: readonly Float64Array[];
  /** Arc length at each point, 0 on the saddle line. */
  readonly arcs: Float64Array;
  /** Loss at each point, falling. */
  readonly losses: Float64Array;
  readonly foot: Foot;
  /**
   * Where the loss is back at crest height straight beyond the foot, and how far that is from the foot; on a stable
   * stretch of the saddle line, which is its own foot, a point up the flattest wall beside it.
   */
  readonly beyond: { readonly theta: Float64Array; readonly length: number };
  /** False when the foot was not reached to rounding; then `message` says why. */
  readonly converged: boolean;
  readonly message: string;
}

/** How far along e_min a path starts: the saddle line itself has no gradient. */
export const START_OFFSET = 1e-2;

/**
 * Where the flow hands over to Newton's method. The flattest directions have curvature 1e-5, so what is left
 * of the path is then below about 1e-3 of it.
 */
const HANDOVER_GRADIENT = 1e-8;
/** Rounding in a gradient, in units of the weights squared: measured 2^-50 at gamma = 1000, where weights are 6,000. */
const GRADIENT_ROUNDING = 2 ** -48;
const HANDOVER_TIME = 1e8;
/** Newton may finish a path, not find another one. */
const LONGEST_FINISH = 0.3;
const UNFINISHED =
  'the end of this path is not a minimum to rounding: the valley is too flat, or itself leads to infinity';
const RELATIVE_TOLERANCE = 1e-3;
/** The first step of a path in units of the time in which the distance to the saddle line grows by the factor e. */
const FIRST_STEP = 0.3;

/** The path at one gamma on one side of the saddle line. */
export function descentPath(landscape: Landscape, gamma: number, side: Side): DescentPath {
  return runSteps(descentPathSteps(landscape, gamma, side));
}

/** `descentPath`, pausing after each step of the flow and before what takes as long. */
export function* descentPathSteps(landscape: Landscape, gamma: number, side: Side): Steps<DescentPath> {
  const { line, loss, downhill } = landscape;
  const saddle = saddlePoint(line, gamma);
  const { direction, curvature, eigenvalues } = downhill.at(gamma);
  const slowest = Math.max(eigenvalueRounding(eigenvalues), 1 / HANDOVER_TIME);
  if (curvature > -slowest) return plateau(landscape, gamma, side, saddle, curvature);
  const start = addScaled(saddle, side === 'plus' ? START_OFFSET : -START_OFFSET, direction);
  const atGamma = fixedGamma(landscape, gamma);
  const points = [saddle];
  const losses = [loss.loss(saddle)];
  const { thetas, heights, foot, converged, message } = yield* descendSteps(landscape, atGamma, start, {
    firstStep: FIRST_STEP / Math.abs(curvature),
    // Near the saddle line the gradient is small too.
    minGradientNorm: Math.min(HANDOVER_GRADIENT, 0.1 * START_OFFSET * Math.abs(curvature)),
  });
  yield;
  points.push(...thetas);
  losses.push(...heights);
  const arcs = new Float64Array(points.length);
  for (let k = 1; k < points.length; k++) {
    arcs[k] = (arcs[k - 1] as number) + distance(points[k - 1] as Float64Array, points[k] as Float64Array);
  }
  return {
    gamma,
    side,
    points,
    arcs,
    losses: Float64Array.from(losses),
    foot,
    beyond: climbBeyond(landscape, saddle, foot.theta, losses[0] as number),
    converged,
    message,
  };
}

/** How far up the wall beside a stable stretch of the saddle line `beyond` goes. */
const WALL = 0.25;

/**
 * On a stable stretch of the saddle line nothing descends (in the time that paths are given): the line is its own
 * foot, the floor of a valley whose wall, where it is flattest, is straight beyond.
 */
function plateau(
  landscape: Landscape,
  gamma: number,
  side: Side,
  saddle: Float64Array,
  smallestEigenvalue: number,
): DescentPath {
  const { line, activation, samples } = landscape;
  const gradient = new Float64Array(landscape.loss.size);
  const loss = landscape.loss.gradient(saddle, gradient);
  const up = flattestSplitting(line, activation, samples, gamma);
  return {
    gamma,
    side,
    points: [saddle, saddle],
    arcs: new Float64Array(2),
    losses: new Float64Array(2).fill(loss),
    foot: { theta: saddle, loss, epsilon: 0, maxAbsGradient: maxAbs(gradient), smallestEigenvalue },
    beyond: { theta: addScaled(saddle, side === 'plus' ? WALL : -WALL, up), length: WALL },
    converged: true,
    message: 'nothing descends from the saddle line at this gamma: it is its own foot',
  };
}

/** The losses (fast and exact) at fixed gamma. */
export function fixedGamma(
  landscape: Landscape,
  gamma: number,
): { fast: FixedDifference; exact: FixedDifference } {
  const { line, shape, loss, fastLoss } = landscape;
  const difference = differenceOfGamma(line, gamma);
  const last = shape.width - 1;
  return {
    fast: fixedDifference(fastLoss, shape, line.neuron, last, difference),
    exact: fixedDifference(loss, shape, line.neuron, last, difference),
  };
}

/** A point let fall: where it went, and the foot it came to. */
export interface Descent extends ReachedFoot {
  readonly thetas: readonly Float64Array[];
  readonly heights: readonly number[];
}

/** The foot that Newton's method found, or why there is none. */
export interface ReachedFoot {
  readonly foot: Foot;
  readonly converged: boolean;
  readonly message: string;
}

/**
 * Steepest descent at fixed gamma from any point to its foot: flow, then Newton for the last of the way.
 * Pauses after each step of the flow.
 */
export function* descendSteps(
  landscape: Landscape,
  { fast, exact }: { fast: FixedDifference; exact: FixedDifference },
  start: Float64Array,
  options: FallOptions = {},
): Steps<Descent> {
  const thetas: Float64Array[] = [];
  const heights: number[] = [];
  let reached = exact.reduce(start);
  for (const point of fallingSteps(fast, reached, options)) {
    reached = point.theta;
    thetas.push(exact.expand(reached));
    heights.push(point.loss);
    yield;
  }
  yield;
  const { foot, converged, message } = footAt(landscape, exact, reached);
  thetas.push(foot.theta);
  heights.push(foot.loss);
  return { thetas, heights, foot, converged, message };
}

/** What is told of a fall beforehand. */
type FallOptions = Pick<FlowOptions, 'firstStep' | 'minGradientNorm'>;

/** Gradient flow of a loss at fixed gamma until Newton's method can finish it. */
export function fallingSteps(
  loss: FixedDifference,
  start: Float64Array,
  { minGradientNorm = HANDOVER_GRADIENT, ...options }: FallOptions = {},
): Trajectory {
  const full = loss.expand(start);
  return gradientFlow(loss, start, {
    relativeTolerance: RELATIVE_TOLERANCE,
    absoluteTolerance: RELATIVE_TOLERANCE / 100,
    // Nearly all of the weights' size is the output difference, which the reduced vector does not have.
    minGradientNorm: minGradientNorm + GRADIENT_ROUNDING * dot(full, full),
    maxTime: HANDOVER_TIME,
    maxSteps: 3000,
    ...options,
  });
}

/**
 * Newton at fixed gamma from a reduced point near a minimum; falls back to the point itself when Newton
 * leaves its neighbourhood.
 */
function footAt(landscape: Landscape, exact: FixedDifference, reduced: Float64Array): ReachedFoot {
  const found = newton(exact, reduced, { trusting: true });
  const values = found.converged ? symmetricEigenvalues(found.hessian, exact.size) : undefined;
  const smallestEigenvalue = values?.[0] ?? Number.NaN;
  const converged = smallestEigenvalue > 0 && distance(found.theta, reduced) < LONGEST_FINISH;
  const theta = exact.expand(converged ? found.theta : reduced);
  const { line, shape } = landscape;
  const foot: Foot = {
    theta,
    loss: converged ? found.loss : exact.loss(reduced),
    epsilon:
      distance(inputWeights(shape, theta, line.neuron), inputWeights(shape, theta, shape.width - 1)) / 2,
    maxAbsGradient: found.maxAbsGradient,
    smallestEigenvalue,
  };
  return { foot, converged, message: converged ? 'the foot is a minimum at this gamma' : UNFINISHED };
}

/** The loss beyond a foot is brought back to that of the crest to so much of it, in at most so many trials. */
const SAME_HEIGHT = 1e-12;
const TRIALS = 40;

/**
 * Straight on from the saddle point through the foot until the loss is back at `crest`: by doubling, then by the
 * Illinois variant of false position.
 */
function climbBeyond(landscape: Landscape, saddle: Float64Array, foot: Float64Array, crest: number) {
  const { fastLoss } = landscape;
  const span = distance(saddle, foot);
  const direction = addScaled(foot, -1, saddle).map((value) => value / (span || 1));
  const above = (length: number) => {
    const rise = fastLoss.loss(addScaled(foot, length, direction)) - crest;
    return Number.isNaN(rise) ? Number.POSITIVE_INFINITY : rise;
  };
  let [low, below] = [0, above(0)];
  let [high, over] = [0.05, above(0.05)];
  // A valley open to this side to within a thousand path lengths is drawn open.
  while (over < 0 && high < 1e3 * span) {
    [low, below] = [high, over];
    high *= 2;
    over = above(high);
  }
  let side = 0;
  for (let k = 0; k < TRIALS && below < 0 && over > 0; k++) {
    const guess = (low * over - high * below) / (over - below);
    const middle = guess > low && guess < high ? guess : (low + high) / 2;
    const value = above(middle);
    if (value < 0) {
      [low, below] = [middle, value];
      // An end that stays is given less weight, so that both ends close in.
      if (side < 0) over /= 2;
      side = -1;
    } else {
      [high, over] = [middle, value];
      if (side > 0) below /= 2;
      side = 1;
    }
    if (Math.abs(value) <= SAME_HEIGHT * crest) {
      low = middle;
      break;
    }
  }
  return { theta: addScaled(foot, low, direction), length: low };
}
