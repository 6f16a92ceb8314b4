/** How large a file may be. */
import type { ExportFormat, ExportRequest } from './request';
import { text } from './text';

/** The largest picture, in pixels: 8K. */
export const LARGEST = { width: 7680, height: 4320 } as const;
/** The smallest layout of a figure, in pixels of the page, and the largest. */
const LAYOUT = { least: { width: 240, height: 200 }, most: { width: 7680, height: 4320 } } as const;

export type PixelSize = { readonly width: number; readonly height: number };

const films: ReadonlySet<ExportFormat> = new Set(['mp4', 'webm']);
const withoutPixels: ReadonlySet<ExportFormat> = new Set(['csv', 'json']);

/** Width and height of the file in pixels; even for films, which can be no other. */
export function outputSize({ format, width, height, scale }: Omit<ExportRequest, 'background'>): PixelSize {
  const step = films.has(format) ? 2 : 1;
  const pixels = (length: number) =>
    Math.max(step, step * Math.floor((Math.round(length * scale) + 1e-9) / step));
  return { width: pixels(width), height: pixels(height) };
}

/** Why no file of this size can be made, as a sentence; undefined when it can. */
export function problemOfSize(request: ExportRequest): string | undefined {
  if (withoutPixels.has(request.format)) return undefined;
  const { width, height, scale } = request;
  if (![width, height, scale].every((value) => Number.isFinite(value) && value > 0)) return text.size.numbers;
  if (width < LAYOUT.least.width || height < LAYOUT.least.height) {
    return text.size.small(LAYOUT.least.width, LAYOUT.least.height);
  }
  const size = outputSize(request);
  // Upright pictures may be as long as others are wide.
  const [long, short] = [Math.max(size.width, size.height), Math.min(size.width, size.height)];
  if (long > LARGEST.width || short > LARGEST.height) {
    return text.size.large(size.width, size.height, LARGEST.width, LARGEST.height);
  }
  return undefined;
}
