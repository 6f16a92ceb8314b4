/** Plots grow with the type around them: everything in them is drawn in units of a fourteenth of the font size. */

/** The type, in pixels, for which plots are laid out. */
const USUAL_TYPE = 14;

/** The size of a drawing in its own units, and how many pixels one of these is. */
export interface DrawingSize {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** How large a drawing is for what is drawn in it: in pixels, unless the type around it is larger or smaller. */
export function drawingSize(element: Element): DrawingSize {
  const type = Number.parseFloat(getComputedStyle(element).fontSize);
  const scale = type > 0 ? type / USUAL_TYPE : 1;
  const { clientWidth, clientHeight } = element;
  const box = clientWidth === 0 ? element.getBoundingClientRect() : undefined;
  return {
    width: Math.round((box?.width ?? clientWidth) / scale),
    height: Math.round((box?.height ?? clientHeight) / scale),
    scale,
  };
}
