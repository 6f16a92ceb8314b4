/** The floor of a channel between the epsilons at which it was computed (channel-floor.ts). */
import type { NetworkShape } from '#math/network/network';
import type { PairCoordinates } from '#math/pair/pair';
import { pairOfPhi } from './channel-network';

/** Points of the floor, epsilon ascending from 0. */
export interface FloorCurve {
  readonly epsilons: Float64Array;
  readonly losses: Float64Array;
  /** One row (w, v = a Delta, c, rest) for each epsilon. */
  readonly phis: Float64Array;
}

/** Rows that are interpolated between. */
const ROWS = 4;

/** Rows around an epsilon with their weights: a cubic in epsilon squared, for the floor is even in epsilon. */
function rowsAt({ epsilons }: FloorCurve, epsilon: number) {
  const last = epsilons.length - 1;
  const above = epsilons.findIndex((value) => value >= epsilon);
  const first = Math.max(0, Math.min(last + 1 - ROWS, (above < 0 ? last : above) - ROWS / 2));
  const rows = Array.from({ length: Math.min(ROWS, last + 1) }, (_, k) => first + k);
  const square = (k: number) => (epsilons[k] as number) ** 2;
  const at = Math.min(epsilon ** 2, square(last));
  return rows.map((row) => ({
    row,
    weight: rows
      .filter((other) => other !== row)
      .reduce((product, other) => (product * (at - square(other))) / (square(row) - square(other)), 1),
  }));
}

/**
 * Loss and pair of the floor at an epsilon, interpolated; beyond the last epsilon as there.
 * @param shape of the duplicated network
 */
export function floorCurveAt(
  shape: NetworkShape,
  curve: FloorCurve,
  epsilon: number,
): { readonly loss: number; readonly coordinates: PairCoordinates } {
  const rows = rowsAt(curve, epsilon);
  const mix = (list: Float64Array, size = 1, k = 0) =>
    rows.reduce((sum, { row, weight }) => sum + weight * (list[row * size + k] as number), 0);
  const size = curve.phis.length / curve.epsilons.length;
  const phi = Float64Array.from({ length: size }, (_, k) => mix(curve.phis, size, k));
  const { w, v, c, a } = pairOfPhi(shape, phi);
  return {
    loss: mix(curve.losses),
    coordinates: { w: [...w], delta: [...v.map((entry) => entry / a)], epsilon, a, c },
  };
}
