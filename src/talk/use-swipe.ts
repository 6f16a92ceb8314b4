/** Stepping with a finger: from the edge of the screen inwards. Everywhere else fingers belong to the figure. */
import { type RefObject, useEffect, useRef } from 'react';

/** Pixels from the edge in which a swipe begins. */
const EDGE = 28;
/** Pixels that it goes. */
const FAR = 40;

/** Calls back after a swipe from the right edge (on) or the left one (back). */
export function useEdgeSwipe(
  place: RefObject<HTMLElement | null>,
  onSwipe: (way: 'next' | 'previous') => void,
): void {
  const latest = useRef(onSwipe);
  latest.current = onSwipe;
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let swipe:
      | { readonly id: number; readonly x: number; readonly y: number; readonly right: boolean }
      | undefined;
    const down = (event: PointerEvent) => {
      const { left, right } = element.getBoundingClientRect();
      const isRight = event.clientX > right - EDGE;
      const isEdge = isRight || event.clientX < left + EDGE;
      if (event.pointerType !== 'touch' || !isEdge) return;
      if (
        event.target instanceof Element &&
        event.target.closest('input, button, a, select, [role="slider"]')
      )
        return;
      swipe = { id: event.pointerId, x: event.clientX, y: event.clientY, right: isRight };
      // The figure below does not turn meanwhile.
      event.stopPropagation();
    };
    const move = (event: PointerEvent) => {
      if (swipe?.id === event.pointerId) event.stopPropagation();
    };
    const up = (event: PointerEvent) => {
      if (swipe?.id !== event.pointerId) return;
      const { x, y, right } = swipe;
      swipe = undefined;
      event.stopPropagation();
      const inwards = right ? x - event.clientX : event.clientX - x;
      if (event.type === 'pointerup' && inwards > FAR && inwards > Math.abs(event.clientY - y)) {
        latest.current(right ? 'next' : 'previous');
      }
    };
    // Without this the browser would take the finger for scrolling.
    const hold = (event: TouchEvent) => {
      if (swipe && event.cancelable) event.preventDefault();
    };
    element.addEventListener('pointerdown', down, true);
    element.addEventListener('pointermove', move, true);
    element.addEventListener('pointerup', up, true);
    element.addEventListener('pointercancel', up, true);
    element.addEventListener('touchmove', hold, { passive: false });
    return () => {
      element.removeEventListener('pointerdown', down, true);
      element.removeEventListener('pointermove', move, true);
      element.removeEventListener('pointerup', up, true);
      element.removeEventListener('pointercancel', up, true);
      element.removeEventListener('touchmove', hold);
    };
  }, [place]);
}
