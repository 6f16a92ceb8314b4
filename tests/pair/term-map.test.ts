import { describe, expect, it } from 'vitest';
import { activations } from '#math/activation/activation';
import { tableIndex } from '#math/numerics/oklab';
import { type PairCoordinates, type TermId, termIds, termValue } from '#math/pair/pair';
import { paintTerm } from '#pair/term-map';
import { divergingColours } from '#ui/heatmap';

const at: PairCoordinates = { w: [0.8, 0.4, 0.1], delta: [-0.6, 0.8, 0], epsilon: 0.2, a: 1.1, c: 0.7 };
const table = divergingColours('light');
const SIDE = 24;
const HALF_WIDTH = 2;

function painted(term: TermId, coordinates = at, range = 3, contours = 0, activation = activations.gelu) {
  const pixels = new Uint8ClampedArray(4 * SIDE * SIDE);
  const half = HALF_WIDTH;
  const picture = { activation, term, coordinates, half, table, range, contours };
  const largest = paintTerm(pixels, SIDE, picture);
  const pixel = (column: number, row: number) => [
    ...pixels.slice(4 * (row * SIDE + column), 4 * (row * SIDE + column) + 4),
  ];
  return { pixel, largest };
}

/** The input in the middle of a pixel: x1 to the right, x2 up. */
function inputOf(column: number, row: number): [number, number] {
  const t = (k: number) => (2 * k + 1) / SIDE - 1;
  return [HALF_WIDTH * t(column), -HALF_WIDTH * t(row)];
}

function colourOf(value: number, range = 3): number[] {
  const k = 4 * tableIndex(value / range);
  return [...table.slice(k, k + 4)];
}

describe('a term seen from above', () => {
  it.each(termIds)('has the colours of %s in their places', (term) => {
    const { pixel } = painted(term);
    for (const [column, row] of [
      [0, 0],
      [SIDE - 1, 0],
      [0, SIDE - 1],
      [SIDE - 1, SIDE - 1],
      [5, 17],
    ] as const) {
      const value = termValue(activations.gelu, term, at, inputOf(column, row));
      expect(pixel(column, row)).toEqual(colourOf(value));
    }
  });

  it('has x2 up: what grows with x2 is positive above and negative below', () => {
    const upwards = { w: [0, 1, 0], delta: [1, 0, 0], epsilon: 0, a: 0, c: 1 };
    const { pixel } = painted('sum', upwards, 2, 0, activations.identity);
    const [orange, blue] = [pixel(3, 0), pixel(3, SIDE - 1)];
    expect(orange[0]).toBeGreaterThan(orange[2] ?? 255);
    expect(blue[2]).toBeGreaterThan(blue[0] ?? 255);
    expect(pixel(0, 0)).toEqual(pixel(SIDE - 1, 0));
  });

  it('says how large the term is, so that a scale can be chosen', () => {
    const inputs = Array.from({ length: SIDE * SIDE }, (_, k) => inputOf(k % SIDE, Math.floor(k / SIDE)));
    const sizes = inputs.map((x) => Math.abs(termValue(activations.gelu, 'neuronI', at, x)));
    expect(painted('neuronI').largest).toBeCloseTo(Math.max(...sizes), 12);
  });

  it('has the last colours beyond the range', () => {
    const { pixel } = painted('neuronI', at, 1e-6);
    const [x1, x2] = inputOf(SIDE - 1, 0);
    const value = termValue(activations.gelu, 'neuronI', at, [x1, x2]);
    expect(pixel(SIDE - 1, 0)).toEqual(colourOf(Math.sign(value) * 9));
  });

  it('has dark lines where the value passes a contour, and nowhere else', () => {
    const upwards = { w: [0, 1, 0], delta: [1, 0, 0], epsilon: 0, a: 0, c: 1 };
    const { pixel } = painted('sum', upwards, 2, 1, activations.identity);
    for (let row = 1; row < SIDE; row++) {
      const [above, here] = [inputOf(3, row - 1)[1], inputOf(3, row)[1]];
      const plain = colourOf(here, 2);
      const dark = (pixel(3, row)[0] ?? 0) < 0.9 * (plain[0] ?? 0);
      expect([row, dark]).toEqual([row, Math.floor(above) !== Math.floor(here)]);
    }
  });
});
