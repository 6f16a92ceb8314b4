import { describe, expect, test } from 'vitest';
import { crestOf, curveEnd, nearestProfile, profileRange } from '#figures/landscape/panels/profile-axes';
import {
  cleanSpectrum,
  curvePieces,
  eigenvaluesAt,
  inertia,
  type Spectrum,
  spectrumWithin,
} from '#figures/landscape/panels/spectrum-curves';
import { text } from '#figures/landscape/panels/text';
import { oracle } from '../../support/landscape';

const small: Spectrum = {
  gammas: Float64Array.from([0.5, 1, 1.5]),
  size: 3,
  eigenvalues: Float64Array.from([-2, 1e-15, 7, 0, 1e-14, 8, -4, -1e-14, 9]),
};

describe('spectrum', () => {
  test('rounding is zero, small eigenvalues are not', () => {
    const clean = cleanSpectrum({
      ...small,
      eigenvalues: small.eigenvalues.map((v, k) => (k === 4 ? 1e-9 : v)),
    });
    expect([...clean.eigenvalues]).toEqual([-2, 0, 7, 0, 1e-9, 8, -4, 0, 9]);
  });

  test('counts the oracle: one negative direction outside [0, 1], two inside, one flat', () => {
    const points = oracle.spectra.filter(({ neuron }) => neuron === 0);
    const clean = cleanSpectrum({
      gammas: Float64Array.from(points.map(({ gamma }) => gamma)),
      size: 17,
      eigenvalues: Float64Array.from(points.flatMap(({ eigenvalues }) => eigenvalues)),
    });
    for (const [gamma, negative] of [
      [-1, 1],
      [0.5, 2],
      [1.5, 1],
      [2.6, 1],
      [Infinity, 1],
      [-50, 1],
    ] as const) {
      expect(inertia(eigenvaluesAt(clean, gamma))).toEqual({ negative, zero: 1 });
    }
    expect(text.spectrum.counts(1, 0)).toBe('1 negative direction: a strict saddle');
  });

  test('between rows eigenvalues are interpolated, so just beside a zero they are not zero', () => {
    const clean = cleanSpectrum(small);
    expect([...eigenvaluesAt(clean, 1)]).toEqual([0, 0, 8]);
    expect(eigenvaluesAt(clean, 1.01)[0]).toBeCloseTo(-0.08, 12);
    expect(eigenvaluesAt(clean, 0.75)[0]).toBeCloseTo(-1, 12);
    expect(eigenvaluesAt({ ...small, gammas: new Float64Array(0) }, 1)).toHaveLength(0);
  });

  test('curves are cut at zero and at changes of sign', () => {
    const clean = cleanSpectrum(small);
    expect(curvePieces(clean, 0)).toEqual({
      positive: [],
      negative: [
        [
          [0.5, -2],
          [1, 0],
        ],
        [
          [1, 0],
          [1.5, -4],
        ],
      ],
    });
    expect(curvePieces(clean, 1)).toEqual({ positive: [], negative: [] });
    expect(curvePieces(clean, 2).positive).toHaveLength(1);
    const crossing = curvePieces(
      { gammas: Float64Array.from([0, 1]), size: 1, eigenvalues: Float64Array.from([-1, 3]) },
      0,
    );
    expect(crossing.negative).toEqual([
      [
        [0, -1],
        [0.25, 0],
      ],
    ]);
    expect(crossing.positive).toEqual([
      [
        [0.25, 0],
        [1, 3],
      ],
    ]);
  });

  test('a window keeps whole rows', () => {
    const part = spectrumWithin(small, 0.9, 2);
    expect([...part.gammas]).toEqual([1, 1.5]);
    expect(part.eigenvalues).toHaveLength(6);
    expect(part.eigenvalues[3]).toBe(-4);
    expect(spectrumWithin(small, 5, 6).gammas).toHaveLength(0);
  });
});

describe('loss profiles', () => {
  const x = Float64Array.from([-2, -1, 0, 1, 2]);
  const wells = { gamma: 1.5, x, losses: Float64Array.from([90, 3, 5, 4, 80]) };

  test('the wells fill a good part of the frame, walls are cut', () => {
    const range = profileRange([wells]);
    expect(crestOf(wells)).toBe(5);
    expect(range.loss[0]).toBeLessThan(3);
    expect(range.loss[1]).toBeLessThan(10);
    expect((5 - 3) / (range.loss[1] - range.loss[0])).toBeGreaterThan(0.25);
    expect(range.x).toEqual([-2, 2]);
  });

  test('x goes no further than curves are inside', () => {
    const far = { gamma: 2, x: x.map((v) => 2 * v), losses: Float64Array.from([900, 90, 5, 90, 900]) };
    expect(profileRange([far, wells]).x).toEqual([-2, 2]);
  });

  test('without wells a part of the wall is shown; without numbers nothing breaks', () => {
    const bowl = { gamma: 0.5, x, losses: Float64Array.from([9, 6, 5, 6, 9]) };
    const range = profileRange([bowl]);
    expect(range.loss[0]).toBeLessThan(5);
    expect(range.loss[1]).toBeGreaterThan(5.5);
    expect(profileRange([])).toEqual({ x: [-1, 1], loss: [0, 1] });
    expect(profileRange([{ ...bowl, losses: bowl.losses.map(() => Number.NaN) }]).loss).toEqual([0, 1]);
  });

  test('a curve ends where it leaves through the top, or at its last point', () => {
    expect(curveEnd(wells, 23)).toEqual({ x: 1.25, loss: 23, cut: true });
    expect(curveEnd(wells, 100)).toEqual({ x: 2, loss: 80, cut: false });
  });

  test('the nearest gamma is the current one', () => {
    const profiles = [1, 1.5, 3].map((gamma) => ({ ...wells, gamma }));
    expect([0, 1.3, 2.2, 100, Infinity].map((gamma) => nearestProfile(profiles, gamma))).toEqual([
      0, 1, 1, 2, 2,
    ]);
    expect(nearestProfile([], 1)).toBe(-1);
  });
});
