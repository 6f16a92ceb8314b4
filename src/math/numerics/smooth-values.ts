/**
 * Values of a smooth function at many points of an interval, from its values at few: the polynomial through its
 * Chebyshev points. [Trefethen, Approximation Theory and Approximation Practice, chapters 3 and 4.]
 */

/** Intervals between Chebyshev points that are tried, each time twice as many: half the points are known then. */
const FEWEST = 16;
const MOST = 64;
/** The last of the coefficients, relative to the smallest value, at which the polynomial is taken for the function. */
const NEGLIGIBLE = 1e-12;
const LAST = 4;

/**
 * The function at all `points`. `sample` gives its values at any points, and is asked for as few as will do: where
 * the coefficients of the polynomial do not fall to rounding with 65 points, or `points` are no more than these are,
 * for `points` themselves. The result is good to about 1e-11 of the smallest value.
 */
export function smoothValues(
  sample: (points: Float64Array) => Float64Array,
  points: Float64Array,
): Float64Array {
  const low = Math.min(...points);
  const high = Math.max(...points);
  const place = (t: number) => (low + high) / 2 + (t * (high - low)) / 2;
  let known = new Map<number, number>();
  for (let intervals = FEWEST; intervals <= MOST && intervals + 1 < points.length; intervals *= 2) {
    const angles = Array.from({ length: intervals + 1 }, (_, k) => k / intervals);
    const missing = angles.filter((angle) => !known.has(angle));
    const found = sample(Float64Array.from(missing, (angle) => place(Math.cos(Math.PI * angle))));
    known = new Map([...known, ...missing.map((angle, k) => [angle, found[k] as number] as const)]);
    const values = Float64Array.from(angles, (angle) => known.get(angle) as number);
    const coefficients = chebyshevCoefficients(values);
    const allowed = NEGLIGIBLE * values.reduce((least, value) => Math.min(least, Math.abs(value)), Infinity);
    if (coefficients.subarray(-LAST).every((value) => Math.abs(value) <= allowed)) {
      return points.map((point) => sumOfChebyshev(coefficients, (2 * point - low - high) / (high - low)));
    }
  }
  return sample(points);
}

/** Of the polynomial through the values at cos(pi k / n), k = 0 ... n. */
function chebyshevCoefficients(values: Float64Array): Float64Array {
  const n = values.length - 1;
  return Float64Array.from(values, (_, m) => {
    let sum = 0;
    for (let k = 0; k <= n; k++) {
      const half = k === 0 || k === n ? 0.5 : 1;
      sum += half * (values[k] as number) * Math.cos((Math.PI * ((m * k) % (2 * n))) / n);
    }
    return (sum * (m === 0 || m === n ? 1 : 2)) / n;
  });
}

/** By Clenshaw's recurrence. */
function sumOfChebyshev(coefficients: Float64Array, t: number): number {
  let [b1, b2] = [0, 0];
  for (let m = coefficients.length - 1; m > 0; m--) {
    const b = (coefficients[m] as number) + 2 * t * b1 - b2;
    b2 = b1;
    b1 = b;
  }
  return (coefficients[0] as number) + t * b1 - b2;
}
