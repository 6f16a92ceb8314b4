import { plainText } from '#state/number-text';
/** The gamma axis: where a gamma stands between -1 and 1, for each way of spreading it. */

export const axisKinds = ['linear', 'log', 'compact', 'middle'] as const;

/** Linear, logarithmic, with infinity as its end, or linear from the middle between the two copies. */
export type AxisKind = (typeof axisKinds)[number];

/** First and last gamma of each axis. gamma and 1 - gamma are the same network, so nothing lies before 0.5. */
const ENDS: Readonly<Record<AxisKind, readonly [first: number, last: number]>> = {
  linear: [1.03, 3],
  log: [1.03, 1000],
  compact: [1.03, Infinity],
  middle: [0.5, 2],
};

/**
 * Place of gamma on the axis, -1 at its first end and 1 at its last; infinity has a place on the compact axis only, and 0
 * and what is below it is infinitely far before the axes that do not go through 0.
 */
export function gammaPlace(kind: AxisKind, gamma: number): number {
  const [first, last] = ENDS[kind];
  switch (kind) {
    case 'log':
      return (2 * Math.log(Math.max(0, gamma) / first)) / Math.log(last / first) - 1;
    case 'compact':
      return 1 - (2 * first) / Math.max(0, gamma);
    case 'linear':
    case 'middle':
      return (2 * (gamma - first)) / (last - first) - 1;
  }
}

/** The gamma at a place on the axis: the inverse of `gammaPlace`. */
export function gammaAt(kind: AxisKind, place: number): number {
  const [first, last] = ENDS[kind];
  const t = (place + 1) / 2;
  switch (kind) {
    case 'log':
      return first * (last / first) ** t;
    case 'compact':
      return first / (1 - Math.min(t, 1));
    case 'linear':
    case 'middle':
      return first + t * (last - first);
  }
}

/** True for a gamma within the axis. */
export function isOnAxis(kind: AxisKind, gamma: number): boolean {
  return Math.abs(gammaPlace(kind, gamma)) <= 1 + 1e-9;
}

/** How far before its first end an axis is continued, for what lies just beyond it. */
const MARGIN = 0.3;

/** The place of a gamma, at the axis's ends for what lies further out. */
export function boundedPlace(kind: AxisKind, gamma: number): number {
  return Math.max(-1 - MARGIN, Math.min(1, gammaPlace(kind, gamma)));
}

const TICKS: Readonly<Record<AxisKind, readonly number[]>> = {
  linear: [1.5, 2, 2.5, 3],
  log: [2, 3, 5, 10, 30, 100, 300, 1000],
  compact: [1.5, 2, 3, 5, 10, Infinity],
  middle: [0.5, 1, 1.5, 2],
};

/** Ticks of the axis. */
export function gammaTicks(kind: AxisKind): readonly { readonly at: number; readonly text: string }[] {
  return TICKS[kind].map((gamma) => ({
    at: gammaPlace(kind, gamma),
    text: gamma === Infinity ? '∞' : plainText(gamma),
  }));
}

/** The gammas at which descent columns are computed: close where the surface bends, out to gamma = 1000. */
export const COLUMN_GAMMAS = Float64Array.of(
  0.5,
  0.6,
  0.7,
  0.8,
  0.9,
  0.97,
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
  300,
  1000,
);

/** The gammas of the plane slice: 81, most of them where the line is steep; round ones among them. */
export const PLANE_GAMMAS = Float64Array.of(
  ...evenly(9, (k) => 0.5 + (0.47 * k) / 8),
  1.03,
  ...evenly(40, (k) => 1.05 + 0.05 * k),
  ...evenly(31, (k) => 10 ** ((k + 6) / 12)),
);

function evenly(count: number, value: (k: number) => number): number[] {
  return Array.from({ length: count }, (_, k) => Number(value(k).toPrecision(6)));
}
