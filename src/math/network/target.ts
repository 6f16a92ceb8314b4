/**
 * Target functions, MATH.md section 3: one number for each of `count` points of two (Rosenbrock) or any
 * (Gaussian process) coordinates.
 */
import { choleskyInPlace } from '#math/numerics/linear-algebra';
import type { Random } from '#math/numerics/random';

/** Replaces the values by their z-score (population mean and standard deviation) and returns them. */
function zScoreInPlace(values: Float64Array): Float64Array {
  const count = values.length;
  let mean = 0;
  for (let n = 0; n < count; n++) mean += (values[n] as number) / count;
  let variance = 0;
  for (let n = 0; n < count; n++) variance += ((values[n] as number) - mean) ** 2 / count;
  // A constant target has no scale; leave it at 0 and not at 0/0.
  const scale = variance > 0 ? 1 / Math.sqrt(variance) : 0;
  for (let n = 0; n < count; n++) values[n] = ((values[n] as number) - mean) * scale;
  return values;
}

/** log10[(1 - x1)^2 + 3 (x2 - x1^2 + shift)^2 + 0.1]; the paper's Figure 4 has shift 0, its text 1. */
export function logRosenbrock(x1: number, x2: number, shift = 0): number {
  return Math.log10((1 - x1) ** 2 + 3 * (x2 - x1 * x1 + shift) ** 2 + 0.1);
}

/** z-scored log-Rosenbrock values at row-major points (count x 2). */
export function rosenbrockTarget(points: Float64Array, shift = 0): Float64Array {
  const out = new Float64Array(points.length / 2);
  for (let n = 0; n < out.length; n++) {
    out[n] = logRosenbrock(points[2 * n] as number, points[2 * n + 1] as number, shift);
  }
  return zScoreInPlace(out);
}

/** Matern-3/2 covariance (1 + u) exp(-u), u = sqrt3 * scale * distance. */
export function maternCovariance(separation: number, scale: number): number {
  const u = Math.sqrt(3) * scale * separation;
  return (1 + u) * Math.exp(-u);
}

/** Added to the diagonal: points closer than about 1e-5 make the covariance singular in 64 bits. */
const JITTER = 1e-10;

/**
 * One draw of a Gaussian process with Matern-3/2 covariance (`scale` = the s of MATH.md, larger is rougher)
 * at row-major points (count x size), by Cholesky: time count^3 / 3, memory 8 count^2 bytes. Throws a
 * RangeError when the covariance is not positive definite (repeated points are not the cause: see JITTER).
 */
export function gaussianProcessTarget(
  points: Float64Array,
  size: number,
  scale: number,
  random: Random,
): Float64Array {
  if (!(scale > 0 && Number.isFinite(scale))) {
    throw new RangeError(`the scale of a Gaussian process must be positive, got ${scale}`);
  }
  const count = points.length / size;
  const factor = new Float64Array(count * count);
  for (let m = 0; m < count; m++) {
    for (let n = 0; n <= m; n++) {
      let square = 0;
      for (let k = 0; k < size; k++) {
        square += ((points[m * size + k] as number) - (points[n * size + k] as number)) ** 2;
      }
      factor[m * count + n] = maternCovariance(Math.sqrt(square), scale) + (m === n ? JITTER : 0);
    }
  }
  if (!choleskyInPlace(factor, count)) {
    throw new RangeError(
      `the covariance of ${count} points at scale ${scale} is not positive definite; use fewer points`,
    );
  }
  const white = Float64Array.from({ length: count }, () => random.normal());
  const out = new Float64Array(count);
  for (let m = 0; m < count; m++) {
    let sum = 0;
    for (let n = 0; n <= m; n++) sum += (factor[m * count + n] as number) * (white[n] as number);
    out[m] = sum;
  }
  return out;
}
