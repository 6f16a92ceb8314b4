/** A function of (x1, x2) as a picture seen from above: x1 to the right, x2 up, one colour a value. */
import { type ColourTable, divergingTable, tableIndex } from '#math/numerics/oklab';
import { palettes, type ThemeName } from './theme';

const tables = new Map<ThemeName, ColourTable>();

/** Blue for negative, orange for positive values, through the paper's colour at zero. */
export function divergingColours(theme: ThemeName): ColourTable {
  const found = tables.get(theme);
  if (found) return found;
  const { negative, neutral, positive } = palettes[theme];
  const made = divergingTable(negative, neutral, positive);
  tables.set(theme, made);
  return made;
}

/**
 * Writes a function's values at the centres of side x side pixels of [-half, half]^2, top row (largest x2) first.
 * @returns the largest finite |value|
 */
export function sampleSquare(
  values: Float64Array,
  side: number,
  half: number,
  evaluate: (x1: number, x2: number) => number,
): number {
  let largest = 0;
  for (let row = 0, at = 0; row < side; row++) {
    const x2 = half * (1 - (2 * row + 1) / side);
    for (let column = 0; column < side; column++, at++) {
      const value = evaluate(half * ((2 * column + 1) / side - 1), x2);
      values[at] = value;
      const size = Math.abs(value);
      if (size > largest && size < Infinity) largest = size;
    }
  }
  return largest;
}

/**
 * Colours the pixels of `sampleSquare`; NaN is left transparent.
 * @param range value shown with the last colour
 */
export function paintValues(
  pixels: Uint8ClampedArray,
  values: Float64Array,
  table: ColourTable,
  range: number,
): void {
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    const colour = 4 * tableIndex(value / range);
    for (let channel = 0; channel < 3; channel++) {
      pixels[4 * at + channel] = table[colour + channel] as number;
    }
    pixels[4 * at + 3] = Number.isNaN(value) ? 0 : 255;
  }
}
