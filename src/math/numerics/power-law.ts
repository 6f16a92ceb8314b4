/** A straight line through points in double logarithms. */

export interface PowerLawFit {
  /** Exponent p of y ~ x^p; undefined with fewer than two usable points. */
  readonly slope: number | undefined;
  /** y at x = 1 on the line. */
  readonly prefactor: number | undefined;
  /** Root mean square distance of the used points to the line, in natural logarithms of y. */
  readonly scatter: number;
  /** For each point, whether it was used. */
  readonly used: readonly boolean[];
}

/** A value must be this many times its rounding floor to count. */
const ABOVE_FLOOR = 10;

/**
 * Least-squares fit of |y| = prefactor x^slope. Points whose x is not positive, whose y is zero or not finite, or
 * not at least ten times its `floor` (the size of rounding errors in it, 0 unless given) are left out; so are all
 * points when the remaining y change sign, for then no power law passes through them.
 */
export function fitPowerLaw(
  xs: readonly number[],
  ys: readonly number[],
  floors: readonly number[] = [],
): PowerLawFit {
  const used = xs.map((x, k) => {
    const y = ys[k] ?? Number.NaN;
    return x > 0 && Number.isFinite(x) && Number.isFinite(y) && Math.abs(y) > ABOVE_FLOOR * (floors[k] ?? 0);
  });
  const points = xs.flatMap((x, k) => (used[k] ? [{ x: Math.log(x), y: ys[k] as number }] : []));
  const none: PowerLawFit = { slope: undefined, prefactor: undefined, scatter: 0, used };
  const sign = Math.sign(points[0]?.y ?? 0);
  if (points.some(({ y }) => Math.sign(y) !== sign)) return { ...none, used: used.map(() => false) };
  const logs = points.map(({ x, y }) => ({ x, y: Math.log(Math.abs(y)) }));
  const count = logs.length;
  const meanX = logs.reduce((sum, { x }) => sum + x, 0) / count;
  const meanY = logs.reduce((sum, { y }) => sum + y, 0) / count;
  const spread = logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  if (!(spread > 0)) return none;
  const slope = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const residuals = logs.reduce((sum, { x, y }) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  return {
    slope,
    prefactor: Math.exp(meanY - slope * meanX),
    scatter: Math.sqrt(residuals / count),
    used,
  };
}
