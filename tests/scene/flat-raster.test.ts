import { describe, expect, it } from 'vitest';
import { sequentialTable, tableIndex } from '#math/numerics/oklab';
import { paintLevels, rasterValues, triangleAt } from '#scene/flat-raster';

/** A grid of triangles over [0, 2] x [0, 1] with the value x + 10 y, seen in a domain that begins before it. */
const side = 5;
const points = new Float32Array(2 * side * side);
const values = new Float32Array(side * side);
const triangles: number[] = [];
for (let i = 0; i < side; i++) {
  for (let j = 0; j < side; j++) {
    const [x, y, at] = [(2 * i) / (side - 1), j / (side - 1), i * side + j];
    points.set([x, y], 2 * at);
    values[at] = x + 10 * y;
    if (i + 1 < side && j + 1 < side) {
      const [right, above] = [at + side, at + 1];
      // Both turns: seen from above and from below.
      triangles.push(at, right, above, right, above, right + 1);
    }
  }
}
const mesh = { points, triangles: Uint32Array.from(triangles) };
const domain = { x: [-1, 2], y: [0, 1] } as const;

describe('triangles as pixels', () => {
  it('have the value of their place, x to the right and y up, and none beside them', () => {
    const [width, height] = [30, 20];
    const pixels = rasterValues(mesh, values, width, height, domain);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const x = -1 + (3 * (column + 0.5)) / width;
        const y = 1 - (row + 0.5) / height;
        const value = pixels[row * width + column] as number;
        if (x < 0) expect(value).toBeNaN();
        else expect(value).toBeCloseTo(x + 10 * y, 4);
      }
    }
  });

  it('leave no gap where they meet, whatever the size', () => {
    for (const [width, height] of [
      [7, 5],
      [48, 32],
      [97, 101],
      [240, 160],
    ] as const) {
      const pixels = rasterValues(mesh, values, width, height, { x: [0, 2], y: [0, 1] });
      expect(pixels.filter(Number.isNaN)).toHaveLength(0);
    }
  });

  it('what is outside the picture is left out', () => {
    const pixels = rasterValues(mesh, values, 10, 10, { x: [0.5, 1], y: [0.25, 0.5] });
    expect(pixels[0]).toBeCloseTo(0.525 + 10 * 0.4875, 4);
    expect(pixels.filter(Number.isNaN)).toHaveLength(0);
  });
});

describe('the triangle at a point', () => {
  it('gives its corners with the weights that make the point', () => {
    for (const [x, y] of [
      [0.1, 0.1],
      [1.9, 0.95],
      [0.77, 0.31],
      [2, 1],
    ] as const) {
      const found = triangleAt(mesh, x, y);
      const mix = (list: (vertex: number) => number) =>
        found?.corners.reduce((sum, vertex, k) => sum + (found.weights[k] ?? 0) * list(vertex), 0);
      expect(mix((vertex) => points[2 * vertex] as number)).toBeCloseTo(x, 6);
      expect(mix((vertex) => points[2 * vertex + 1] as number)).toBeCloseTo(y, 6);
      expect(mix((vertex) => values[vertex] as number)).toBeCloseTo(x + 10 * y, 5);
    }
  });

  it('is none beside the surface', () => {
    expect(triangleAt(mesh, -0.1, 0.5)).toBeUndefined();
    expect(triangleAt(mesh, 1, 1.01)).toBeUndefined();
    const flat = { points: Float32Array.of(0, 0, 1, 1, 2, 2), triangles: Uint32Array.of(0, 1, 2) };
    expect(triangleAt(flat, 1, 1)).toBeUndefined();
  });
});

describe('painted levels', () => {
  const table = sequentialTable(['#000000', '#808080', '#c0c0c0']);
  const paint = (list: readonly number[], width: number, step = 0.5) => {
    const pixels = new Uint8ClampedArray(4 * list.length);
    paintLevels(pixels, Float32Array.from(list), width, table, step, 0.7);
    return Array.from(list, (_, k) => [...pixels.slice(4 * k, 4 * k + 4)]);
  };

  it('go from the first colour to the last, which also stand for what is beyond', () => {
    const [low, high, beyond] = paint([-1, 1, 7], 1);
    expect(low).toEqual([...table.slice(0, 4)]);
    expect(high).toEqual([...table.slice(-4)]);
    expect(beyond).toEqual(high);
  });

  it('leave out what is not there', () => {
    expect(paint([Number.NaN, 0.2], 1)[0]).toEqual([0, 0, 0, 0]);
  });

  it('have a lighter line at each level and nowhere else', () => {
    const width = 101;
    const row = Array.from({ length: width }, (_, k) => -0.99 + (1.98 * k) / (width - 1));
    const plain = row.map((value) => table[4 * tableIndex(value)] ?? 0);
    const lined = paint(row, width, 0.5);
    const light = lined.flatMap((pixel, k) => ((pixel[0] ?? 0) > (plain[k] ?? 0) + 20 ? [row[k] ?? 0] : []));
    for (const level of [-0.5, 0, 0.5]) {
      expect(light.filter((value) => Math.abs(value - level) < 0.02).length).toBeGreaterThan(0);
    }
    expect(light.filter((value) => Math.abs(value - Math.round(2 * value) / 2) > 0.03)).toEqual([]);
  });
});
