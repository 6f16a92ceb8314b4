/** Which renderer draws which canvas, for those who want its picture larger than the screen shows it. */
import { PerspectiveCamera, type Scene, Vector2, type WebGLRenderer } from 'three';

/** What is needed to draw a canvas's picture anew. */
export interface CanvasRenderer {
  readonly renderer: WebGLRenderer;
  readonly scene: Scene;
  readonly camera: () => unknown;
  /** Brings the scene up to date with the figure, and draws it. */
  readonly update: () => void;
}

const renderers = new WeakMap<HTMLCanvasElement, CanvasRenderer>();

/** Notes how a canvas is drawn; returns what forgets it. */
export function registerRenderer(canvas: HTMLCanvasElement, drawn: CanvasRenderer): () => void {
  renderers.set(canvas, drawn);
  return () => renderers.delete(canvas);
}

/** How a canvas is drawn, when it is one of a figure's scenes. */
export function rendererOf(canvas: HTMLCanvasElement): CanvasRenderer | undefined {
  return renderers.get(canvas);
}

/** A part of a picture, in its pixels. */
export interface Tile {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Rows of tiles that cover a picture exactly, none larger than the limit. */
export function planTiles(width: number, height: number, limit: number): readonly Tile[] {
  // Even sides: the card shades blocks of two by two pixels, which a seam must not cut.
  const side = Math.max(2, 2 * Math.floor(limit / 2));
  const tiles: Tile[] = [];
  for (let y = 0; y < height; y += side) {
    for (let x = 0; x < width; x += side) {
      tiles.push({ x, y, width: Math.min(side, width - x), height: Math.min(side, height - y) });
    }
  }
  return tiles;
}

/** Pixels of a tile's side: with its samples, one of this size takes 130 MB of the card. */
const TILE = 2048;

/** The largest side of a tile that this card can draw. */
function tileLimit(renderer: WebGLRenderer): number {
  const gl = renderer.getContext();
  const viewport: unknown = gl.getParameter(gl.MAX_VIEWPORT_DIMS);
  const sides = viewport instanceof Int32Array ? [...viewport] : [];
  return Math.min(TILE, Number(gl.getParameter(gl.MAX_RENDERBUFFER_SIZE)), ...sides);
}

class TileTooLarge extends Error {
  override message = 'The graphics card has no memory for this picture.';
}

/** What of a scene to draw: its size in pixels, and how many of them a pixel of the page has. */
interface Large {
  readonly width: number;
  readonly height: number;
  /** Lines are that many times as wide as on a page with one pixel for each of its own. */
  readonly density: number;
}

/**
 * Draws a scene at any size, tile by tile, and puts everything back. Each tile is on the canvas only during the call of
 * `take`, which must copy it at once.
 * @param limit of a tile's side, for tests
 * @throws Error when the card has no memory even for small tiles.
 */
export function renderLarge(
  drawn: CanvasRenderer,
  large: Large,
  take: (canvas: HTMLCanvasElement, tile: Tile) => void,
  limit = tileLimit(drawn.renderer),
): void {
  const { renderer, scene } = drawn;
  const camera = drawn.camera();
  if (!(camera instanceof PerspectiveCamera)) throw new TypeError('the scene has no perspective camera');
  const size = renderer.getSize(new Vector2());
  const ratio = renderer.getPixelRatio();
  try {
    renderTiles(drawn, camera, large, take, limit);
  } catch (error) {
    if (!(error instanceof TileTooLarge) || limit < 256) throw error;
    renderLarge(drawn, large, take, limit / 2);
  } finally {
    camera.clearViewOffset();
    renderer.setDrawingBufferSize(size.x, size.y, ratio);
    renderer.render(scene, camera);
  }
}

function renderTiles(
  { renderer, scene }: CanvasRenderer,
  camera: PerspectiveCamera,
  { width, height, density }: Large,
  take: (canvas: HTMLCanvasElement, tile: Tile) => void,
  limit: number,
): void {
  // The renderer multiplies sizes in pixels of the page, and cuts to whole numbers.
  const logical = (pixels: number) => (pixels + 1e-3) / density;
  for (const tile of planTiles(width, height, limit)) {
    renderer.setDrawingBufferSize(logical(tile.width), logical(tile.height), density);
    const { drawingBufferWidth, drawingBufferHeight } = renderer.getContext();
    // A card short of memory gives less than was asked for; the first tile, none is larger, tells.
    if (drawingBufferWidth < tile.width || drawingBufferHeight < tile.height) throw new TileTooLarge();
    camera.setViewOffset(width, height, tile.x, tile.y, tile.width, tile.height);
    renderer.render(scene, camera);
    take(renderer.domElement, tile);
  }
}
