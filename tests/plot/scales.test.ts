import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Axis, linear, log, symlog } from '#plot/scale';

const axes: readonly (readonly [string, Axis])[] = [
  ['linear', linear([-3, 5])],
  ['logarithmic', log([0.05, 3])],
  ['descending logarithmic', log([1, 1e-6])],
  ['symmetric logarithmic', symlog([-2, 1000], 1e-6)],
];

describe.each(axes)('a %s axis', (_, axis) => {
  const scale = axis.scale(40, 340);

  it('goes from pixel to pixel, and back', () => {
    expect(scale.at(scale.domain[0])).toBe(40);
    expect(scale.at(scale.domain[1])).toBe(340);
    for (const pixel of [40, 130, 340]) expect(scale.at(scale.valueAt(pixel))).toBeCloseTo(pixel, 2);
  });

  it('has ticks inside it, apart from each other, and not more than asked for', () => {
    for (const most of [2, 4, 6]) {
      for (const length of [90, 150, 300]) {
        const short = axis.scale(0, length);
        const pixels = short.ticks(most, 30).map(({ value }) => short.at(value));
        expect(pixels.length).toBeGreaterThan(0);
        expect(pixels.length).toBeLessThanOrEqual(most);
        pixels.forEach((pixel, k) => {
          expect(pixel).toBeGreaterThanOrEqual(0);
          expect(pixel).toBeLessThanOrEqual(length);
          if (k > 0) expect(Math.abs(pixel - (pixels[k - 1] ?? NaN))).toBeGreaterThanOrEqual(30);
        });
      }
    }
  });
});

const texts = (axis: Axis, most: number, length = 300) =>
  axis
    .scale(0, length)
    .ticks(most, 20)
    .map(({ label }) => label);

describe('ticks', () => {
  it('of linear axes are round, with as many decimals', () => {
    expect(texts(linear([0, 0.08]), 6)).toEqual(['0.00', '0.02', '0.04', '0.06', '0.08']);
    expect(texts(linear([-2.6, 2.6]), 4)).toEqual(['−2', '0', '2']);
    expect(texts(linear([0.0526, 0.0571]), 5)).toEqual(['0.053', '0.054', '0.055', '0.056', '0.057']);
    expect(texts(linear([1, 1]), 5)).toEqual([]);
  });

  it('of logarithmic axes are powers of ten, on short axes 2 and 5 or 3 times those', () => {
    expect(texts(log([0.4, 5.6]), 6)).toEqual(['0.5', '1', '2', '5']);
    expect(texts(log([0.05, 3]), 4)).toEqual(['0.1', '0.3', '1', '3']);
    expect(texts(log([0.01, 1000]), 6)).toEqual(['0.01', '0.1', '1', '10', '100', '1000']);
    expect(texts(log([1e-18, 1e-3]), 4)).toEqual(['10⁻¹⁶', '10⁻¹²', '10⁻⁸', '10⁻⁴']);
    expect(texts(log([1, 1e8]), 6)).toEqual(['1', '10²', '10⁴', '10⁶', '10⁸']);
  });

  it('of symmetric logarithmic axes have zero and both sides of it', () => {
    const found = texts(symlog([-2, 1000], 1e-6), 7);
    expect(found).toContain('0');
    expect(found).toContain('1');
    expect(found).toContain('−1');
  });

  it('are evenly spaced powers wherever an axis begins and ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -300, max: 280 }),
        fc.integer({ min: 8, max: 20 }),
        fc.integer({ min: 2, max: 6 }),
        (low, span, most) => {
          const domain = [Number(`1e${low}`), Number(`1e${low + span}`)] as const;
          const scale = log(domain).scale(0, 1000);
          const pixels = scale.ticks(most, 10).map(({ value }) => scale.at(value));
          expect(pixels.length).toBeGreaterThan(0);
          const steps = pixels.slice(1).map((pixel, k) => pixel - (pixels[k] ?? NaN));
          for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? NaN, 1);
        },
      ),
    );
  });
});

describe('a symmetric logarithmic scale', () => {
  const scale = symlog([-2, 1000], 1e-6).scale(270, 30);
  it('is odd around zero, and logarithmic far from it', () => {
    const zero = scale.at(0);
    expect(scale.at(0.01) - zero).toBeCloseTo(zero - scale.at(-0.01), 1);
    expect(scale.at(10) - scale.at(100)).toBeCloseTo(scale.at(1) - scale.at(10), 1);
    expect(zero - scale.at(1e-5)).toBeGreaterThan(15);
  });
});

it('a limit that has no place on the scale stands past a gap', () => {
  const scale = log([1, 1e6], { limit: { value: Infinity, label: '∞' } }).scale(40, 340);
  expect(scale.at(Infinity)).toBe(360);
  expect(
    log([1, 1e-6], { limit: { value: 0, label: '0' } })
      .scale(40, 340)
      .at(0),
  ).toBe(360);
});
