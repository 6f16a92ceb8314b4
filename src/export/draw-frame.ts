/** Paints one frame after another of a figure that changes between them. */
import { captureFrame } from './capture';
import { drawPicture } from './draw-picture';
import type { ExportRequest, ExportSource } from './request';
import { outputSize } from './size';

export interface FramePainter {
  /**
   * Paints what the figure shows now, always onto the same canvas, in the pixels of `outputSize(request)`. Await it before
   * the figure changes.
   */
  readonly paint: () => Promise<HTMLCanvasElement>;
  readonly dispose: () => void;
}

/** A painter for a figure that is held still at the size of the request. */
export async function createFramePainter(
  source: ExportSource,
  request: ExportRequest,
): Promise<FramePainter> {
  const canvas = document.createElement('canvas');
  const size = outputSize(request);
  const end = new AbortController();
  return {
    paint: () => drawPicture(captureFrame(source.frame, request), canvas, size, end.signal),
    dispose: () => {
      // A frame that is still being painted would give the canvas its size again.
      end.abort();
      canvas.width = 0;
      canvas.height = 0;
    },
  };
}
