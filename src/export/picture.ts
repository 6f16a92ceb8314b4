/** A picture of a figure: layers from back to front, in pixels of the page, for any number of pixels of a file. */

/** A part of the picture. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Text, lines and shapes. */
export interface VectorLayer {
  readonly kind: 'vector';
  /** Elements of an SVG whose viewBox is the picture. */
  readonly markup: string;
  readonly area: Area;
}

/** Pixels, drawn anew for every size. */
export interface RasterLayer {
  readonly kind: 'raster';
  readonly area: Area;
  readonly opacity: number;
  /** What of it is seen; all when absent. */
  readonly clip?: Area;
  /** Draws it onto a place of a canvas, with what it shows at the moment of the call. */
  readonly draw: (context: CanvasRenderingContext2D, place: Area, density: number) => void;
}

export type Layer = VectorLayer | RasterLayer;

export interface Picture {
  /** In pixels of the page. */
  readonly width: number;
  readonly height: number;
  /** Pixels of a file for each of these. */
  readonly scale: number;
  /** A CSS colour; nothing behind the picture when absent. */
  readonly ground: string | undefined;
  readonly layers: readonly Layer[];
  /** What its text is set in. */
  readonly typefaces: readonly Typeface[];
}

/** A typeface as style sheets name it, with the characters that the picture sets in it. */
export interface Typeface {
  readonly family: string;
  readonly style: string;
  readonly weight: string;
  readonly characters: ReadonlySet<string>;
}

/** True when two areas have a point in common. */
export function overlap(a: Area, b: Area): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** True when the first area lies in the second, but for a hair. */
export function within(inner: Area, outer: Area): boolean {
  const hair = 0.01;
  return (
    inner.x >= outer.x - hair &&
    inner.y >= outer.y - hair &&
    inner.x + inner.width <= outer.x + outer.width + hair &&
    inner.y + inner.height <= outer.y + outer.height + hair
  );
}

/** An area that reaches farther on all sides; less far where the distance is negative. */
export function grown({ x, y, width, height }: Area, by: number): Area {
  return { x: x - by, y: y - by, width: Math.max(0, width + 2 * by), height: Math.max(0, height + 2 * by) };
}

/** What two areas have in common; an empty area when nothing. */
export function common(a: Area, b: Area): Area {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x);
  const height = Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y);
  return { x, y, width, height };
}
