/** Draws a scene larger than the screen shows it, in tiles where it is too large for one piece. */
import {
  type OrthographicCamera,
  type PerspectiveCamera,
  type Scene,
  Vector2,
  type WebGLRenderer,
} from 'three';
import { samplesOf } from './quality';
import type { Large, TakeTile, Tile } from './renderers';

/** What is needed to draw a scene anew. */
interface Drawn {
  readonly renderer: WebGLRenderer;
  readonly scene: Scene;
  readonly camera: PerspectiveCamera | OrthographicCamera;
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

/** The largest width and height of what this card can draw a part of. */
function viewportSides(renderer: WebGLRenderer): readonly number[] {
  const gl = renderer.getContext();
  const viewport: unknown = gl.getParameter(gl.MAX_VIEWPORT_DIMS);
  return viewport instanceof Int32Array ? [...viewport] : [];
}

/** The largest side of a tile that this card can draw. */
function tileLimit(renderer: WebGLRenderer): number {
  const gl = renderer.getContext();
  return Math.min(TILE, Number(gl.getParameter(gl.MAX_RENDERBUFFER_SIZE)), ...viewportSides(renderer));
}

/** The graphics card has no memory for a tile; `src/export` has the words. */
class TileTooLarge extends Error {
  override readonly name = 'TileTooLarge';
}

/**
 * Draws a scene at any size, tile by tile, and puts everything back. Each tile is on the canvas only during the call of
 * `take`, which must copy it at once.
 * @param limit of a tile's side, for tests
 * @throws TileTooLarge when the card has no memory even for small tiles.
 */
export function renderLarge(
  drawn: Drawn,
  large: Large,
  take: TakeTile,
  limit = tileLimit(drawn.renderer),
): void {
  const { renderer, scene, camera } = drawn;
  const size = renderer.getSize(new Vector2());
  const ratio = renderer.getPixelRatio();
  const canvas = renderer.domElement;
  const samples = samplesOf(renderer);
  const width = large.width * samples;
  const height = large.height * samples;
  const density = large.density * samples;
  // Frame after frame of a film is as large as what stands on the page: nothing has to be put back.
  if (width === canvas.width && height === canvas.height && density === ratio) {
    renderer.render(scene, camera);
    take(canvas, { x: 0, y: 0, width: large.width, height: large.height });
    return;
  }
  const takeSamples: TakeTile = (_, tile) =>
    take(canvas, {
      x: tile.x / samples,
      y: tile.y / samples,
      width: tile.width / samples,
      height: tile.height / samples,
    });
  try {
    renderTiles(drawn, { width, height, density }, takeSamples, limit);
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
  { renderer, scene, camera }: Drawn,
  { width, height, density }: Large,
  take: TakeTile,
  limit: number,
): void {
  // The renderer multiplies sizes in pixels of the page, and cuts to whole numbers.
  const logical = (pixels: number) => (pixels + 1e-3) / density;
  const [most = 0, highest = most] = viewportSides(renderer);
  const isWhole = width <= most && height <= highest;
  for (const tile of planTiles(width, height, limit)) {
    renderer.setDrawingBufferSize(logical(tile.width), logical(tile.height), density);
    const { drawingBufferWidth, drawingBufferHeight } = renderer.getContext();
    // A card short of memory gives less than was asked for; the first tile, none is larger, tells.
    if (drawingBufferWidth < tile.width || drawingBufferHeight < tile.height) throw new TileTooLarge();
    if (isWhole) {
      // The very picture, of which the canvas shows a part: not even rounding differs from tile to tile.
      const below = height - tile.y - tile.height;
      renderer.setViewport(-tile.x / density, -below / density, logical(width), logical(height));
    } else camera.setViewOffset(width, height, tile.x, tile.y, tile.width, tile.height);
    renderer.render(scene, camera);
    take(renderer.domElement, tile);
  }
}
