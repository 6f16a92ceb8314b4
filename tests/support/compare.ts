/** A picture: rows of RGBA bytes. What pngjs reads fits. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

/**
 * How far apart two pictures may be that different browser builds drew. Measured on a page of text, curves
 * and WebGL: other glyph positions give a mean of 0.002, a share of 0.003 and 0.06 of a tile; a curve two
 * pixels thick that moves by three gives 0.11 of a tile, and one in another hue gives 0.09 of a tile in
 * colour.
 */
const tolerance = {
  /** The mean OKLab difference over the whole picture. */
  mean: 0.006,
  /** The share of the picture that may be clearly different. */
  share: 0.02,
  /**
   * The share of one tile that may: what moved in a large picture is a small part of it, but not of a tile.
   */
  tileShare: 0.12,
  /**
   * The share of one tile that may have another colour: smoothing the edges of letters changes lightness
   * only.
   */
  tileColour: 0.05,
};

/** From these OKLab differences on, a block is clearly different to the eye, or clearly of another colour. */
const clearly = { different: 0.08, coloured: 0.04 };

const blockSize = 4;
const tileBlocks = 16;

/** Counts the pixels of two pictures of equal size that differ in any byte. */
export function differingPixels(a: Picture, b: Picture): number {
  const left = new Uint32Array(new Uint8Array(a.data).buffer);
  const right = new Uint32Array(new Uint8Array(b.data).buffer);
  return left.reduce((count, pixel, i) => count + (pixel === right[i] ? 0 : 1), 0);
}

/** The OKLab coordinates of an sRGB colour given as numbers from 0 to 255 (Ottosson 2020). */
function oklab(red: number, green: number, blue: number): [number, number, number] {
  const linear = (value: number) => {
    const v = value / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** The mean colour of one block over white, and its mean opacity: OKLab and alpha. */
function block(picture: Picture, column: number, row: number): [number, number, number, number] {
  const sum = [0, 0, 0, 0];
  let pixels = 0;
  for (let y = row * blockSize; y < Math.min((row + 1) * blockSize, picture.height); y++) {
    for (let x = column * blockSize; x < Math.min((column + 1) * blockSize, picture.width); x++) {
      const at = 4 * (y * picture.width + x);
      const alpha = (picture.data[at + 3] ?? 0) / 255;
      for (let c = 0; c < 3; c++) {
        sum[c] = (sum[c] ?? 0) + alpha * (picture.data[at + c] ?? 0) + (1 - alpha) * 255;
      }
      sum[3] = (sum[3] ?? 0) + alpha;
      pixels++;
    }
  }
  const [red = 0, green = 0, blue = 0, alpha = 0] = sum.map((value) => value / pixels);
  return [...oklab(red, green, blue), alpha];
}

/** What the eye sees of the difference between two pictures of equal size; see `tolerance`. */
export type Difference = Record<keyof typeof tolerance, number>;

/** Measures the difference of two pictures of equal size, both reduced four times by a box filter. */
export function perceivedDifference(a: Picture, b: Picture): Difference {
  const columns = Math.ceil(a.width / blockSize);
  const rows = Math.ceil(a.height / blockSize);
  const tiles = new Map<string, { different: number; coloured: number }>();
  let total = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [l1, a1, b1, alpha1] = block(a, column, row);
      const [l2, a2, b2, alpha2] = block(b, column, row);
      const colour = Math.hypot(a1 - a2, b1 - b2);
      const difference = Math.max(Math.hypot(l1 - l2, colour), Math.abs(alpha1 - alpha2));
      total += difference;
      const key = `${Math.floor(row / tileBlocks)},${Math.floor(column / tileBlocks)}`;
      const tile = tiles.get(key) ?? { different: 0, coloured: 0 };
      tiles.set(key, tile);
      if (difference > clearly.different) tile.different++;
      if (colour > clearly.coloured) tile.coloured++;
    }
  }
  // Tiles cut by the picture's edge count as whole ones: a sliver of them is no finding.
  const most = (counts: number[]) => counts.reduce((a, b) => Math.max(a, b), 0) / tileBlocks ** 2;
  const different = [...tiles.values()].map((tile) => tile.different);
  return {
    mean: total / (rows * columns),
    share: different.reduce((a, b) => a + b, 0) / (rows * columns),
    tileShare: most(different),
    tileColour: most([...tiles.values()].map((tile) => tile.coloured)),
  };
}

/** Compares pictures and says in a sentence how they differ too much, or undefined if they do not. */
export function complaint(actual: Picture, expected: Picture, exact: boolean): string | undefined {
  const size = ({ width, height }: Picture) => `${width} x ${height}`;
  if (size(actual) !== size(expected)) return `it is ${size(actual)} pixels, expected ${size(expected)}`;
  const pixels = differingPixels(actual, expected);
  if (pixels === 0) return undefined;
  if (exact) return `${pixels} of ${actual.width * actual.height} pixels differ (none may)`;
  const found = perceivedDifference(actual, expected);
  const over = (['mean', 'share', 'tileShare', 'tileColour'] as const).filter(
    (name) => found[name] > tolerance[name],
  );
  if (over.length === 0) return undefined;
  return over.map((name) => `${name} ${found[name].toFixed(4)} is over ${tolerance[name]}`).join(', ');
}
