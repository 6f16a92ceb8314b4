/**
 * The paper's slice: L(theta^gamma + alpha e_min(gamma)). It contains the saddle line (alpha = 0) and only
 * projects everything else: `projectToPlane` says how far a point is from what is drawn. MATH.md section 5.
 */

import { lineLoss } from '#math/network/line-loss';
import { addScaled, dot, norm } from '#math/numerics/linear-algebra';
import { smoothValues } from '#math/numerics/smooth-values';
import type { Landscape } from './landscape';
import { gammaOf, saddlePoint } from './saddle-line';

export interface PlaneColumn {
  readonly gamma: number;
  /** e_min(gamma), sign continuous along gamma. */
  readonly direction: Float64Array;
  /** Loss at each alpha. */
  readonly losses: Float64Array;
}

/**
 * The columns of the plane slice, yielded one a gamma in the order given, so that a caller can send coarse
 * gammas first and can stop. 81 gammas of 121 alphas are 9801 losses.
 */
export function* planeSlice(
  landscape: Landscape,
  gammas: readonly number[],
  alphas: Float64Array,
): Generator<PlaneColumn, void> {
  const { line, shape, activation, samples, downhill } = landscape;
  const losses = lineLoss(shape, activation, samples);
  for (const gamma of gammas) {
    const { direction } = downhill.at(gamma);
    const start = saddlePoint(line, gamma);
    yield { gamma, direction, losses: smoothValues((some) => losses(start, direction, some), alphas) };
  }
}

/**
 * The foot of the perpendicular from a point onto the column of its own gamma, and its length, the off-slice
 * distance.
 */
export function projectToPlane(
  landscape: Pick<Landscape, 'line'> & {
    readonly downhill: { at(gamma: number): { readonly direction: Float64Array } };
  },
  theta: Float64Array,
): { readonly gamma: number; readonly alpha: number; readonly distance: number } {
  const gamma = gammaOf(landscape.line, theta);
  const { direction } = landscape.downhill.at(gamma);
  const offset = addScaled(theta, -1, saddlePoint(landscape.line, gamma));
  const alpha = dot(offset, direction);
  return { gamma, alpha, distance: norm(addScaled(offset, -alpha, direction)) };
}
