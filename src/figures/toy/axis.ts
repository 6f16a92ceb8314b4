/** The axes of the landscape: where gamma and alpha stand between -1 and 1, and the grid that is computed. */

export const toyAxisKinds = ['log', 'linear'] as const;
/** gamma spread by its logarithm, or evenly. */
export type ToyAxisKind = (typeof toyAxisKinds)[number];

/** Copies of the neuron are exchanged by gamma -> 1 - gamma: nothing new lies below one half. */
export const GAMMA_RANGE: readonly [number, number] = [0.5, 50];
/** A grid of steps of 0.0275 has the saddle line in it; the range is what it covers. */
const ALPHA_STEP = 0.0275;
export const ALPHA_RANGE: readonly [number, number] = [-1.5, 3.95];

/** 101 rows, close where the valleys begin. */
export const GRID_GAMMAS: Float64Array = Float64Array.from(
  { length: 101 },
  (_, k) => GAMMA_RANGE[0] * (GAMMA_RANGE[1] / GAMMA_RANGE[0]) ** (k / 100),
);
/** 201 columns. */
export const GRID_ALPHAS: Float64Array = Float64Array.from({ length: 201 }, (_, k) => (k - 55) * ALPHA_STEP);

/** Place of a gamma, -1 at the first and 1 at the last of the axis, beyond them further out. */
export function gammaPlace(kind: ToyAxisKind, gamma: number): number {
  const [first, last] = GAMMA_RANGE;
  if (kind === 'linear') return (2 * (gamma - first)) / (last - first) - 1;
  return (2 * Math.log(Math.max(gamma, 1e-9) / first)) / Math.log(last / first) - 1;
}

/** The gamma at a place: the inverse of `gammaPlace`. */
export function gammaAt(kind: ToyAxisKind, place: number): number {
  const [first, last] = GAMMA_RANGE;
  const t = (place + 1) / 2;
  return kind === 'linear' ? first + t * (last - first) : first * (last / first) ** t;
}

/** Place of an alpha, -1 to 1. */
export function alphaPlace(alpha: number): number {
  const [low, high] = ALPHA_RANGE;
  return (2 * (alpha - low)) / (high - low) - 1;
}

/** The alpha at a place. */
export function alphaAt(place: number): number {
  const [low, high] = ALPHA_RANGE;
  return low + ((place + 1) / 2) * (high - low);
}

/** Round gammas for ticks. */
export function gammaTicks(kind: ToyAxisKind): readonly number[] {
  return kind === 'log' ? [0.5, 1, 2, 5, 10, 20, 50] : [10, 20, 30, 40, 50];
}

/** Round alphas for ticks. */
export const ALPHA_TICKS: readonly number[] = [-1, 0, 1, 2, 3];
