/** Stepping with a finger: from the edge of the screen inwards. Everywhere else fingers belong to the figure. */
import { useDrag } from '@use-gesture/react';
import { type RefObject, useEffect, useRef } from 'react';

/** Pixels from the edge in which a swipe begins. */
const EDGE = 28;
/** Pixels that it goes. */
const FAR = 40;

/** The edge of an element at which a finger was put down: -1 left, 1 right, 0 none, or on a control there. */
function edgeAt(element: HTMLElement, event: Event, x: number): -1 | 0 | 1 {
  const isFinger = event instanceof PointerEvent && event.pointerType === 'touch';
  const isControl =
    event.target instanceof Element && event.target.closest('input, button, a, select, [role="slider"]');
  if (!isFinger || isControl) return 0;
  const { left, right } = element.getBoundingClientRect();
  return x > right - EDGE ? 1 : x < left + EDGE ? -1 : 0;
}

/** Calls back after a swipe from the right edge (on) or the left one (back). */
export function useEdgeSwipe(
  target: RefObject<HTMLElement | null>,
  onSwipe: (way: 'next' | 'previous') => void,
): void {
  const edge = useRef<-1 | 0 | 1>(0);
  useDrag(
    ({ first, last, event, xy: [x], movement: [right, down], canceled }) => {
      if (first && target.current) edge.current = edgeAt(target.current, event, x);
      if (edge.current === 0) return;
      // The figure below does not turn meanwhile.
      event.stopPropagation();
      if (!last) return;
      const inwards = -right * edge.current;
      if (!canceled && event.type === 'pointerup' && inwards > FAR && inwards > Math.abs(down))
        onSwipe(edge.current === 1 ? 'next' : 'previous');
      edge.current = 0;
    },
    { target, eventOptions: { capture: true }, pointer: { keys: false, capture: false } },
  );
  useEffect(() => {
    // Without this the browser would take the finger for scrolling.
    const hold = (event: TouchEvent) => {
      if (edge.current !== 0 && event.cancelable) event.preventDefault();
    };
    const element = target.current;
    element?.addEventListener('touchmove', hold, { passive: false });
    return () => element?.removeEventListener('touchmove', hold);
  }, [target]);
}
