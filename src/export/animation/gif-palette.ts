/** The colours of a GIF: one palette for the whole film, so that nothing flickers, and each pixel's place in it. */
import { type GifColour, quantize } from 'gifenc';

/** In every palette stands for no colour, or for the pixel of the frame before. */
export const NO_COLOUR = 0;
const MOST_COLOURS = 255;
/** Pixels looked at for the palette. */
const MOST_PIXELS = 2_000_000;
/** Grounds and inks that fill this share of the pixels are kept as they are. */
const PLAIN_SHARE = 0.004;
const MOST_PLAIN = 24;

/** Below this the pixel is taken for a hole. */
const HALF_OPAQUE = 128;

function opaquePixels(pictures: readonly Uint8ClampedArray[]): Uint32Array<ArrayBuffer> {
  const total = pictures.reduce((sum, { length }) => sum + length / 4, 0);
  // An odd step looks at all columns of a picture of even width.
  const step = 2 * Math.floor(total / MOST_PIXELS) + 1;
  const found = new Uint32Array(Math.ceil(total / step) + pictures.length);
  let count = 0;
  for (const rgba of pictures) {
    for (let k = 0; k < rgba.length; k += 4 * step) {
      if ((rgba[k + 3] as number) < HALF_OPAQUE) continue;
      const [red, green, blue] = [rgba[k] as number, rgba[k + 1] as number, rgba[k + 2] as number];
      found[count++] = red | (green << 8) | (blue << 16) | 0xff000000;
    }
  }
  return found.slice(0, count);
}

function colourOf(packed: number): GifColour {
  return [packed & 255, (packed >> 8) & 255, (packed >> 16) & 255];
}

/** The colours that fill large parts of the pictures, the most frequent first. */
function plainColours(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= PLAIN_SHARE * pixels.length)
    .sort(([a, more], [b, fewer]) => fewer - more || a - b)
    .slice(0, MOST_PLAIN)
    .map(([pixel]) => pixel);
}

/**
 * A palette for pictures like these, of four bytes a pixel. The first entry is `NO_COLOUR`. Colours of large plain
 * parts are in it exactly.
 */
export function paletteOf(pictures: readonly Uint8ClampedArray[]): readonly GifColour[] {
  const pixels = opaquePixels(pictures);
  const plain = plainColours(pixels);
  const isPlain = new Set(plain);
  const others = pixels.filter((pixel) => !isPlain.has(pixel));
  const mixed = others.length > 0 ? quantize(new Uint8Array(others.buffer), MOST_COLOURS - plain.length) : [];
  return [
    [0, 0, 0],
    ...plain.map(colourOf),
    ...mixed.map(([red = 0, green = 0, blue = 0]): GifColour => [red, green, blue]),
  ];
}

/** Colours that differ in the last two bits only share an answer, unless they are in the palette themselves. */
const BITS = 6;

/**
 * Finds each pixel's place in the palette.
 * @returns a function that fills indices for pixels of four bytes each; what is more than half transparent gets `NO_COLOUR`
 */
export function indexer(
  palette: readonly GifColour[],
): (rgba: Uint8ClampedArray, indices: Uint8Array) => void {
  const known = new Int16Array(1 << (3 * BITS)).fill(-1);
  const exact = new Map(
    palette
      .map(([red, green, blue], index) => [red | (green << 8) | (blue << 16), index] as const)
      .slice(NO_COLOUR + 1)
      .reverse(),
  );
  const nearest = (red: number, green: number, blue: number): number => {
    let best = NO_COLOUR + 1;
    let least = Number.POSITIVE_INFINITY;
    for (let k = NO_COLOUR + 1; k < palette.length; k++) {
      const [r, g, b] = palette[k] as GifColour;
      // The eye sees differences in green best, in blue least.
      const distance = 3 * (r - red) ** 2 + 6 * (g - green) ** 2 + (b - blue) ** 2;
      if (distance < least) {
        least = distance;
        best = k;
      }
    }
    return best;
  };
  const shift = 8 - BITS;
  const find = (colour: number): number => {
    const own = exact.get(colour);
    if (own !== undefined) return own;
    const [red, green, blue] = [colour & 255, (colour >> 8) & 255, colour >> 16];
    const bin = ((red >> shift) << (2 * BITS)) | ((green >> shift) << BITS) | (blue >> shift);
    const found = known[bin] as number;
    if (found >= 0) return found;
    const middle = 1 << (shift - 1);
    const near = nearest(
      ((red >> shift) << shift) + middle,
      ((green >> shift) << shift) + middle,
      ((blue >> shift) << shift) + middle,
    );
    known[bin] = near;
    return near;
  };
  return (rgba, indices) => {
    let last = -1;
    let index: number = NO_COLOUR;
    for (let k = 0; k < indices.length; k++) {
      const at = 4 * k;
      if ((rgba[at + 3] as number) < HALF_OPAQUE) {
        indices[k] = NO_COLOUR;
        continue;
      }
      const colour =
        (rgba[at] as number) | ((rgba[at + 1] as number) << 8) | ((rgba[at + 2] as number) << 16);
      if (colour !== last) {
        last = colour;
        index = find(colour);
      }
      indices[k] = index;
    }
  };
}
