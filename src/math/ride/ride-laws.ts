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
