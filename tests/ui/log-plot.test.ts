import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decades, type LogAxis, logPixel, pathThrough } from '#ui/log-plot';

const axis: LogAxis = { low: -6, high: 0, from: 400, to: 40 };

describe('a logarithmic axis', () => {
  it('has equal distances for equal ratios', () => {
    expect(logPixel(axis, 1)).toBe(40);
    expect(logPixel(axis, 1e-6)).toBe(400);
    expect(logPixel(axis, 1e-3)).toBeCloseTo(220, 9);
  });

  it('keeps what is beyond it at its ends, zero at the small one', () => {
    expect(logPixel(axis, 1e9)).toBe(40);
    for (const value of [0, 1e-30, -1, Number.NaN]) expect(logPixel(axis, value)).toBe(400);
  });
});

describe('powers of ten along an axis', () => {
  it('are whole, inside, evenly spaced and not more than asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -320, max: 300 }),
        fc.oneof(fc.integer({ min: 1, max: 40 }), fc.double({ min: 1, max: 300, noNaN: true })),
        fc.integer({ min: 2, max: 12 }),
        (low, span, most) => {
          const found = decades({ low, high: low + span }, most);
          expect(found.length).toBeLessThanOrEqual(most);
          expect(found.length).toBeGreaterThan(0);
          const steps = new Set(found.slice(1).map((power, k) => power - (found[k] ?? 0)));
          expect(steps.size).toBeLessThanOrEqual(1);
          for (const power of found) {
            expect(Number.isInteger(power)).toBe(true);
            expect(power).toBeGreaterThanOrEqual(low);
            expect(power).toBeLessThanOrEqual(low + span + 1e-9);
          }
        },
      ),
    );
  });

  it('are all of them when there is room', () => {
    expect(decades({ low: -2.5, high: 1.2 }, 9).map((power) => power + 0)).toEqual([-2, -1, 0, 1]);
  });
});

describe('a path', () => {
  it('runs through its points', () => {
    expect(
      pathThrough([
        [0, 1],
        [2.345, 3],
      ]),
    ).toMatch(/^M0\.00 1\.00L2\.3[45] 3\.00$/);
    expect(pathThrough([])).toBe('');
  });

  it('breaks at points that cannot be shown, and never names them', () => {
    const path = pathThrough([
      [0, 0],
      [1, Number.NaN],
      [2, 2],
      [3, -Infinity],
      [4, 4],
      [5, 5],
    ]);
    expect(path.split('M').slice(1)).toEqual(['0.00 0.00', '2.00 2.00', '4.00 4.00L5.00 5.00']);
  });
});
