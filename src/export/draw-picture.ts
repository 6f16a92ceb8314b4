/** A picture as pixels. */
import { facesOf } from './fonts';
import type { Area, Layer, Picture, RasterLayer } from './picture';
import { text } from './text';
import { type PlacedVectors, setVectors } from './vector-sheet';

/** Width and height of a picture's file in pixels. */
function pixelSize({ width, height, scale }: Pick<Picture, 'width' | 'height' | 'scale'>) {
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** The whole pixels of a file that an area touches. */
function touched(
  area: Area,
  scale: number,
  limit: { readonly width: number; readonly height: number },
): Area {
  const x = Math.max(0, Math.floor(area.x * scale) - 1);
  const y = Math.max(0, Math.floor(area.y * scale) - 1);
  const right = Math.min(limit.width, Math.ceil((area.x + area.width) * scale) + 1);
  const bottom = Math.min(limit.height, Math.ceil((area.y + area.height) * scale) + 1);
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

/** The whole pixels that an area of the page fills, as the browser rounds them. */
function filled(area: Area, scale: number): Area {
  const [x, y] = [Math.round(area.x * scale), Math.round(area.y * scale)];
  const [right, bottom] = [
    Math.round((area.x + area.width) * scale),
    Math.round((area.y + area.height) * scale),
  ];
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) };
}

function drawRaster(context: CanvasRenderingContext2D, layer: RasterLayer, scale: number): void {
  const { area, opacity, clip, draw } = layer;
  context.save();
  if (clip) {
    const { x, y, width, height } = filled(clip, scale);
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
  }
  context.globalAlpha = opacity;
  draw(context, filled(area, scale), scale);
  context.restore();
}

/** True when a canvas of this size can be drawn on: where it cannot, drawing silently does nothing. */
function canBeDrawnOn(context: CanvasRenderingContext2D, width: number, height: number): boolean {
  context.fillStyle = '#fff';
  context.fillRect(width - 1, height - 1, 1, 1);
  const alpha = context.getImageData(width - 1, height - 1, 1, 1).data[3];
  context.clearRect(width - 1, height - 1, 1, 1);
  return alpha === 255;
}

/** The canvas at the size of a file, and what draws on it. @throws Error with a sentence when the browser has no such canvas. */
function canvasOf(
  canvas: HTMLCanvasElement,
  { width, height }: { readonly width: number; readonly height: number },
): CanvasRenderingContext2D {
  const isNew = canvas.width !== width || canvas.height !== height;
  if (isNew) [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  // Not for every frame of a film: looking at a pixel waits for all that was drawn.
  if (!context || (isNew && !canBeDrawnOn(context, width, height))) {
    throw new Error(text.failed.canvas(width, height));
  }
  return context;
}

/**
 * Draws a picture.
 * @param canvas to draw on, at another size than that of the picture if need be; a new one without
 * @param signal keeps the canvas as it is once it is aborted
 * @throws Error with a sentence when this browser has no canvas of that size; the signal's reason when it is aborted.
 */
export async function drawPicture(
  picture: Picture,
  canvas: HTMLCanvasElement = document.createElement('canvas'),
  size: { readonly width: number; readonly height: number } = pixelSize(picture),
  signal?: AbortSignal,
): Promise<HTMLCanvasElement> {
  const { scale, ground, layers } = picture;
  const vectors = new Map<Layer, PlacedVectors>();
  for (const layer of layers) {
    if (layer.kind !== 'vector') continue;
    const place = touched(layer.area, scale, size);
    if (place.width > 0 && place.height > 0) vectors.set(layer, { layer, place });
  }
  const sheet = await setVectors([...vectors.values()], scale, facesOf(picture.typefaces));
  signal?.throwIfAborted();
  const context = canvasOf(canvas, size);
  context.clearRect(0, 0, size.width, size.height);
  if (ground !== undefined) {
    context.fillStyle = ground;
    context.fillRect(0, 0, size.width, size.height);
  }
  // From here on nothing waits: what WebGL has drawn is gone at the next opportunity.
  for (const layer of layers) {
    if (layer.kind === 'raster') drawRaster(context, layer, scale);
    const placed = vectors.get(layer);
    if (placed) sheet.draw(context, placed);
  }
  return canvas;
}

/** A raster layer alone, at the size of the picture's file. */
export function rasterAlone(layer: RasterLayer, scale: number): HTMLCanvasElement {
  const place = filled(layer.area, scale);
  const canvas = document.createElement('canvas');
  const context = canvasOf(canvas, place);
  layer.draw(context, { ...place, x: 0, y: 0 }, scale);
  return canvas;
}
