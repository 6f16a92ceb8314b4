/**
 * Whether neighbouring columns of the descent slice are joined: their feet belong to one valley. Where they do not the
 * surface is torn, not bridged. (Ours, MATH.md section 5.)
 */
import { fromChannel, pairOfPhi, toChannel } from '#math/channel/channel-network';
import { distance, luFactorInPlace, luSolveInPlace } from '#math/numerics/linear-algebra';
import type { Objective } from '#math/numerics/objective';
import { runSteps, type Steps } from '#math/numerics/steps';
import { type DescentPath, fallingSteps, fixedGamma, type Side } from './descent-path';
import type { DescentColumn } from './descent-slice';
import type { Landscape } from './landscape';
import { differenceOfGamma } from './saddle-line';

/**
 * Feet nearer than this are the same one: both are polished to rounding, which the flattest direction
 * stretches to 1e-6.
 */
const SAME_FOOT = 1e-3;
/**
 * Part of the path's length within which feet count as the same where Newton's method could not polish them.
 */
const SAME_UNPOLISHED = 0.05;

/**
 * Whether the feet of two neighbouring paths belong to one valley: each is carried over to the other's gamma
 * and let fall. Unless both arrive at the other's foot the surface is torn, not bridged: at a fold, where one
 * valley ends, one of the two still falls into the other.
 */
export function isConnected(landscape: Landscape, one: DescentPath, other: DescentPath): boolean {
  return runSteps(connectionSteps(landscape, one, other));
}

/** `isConnected`, pausing after each step of the flow. */
export function* connectionSteps(landscape: Landscape, one: DescentPath, other: DescentPath): Steps<boolean> {
  return (yield* arrives(landscape, one, other)) && (yield* arrives(landscape, other, one));
}

/**
 * For each gap between neighbouring columns (ascending in gamma), whether that side's surface is torn there.
 */
export function tears(landscape: Landscape, columns: readonly DescentColumn[], side: Side): boolean[] {
  return columns
    .slice(1)
    .map((column, k) => !isConnected(landscape, (columns[k] as DescentColumn)[side], column[side]));
}

function* arrives(landscape: Landscape, from: DescentPath, to: DescentPath): Steps<boolean> {
  // Where a stable stretch of the saddle line is its own foot there is no pair to carry over.
  if (from.foot.epsilon === 0) return to.foot.epsilon === 0;
  const polished = from.converged && to.converged;
  const near = polished ? SAME_FOOT : SAME_UNPOLISHED * (to.arcs.at(-1) ?? 0);
  const { fast, exact } = fixedGamma(landscape, to.gamma);
  const target = exact.reduce(to.foot.theta);
  const starts = carriedOver(landscape, from, to.gamma).map((theta) => exact.reduce(theta));
  // Newton from the carried foot often arrives; the flow is for what is too far for that.
  for (const start of starts) {
    if (newtonArrives(fast, start, target, near)) return true;
    yield;
  }
  for (const start of starts) {
    for (const { theta, loss } of fallingSteps(fast, start)) {
      if (distance(theta, target) < near) return true;
      // It only falls, and is below the target's valley already.
      if (polished && loss < to.foot.loss * (1 - BELOW)) break;
      yield;
    }
  }
  return false;
}

/** Relative to the loss; far above its rounding, and what the table of the activation adds. */
const BELOW = 1e-9;

/** Newton's method that has not arrived by then rarely does. */
const NEWTON_STEPS = 8;
/** It has lost its way when it is this many times as far from the target as it was. */
const ASTRAY = 4;

/** Whether Newton's method from `start` comes within `near` of `target`, a minimum. */
function newtonArrives(
  objective: Objective,
  start: Float64Array,
  target: Float64Array,
  near: number,
): boolean {
  const n = objective.size;
  const theta = Float64Array.from(start);
  const step = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  const pivots = new Int32Array(n);
  const farthest = ASTRAY * distance(start, target);
  for (let k = 0; ; k++) {
    const left = distance(theta, target);
    if (left < near) return true;
    if (k === NEWTON_STEPS || !(left <= farthest)) return false;
    objective.hessian(theta, step, hessian);
    if (!luFactorInPlace(hessian, pivots, n)) return false;
    luSolveInPlace(hessian, pivots, step, n);
    for (let p = 0; p < n; p++) theta[p] = (theta[p] as number) - (step[p] as number);
  }
}

/**
 * Guesses of a foot at another gamma: with the pair moved as in a channel (same c, w, Delta and a, so epsilon
 * shrinks as a_i - a_j grows), and with the same input weights, which is nearer where epsilon is not small.
 */
function carriedOver(landscape: Landscape, from: DescentPath, gamma: number): Float64Array[] {
  const { shape, line } = landscape;
  const { theta } = from.foot;
  const pair = toChannel(shape, theta, line.neuron, shape.width - 1);
  const { a } = pairOfPhi(shape, pair.phi);
  // Across gamma = 1/2 the two neurons change roles, and there epsilon is not defined.
  const sameRoles = (from.gamma - 0.5) * (gamma - 0.5) > 0;
  if (!sameRoles || a === 0) return [theta];
  const epsilon = a / Math.abs(differenceOfGamma(line, gamma));
  return [fromChannel(shape, { ...pair, epsilon }), theta];
}
