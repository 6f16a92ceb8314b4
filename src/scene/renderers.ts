/** Which scene draws on which canvas, for those who want its picture larger than the screen shows it. */

/** What of a scene to draw: its size in pixels, and how many of them a pixel of the page has. */
export interface Large {
  readonly width: number;
  readonly height: number;
  /** Lines are that many times as wide as on a page with one pixel for each of its own. */
  readonly density: number;
}

/** A part of a picture, in its pixels. */
export interface Tile {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Copies a tile from the whole canvas, which may be finer, at once: afterwards something else is on it. */
export type TakeTile = (canvas: HTMLCanvasElement, tile: Tile) => void;

export interface CanvasRenderer {
  /**
   * Draws what is shown now at another size, tile by tile.
   * @param limit of a tile's side in pixels; what the card allows when absent
   */
  readonly render: (large: Large, take: TakeTile, limit?: number) => void;
  /** Brings the scene up to date with the figure, and draws it on the page. */
  readonly update: () => void;
}

const renderers = new WeakMap<HTMLCanvasElement, CanvasRenderer>();

/** Notes how a canvas is drawn; returns what forgets it. */
export function registerRenderer(canvas: HTMLCanvasElement, drawn: CanvasRenderer): () => void {
  renderers.set(canvas, drawn);
  return () => renderers.delete(canvas);
}

/** How a canvas is drawn, when a scene is on it. */
export function rendererOf(canvas: HTMLCanvasElement): CanvasRenderer | undefined {
  return renderers.get(canvas);
}
