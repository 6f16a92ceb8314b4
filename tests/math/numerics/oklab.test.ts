import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ColourTable,
  divergingTable,
  type Oklab,
  oklabOf,
  type Rgb,
  rgbOf,
  rgbOfHex,
  tableIndex,
} from '#math/numerics/oklab';
import { palettes, type ThemeName } from '#ui/theme';

describe('OKLab', () => {
  // From Ottosson’s own implementation, to the digits that the colours have.
  it.each([
    ['#ffffff', [1, 0, 0]],
    ['#000000', [0, 0, 0]],
    ['#ff0000', [0.627955, 0.224863, 0.125846]],
    ['#00ff00', [0.86644, -0.233888, 0.179498]],
    ['#0000ff', [0.452014, -0.032457, -0.311528]],
  ])('of %s is known', (hex, expected) => {
    for (const [k, value] of oklabOf(rgbOfHex(hex)).entries()) expect(value).toBeCloseTo(expected[k] ?? 0, 4);
  });

  it('of any grey has no hue', () => {
    for (let v = 0; v < 256; v += 15) {
      const [, a, b] = oklabOf([v, v, v]);
      expect(Math.hypot(a, b)).toBeLessThan(1e-4);
    }
  });

  it('goes back to the same colour', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(byte, byte, byte), (rgb) => {
        for (const [k, value] of rgbOf(oklabOf(rgb)).entries()) expect(value).toBeCloseTo(rgb[k] ?? 0, 1);
      }),
    );
  });

  it('clips what no screen shows', () => {
    for (const value of rgbOf([0.7, 0.5, 0.5])) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(255);
    }
  });
});

function pixel(table: ColourTable, k: number): Rgb {
  return [table[4 * k] ?? 0, table[4 * k + 1] ?? 0, table[4 * k + 2] ?? 0];
}

function apart(a: Oklab, b: Oklab): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** Rounding to bytes moves a colour by at most this in OKLab, from measuring all colours of both tables. */
const ROUNDING = 0.004;

describe.each(Object.keys(palettes) as ThemeName[])('the diverging map of the %s theme', (theme) => {
  const { negative, neutral, positive } = palettes[theme];
  const table = divergingTable(negative, neutral, positive);
  const colours = Array.from({ length: 256 }, (_, k) => oklabOf(pixel(table, k)));
  const at = (k: number): Oklab => colours[k] ?? [0, 0, 0];

  it('is opaque', () => {
    expect(table.filter((_, k) => k % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
  });

  it('is neutral in the middle', () => {
    const middle = oklabOf(rgbOfHex(neutral));
    expect(apart(at(127), middle)).toBeLessThan(2 * ROUNDING);
    expect(apart(at(128), middle)).toBeLessThan(2 * ROUNDING);
  });

  it('ends near the two colours it is made of', () => {
    const hue = ([, a, b]: Oklab) => Math.atan2(b, a);
    expect(Math.abs(hue(at(0)) - hue(oklabOf(rgbOfHex(negative))))).toBeLessThan(0.05);
    expect(Math.abs(hue(at(255)) - hue(oklabOf(rgbOfHex(positive))))).toBeLessThan(0.05);
  });

  it('goes to either end in equal steps', () => {
    const middle = oklabOf(rgbOfHex(neutral));
    for (let k = 0; k < 256; k++) {
      const end = k < 128 ? at(0) : at(255);
      const t = Math.abs(k - 127.5) / 127.5;
      const even = [0, 1, 2].map((i) => (middle[i] ?? 0) + t * ((end[i] ?? 0) - (middle[i] ?? 0)));
      expect(apart(at(k), [even[0] ?? 0, even[1] ?? 0, even[2] ?? 0])).toBeLessThan(ROUNDING);
    }
  });

  it('shows equal sizes equally strongly', () => {
    const chroma = ([, a, b]: Oklab) => Math.hypot(a, b);
    // The neutral colour is a little warm, which is on one side of it more and on the other less.
    const warmth = chroma(oklabOf(rgbOfHex(neutral)));
    expect(warmth).toBeLessThan(0.012);
    for (let k = 0; k < 128; k++) {
      const share = 1 - (127.5 - k) / 127.5;
      expect(Math.abs(at(k)[0] - at(255 - k)[0])).toBeLessThan(ROUNDING);
      expect(Math.abs(chroma(at(k)) - chroma(at(255 - k)))).toBeLessThan(ROUNDING + 2 * warmth * share);
    }
  });

  it('gets further from neutral with every few steps', () => {
    for (let k = 0; k + 8 < 128; k += 8) {
      expect(apart(at(128 + k + 8), at(128))).toBeGreaterThan(apart(at(128 + k), at(128)));
      expect(apart(at(127 - k - 8), at(127))).toBeGreaterThan(apart(at(127 - k), at(127)));
    }
  });
});

describe('the place in the table', () => {
  it.each([
    [-1, 0],
    [-9, 0],
    [-1e-9, 127],
    [0, 128],
    [1, 255],
    [9, 255],
    [Infinity, 255],
    [-Infinity, 0],
  ])('of %d is %i', (t, index) => {
    expect(tableIndex(t)).toBe(index);
  });
});
