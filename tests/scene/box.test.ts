import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HALF_HEIGHT, niceHeight, niceTicks, place } from '#scene/box';

const box = { halfWidth: Math.sqrt(3), height: 4 };

describe('a place in the box', () => {
  it('has x1 to the right, values upwards and x2 away from the reader', () => {
    const middle = place(box, 0, 0, 0);
    expect(middle.map((v) => v + 0)).toEqual([0, 0, 0]);
    expect(place(box, 1, 0, 0)[0]).toBeGreaterThan(0);
    expect(place(box, 0, 0, 1)[1]).toBeGreaterThan(0);
    expect(place(box, 0, 1, 0)[2]).toBeLessThan(0);
  });

  it('at its corner is the same for every box', () => {
    const corner = [1, HALF_HEIGHT, -1];
    for (const height of [1e-6, 1, 80]) {
      const found = place({ ...box, height }, box.halfWidth, box.halfWidth, height);
      for (const [k, v] of found.entries()) expect(v).toBeCloseTo(corner[k] ?? 0, 12);
    }
  });
});

const size = fc.double({ min: -9, max: 9, noNaN: true }).map((power) => 10 ** power);

describe('the height of the box', () => {
  it('holds the size with little room to spare, in few digits', () => {
    fc.assert(
      fc.property(size, (value) => {
        const height = niceHeight(value);
        expect(height).toBeGreaterThanOrEqual(value * (1 - 1e-8));
        expect(height).toBeLessThanOrEqual(value * 1.51);
        expect(height).toBe(Number(height.toPrecision(2)));
      }),
    );
  });

  it('is kept when the size is nice itself, and never falls when the size grows', () => {
    for (const value of [1, 1.5, 2, 3, 0.04, 5e-7, 600, 8, 10]) expect(niceHeight(value)).toBe(value);
    fc.assert(
      fc.property(size, fc.double({ min: 1, max: 3, noNaN: true }), (value, factor) => {
        expect(niceHeight(value * factor)).toBeGreaterThanOrEqual(niceHeight(value));
      }),
    );
  });

  it('is 1 where there is nothing to show', () => {
    for (const value of [0, 1e-14, Number.NaN, Infinity, -1]) expect(niceHeight(value)).toBe(1);
  });
});

describe('ticks', () => {
  it('are zero and a few round numbers on either side, inside the box', () => {
    fc.assert(
      fc.property(size, fc.constantFrom(1, 2, 3), (value, wanted) => {
        const ticks = niceTicks(value, wanted);
        const half = (ticks.length - 1) / 2;
        expect(half).toBeGreaterThanOrEqual(1);
        expect(half).toBeLessThanOrEqual(wanted + 1);
        expect(ticks[half]).toBe(0);
        for (const [k, tick] of ticks.entries()) {
          expect(Math.abs(tick)).toBeLessThanOrEqual(value * (1 + 1e-6));
          expect(tick).toBe(Number(tick.toPrecision(2)));
          expect(tick + (ticks[ticks.length - 1 - k] ?? Number.NaN)).toBe(0);
        }
      }),
    );
  });

  it.each([
    [Math.sqrt(3), 2, [-1, 0, 1]],
    [4, 2, [-4, -2, 0, 2, 4]],
    [0.6, 1, [-0.5, 0, 0.5]],
  ])('of %d, about %d a side', (value, wanted, expected) => {
    expect(niceTicks(value, wanted)).toEqual(expected);
  });
});
