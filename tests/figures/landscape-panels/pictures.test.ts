import { describe, expect, test } from 'vitest';
import { contourPath } from '#ui/contours';
import { divergingColours, paintValues, sampleSquare } from '#ui/heatmap';
import { createSource } from '#ui/source';

describe('maps', () => {
  test('x1 runs right and x2 up', () => {
    const values = new Float64Array(4);
    expect(sampleSquare(values, 2, 2, (x1, x2) => x1 + 10 * x2)).toBe(11);
    expect([...values]).toEqual([9, 11, -11, -9]);
  });

  test('colours go from negative to positive; what is no number is transparent', () => {
    const table = divergingColours('light');
    const pixels = new Uint8ClampedArray(16);
    paintValues(pixels, Float64Array.from([-1, 9, 0, Number.NaN]), table, 1);
    expect([...pixels.subarray(0, 3)]).toEqual([...table.subarray(0, 3)]);
    expect([...pixels.subarray(4, 7)]).toEqual([...table.subarray(1020, 1023)]);
    expect(pixels[11]).toBe(255);
    expect(pixels[15]).toBe(0);
  });
});

describe('contours', () => {
  const side = 17;
  const segments = (path: string) =>
    [...path.matchAll(/M([-\d.]+) ([-\d.]+)L([-\d.]+) ([-\d.]+)/g)].map((match) =>
      match.slice(1).map(Number),
    );

  test('a circle is found where it is', () => {
    const values = new Float64Array(side * side);
    sampleSquare(values, side, 1, Math.hypot);
    const found = segments(contourPath(values, side, 0.6));
    expect(found.length).toBeGreaterThan(16);
    for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of found) {
      expect(Math.hypot(x1, y1)).toBeCloseTo(0.6, 1);
      expect(Math.hypot(x2, y2)).toBeCloseTo(0.6, 1);
      expect(Math.hypot(x1 - x2, y1 - y2)).toBeLessThan(0.2);
    }
  });

  test('a slope gives one straight line, also with a stride', () => {
    const values = new Float64Array(side * side);
    sampleSquare(values, side, 1, (x1) => x1);
    for (const stride of [1, 2]) {
      const found = segments(contourPath(values, side, 0.31, stride));
      expect(found).toHaveLength(16 / stride);
      for (const [x1, , x2] of found) expect([x1, x2]).toEqual([0.31, 0.31]);
    }
    expect(contourPath(values, side, 7)).toBe('');
  });

  test('at a saddle the middle decides', () => {
    // High top left and bottom right; with a high middle they are joined and the other corners are cut off.
    const joined = segments(contourPath(Float64Array.from([3, -1, -1, 3]), 2, 0));
    expect(joined).toHaveLength(2);
    for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of joined) expect((x1 + x2) * (y1 + y2)).toBeLessThan(0);
    const apart = segments(contourPath(Float64Array.from([1, -3, -3, 1]), 2, 0));
    for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of apart) expect((x1 + x2) * (y1 + y2)).toBeGreaterThan(0);
  });
});

describe('a source', () => {
  test('tells its listeners of changes only, until they leave', () => {
    const source = createSource<number>();
    let told = 0;
    const leave = source.subscribe(() => {
      told += 1;
    });
    expect(source.get()).toBeUndefined();
    source.set(1);
    source.set(1);
    expect([source.get(), told]).toEqual([1, 1]);
    leave();
    source.set(2);
    expect([source.get(), told]).toEqual([2, 1]);
  });
});
