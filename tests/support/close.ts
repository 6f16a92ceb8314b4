import { expect } from 'vitest';

/** |actual - expected| <= relative |expected| + absolute, with all four numbers in the message. */
export function expectClose(actual: number, expected: number, relative: number, absolute = 0): void {
  const error = Math.abs(actual - expected);
  const allowed = relative * Math.abs(expected) + absolute;
  expect(error <= allowed, `${actual} against ${expected}: off by ${error}, allowed ${allowed}`).toBe(true);
}

/**
 * Two spectra in ascending order. A backward stable eigensolver, and the rounding of the Hessian's own
 * entries, shift every eigenvalue by a few units of the last place of the *largest* one, so beside `relative`
 * there is an absolute allowance of 64 * 2^-53 * largest: 1e-12 for a largest eigenvalue of 200, about 1e-7
 * of the smallest one, 1.3e-5.
 */
export function expectSpectrum(actual: Float64Array, expected: readonly number[], relative = 1e-9): void {
  expect(actual.length).toBe(expected.length);
  const largest = Math.max(...expected.map(Math.abs));
  expected.forEach((value, i) => {
    expectClose(actual[i] ?? NaN, value, relative, 64 * 2 ** -53 * largest);
  });
}
