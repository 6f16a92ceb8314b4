/** The gamma axis: where a gamma stands between -1 and 1, for each way of spreading it. */
import { GAMMA, type LandscapeValues } from './schema';

export type AxisKind = LandscapeValues['axis'];

/** Place of gamma on the axis, -1 at its first end and 1 at its last; infinity has a place on the compact axis only. */
export function gammaPlace(kind: AxisKind, gamma: number): number {
  switch (kind) {
    case 'linear':
      return (2 * (gamma - GAMMA.first)) / (GAMMA.linear - GAMMA.first) - 1;
    case 'log':
      return (2 * Math.log(gamma / GAMMA.first)) / Math.log(GAMMA.log / GAMMA.first) - 1;
    case 'compact':
      return 1 - (2 * GAMMA.first) / gamma;
  }
}

/** The gamma at a place on the axis: the inverse of `gammaPlace`. */
export function gammaAt(kind: AxisKind, place: number): number {
  const t = (place + 1) / 2;
  switch (kind) {
    case 'linear':
      return GAMMA.first + t * (GAMMA.linear - GAMMA.first);
    case 'log':
      return GAMMA.first * (GAMMA.log / GAMMA.first) ** t;
    case 'compact':
      return GAMMA.first / (1 - Math.min(t, 1));
  }
}

/** Ticks of the axis. */
export function gammaTicks(kind: AxisKind): readonly { readonly at: number; readonly text: string }[] {
  const values = {
    linear: [1.5, 2, 2.5, 3],
    log: [2, 3, 5, 10, 30, 100],
    compact: [1.5, 2, 3, 5, 10, Infinity],
  }[kind];
  return values.map((gamma) => ({
    at: gammaPlace(kind, gamma),
    text: gamma === Infinity ? '∞' : String(gamma),
  }));
}

/** The gammas at which descent columns are computed: close where the surface bends, out to gamma = 100. */
export const COLUMN_GAMMAS = Float64Array.of(
  1.03,
  1.06,
  1.1,
  1.15,
  1.2,
  1.27,
  1.35,
  1.43,
  1.5,
  1.58,
  1.66,
  1.75,
  1.85,
  2,
  2.2,
  2.45,
  2.75,
  3,
  3.6,
  4.6,
  7,
  12,
  30,
  100,
);
