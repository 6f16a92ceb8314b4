/** A small picture of what an export will be. */

import { type RefObject, useEffect, useRef, useState } from 'react';
import { captureFrame } from './capture';
import { drawPicture } from './draw-picture';
import { canvasBytes } from './encode';
import { errorText } from './error-text';
import { previewOf } from './plan';
import type { ExportRequest, ExportSource } from './request';

type WithSource = <T>(
  size: { readonly width: number; readonly height: number },
  task: (source: ExportSource) => Promise<T>,
) => Promise<T>;

interface Preview {
  /** Where it is shown. */
  readonly place: RefObject<HTMLDivElement | null>;
  readonly isDrawing: boolean;
  readonly problem: string | undefined;
  /** Of a PNG, as a measure of how large the file will be. */
  readonly bytesPerPixel: number | undefined;
}

/** Pixels of its longer side. */
const SIDE = 480;
/** Milliseconds without a change after which it is drawn. */
const PAUSE = 300;
/** A larger picture has fewer bytes for each pixel. */
const LARGER = 0.6;

/** Draws the preview after each change of what it depends on. */
export function usePreview(request: ExportRequest, withSource: WithSource, isWanted: boolean): Preview {
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<Omit<Preview, 'place'>>({
    isDrawing: true,
    problem: undefined,
    bytesPerPixel: undefined,
  });
  const { width, height, scale, background } = request;
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    const draw = async () => {
      setState((before) => ({ ...before, isDrawing: true, problem: undefined }));
      try {
        const small = previewOf({ format: 'png', width, height, scale, background }, SIDE);
        const canvas = await withSource(small, async ({ frame }) =>
          isCurrent ? drawPicture(captureFrame(frame, small)) : undefined,
        );
        if (!isCurrent || !canvas) return;
        place.current?.replaceChildren(canvas);
        const bytes = (await canvasBytes(canvas)).length;
        const bytesPerPixel = (LARGER * bytes) / (canvas.width * canvas.height);
        if (isCurrent) setState({ isDrawing: false, problem: undefined, bytesPerPixel });
      } catch (error) {
        if (isCurrent) setState((before) => ({ ...before, isDrawing: false, problem: errorText(error) }));
      }
    };
    const timer = window.setTimeout(() => void draw(), PAUSE);
    return () => {
      isCurrent = false;
      window.clearTimeout(timer);
    };
  }, [width, height, scale, background, withSource, isWanted]);
  return { place, ...state };
}
