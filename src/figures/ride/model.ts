/** What the figure shows of a ride: pure, from what is computed and what is set. */

import { predictedLoss, quarterPowerTime } from '#math/channel/channel';
import { channelSlopeAt, climb } from '#math/channel/channel-laws';
import { stabilityLimit } from '#math/network/sharpness';
import type { PowerLawFit } from '#math/numerics/power-law';
import { fitLossSlope, type RideLawId, rideLaws } from '#math/ride/ride-laws';
import type { RidePoint } from '#math/ride/ride-point';
import type { RideCertificate } from '#workers/ride-messages';
import type { RideValues } from './schema';
import type { RideState, RideStop } from './session';

export interface RideView {
  readonly certificate: RideCertificate;
  /** The start and the jumps made, at least one point. */
  readonly points: readonly RidePoint[];
  readonly last: RidePoint;
  readonly laws: Readonly<Record<RideLawId, PowerLawFit>>;
  /** Fitted exponent in epsilon of the slope of the loss between neighbouring points. */
  readonly lossSlope: PowerLawFit;
  /** Whether infinity is shown. */
  readonly infinite: boolean;
  /** Why it cannot go on from the last point. */
  readonly stop: RideStop | undefined;
  readonly clock: RideState['clock'];
  readonly eta: number;
}

/** Undefined until a start is found. */
export function rideView(
  { points: all, certificate, stop, clock }: Pick<RideState, 'points' | 'certificate' | 'stop' | 'clock'>,
  { jumps, inf, eta }: RideValues,
): RideView | undefined {
  const points = all.slice(0, jumps + 1);
  const last = points.at(-1);
  if (last === undefined || certificate === undefined) return undefined;
  return {
    certificate,
    points,
    last,
    laws: rideLaws(points),
    lossSlope: fitLossSlope(points),
    infinite: inf,
    stop: points.length === all.length ? stop : undefined,
    clock,
    eta,
  };
}

/** Whether everything that is asked for is there: the jumps, infinity, and the clock. */
export function rideStatus(state: RideState, { jumps, inf }: RideValues): RideState['status'] {
  const { status, points, stop, riding, waiting, arrival, clock } = state;
  if (status === 'failed' && !waiting) return 'failed';
  const from = Math.min(jumps, points.length - 1);
  const isThere = (stop !== undefined || points.length > jumps) && (!inf || arrival?.from === from);
  return status === 'ready' && !riding && !waiting && isThere && clock.done ? 'ready' : 'computing';
}

export interface ClockReading {
  readonly from: number;
  /** Ten times farther. */
  readonly to: number;
  /** Flow time from the one to the other, and steps of gradient descent; infinite where nothing climbs. */
  readonly time: number;
  readonly steps: number;
  /** -dL / d(a_i - a_j) here. */
  readonly slope: number;
  /** Flow time that the jumps have saved. */
  readonly saved: number;
  /** Whether gradient descent of this step size is unstable here. */
  readonly unstable: boolean;
}

/** What the clock says at the last point. */
export function readClock({ certificate, points, last, eta }: RideView): ClockReading {
  const { h, a } = certificate;
  const from = last.outputDifference;
  const to = 10 * from;
  const start = points[0] ?? last;
  return {
    from,
    to,
    ...climb(h, a, from, to, eta),
    slope: channelSlopeAt(h, a, last.epsilon),
    saved: points.length > 1 ? climb(h, a, start.outputDifference, from, eta).time : 0,
    unstable: last.largestEigenvalue > stabilityLimit(eta),
  };
}

/** Where on the clock a point would be without jumps. */
export function timeOf({ h, a }: RideCertificate, { outputDifference }: RidePoint): number {
  return quarterPowerTime(h, a, outputDifference);
}

/** How far L_inf + h epsilon^2 is from the loss at a point. */
export function predictionError(
  { lossAtInfinity, h }: RideCertificate,
  { loss, epsilon }: RidePoint,
): number {
  return predictedLoss(lossAtInfinity, h, epsilon) - loss;
}

/** Numbers evenly spaced in their logarithm, both ends included. */
export function logSpaced(low: number, high: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, k) => low * (high / low) ** (k / (count - 1)));
}
