/** The size of a plot in its own pixels, in which it is laid out whatever the type around it. */
import { drawingUnit } from '#ui/theme';

export interface DrawingSize {
  readonly width: number;
  readonly height: number;
  /** Pixels of the page for each of the drawing. */
  readonly unit: number;
}

/** How large a drawing is for what is drawn in it; nothing while it is not shown. */
export function drawingSize(element: Element): DrawingSize {
  const unit = drawingUnit(element);
  const { clientWidth, clientHeight } = element;
  // Some browsers know of drawings only how large they stand on the page.
  const box = clientWidth === 0 ? element.getBoundingClientRect() : undefined;
  return {
    width: Math.round((box?.width ?? clientWidth) / unit),
    height: Math.round((box?.height ?? clientHeight) / unit),
    unit,
  };
}
