/**
 * Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations.
 *
 * Jacobi and not tridiagonal QL: Hessians here span 1e-5 to 1e4, the sizes are some tens, and Jacobi keeps
 * small eigenvalues of such graded matrices more accurately (Demmel and Veselic 1992) in a page of code.
 */
import { maxAbs } from './linear-algebra';

export interface Eigen {
  /** Ascending. */
  readonly values: Float64Array;
  /** Row i (entries i * n ... i * n + n - 1) is the unit eigenvector of values[i]. */
  readonly vectors: Float64Array;
}

const MAX_SWEEPS = 60;

/**
 * Eigendecomposition of the symmetric n x n matrix `matrix` (row-major; left untouched). Allocates its
 * result. Throws a RangeError when an entry is not finite, since no rotation would ever end.
 */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const a = Float64Array.from(matrix.subarray(0, n * n));
  const largest = maxAbs(a);
  if (!Number.isFinite(largest))
    throw new RangeError('eigenvalues of a matrix with entries that are not finite');
  // Exact, and then neither a product nor a threshold leaves the range of a double, whatever the matrix's own scale.
  const exponent = largest > 0 ? Math.floor(Math.log2(largest)) : 0;
  scaleByPower(a, -exponent);
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  let clean = false;
  for (let sweep = 0; sweep < MAX_SWEEPS && !clean; sweep++) {
    clean = true;
    for (let p = 0; p < n - 1; p++)
      for (let q = p + 1; q < n; q++) if (rotate(a, vectors, n, p, q)) clean = false;
  }
  const eigen = sorted(a, vectors, n);
  scaleByPower(eigen.values, exponent);
  return eigen;
}

/** Times 2^exponent, which by itself may be no double. */
function scaleByPower(numbers: Float64Array, exponent: number): void {
  const half = Math.trunc(exponent / 2);
  const [one, other] = [2 ** half, 2 ** (exponent - half)];
  for (let i = 0; i < numbers.length; i++) numbers[i] = (numbers[i] as number) * one * other;
}

/** Ascending eigenvalues of the symmetric n x n matrix; as `symmetricEigen`. */
export function symmetricEigenvalues(matrix: Float64Array, n: number): Float64Array {
  return symmetricEigen(matrix, n).values;
}

/**
 * The size below which an eigenvalue of a computed Hessian is zero to rounding: a few tens of units of the
 * last place of the largest one, for the rounding in the Hessian's own entries. Ascending values.
 */
export function eigenvalueRounding(values: Float64Array): number {
  return 64 * 2 ** -53 * Math.max(Math.abs(values[0] ?? 0), Math.abs(values.at(-1) ?? 0));
}

/** Unit eigenvector number `index` (ascending order) as a new vector. */
export function eigenvector(eigen: Eigen, index: number): Float64Array {
  const n = eigen.values.length;
  return eigen.vectors.slice(index * n, index * n + n);
}

/**
 * Annihilates a[p][q], p < q, in the full symmetric matrix; false when it is negligible beside both diagonal
 * entries.
 */
function rotate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): boolean {
  const rowP = p * n;
  const rowQ = q * n;
  const off = a[rowP + q] as number;
  const app = a[rowP + p] as number;
  const aqq = a[rowQ + q] as number;
  // Negligible relative to the geometric mean of the two diagonal entries: this is what keeps small
  // eigenvalues accurate.
  if (Math.abs(off) <= 1e-17 * Math.sqrt(Math.abs(app)) * Math.sqrt(Math.abs(aqq)) || Math.abs(off) < 1e-300)
    return false;
  const theta = (aqq - app) / (2 * off);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const newApp = app - t * off;
  const newAqq = aqq + t * off;
  for (let k = 0; k < n; k++) {
    const akp = a[k * n + p] as number;
    const akq = a[k * n + q] as number;
    const up = c * akp - s * akq;
    const uq = s * akp + c * akq;
    a[k * n + p] = up;
    a[rowP + k] = up;
    a[k * n + q] = uq;
    a[rowQ + k] = uq;
    const vp = vectors[rowP + k] as number;
    const vq = vectors[rowQ + k] as number;
    vectors[rowP + k] = c * vp - s * vq;
    vectors[rowQ + k] = s * vp + c * vq;
  }
  a[rowP + p] = newApp;
  a[rowQ + q] = newAqq;
  a[rowP + q] = 0;
  a[rowQ + p] = 0;
  // A rotation too small to change either diagonal entry no longer counts as progress.
  return newApp !== app || newAqq !== aqq;
}

function sorted(a: Float64Array, vectors: Float64Array, n: number): Eigen {
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (i, j) => (a[i * n + i] as number) - (a[j * n + j] as number),
  );
  const values = new Float64Array(n);
  const rows = new Float64Array(n * n);
  order.forEach((from, to) => {
    values[to] = a[from * n + from] as number;
    rows.set(vectors.subarray(from * n, from * n + n), to * n);
  });
  return { values, vectors: rows };
}
