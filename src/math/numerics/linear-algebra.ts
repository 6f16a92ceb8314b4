/**
 * Dense linear algebra for the small matrices of this project (a Hessian has some tens of rows).
 *
 * Matrices are row-major Float64Arrays of length n * n. Nothing allocates unless it says so.
 */

/** Euclidean inner product of two vectors of equal length. */
export function dot(u: Float64Array, v: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < u.length; i++) sum += (u[i] as number) * (v[i] as number);
  return sum;
}

/** Euclidean norm. */
export function norm(v: Float64Array): number {
  return Math.sqrt(dot(v, v));
}

/** Largest absolute entry. */
export function maxAbs(v: Float64Array): number {
  let max = 0;
  for (let i = 0; i < v.length; i++) max = Math.max(max, Math.abs(v[i] as number));
  return max;
}

/** The entry of largest size, with its sign. */
export function largestEntry(v: Float64Array): number {
  return v.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
}

/** Euclidean distance of two vectors of equal length. */
export function distance(u: Float64Array, v: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < u.length; i++) sum += ((u[i] as number) - (v[i] as number)) ** 2;
  return Math.sqrt(sum);
}

/** u + t v as a new vector. */
export function addScaled(u: Float64Array, t: number, v: Float64Array): Float64Array {
  const out = new Float64Array(u.length);
  for (let i = 0; i < u.length; i++) out[i] = (u[i] as number) + t * (v[i] as number);
  return out;
}

/**
 * Replaces the symmetric positive definite matrix `a` (n x n, lower triangle read) by its Cholesky factor L,
 * a = L L^T; entries above the diagonal are left as they were. Returns false, with `a` spoiled, when `a` is
 * not positive definite or not finite.
 */
export function choleskyInPlace(a: Float64Array, n: number): boolean {
  for (let j = 0; j < n; j++) {
    const rowJ = j * n;
    for (let i = j; i < n; i++) {
      const rowI = i * n;
      let sum = a[rowI + j] as number;
      for (let k = 0; k < j; k++) sum -= (a[rowI + k] as number) * (a[rowJ + k] as number);
      if (i === j) {
        if (!(sum > 0 && sum < Number.POSITIVE_INFINITY)) return false;
        a[rowJ + j] = Math.sqrt(sum);
      } else a[rowI + j] = sum / (a[rowJ + j] as number);
    }
  }
  return true;
}

/**
 * Replaces `a` (n x n) by its LU factors with partial pivoting and writes the row exchanged at each column to
 * `pivots`. Symmetry is not used: at this size the saving is small and indefinite matrices need pivots
 * anyway. Returns false when a pivot is zero or not finite, that is when `a` is singular to working
 * precision.
 */
export function luFactorInPlace(a: Float64Array, pivots: Int32Array, n: number): boolean {
  for (let k = 0; k < n; k++) {
    let best = k;
    let bestSize = Math.abs(a[k * n + k] as number);
    for (let i = k + 1; i < n; i++) {
      const size = Math.abs(a[i * n + k] as number);
      if (size > bestSize) {
        bestSize = size;
        best = i;
      }
    }
    pivots[k] = best;
    if (!(bestSize > 0 && bestSize < Number.POSITIVE_INFINITY)) return false;
    const rowK = k * n;
    if (best !== k) {
      const rowP = best * n;
      for (let j = 0; j < n; j++) {
        const keep = a[rowK + j] as number;
        a[rowK + j] = a[rowP + j] as number;
        a[rowP + j] = keep;
      }
    }
    const inverse = 1 / (a[rowK + k] as number);
    for (let i = k + 1; i < n; i++) {
      const rowI = i * n;
      const factor = (a[rowI + k] as number) * inverse;
      a[rowI + k] = factor;
      if (factor === 0) continue;
      for (let j = k + 1; j < n; j++)
        a[rowI + j] = (a[rowI + j] as number) - factor * (a[rowK + j] as number);
    }
  }
  return true;
}

/** Overwrites `b` with the solution of A x = b, given what `luFactorInPlace` left of A. */
export function luSolveInPlace(lu: Float64Array, pivots: Int32Array, b: Float64Array, n: number): void {
  for (let k = 0; k < n; k++) {
    const p = pivots[k] as number;
    const keep = b[k] as number;
    b[k] = b[p] as number;
    b[p] = keep;
  }
  for (let i = 1; i < n; i++) {
    let sum = b[i] as number;
    for (let j = 0; j < i; j++) sum -= (lu[i * n + j] as number) * (b[j] as number);
    b[i] = sum;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i] as number;
    for (let j = i + 1; j < n; j++) sum -= (lu[i * n + j] as number) * (b[j] as number);
    b[i] = sum / (lu[i * n + i] as number);
  }
}

/**
 * Solution of A x = b for any regular A (n x n), as a new vector; undefined when A is singular to working
 * precision.
 */
export function solve(a: Float64Array, b: Float64Array): Float64Array | undefined {
  const n = b.length;
  const lu = Float64Array.from(a);
  const pivots = new Int32Array(n);
  if (!luFactorInPlace(lu, pivots, n)) return undefined;
  const x = Float64Array.from(b);
  luSolveInPlace(lu, pivots, x, n);
  return x;
}
