import { describe, expect, test } from 'vitest';
import { choleskyInPlace, dot, norm, solve } from '#math/numerics/linear-algebra';
import { createRandom } from '#math/numerics/random';
import { eigenvector, symmetricEigen, symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import { expectClose } from '../../support/close';

const random = createRandom(7);

/** Orthonormal rows by Gram-Schmidt, twice. */
function orthonormal(n: number): Float64Array[] {
  const rows: Float64Array[] = [];
  while (rows.length < n) {
    const v = Float64Array.from({ length: n }, () => random.normal());
    for (let pass = 0; pass < 2; pass++) {
      for (const row of rows) {
        const overlap = dot(row, v);
        row.forEach((entry, i) => {
          v[i] = (v[i] ?? 0) - overlap * entry;
        });
      }
    }
    const length = norm(v);
    rows.push(v.map((entry) => entry / length));
  }
  return rows;
}

function withSpectrum(values: readonly number[]): Float64Array {
  const n = values.length;
  const rows = orthonormal(n);
  const matrix = new Float64Array(n * n);
  for (let p = 0; p < n; p++) {
    for (let q = 0; q < n; q++) {
      let sum = 0;
      rows.forEach((row, i) => {
        sum += (values[i] ?? 0) * (row[p] ?? 0) * (row[q] ?? 0);
      });
      matrix[p * n + q] = sum;
      matrix[q * n + p] = sum;
    }
  }
  return matrix;
}

describe('symmetric eigendecomposition', () => {
  const spectra: Record<string, number[]> = {
    repeated: [-2, -2, -2, 0, 0, 1, 1, 5],
    'spread over eleven decades': [-1e-3, 1e-7, 1e-5, 1e-2, 3, 200, 1e4],
    zero: [0, 0, 0],
    single: [4],
  };
  for (const [name, values] of Object.entries(spectra)) {
    test(`recovers a spectrum that is ${name}`, () => {
      const n = values.length;
      const matrix = withSpectrum(values);
      const eigen = symmetricEigen(matrix, n);
      const scale = Math.max(...values.map(Math.abs), 1e-300);
      values.forEach((value, i) => {
        expect(Math.abs((eigen.values[i] ?? NaN) - value)).toBeLessThanOrEqual(20 * 2 ** -53 * scale);
      });
      for (let i = 0; i < n; i++) {
        const v = eigenvector(eigen, i);
        const residual = v.map(
          (entry, p) => dot(matrix.subarray(p * n, p * n + n), v) - (eigen.values[i] ?? NaN) * entry,
        );
        expect(norm(residual)).toBeLessThanOrEqual(1e-14 * scale + 1e-300);
        for (let j = 0; j <= i; j++) expect(dot(v, eigenvector(eigen, j))).toBeCloseTo(i === j ? 1 : 0, 13);
      }
    });
  }

  test('keeps tiny eigenvalues of a graded positive definite matrix to full relative accuracy', () => {
    // D C D with D = diag(1e3, 1, 1e-3) and C well conditioned: the product of eigenvalues is det C = 0.728.
    const matrix = new Float64Array([1e6, 100, 0.4, 100, 1, 1e-4, 0.4, 1e-4, 1e-6]);
    const values = symmetricEigenvalues(matrix, 3);
    const determinant = 1 - 0.01 - 0.16 - 0.01 + 2 * 0.1 * 0.4 * 0.1;
    expect((values[0] ?? 0) * (values[1] ?? 0) * (values[2] ?? 0)).toBeCloseTo(determinant, 12);
  });

  for (const exponent of [-1060, -1030, -600, 600, 1020]) {
    test(`scales with the matrix: by 2^${exponent}`, () => {
      const matrix = new Float64Array([4, 1, 0, 1, 3, -2, 0, -2, -1]);
      const expected = symmetricEigen(matrix, 3);
      const scaled = symmetricEigen(
        matrix.map((entry) => entry * 2 ** (exponent / 2) * 2 ** (exponent / 2)),
        3,
      );
      // Below 2^-1022 numbers have fewer digits.
      expected.values.forEach((value, i) => {
        expectClose(
          (scaled.values[i] ?? NaN) / 2 ** (exponent / 2) / 2 ** (exponent / 2),
          value,
          1e-15,
          2 ** (-1074 - exponent),
        );
      });
      expect(scaled.vectors).toEqual(expected.vectors);
    });
  }

  test('refuses a matrix with NaN or infinity instead of looping', () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => symmetricEigen(new Float64Array([1, bad, bad, 1]), 2)).toThrow(/not finite/);
    }
  });
});

describe('linear systems', () => {
  test('solves an indefinite system that needs pivoting', () => {
    const x = solve(new Float64Array([0, 2, 1, 2, -1e-20, 3, 1, 3, -4]), new Float64Array([7, 11, -5]));
    [1, 2, 3].forEach((value, p) => {
      expect(x?.[p]).toBeCloseTo(value, 14);
    });
  });

  test('says that a singular system has no solution', () => {
    expect(solve(new Float64Array([1, 2, 2, 4]), new Float64Array([1, 1]))).toBeUndefined();
  });

  test('Cholesky factor times its transpose is the matrix', () => {
    const matrix = withSpectrum([0.01, 0.5, 2, 30]);
    const l = Float64Array.from(matrix);
    expect(choleskyInPlace(l, 4)).toBe(true);
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j <= i; j++) {
        let sum = 0;
        for (let k = 0; k <= j; k++) sum += (l[4 * i + k] ?? 0) * (l[4 * j + k] ?? 0);
        expect(sum).toBeCloseTo(matrix[4 * i + j] ?? NaN, 13);
      }
    }
  });

  test('Cholesky refuses an indefinite matrix, and one that is not finite', () => {
    expect(choleskyInPlace(withSpectrum([-0.1, 1, 2]), 3)).toBe(false);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      for (const at of [0, 3, 4, 8]) {
        const matrix = new Float64Array([2, 0, 0, 0.5, 2, 0, 0.5, 0.5, 2]);
        matrix[at] = bad;
        expect(choleskyInPlace(matrix, 3), `${bad} at ${at}`).toBe(false);
      }
    }
  });
});
