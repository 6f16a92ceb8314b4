/** Stepping with a finger: from the edge of the screen inwards. Everywhere else fingers belong to the figure. */
import { createUseGesture, dragAction } from '@use-gesture/react';
import { type RefObject, useRef } from 'react';

/** Pixels from the edge in which a swipe begins. */
const EDGE = 28;
/** Pixels that it goes. */
const FAR = 40;

const CONTROLS = 'input, button, a, select, [role="slider"]';

const useGesture = createUseGesture([dragAction]);

type Side = 'left' | 'right';

/** The edge at which a finger came down, when that is not on a control. */
function edgeOf(event: Event, x: number, { left, right }: DOMRect): Side | undefined {
  const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
  if (!isTouch || (event.target instanceof Element && event.target.closest(CONTROLS))) return undefined;
  return x > right - EDGE ? 'right' : x < left + EDGE ? 'left' : undefined;
}

/** Calls back after a swipe from the right edge (on) or the left one (back). */
export function useEdgeSwipe(
  target: RefObject<HTMLElement | null>,
  onSwipe: (way: 'next' | 'previous') => void,
): void {
  const isSwipe = useRef(false);
  useGesture(
    {
      onDrag({ first, last, event, initial, movement: [x, y], memo }): Side | undefined {
        const box = target.current?.getBoundingClientRect();
        const side = first && box ? edgeOf(event, initial[0], box) : (memo as Side | undefined);
        isSwipe.current = side !== undefined && !last;
        if (!side) return undefined;
        // The figure below does not turn meanwhile.
        event.stopPropagation();
        const inwards = side === 'right' ? -x : x;
        if (last && event.type === 'pointerup' && inwards > FAR && inwards > Math.abs(y)) {
          onSwipe(side === 'right' ? 'next' : 'previous');
        }
        return side;
      },
      // Without this the browser would take the finger for scrolling.
      onTouchMove({ event }) {
        if (isSwipe.current && event.cancelable) event.preventDefault();
      },
    },
    {
      target,
      eventOptions: { passive: false },
      // Heard before the figure, and without taking the pointer from it.
      drag: { eventOptions: { capture: true }, pointer: { keys: false, capture: false } },
    },
  );
}
