/** Colours in OKLab, the perceptual space in which equal distances look equal. (Bjoern Ottosson, 2020.) */

/** Lightness 0...1 and two opponent axes. */
export type Oklab = readonly [lightness: number, a: number, b: number];
/** Red, green and blue as stored in pictures, 0...255. */
export type Rgb = readonly [red: number, green: number, blue: number];

function toLinear(channel: number): number {
  const u = channel / 255;
  return u <= 0.04045 ? u / 12.92 : ((u + 0.055) / 1.055) ** 2.4;
}

function fromLinear(u: number): number {
  const v = u <= 0.0031308 ? 12.92 * u : 1.055 * u ** (1 / 2.4) - 0.055;
  return Math.min(255, Math.max(0, 255 * v));
}

/** OKLab of an sRGB colour. */
export function oklabOf([red, green, blue]: Rgb): Oklab {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** The sRGB colour of an OKLab one, not rounded; colours that no screen shows are clipped. */
export function rgbOf([lightness, a, b]: Oklab): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** Red, green and blue of `#rrggbb`. */
export function rgbOfHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** A colour map as 256 opaque sRGB pixels. */
export type ColourTable = Uint8Array;

/**
 * A diverging map, negative - neutral - positive: two straight lines in OKLab, which makes each half
 * perceptually uniform. The ends get equal lightness and chroma, so that equal sizes look equally strong.
 */
export function divergingTable(negativeHex: string, neutralHex: string, positiveHex: string): ColourTable {
  const neutral = oklabOf(rgbOfHex(neutralHex));
  const ends = [oklabOf(rgbOfHex(negativeHex)), oklabOf(rgbOfHex(positiveHex))] as const;
  const lightness = (ends[0][0] + ends[1][0]) / 2;
  const chroma = (Math.hypot(ends[0][1], ends[0][2]) + Math.hypot(ends[1][1], ends[1][2])) / 2;
  const balanced = ends.map(([, a, b]): Oklab => {
    const scale = chroma / Math.hypot(a, b);
    return [lightness, a * scale, b * scale];
  });
  const table = new Uint8Array(256 * 4);
  for (let k = 0; k < 256; k++) {
    const t = (k - 127.5) / 127.5;
    const end = (t < 0 ? balanced[0] : balanced[1]) as Oklab;
    const mix = (axis: 0 | 1 | 2) => neutral[axis] + (end[axis] - neutral[axis]) * Math.abs(t);
    const [r, g, b] = rgbOf([mix(0), mix(1), mix(2)]);
    table.set([Math.round(r), Math.round(g), Math.round(b), 255], 4 * k);
  }
  return table;
}

/**
 * A sequential map for the loss, dark to light, in the manner of viridis: through the given colours at equal distances
 * on its scale, straight between them in OKLab.
 */
export function sequentialTable(hexes: readonly string[]): ColourTable {
  const stops = hexes.map((hex) => oklabOf(rgbOfHex(hex)));
  const table = new Uint8Array(256 * 4);
  for (let k = 0; k < 256; k++) {
    const t = (k / 255) * (stops.length - 1);
    const index = Math.min(stops.length - 2, Math.floor(t));
    const [from, to] = [stops[index], stops[index + 1]];
    if (!from || !to) continue;
    const mix = (axis: 0 | 1 | 2) => from[axis] + (to[axis] - from[axis]) * (t - index);
    const [r, g, b] = rgbOf([mix(0), mix(1), mix(2)]);
    table.set([Math.round(r), Math.round(g), Math.round(b), 255], 4 * k);
  }
  return table;
}

/** The colour of the table for t in [-1, 1]; beyond it, the end's. */
export function tableIndex(t: number): number {
  return Math.min(255, Math.max(0, Math.floor((t + 1) * 128)));
}
