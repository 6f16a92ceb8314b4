import { describe, expect, test } from 'vitest';
import { channelSlope, quarterPowerLaw } from '#math/channel/channel';
import { channelSlopeAt, climb } from '#math/channel/channel-laws';
import { fitPowerLaw } from '#math/numerics/power-law';
import { expectClose } from '../../support/close';

describe('fit of a power law', () => {
  const xs = [1, 0.5, 0.25, 0.125, 0.0625];

  test('finds exponent and prefactor, of negative values too', () => {
    for (const [prefactor, exponent] of [
      [3, 2],
      [0.7, -2],
      [-4, 0],
    ] as const) {
      const fit = fitPowerLaw(
        xs,
        xs.map((x) => prefactor * x ** exponent),
      );
      expectClose(fit.slope ?? NaN, exponent, 1e-13, 1e-13);
      expectClose(fit.prefactor ?? NaN, Math.abs(prefactor), 1e-13);
      expect(fit.scatter).toBeLessThan(1e-13);
      expect(fit.used).toEqual(xs.map(() => true));
    }
  });

  test('leaves out what is no more than rounding', () => {
    const ys = [1, 0.25, 0.0625, 2e-9, -3e-9];
    const fit = fitPowerLaw(
      xs,
      ys,
      xs.map(() => 1e-9),
    );
    expectClose(fit.slope ?? NaN, 2, 1e-13);
    expect(fit.used).toEqual([true, true, true, false, false]);
  });

  test('is the least-squares line', () => {
    const fit = fitPowerLaw([1, Math.E, Math.E ** 2], [1, Math.E ** 1.3, Math.E ** 2]);
    expectClose(fit.slope ?? NaN, 1, 1e-13);
    expectClose(Math.log(fit.prefactor ?? NaN), 0.1, 1e-12);
    expectClose(fit.scatter, Math.sqrt((0.01 + 0.04 + 0.01) / 3), 1e-12);
  });

  test('has no exponent where there is none: one point, a change of sign, no numbers', () => {
    expect(fitPowerLaw([0.5], [2]).slope).toBeUndefined();
    expect(fitPowerLaw([], [])).toMatchObject({ slope: undefined, used: [] });
    const crossing = fitPowerLaw([1, 0.5], [1, -1]);
    expect(crossing).toMatchObject({ slope: undefined, used: [false, false] });
    const odd = fitPowerLaw([1, NaN, 0, 0.5, 0.25], [4, 1, 1, 0, 0.25]);
    expect(odd.used).toEqual([true, false, false, false, true]);
    expectClose(odd.slope ?? NaN, 2, 1e-13);
  });
});

describe('clock of a channel', () => {
  test('ten times farther takes ten thousand times longer, in steps too', () => {
    const [h, a] = [0.07, 1.4];
    const near = climb(h, a, 0, 20, 0.1);
    const far = climb(h, a, 0, 200, 0.1);
    expectClose(far.time / near.time, 1e4, 1e-12);
    expectClose(far.steps, far.time / 0.1, 1e-12);
    expectClose(quarterPowerLaw(h, a, far.time), 200, 1e-12);
    expectClose(climb(h, a, 20, 200, 0.1).time, far.time - near.time, 1e-12);
    expect(climb(h, a, 200, 20, 0.1).time).toBe(0);
    expect(climb(-h, a, 20, 200, 0.1)).toEqual({ time: Infinity, steps: Infinity });
  });

  test('the slope falls as the cube of epsilon', () => {
    const [h, a, epsilon] = [0.07, 1.4, 1e-3];
    expectClose(channelSlopeAt(h, a, epsilon), channelSlope(h, a, a / epsilon), 1e-12);
    expectClose(channelSlopeAt(h, a, epsilon / 10), channelSlopeAt(h, a, epsilon) / 1000, 1e-12);
  });
});
