/**
 * The problem with four parameters at fixed w and epsilon: c and a solve a 2 x 2 linear system, which leaves a loss
 * l(w, epsilon) [FCI C.3.3]. At epsilon = 0 its critical points are the ends of the two channels and, with a = 0,
 * the one-neuron optimum whose duplicates make the saddle line.
 */

import type { SaddleLine } from '#math/landscape/saddle-line';
import { networkShape } from '#math/network/network';
import { TOY_SIZE, type ToyPoint } from './toy';
import { AA, AB, BB, TOY_INTEGRALS_LENGTH, toyIntegrals, YA, YB } from './toy-integrals';
import { A, C, EPSILON, toyChannelLoss, W } from './toy-population';

/** The best output weights at one w and epsilon, and how the loss bends there. */
export interface ReducedPoint extends ToyPoint {
  /** l(w, epsilon), the least loss over c and a. */
  readonly loss: number;
  /** d l / d w and d^2 l / d w^2, with c and a following. */
  readonly slope: number;
  readonly curvature: number;
  /** d loss / d epsilon^2 at fixed c, a, w; at epsilon = 0 this is h. */
  readonly h: number;
}

/** A determinant this small, relative to its terms, is zero to rounding: A and B are parallel, as at w = 0. */
const SINGULAR = 1e-14;

/**
 * The evaluator of l(w, epsilon). Any finite w and epsilon; where the two functions of x are parallel (w = 0), c is
 * not determined and 0 is taken. Below |w| = 0.05 they are nearly so, and slope and curvature lose their digits.
 */
export function toyReducedLoss(): (w: number, epsilon: number) => ReducedPoint {
  const objective = toyChannelLoss();
  const integrals = toyIntegrals();
  const I = new Float64Array(TOY_INTEGRALS_LENGTH);
  const gradient = new Float64Array(TOY_SIZE);
  const hessian = new Float64Array(TOY_SIZE * TOY_SIZE);
  const entry = (p: number, q: number): number => hessian[TOY_SIZE * p + q] as number;

  return (w, epsilon) => {
    integrals(w, epsilon, I);
    const [aa, ab, bb, ya, yb] = [AA, AB, BB, YA, YB].map((k) => I[k] as number) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const determinant = aa * bb - ab * ab;
    const regular = determinant > SINGULAR * aa * bb;
    const c = regular ? (ya * bb - yb * ab) / determinant : 0;
    const a = regular ? (yb * aa - ya * ab) / determinant : yb / bb;
    const loss = objective.hessian(Float64Array.of(c, a, w, epsilon), gradient, hessian);
    const cw = entry(C, W);
    const aw = entry(A, W);
    const followed = regular ? (cw * cw * bb - 2 * cw * aw * ab + aw * aw * aa) / (2 * determinant) : 0;
    const h = epsilon === 0 ? entry(EPSILON, EPSILON) / 2 : (gradient[EPSILON] as number) / (2 * epsilon);
    return {
      c,
      a,
      w,
      epsilon,
      loss,
      slope: gradient[W] as number,
      curvature: entry(W, W) - followed,
      h,
    };
  };
}

/** What l(w, 0) has at w > 0: three critical points, two of which are ends of channels. */
export interface ToyLimits {
  /** The channel with the smaller w; a local minimum. */
  readonly channel1: ReducedPoint;
  /** The one-neuron optimum, a = 0: the crest between the channels and the saddle line. */
  readonly saddle: ReducedPoint;
  /** The global optimum, at infinity. */
  readonly channel2: ReducedPoint;
  /** h > 0 for w between these: there the loss falls towards epsilon = 0. */
  readonly stableBand: readonly [number, number];
}

/** w where l(w, 0) and h are looked at for changes of sign; all of them lie well inside. */
const SCAN = { from: 0.4, to: 5, steps: 92 } as const;

/** Finds the critical points of l(w, 0) and the ends of the band where h > 0, to rounding. */
export function findToyLimits(): ToyLimits {
  const reduced = toyReducedLoss();
  const grid = Array.from(
    { length: SCAN.steps + 1 },
    (_, k) => SCAN.from + ((SCAN.to - SCAN.from) * k) / SCAN.steps,
  );
  const rootsOf = (f: (point: ReducedPoint) => number): number[] =>
    grid.slice(1).flatMap((high, k) => {
      const low = grid[k] as number;
      const value = (w: number): number => f(reduced(w, 0));
      return value(low) * value(high) < 0 ? [bisect(value, low, high)] : [];
    });
  const critical = rootsOf((point) => point.slope).map((w) => reduced(w, 0));
  const band = rootsOf((point) => point.h);
  const [channel1, saddle, channel2] = critical as [ReducedPoint, ReducedPoint, ReducedPoint];
  // a is zero at the saddle in exact arithmetic.
  return { channel1, saddle: { ...saddle, a: 0 }, channel2, stableBand: band as [number, number] };
}

/** A zero between two arguments at which f has opposite signs, to the last bit. */
function bisect(f: (x: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  const sign = Math.sign(f(low));
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (Math.sign(f(middle)) === sign) low = middle;
    else high = middle;
  }
}

/** The saddle line of the problem: the one-neuron optimum, its only neuron duplicated. */
export function toySaddleLine({ saddle }: ToyLimits): SaddleLine {
  return { shape: networkShape(1, 1, false), theta: Float64Array.of(saddle.w, saddle.c), neuron: 0 };
}
