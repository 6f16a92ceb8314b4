/** What the theory says of the six curves of a ride, and what the points of one say. */
import { fitPowerLaw, type PowerLawFit } from '#math/numerics/power-law';
import type { RidePoint } from './ride-point';

export const rideLawIds = ['excess', 'error', 'largestEigenvalue', 'c', 'a', 'cosine'] as const;
export type RideLawId = (typeof rideLawIds)[number];

/**
 * Exponents in epsilon [FCI Figure 5]: loss minus loss at infinity and the approximation error vanish like epsilon^2,
 * the sharpness grows like 1 / epsilon^2, c, a and cos(Delta, w) tend to constants.
 */
export const predictedExponents: Readonly<Record<RideLawId, number>> = {
  excess: 2,
  error: 2,
  largestEigenvalue: -2,
  c: 0,
  a: 0,
  cosine: 0,
};

/**
 * Fits of all six against epsilon. The start is left out, for it is not settled, and so are points in which excess or
 * error is no larger than its rounding; `used` says which remain.
 */
export function rideLaws(points: readonly RidePoint[]): Readonly<Record<RideLawId, PowerLawFit>> {
  const epsilons = points.map(({ epsilon, settled }) => (settled ? epsilon : Number.NaN));
  const law = (id: RideLawId, floors: readonly number[] = []): PowerLawFit =>
    fitPowerLaw(
      epsilons,
      points.map((point) => point[id]),
      floors,
    );
  return {
    excess: law(
      'excess',
      points.map(({ excessFloor }) => excessFloor),
    ),
    error: law(
      'error',
      points.map(({ errorFloor }) => errorFloor),
    ),
    largestEigenvalue: law('largestEigenvalue'),
    c: law('c'),
    a: law('a'),
    cosine: law('cosine'),
  };
}

/** What the laws need of the end of a channel: epsilon times a_i - a_j, c, cos(Delta, w), h and sharpness * epsilon^2. */
export interface ChannelEnd {
  readonly h: number;
  readonly a: number;
  readonly c: number;
  readonly cosine: number;
  /** Limit of epsilon^2 times the largest eigenvalue. */
  readonly sharpness: number;
}

/**
 * The exponent of -dL / d(a_i - a_j), from differences of settled points; predicted is 3. Differences no larger than
 * their rounding are left out.
 */
export function fitLossSlope(points: readonly RidePoint[]): PowerLawFit {
  const settled = points.filter((point) => point.settled);
  const epsilons: number[] = [];
  const slopes: number[] = [];
  const floors: number[] = [];
  for (let k = 1; k < settled.length; k++) {
    const [near, far] = [settled[k - 1], settled[k]];
    if (near === undefined || far === undefined) continue;
    const run = far.outputDifference - near.outputDifference;
    epsilons.push(Math.sqrt(near.epsilon * far.epsilon));
    slopes.push((near.excess - far.excess) / run);
    floors.push((near.excessFloor + far.excessFloor) / run);
  }
  return fitPowerLaw(epsilons, slopes, floors);
}

/** Rounding in a law's values at any epsilon, from that of the points; undefined where there is none to speak of. */
export function roundingFloor(id: RideLawId, start: RidePoint, epsilon: number): number | undefined {
  const error = (start.errorFloor * start.epsilon) / epsilon;
  if (id === 'error') return error;
  // Of the loss itself, and the square of that of the output (ride-point.ts).
  if (id === 'excess') return start.excessFloor - start.errorFloor ** 2 + error ** 2;
  return undefined;
}

/** What a law tends to at infinity. */
export function lawLimit(id: RideLawId, { c, a, cosine }: ChannelEnd): number {
  if (id === 'largestEigenvalue') return Number.POSITIVE_INFINITY;
  return { excess: 0, error: 0, c, a, cosine }[id];
}

/** A law's predicted value at an epsilon: from the end of the channel; only the error needs a point to be scaled by. */
export function predictedLaw(
  id: RideLawId,
  end: ChannelEnd,
  points: readonly RidePoint[],
  epsilon: number,
): number {
  const { h, c, a, cosine, sharpness } = end;
  if (id === 'excess') return h * epsilon ** 2;
  if (id === 'largestEigenvalue') return sharpness / epsilon ** 2;
  if (id !== 'error') return { c, a, cosine }[id];
  // The one furthest out that is far above rounding.
  const scale = [...points].reverse().find(({ error, errorFloor }) => error > 1000 * errorFloor) ?? points[0];
  return scale === undefined ? Number.NaN : scale.error * (epsilon / scale.epsilon) ** 2;
}
