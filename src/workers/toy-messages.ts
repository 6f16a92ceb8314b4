/** What page and worker send each other about the problem with four parameters. Plain data. */
import type { OutcomeKind } from '#math/numerics/trajectory';

/** An end of a channel, or of the saddle line, at infinity: a critical point of l(w, 0). */
export interface ToyEnd {
  readonly w: number;
  readonly a: number;
  readonly c: number;
  readonly loss: number;
  readonly h: number;
}

export interface ToyLandscapeRequest {
  /** Rows, ascending. */
  readonly gammas: Float64Array;
  /** Columns, ascending. */
  readonly alphas: Float64Array;
  /** lambda of the weight decay lambda / 2 |theta|^2; 0 for none. */
  readonly decay: number;
}

/** Where weight decay puts the optimum of a channel. */
export type ToyOptimum =
  | {
      readonly kind: 'minimum';
      readonly gamma: number;
      readonly alpha: number;
      readonly outputDifference: number;
      /** Without the decay term. */
      readonly loss: number;
    }
  | { readonly kind: 'beyond' | 'none' };

export type ToyLandscapePart =
  | {
      /** First: what is known at infinity. */
      readonly part: 'limits';
      readonly channel1: ToyEnd;
      readonly saddle: ToyEnd;
      readonly channel2: ToyEnd;
      /** h > 0 for w between these. */
      readonly band: readonly [number, number];
      /** l(w, 0) at these w. */
      readonly ws: Float64Array;
      readonly losses: Float64Array;
    }
  | {
      /** The bottom of a channel's valley over the landscape, from far out to its entrance. */
      readonly part: 'channel';
      readonly channel: 1 | 2;
      readonly gammas: Float64Array;
      readonly alphas: Float64Array;
      readonly losses: Float64Array;
    }
  | { readonly part: 'optimum'; readonly channel: 1 | 2; readonly optimum: ToyOptimum }
  | {
      /** Coarse first, then finer: every `stride`-th row and column are known, the others NaN. */
      readonly part: 'level';
      readonly stride: number;
      readonly losses: Float64Array;
    };

/** Gradient flow on infinite and on finite data, mini-batch SGD and Adam. */
export const toyRunners = ['flow', 'data', 'sgd', 'adam'] as const;
export type ToyRunner = (typeof toyRunners)[number];

export interface ToyRunRequest {
  /** The start is the landscape's point here. */
  readonly gamma: number;
  readonly alpha: number;
  /** Of the samples and of the order of the batches. */
  readonly seed: number;
  readonly decay: number;
  /** Where gradient flow ends. */
  readonly maxTime: number;
  /** Steps of SGD and Adam. */
  readonly maxSteps: number;
}

/** A stretch of one run, newest last. */
export interface ToyRunPart {
  readonly runner: ToyRunner;
  /** Flow time, or steps times the learning rate. */
  readonly times: Float64Array;
  /** On infinite data and without weight decay, whatever the run was trained on. */
  readonly losses: Float64Array;
  readonly gammas: Float64Array;
  readonly alphas: Float64Array;
  /** Four a point. */
  readonly thetas: Float64Array;
  /** Why it stopped, with its last stretch. */
  readonly end?: { readonly kind: OutcomeKind };
}

export interface ToyEdgeRequest {
  /** Learning rate of full-batch gradient descent. */
  readonly rate: number;
  readonly seed: number;
  readonly maxSteps: number;
}

export interface ToyEdgePart {
  readonly steps: Float64Array;
  /** lambda_max */
  readonly sharpness: Float64Array;
  /** a_1 - a_2 */
  readonly differences: Float64Array;
  readonly gammas: Float64Array;
}

/**
 * - `stalled`: at the edge of stability, for good
 * - `climbing`: still on its way up the channel when the steps were used up
 * - `left`: such a large step threw it out of the channel's entrance, back towards the saddle line
 * - `diverged`: without bound
 */
export type ToyEdgeKind = 'stalled' | 'climbing' | 'left' | 'diverged';

export interface ToyEdgeEnd {
  readonly kind: ToyEdgeKind;
  readonly difference: number;
  readonly sharpness: number;
  readonly steps: number;
  /** Where lambda_max in the valley is 2 / eta; NaN where it never is. */
  readonly predicted: number;
}

export interface ToyStallsRequest {
  readonly seed: number;
  /** Learning rates to be tried, in this order. */
  readonly rates: Float64Array;
  readonly maxSteps: number;
}

export type ToyStallsPart =
  | {
      /** First: lambda_max along the valley. */
      readonly part: 'valley';
      readonly differences: Float64Array;
      readonly sharpness: Float64Array;
    }
  | {
      readonly part: 'stall';
      readonly rate: number;
      readonly kind: ToyEdgeKind;
      readonly difference: number;
    };
