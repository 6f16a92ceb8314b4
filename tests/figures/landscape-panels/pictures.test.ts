import { describe, expect, test } from 'vitest';
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
