/** A term of a pair as a small picture seen from above, x2 up. Also the whole picture where there is no WebGL. */
import type { Activation } from '#math/activation/activation';
import { type ColourTable, tableIndex } from '#math/numerics/oklab';
import { type PairCoordinates, type TermId, termEvaluator } from '#math/pair/pair';

/** What is painted, and how. */
export interface TermPicture {
  readonly activation: Activation;
  readonly term: TermId;
  readonly coordinates: PairCoordinates;
  /** Both inputs run from -half to half. */
  readonly half: number;
  readonly table: ColourTable;
  /** Value shown with the last colour. */
  readonly range: number;
  /** Distance of dark contour lines in value; none without. */
  readonly contours?: number;
}

/**
 * Writes the picture of a term into pixels.
 * @param side pixels a side
 * @returns the largest |value| met
 */
export function paintTerm(pixels: Uint8ClampedArray, side: number, picture: TermPicture): number {
  const { activation, term, coordinates, half, table, range, contours = 0 } = picture;
  const evaluate = termEvaluator(activation, term, coordinates);
  const [w1 = 0, w2 = 0, w0 = 0] = coordinates.w;
  const [d1 = 0, d2 = 0, d0 = 0] = coordinates.delta;
  const out = new Float64Array(3);
  const above = new Float64Array(side);
  let largest = 0;
  for (let row = 0; row < side; row++) {
    const x2 = half * (1 - (2 * row + 1) / side);
    let left = Number.NaN;
    for (let column = 0; column < side; column++) {
      const x1 = half * ((2 * column + 1) / side - 1);
      evaluate(w1 * x1 + w2 * x2 + w0, d1 * x1 + d2 * x2 + d0, out);
      const value = out[0] as number;
      if (Math.abs(value) > largest) largest = Math.abs(value);
      const colour = 4 * tableIndex(value / range);
      let dim = 1;
      if (contours > 0) {
        const band = Math.floor(value / contours);
        const line = (!Number.isNaN(left) && band !== left) || (row > 0 && band !== above[column]);
        if (line) dim = 0.72;
        left = band;
        above[column] = band;
      }
      const at = 4 * (row * side + column);
      pixels[at] = (table[colour] as number) * dim;
      pixels[at + 1] = (table[colour + 1] as number) * dim;
      pixels[at + 2] = (table[colour + 2] as number) * dim;
      pixels[at + 3] = 255;
    }
  }
  return largest;
}
