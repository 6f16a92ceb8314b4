/** Triangles with a value at each corner, seen from above: their pixels, and what is at a point. Pure. */
import { type ColourTable, tableIndex } from '#math/numerics/oklab';

/** Points in the plane, joined into triangles. */
export interface FlatMesh {
  /** Two numbers a vertex. */
  readonly points: Float32Array;
  readonly triangles: Uint32Array;
}

/** The part of the plane that a picture shows: left and right end, bottom and top. */
export interface Domain {
  readonly x: readonly [from: number, to: number];
  readonly y: readonly [from: number, to: number];
}

/** A little more than nothing, so that no pixel falls between two triangles. */
const EDGE = -1e-6;

/**
 * Values at the pixels of a picture, the first row at the top; NaN where there is no triangle.
 * @param values one a vertex
 */
export function rasterValues(
  { points, triangles }: FlatMesh,
  values: Float32Array,
  width: number,
  height: number,
  { x: [left, right], y: [bottom, top] }: Domain,
): Float32Array {
  const out = new Float32Array(width * height).fill(Number.NaN);
  // Pixel centres are at whole numbers.
  const column = (vertex: number) => (((points[2 * vertex] as number) - left) / (right - left)) * width - 0.5;
  const row = (vertex: number) =>
    ((top - (points[2 * vertex + 1] as number)) / (top - bottom)) * height - 0.5;
  for (let k = 0; k + 2 < triangles.length; k += 3) {
    const [a, b, c] = [triangles[k] as number, triangles[k + 1] as number, triangles[k + 2] as number];
    const [xa, xb, xc, ya, yb, yc] = [column(a), column(b), column(c), row(a), row(b), row(c)];
    const area = (xb - xa) * (yc - ya) - (xc - xa) * (yb - ya);
    if (area === 0) continue;
    const [va, vb, vc] = [values[a] as number, values[b] as number, values[c] as number];
    const lastRow = Math.min(height - 1, Math.floor(Math.max(ya, yb, yc)));
    const lastColumn = Math.min(width - 1, Math.floor(Math.max(xa, xb, xc)));
    const firstColumn = Math.max(0, Math.ceil(Math.min(xa, xb, xc)));
    for (let y = Math.max(0, Math.ceil(Math.min(ya, yb, yc))); y <= lastRow; y++) {
      for (let x = firstColumn; x <= lastColumn; x++) {
        const toB = ((x - xa) * (yc - ya) - (xc - xa) * (y - ya)) / area;
        const toC = ((xb - xa) * (y - ya) - (x - xa) * (yb - ya)) / area;
        if (toB < EDGE || toC < EDGE || toB + toC > 1 - EDGE) continue;
        out[y * width + x] = va + toB * (vb - va) + toC * (vc - va);
      }
    }
  }
  return out;
}

/** The triangle around a point: its corners and how much each counts there; undefined beside all of them. */
export function triangleAt({ points, triangles }: FlatMesh, x: number, y: number) {
  for (let k = 0; k + 2 < triangles.length; k += 3) {
    const [a, b, c] = [triangles[k] as number, triangles[k + 1] as number, triangles[k + 2] as number];
    const [xa, ya] = [points[2 * a] as number, points[2 * a + 1] as number];
    const [xb, yb] = [(points[2 * b] as number) - xa, (points[2 * b + 1] as number) - ya];
    const [xc, yc] = [(points[2 * c] as number) - xa, (points[2 * c + 1] as number) - ya];
    const area = xb * yc - xc * yb;
    const toB = ((x - xa) * yc - xc * (y - ya)) / area;
    const toC = (xb * (y - ya) - (x - xa) * yb) / area;
    if (toB < EDGE || toC < EDGE || !(toB + toC <= 1 - EDGE)) continue;
    return { corners: [a, b, c], weights: [1 - toB - toC, toB, toC] } as const;
  }
  return undefined;
}

/** How light isolines are, from 0 to 1. */
const ISO_STRENGTH = 0.38;

/**
 * Colours values from -1 to 1, the ends for what is beyond, with light isolines; NaN is left transparent.
 * @param isoStep distance of the isolines in value
 * @param isoWidth half their width in pixels
 */
export function paintLevels(
  pixels: Uint8ClampedArray,
  values: Float32Array,
  width: number,
  table: ColourTable,
  isoStep: number,
  isoWidth: number,
): void {
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    const colour = 4 * tableIndex(value);
    const left = at % width === 0 ? Number.NaN : (values[at - 1] as number);
    const above = at < width ? Number.NaN : (values[at - width] as number);
    const slope = Math.hypot(Number.isNaN(left) ? 0 : value - left, Number.isNaN(above) ? 0 : value - above);
    const distance = Math.abs(value / isoStep - Math.round(value / isoStep)) * isoStep;
    const covered = Math.abs(value) >= 1 || slope === 0 ? 0 : isoWidth + 0.5 - distance / slope;
    const light = ISO_STRENGTH * Math.min(1, Math.max(0, covered));
    for (let channel = 0; channel < 3; channel++) {
      const plain = table[colour + channel] as number;
      pixels[4 * at + channel] = plain + light * (255 - plain);
    }
    pixels[4 * at + 3] = 255;
  }
}
