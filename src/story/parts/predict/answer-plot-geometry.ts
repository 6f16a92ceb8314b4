/** The geometry of the pads on which readers draw: the same when the page is made and when it is used. */

/** Units of a pad's view box. */
export const PAD = { width: 480, height: 300, left: 64, right: 24, top: 34, bottom: 46 } as const;

/** How many columns a drawn curve has, and at every how many of them is a knot that keys can move. */
export const COLUMNS = 64;
export const KNOT_EVERY = 8;

/** From a value to a place on the pad, and back; logarithms where the axis is logarithmic. */
export interface PadAxis {
  readonly from: number;
  readonly to: number;
}

const span = { x: PAD.width - PAD.left - PAD.right, y: PAD.height - PAD.top - PAD.bottom } as const;

/** The place of a value along the horizontal axis. */
export function padX({ from, to }: PadAxis, value: number): number {
  return PAD.left + ((value - from) / (to - from)) * span.x;
}

/** The place of a value along the vertical axis. */
export function padY({ from, to }: PadAxis, value: number): number {
  return PAD.height - PAD.bottom - ((value - from) / (to - from)) * span.y;
}

/** The value at a place along the horizontal axis. */
export function valueAtX({ from, to }: PadAxis, x: number): number {
  return from + ((x - PAD.left) / span.x) * (to - from);
}

/** The value at a place along the vertical axis. */
export function valueAtY({ from, to }: PadAxis, y: number): number {
  return from + ((PAD.height - PAD.bottom - y) / span.y) * (to - from);
}

/** The value of a column. */
export function columnValue({ from, to }: PadAxis, column: number): number {
  return from + (column / COLUMNS) * (to - from);
}

/** A column's height that is not drawn is NaN. */
export type Heights = readonly number[];

/** How far apart two curves are. */
export interface Distance {
  /** The mean of their distance over the columns that both have. */
  readonly mean: number;
  /** The same as a share of the range of the true one. */
  readonly share: number;
  /** The share of the columns that are drawn. */
  readonly drawn: number;
}

/** How far a drawn curve is from the true one. */
export function distanceOf(drawn: Heights, truth: Heights): Distance {
  const gaps = truth.flatMap((height, k) => {
    const gap = Math.abs((drawn[k] ?? Number.NaN) - height);
    return Number.isFinite(gap) ? [gap] : [];
  });
  const known = truth.filter(Number.isFinite);
  const range = Math.max(...known) - Math.min(...known);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  return { mean, share: mean / range, drawn: gaps.length / truth.length };
}
