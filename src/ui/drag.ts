/** Dragging one SVG handle with mouse, pen or finger. The pointer is captured: nothing else moves meanwhile. */
import { type RefObject, useEffect, useRef } from 'react';

interface DragHandlers {
  /** The drag begins. */
  readonly start?: () => void;
  /** The place where the handle should go, in the units of the SVG's view box. */
  readonly move: (x: number, y: number) => void;
  readonly end: () => void;
  /** A key was pressed on the handle; true when it meant something. */
  readonly key: (event: KeyboardEvent) => boolean;
}

/** Makes the element of the ref draggable. */
export function useDrag<E extends SVGGraphicsElement>(
  ref: RefObject<E | null>,
  handlers: DragHandlers,
): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const element = ref.current;
    const svg = element?.ownerSVGElement;
    if (!element || !svg) return;
    /** Distance from the pointer to the handle's place, kept so that the handle does not jump to the pointer. */
    let grip: DOMPoint | undefined;

    const toSvg = (event: PointerEvent) => {
      const matrix = svg.getScreenCTM()?.inverse();
      return new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0 || grip) return;
      event.preventDefault();
      element.focus({ preventScroll: true });
      element.setPointerCapture(event.pointerId);
      const at = toSvg(event);
      const home = element.transform.baseVal.consolidate()?.matrix;
      grip = new DOMPoint(at.x - (home?.e ?? at.x), at.y - (home?.f ?? at.y));
      latest.current.start?.();
    };
    const move = (event: PointerEvent) => {
      if (!grip || !element.hasPointerCapture(event.pointerId)) return;
      const at = toSvg(event);
      latest.current.move(at.x - grip.x, at.y - grip.y);
    };
    const up = () => {
      if (!grip) return;
      grip = undefined;
      latest.current.end();
    };
    const key = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey) return;
      if (latest.current.key(event)) event.preventDefault();
    };
    // Chromium heeds `touch-action` on whole drawings only: without this a vertical drag would scroll the page.
    const hold = (event: TouchEvent) => event.preventDefault();
    element.addEventListener('touchstart', hold, { passive: false });
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('lostpointercapture', up);
    element.addEventListener('keydown', key);
    return () => {
      element.removeEventListener('touchstart', hold);
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('lostpointercapture', up);
      element.removeEventListener('keydown', key);
    };
  }, [ref]);
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
