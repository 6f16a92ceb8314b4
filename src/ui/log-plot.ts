/** Geometry of a log-log plot: pure, so that plots can be tested and exported. */

export interface LogAxis {
  /** Powers of ten at the ends. */
  readonly low: number;
  readonly high: number;
  /** Pixels at the ends. */
  readonly from: number;
  readonly to: number;
}

/** The pixel of a positive value; values beyond the axis go to its ends. */
export function logPixel(axis: LogAxis, value: number): number {
  const t = value > 0 ? (Math.log10(value) - axis.low) / (axis.high - axis.low) : 0;
  return axis.from + Math.min(1, Math.max(0, t)) * (axis.to - axis.from);
}

/** Powers of ten along the axis, at most `most` of them, evenly spaced. */
export function decades({ low, high }: Pick<LogAxis, 'low' | 'high'>, most: number): readonly number[] {
  let stride = 1;
  while (Math.floor((high - low) / stride) + 1 > most) stride += 1;
  const first = Math.ceil(low / stride) * stride;
  return Array.from({ length: Math.floor((high - first) / stride + 1e-9) + 1 }, (_, k) => first + k * stride);
}

/** An SVG path through points; points that cannot be shown break it. */
export function pathThrough(points: readonly (readonly [number, number])[]): string {
  let path = '';
  let pen = false;
  for (const [x, y] of points) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      pen = false;
      continue;
    }
    path += `${pen ? 'L' : 'M'}${x.toFixed(2)} ${y.toFixed(2)}`;
    pen = true;
  }
  return path;
}
