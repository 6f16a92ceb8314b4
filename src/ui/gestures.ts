/**
 * The project's conventions for pointers and arrow keys. Gestures themselves are recognised by use-gesture: its hooks in
 * React (`use-handle.ts`, `#scene/orbit`), its plain classes in the text of the article.
 */

/**
 * Options of every drag: a handler may call `preventDefault`, and the arrow keys are not turned into drags, because each
 * handle has steps of its own.
 */
export const dragOptions = { eventOptions: { passive: false }, pointer: { keys: false } } as const;

/** The same for a recogniser of several gestures. */
export const gestureOptions = { eventOptions: dragOptions.eventOptions, drag: dragOptions } as const;

/** Pixels within which a press is a tap. */
export const TAP_DISTANCE = 5;

/** Where a place of the window, in pixels, is in units of an SVG's view box. */
export function svgPoint(svg: SVGSVGElement, [x, y]: readonly [number, number]): DOMPoint {
  return new DOMPoint(x, y).matrixTransform(svg.getScreenCTM()?.inverse());
}

/** Which way and how far an arrow key goes on a span: 1/50 of it, with Shift 1/10, with Alt 1/200. */
export function arrowStep(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey'>,
  span: number,
): readonly [right: number, up: number] | undefined {
  const size = span / (event.shiftKey ? 10 : event.altKey ? 200 : 50);
  switch (event.key) {
    case 'ArrowLeft':
      return [-size, 0];
    case 'ArrowRight':
      return [size, 0];
    case 'ArrowUp':
      return [0, size];
    case 'ArrowDown':
      return [0, -size];
    default:
      return undefined;
  }
}
