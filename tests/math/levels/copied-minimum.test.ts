import { describe, expect, it } from 'vitest';
import { copiedMinimum, lineSpectra, perturbedEnd, spectrumAt } from '#math/levels/copied-minimum';

import fixture from '../../fixtures/census.json';
import { finish } from '../../support/finish';

const { perturbation } = fixture;
const copied = copiedMinimum();

describe('the copied minimum of two neurons', () => {
  it('has the loss of the minimum, and beside it training ends where the oracle says, on either side', () => {
    expect(Math.abs(copied.loss - perturbation.insideGamma01)).toBeLessThan(1e-12);
    const { atGamma0or1: shallow, outside: deep } = perturbation;
    for (const gamma of [-1, 0.5, 1]) {
      const ends = (['plus', 'minus'] as const).map((side) => finish(perturbedEnd(copied, gamma, side)));
      ends.sort((p, q) => p.lossAtInfinity - q.lossAtInfinity);
      const [low, high] = ends;
      if (gamma > 0 && gamma < 1) {
        for (const end of ends) {
          expect(end.kind, `${gamma}`).toBe('copies');
          expect(Math.abs(end.lossAtInfinity - perturbation.insideGamma01)).toBeLessThan(1e-9);
        }
        continue;
      }
      expect([low?.kind, high?.kind], `${gamma}`).toEqual(['infinite', 'infinite']);
      expect(Math.abs((low?.lossAtInfinity ?? NaN) - deep.lossAtInfinity), `${gamma}`).toBeLessThan(1e-8);
      expect(Math.abs((high?.lossAtInfinity ?? NaN) - shallow.lossAtInfinity), `${gamma}`).toBeLessThan(1e-8);
      expect(Math.abs((low?.h ?? NaN) - deep.h)).toBeLessThan(1e-6);
      expect(Math.abs((high?.h ?? NaN) - shallow.h)).toBeLessThan(1e-6);
    }
  });

  it('is stable between 0 and 1 only; at both three eigenvalues vanish', () => {
    const zero = (gamma: number) =>
      [...spectrumAt(copied, gamma).values].filter((value) => Math.abs(value) < 1e-9).length;
    expect([0, 0.5, 1, 1.5].map(zero)).toEqual([3, 1, 3, 1]);
    const negative = (gamma: number) =>
      [...spectrumAt(copied, gamma).values].filter((value) => value < -1e-9).length;
    expect([-1, 0.5, 1.5].map(negative)).toEqual([2, 0, 2]);
  });

  it('has eigenvalues that cross zero at 0 and 1 and are otherwise followed without jumps', () => {
    const count = 40;
    const gammas = Float64Array.from({ length: count }, (_, k) => -0.5 + (2 * (k + 0.5)) / count);
    const { size, eigenvalues, turning } = finish(lineSpectra(copied, gammas));
    expect([size, eigenvalues.length, turning.length]).toEqual([9, 9 * count, 9 * count]);
    const crossing = Array.from({ length: size }, (_, j) =>
      Array.from(gammas, (gamma, k) => ({ gamma, value: eigenvalues[k * size + j] as number })),
    ).filter((curve) => curve.some(({ value }) => value < -1e-6));
    expect(crossing).toHaveLength(2);
    for (const curve of crossing)
      for (const { gamma, value } of curve) expect(value > 0, `${gamma}`).toBe(gamma > 0 && gamma < 1);
    expect(turning.every((angle) => angle >= 0 && Number.isFinite(angle))).toBe(true);
    expect([...turning.slice(-size)]).toEqual(Array(size).fill(0));
  });
});
