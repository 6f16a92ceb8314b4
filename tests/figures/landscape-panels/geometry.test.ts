import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gateLine } from '#figures/landscape/panels/gate-line';
import { linearTicks } from '#figures/landscape/panels/linear-axis';
import { spreadLabels } from '#figures/landscape/panels/spread';
import { type SymlogAxis, symlogPixel, symlogTicks } from '#figures/landscape/panels/symlog';

const axis: SymlogAxis = { low: -2, high: 1000, linear: 1e-6, from: 270, to: 30 };

describe('symmetric-log axis', () => {
  test('keeps order, meets its ends and shows small numbers apart from zero', () => {
    expect(symlogPixel(axis, -2)).toBe(270);
    expect(symlogPixel(axis, 1000)).toBe(30);
    expect(symlogPixel(axis, 1e9)).toBe(30);
    const values = [-1, -1e-3, -1e-5, 0, 1e-5, 1e-3, 1, 100];
    const pixels = values.map((value) => symlogPixel(axis, value));
    expect(pixels).toEqual([...pixels].sort((a, b) => b - a));
    expect(symlogPixel(axis, 0) - symlogPixel(axis, 1e-5)).toBeGreaterThan(15);
  });

  test('is odd around zero and logarithmic far from it', () => {
    const zero = symlogPixel(axis, 0);
    expect(symlogPixel(axis, 0.01) - zero).toBeCloseTo(zero - symlogPixel(axis, -0.01), 9);
    const decade = symlogPixel(axis, 1) - symlogPixel(axis, 10);
    expect(symlogPixel(axis, 10) - symlogPixel(axis, 100)).toBeCloseTo(decade, 6);
  });

  test('ticks are powers of ten and zero, apart, and include 1', () => {
    const ticks = symlogTicks(axis, 19);
    const values = ticks.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(values).toContain(0);
    expect(values).toContain(1);
    expect(values).toContain(-1);
    for (const { value, sign, power } of ticks) expect(value).toBe(sign === 0 ? 0 : sign * 10 ** power);
    for (let k = 1; k < ticks.length; k++) {
      expect((ticks[k - 1]?.pixel ?? 0) - (ticks[k]?.pixel ?? 0)).toBeGreaterThanOrEqual(19);
    }
  });

  test('has fewer ticks where there is less room', () => {
    expect(symlogTicks(axis, 40).length).toBeLessThan(symlogTicks(axis, 10).length);
    expect(symlogTicks({ ...axis, from: 31 }, 40).map(({ value }) => value)).toEqual([0]);
  });
});

describe('linear axis', () => {
  test('ticks are round, apart and equally precise', () => {
    const ticks = linearTicks({ low: 0.0526, high: 0.0571, from: 250, to: 50 }, 28);
    expect(ticks.map(({ label }) => label)).toEqual(['0.053', '0.054', '0.055', '0.056', '0.057']);
    const wide = linearTicks({ low: -1, high: 3, from: 0, to: 400 }, 90);
    expect(wide.map(({ label, pixel }) => [label, pixel])).toEqual([
      ['−1', 0],
      ['0', 100],
      ['1', 200],
      ['2', 300],
      ['3', 400],
    ]);
  });

  test('an empty range has none', () => {
    expect(linearTicks({ low: 1, high: 1, from: 0, to: 100 }, 20)).toEqual([]);
  });
});

describe('labels along a line', () => {
  const wish = (at: number, priority = 0, size = 10) => ({ at, size, priority });

  test('stay where they are when there is room', () => {
    expect(spreadLabels([wish(50), wish(20)], 0, 100, 2)).toEqual([50, 20]);
  });

  test('share the way when they touch, and stay inside', () => {
    expect(spreadLabels([wish(50), wish(50)], 0, 100, 2)).toEqual([44, 56]);
    expect(spreadLabels([wish(99), wish(98)], 0, 100, 2)).toEqual([95, 83]);
    expect(spreadLabels([wish(-5)], 0, 100, 2)).toEqual([5]);
  });

  test('of too many, the least important go', () => {
    expect(spreadLabels([wish(10, 1), wish(11, 3), wish(12, 2)], 0, 22, 2)).toEqual([undefined, 5, 17]);
    expect(spreadLabels([wish(10)], 0, 5, 2)).toEqual([undefined]);
  });

  test('never overlap, keep their order and stay inside, whatever is asked', () => {
    const wishes = fc.array(
      fc.record({
        at: fc.double({ min: -50, max: 350, noNaN: true }),
        size: fc.double({ min: 1, max: 60, noNaN: true }),
        priority: fc.integer({ min: 0, max: 5 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(wishes, (list) => {
        const placed = spreadLabels(list, 0, 300, 3)
          .map((at, k) => ({ at, size: list[k]?.size ?? 0, wished: list[k]?.at ?? 0 }))
          .flatMap((label) => (label.at === undefined ? [] : [{ ...label, at: label.at }]))
          .sort((p, q) => p.at - q.at);
        placed.forEach((label, k) => {
          expect(label.at - label.size / 2).toBeGreaterThan(-1e-6);
          expect(label.at + label.size / 2).toBeLessThan(300 + 1e-6);
          const before = placed[k - 1];
          if (!before) return;
          expect(label.at - label.size / 2 - before.at - before.size / 2).toBeGreaterThan(3 - 1e-6);
          expect(before.wished).toBeLessThanOrEqual(label.wished);
        });
      }),
    );
  });
});

describe('gate line', () => {
  const half = Math.sqrt(3);

  test('runs from border to border, x2 up', () => {
    const line = gateLine([0, 1, -half / 2]);
    expect(line?.map(([, y]) => y)).toEqual([expect.closeTo(-0.5, 12), expect.closeTo(-0.5, 12)]);
    expect(line?.map(([x]) => Math.abs(x))).toEqual([1, 1]);
    const oblique = gateLine([1, -1, 0]);
    for (const [x, y] of oblique ?? []) expect(x).toBeCloseTo(-y, 12);
    expect(oblique).toBeDefined();
  });

  test('is absent where it misses the square or has no direction', () => {
    expect(gateLine([1, 1, 4])).toBeUndefined();
    expect(gateLine([0, 1, 2])).toBeUndefined();
    expect(gateLine([0, 0, 1])).toBeUndefined();
  });
});
