/** The geometry of the pads on which readers draw: the same when the page is made and when it is used. */

/** How many columns a drawn curve has, and at every how many of them is a knot that keys can move. */
export const COLUMNS = 64;
export const KNOT_EVERY = 8;

/** The values that an axis shows; logarithms where it is logarithmic. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** An axis of a drawn plot: where it starts and ends, in the units of its view box. */
export interface PadAxis extends Range {
  readonly start: number;
  readonly end: number;
}

/** The place of a value. */
export function placeOf({ from, to, start, end }: PadAxis, value: number): number {
  return start + ((value - from) / (to - from)) * (end - start);
}

/** The value at a place. */
export function valueAt({ from, to, start, end }: PadAxis, place: number): number {
  return from + ((place - start) / (end - start)) * (to - from);
}

/** The value of a column. */
export function columnValue({ from, to }: Range, column: number): number {
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
