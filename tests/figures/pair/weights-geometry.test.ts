import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coordinatesOf } from '#figures/pair/model';
import { pairSchema } from '#figures/pair/schema';
import {
  DRAWING,
  LENS,
  lensPixel,
  magnification,
  PLANE,
  planePixel,
  planeWeight,
  tipDragged,
  tipPixel,
  UNIT,
} from '#figures/pair/weights-geometry';
import { toPair } from '#math/pair/pair';
import { statesOf } from '../../support/arbitrary';

const weight = fc.double({ min: -3, max: 3, noNaN: true });
const states = statesOf(pairSchema);

describe('the plane of weights', () => {
  it('has w1 to the right, w2 up, and room for every weight', () => {
    const origin = planePixel([0, 0]);
    expect(planePixel([1, 0])).toEqual([origin[0] + UNIT, origin[1]]);
    expect(planePixel([0, 1])).toEqual([origin[0], origin[1] - UNIT]);
    for (const corner of [planePixel([-3, 3]), planePixel([3, -3])]) {
      expect(Math.max(...corner.map((v, k) => Math.abs(v - (PLANE.centre[k] ?? 0))))).toBeLessThan(
        PLANE.size / 2,
      );
      expect(corner[0]).toBeGreaterThan(0);
      expect(corner[0]).toBeLessThan(DRAWING.width);
      expect(corner[1]).toBeGreaterThan(0);
      expect(corner[1]).toBeLessThan(DRAWING.height);
    }
  });

  it('reads back the weight that it shows', () => {
    fc.assert(
      fc.property(weight, weight, (w1, w2) => {
        const [r1, r2] = planeWeight(planePixel([w1, w2]));
        expect(r1).toBeCloseTo(w1, 12);
        expect(r2).toBeCloseTo(w2, 12);
      }),
    );
  });
});

describe('the magnified tips', () => {
  it('are where the magnified difference of the weights puts them, at true angles', () => {
    fc.assert(
      fc.property(states, (values) => {
        const coordinates = coordinatesOf(values);
        if (coordinates.epsilon === 0) return;
        const { wi, wj } = toPair({ ...coordinates, w: [0, 0, 0] });
        const factor = magnification(coordinates);
        for (const [sign, offset] of [
          [1, wi],
          [-1, wj],
        ] as const) {
          const [x, y] = tipPixel(coordinates, sign);
          const [ex, ey] = lensPixel([offset[0] ?? 0, offset[1] ?? 0], factor);
          expect(x).toBeCloseTo(ex, 8);
          expect(y).toBeCloseTo(ey, 8);
        }
      }),
    );
  });

  it('stay apart and in the glass for every epsilon, 0 included', () => {
    fc.assert(
      fc.property(states, (values) => {
        const flat = Math.sqrt(1 - values.dbias ** 2);
        for (const epsilon of [1, 1e-3, 1e-6, 0]) {
          const coordinates = coordinatesOf(values, epsilon);
          const [i, j] = [tipPixel(coordinates, 1), tipPixel(coordinates, -1)];
          expect(Math.hypot(i[0] - j[0], i[1] - j[1])).toBeCloseTo(2 * LENS.tip * flat, 8);
          expect(Math.hypot(i[0] - LENS.centre[0], i[1] - LENS.centre[1])).toBeLessThan(LENS.radius);
        }
      }),
    );
  });

  it('grow the magnification as epsilon shrinks', () => {
    expect(magnification({ epsilon: 0.01 })).toBeCloseTo(10 * magnification({ epsilon: 0.1 }), 8);
    expect(magnification({ epsilon: 0 })).toBe(Infinity);
  });

  it('change nothing when they are dragged to where they are', () => {
    fc.assert(
      fc.property(states, fc.constantFrom<1 | -1>(1, -1), (values, sign) => {
        const coordinates = coordinatesOf(values);
        const factor = magnification(coordinates);
        const flat = Math.sqrt(1 - values.dbias ** 2);
        const { dir, eps } = tipDragged(tipPixel(coordinates, sign, factor), sign, factor, flat);
        expect(Math.abs(eps - values.eps)).toBeLessThanOrEqual(1e-9 * values.eps);
        expect(Math.cos(((dir - values.dir) * Math.PI) / 180)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('follow the pointer while they are dragged', () => {
    // A magnification that stands still; the pointer stays inside the glass.
    const place = fc.tuple(
      fc.double({ min: 8, max: 70, noNaN: true }),
      fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
    );
    fc.assert(
      fc.property(states, place, fc.constantFrom<1 | -1>(1, -1), (values, [length, angle], sign) => {
        const factor = magnification({ epsilon: Math.max(values.eps, 1e-6) });
        const flat = Math.sqrt(1 - values.dbias ** 2);
        const pointer = [
          LENS.centre[0] + length * Math.cos(angle),
          LENS.centre[1] + length * Math.sin(angle),
        ] as const;
        const { dir, eps } = tipDragged(pointer, sign, factor, flat);
        const moved = coordinatesOf({ ...values, dir }, eps);
        const [x, y] = tipPixel(moved, sign, factor);
        expect(Math.hypot(x - pointer[0], y - pointer[1])).toBeLessThan(1e-6);
      }),
    );
  });
});
