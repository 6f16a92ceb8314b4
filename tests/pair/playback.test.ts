import { describe, expect, it } from 'vitest';
import { playedEpsilon } from '#pair/playback';
import { steps } from '../support/look';

const range = { min: 1e-6, max: 1 };

/** Epsilon every tenth of a second for half a minute. */
function played(start: number, stepwise: boolean): number[] {
  return steps(0, 300, 1).map((k) => playedEpsilon(start, k / 10, stepwise, range));
}

describe('playing epsilon to 0', () => {
  it.each([1, 0.3, 0.01, 2e-6])('begins at %d, never goes back and ends at 0', (start) => {
    for (const stepwise of [false, true]) {
      const seen = played(start, stepwise);
      expect(seen[0]).toBe(start);
      expect(seen.at(-1)).toBe(0);
      for (const [k, epsilon] of seen.entries()) {
        expect(epsilon).toBeLessThanOrEqual(seen[k - 1] ?? 1);
        expect(epsilon === 0 || epsilon >= 1e-6 * (1 - 1e-9)).toBe(true);
      }
    }
  });

  it('begins again at 1 from 0', () => {
    expect(playedEpsilon(0, 0, false, range)).toBe(1);
    expect(playedEpsilon(0, 0, true, range)).toBe(1);
  });

  it('takes the same time for every decade', () => {
    const decade = (from: number) => {
      const seen = steps(0, 20_000, 1).map((k) => playedEpsilon(from, k / 1000, false, range));
      return seen.findIndex((epsilon) => epsilon <= from / 10);
    };
    expect(Math.abs(decade(1) - decade(0.01))).toBeLessThan(20);
    expect(decade(1)).toBeGreaterThan(500);
    expect(decade(1)).toBeLessThan(4000);
  });

  it('moves smoothly, or in few steps of whole decades when motion is unwanted', () => {
    expect(new Set(played(1, false)).size).toBeGreaterThan(60);
    const steady = [...new Set(played(1, true))];
    expect(steady).toEqual([1, 0.1, 0.01, 0.001, 1e-4, 1e-5, 1e-6, 0]);
  });
});
