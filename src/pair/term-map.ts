/** A term of a pair, or another function, as a small picture seen from above, x2 up. Also the whole picture without WebGL. */
import type { Activation } from '#math/activation/activation';
import { type ColourTable, tableIndex } from '#math/numerics/oklab';
import type { PairCoordinates, TermId } from '#math/pair/pair';
import { type PlaneFunction, pairFunction } from '#math/pair/plane-function';

/** How a function is painted. */
export interface MapLook {
  /** Both inputs run from -half to half. */
  readonly half: number;
  readonly table: ColourTable;
  /** Value shown with the last colour. */
  readonly range: number;
  /** Distance of dark contour lines in value; none without. */
  readonly contours?: number;
}

/** Which term of which pair is painted, and how. */
export interface TermPicture extends MapLook {
  readonly activation: Activation;
  readonly term: TermId;
  readonly coordinates: PairCoordinates;
}

/**
 * Writes the picture of a term into pixels.
 * @param side pixels a side
 * @returns the largest |value| met
 */
export function paintTerm(pixels: Uint8ClampedArray, side: number, picture: TermPicture): number {
  const { activation, term, coordinates } = picture;
  return paintFunction(pixels, side, pairFunction(activation, term, coordinates), picture);
}

/**
 * Writes the picture of a function into pixels.
 * @param side pixels a side
 * @returns the largest |value| met
 */
export function paintFunction(
  pixels: Uint8ClampedArray,
  side: number,
  of: PlaneFunction,
  { half, table, range, contours = 0 }: MapLook,
): number {
  const out = new Float64Array(3);
  const above = new Float64Array(side);
  let largest = 0;
  for (let row = 0; row < side; row++) {
    const x2 = half * (1 - (2 * row + 1) / side);
    let left = Number.NaN;
    for (let column = 0; column < side; column++) {
      const x1 = half * ((2 * column + 1) / side - 1);
      of(x1, x2, out);
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
