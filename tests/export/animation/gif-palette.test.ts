import { describe, expect, it } from 'vitest';
import { indexer, NO_COLOUR, paletteOf } from '#export/animation/gif-palette';

/** A picture of a plain ground, a gradient and a thin line, four bytes a pixel. */
function picture(width: number, height: number): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour =
        x < width / 2 ? [247, 243, 234] : y === 5 ? [200, 30, 30] : [255 * (x / width), 2 * y, 255 - 2 * y];
      rgba.set([...colour, 255], 4 * (y * width + x));
    }
  }
  return rgba;
}

function shown(rgba: Uint8ClampedArray) {
  const palette = paletteOf([rgba]);
  const indices = new Uint8Array(rgba.length / 4);
  indexer(palette)(rgba, indices);
  return { palette, indices, colours: Array.from(indices, (index) => palette[index] ?? []) };
}

describe('paletteOf and indexer', () => {
  it('keep plain colours exactly and come near to all others', () => {
    const rgba = picture(120, 90);
    const { palette, colours } = shown(rgba);
    expect(palette.length).toBeLessThanOrEqual(256);
    colours.forEach((colour, k) => {
      const wanted = [...rgba.subarray(4 * k, 4 * k + 3)];
      if (k % 120 < 60 || Math.floor(k / 120) === 5) expect(colour).toEqual(wanted);
      const distance = Math.hypot(...wanted.map((part, channel) => part - (colour[channel] ?? 0)));
      expect(distance).toBeLessThan(24);
    });
  });

  it('never give a pixel that is there the place of no colour, and always one that is not', () => {
    const rgba = picture(40, 30);
    for (let k = 0; k < rgba.length / 4; k += 7) rgba[4 * k + 3] = 0;
    const { indices } = shown(rgba);
    indices.forEach((index, k) => {
      expect(index === NO_COLOUR).toBe(k % 7 === 0);
    });
  });

  it('work for a single colour and for nothing at all', () => {
    const one = new Uint8ClampedArray([9, 8, 7, 255, 9, 8, 7, 255]);
    expect(shown(one).colours).toEqual([
      [9, 8, 7],
      [9, 8, 7],
    ]);
    expect([...shown(new Uint8ClampedArray(8)).indices]).toEqual([NO_COLOUR, NO_COLOUR]);
  });

  it('make the same of the same', () => {
    expect(paletteOf([picture(64, 64)])).toEqual(paletteOf([picture(64, 64)]));
  });
});
