/** What page and worker say to each other about rides along a channel; part of the table in messages.ts. */

import type { Verdict } from '#math/channel/limit-network';
import type { Side } from '#math/landscape/descent-path';
import type { RidePoint } from '#math/ride/ride-point';
import type { LandscapeSpec } from './messages';

/** Where a channel ends, and what Newton's method on the limit network took to get there. */
export interface RideCertificate {
  readonly verdict: Verdict;
  readonly lossAtInfinity: number;
  readonly maxAbsGradient: number;
  /** Of the Hessian of the limit network's loss. */
  readonly smallestEigenvalue: number;
  readonly h: number;
  readonly a: number;
  readonly c: number;
  /** cos(Delta, w) at infinity. */
  readonly cosine: number;
  /** lim epsilon^2 lambda_max along the channel. */
  readonly sharpness: number;
  readonly newtonSteps: number;
  readonly milliseconds: number;
}

export interface RideRequest {
  readonly spec: LandscapeSpec;
  /** Only the road on this side of the saddle line, also one that leads back; without it a channel on either. */
  readonly side?: Side;
  /**
   * With it a channel that is none of those with these losses at infinity is looked for: any neuron of the networks
   * from the seed of `spec` on.
   */
  readonly other?: readonly number[];
  /** The two neurons of a network whose parameters, those of `spec`, are in its channel already: the ride starts there. */
  readonly pair?: readonly [number, number];
}

export interface RideFound {
  /** Of the network whose channel it is, with seed and neuron: as asked, unless another was looked for. */
  readonly spec: LandscapeSpec;
  /** The way from a saddle line to the entrance: which side, and from where on it. None where a pair was given. */
  readonly side?: Side;
  readonly gamma?: number;
  readonly certificate: RideCertificate;
  readonly start: RidePoint;
  readonly milliseconds: number;
}

export interface JumpRequest {
  /** Which point of the ride is jumped from; those after it are forgotten. */
  readonly from: number;
  /** What epsilon is multiplied by. */
  readonly factor: number;
}

export type JumpResult =
  | {
      readonly kind: 'point';
      readonly point: RidePoint;
      readonly milliseconds: number;
      /** When the flow turned out to lead to another end: that end, and all points but the new one compared with it. */
      readonly changed?: { readonly certificate: RideCertificate; readonly points: readonly RidePoint[] };
    }
  /** No further: 64-bit numbers end at this epsilon; the flow undid the jump, or left the channel. */
  | { readonly kind: 'arrived' | 'came-back' | 'lost'; readonly epsilon: number };

/** A flow against time: arrays of equal length, times ascending. */
export interface ClockCurve {
  readonly times: Float64Array;
  readonly outputDifferences: Float64Array;
  readonly losses: Float64Array;
  readonly largestEigenvalues: Float64Array;
  readonly smallestEigenvalues: Float64Array;
  /** Eigenvalues smaller than this are rounding errors of the largest. */
  readonly eigenvalueFloors: Float64Array;
}

export interface ClockRequest {
  /** Flow time at which both flows end. */
  readonly maxTime: number;
}

/** The flow in the channel from the ride's start, or the one from beside the saddle line to a finite minimum. */
export interface ClockPart {
  readonly run: 'channel' | 'finite';
  readonly curve: ClockCurve;
}

export interface ClockEnd {
  /** Whether a finite minimum was met; if not, there is no such part. */
  readonly finite: boolean;
  readonly milliseconds: number;
}
