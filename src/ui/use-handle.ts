/** Handles that are dragged with mouse, pen or finger, or moved by keys. */
import { createUseGesture, dragAction, useDrag } from '@use-gesture/react';
import type { RefObject } from 'react';
import { dragOptions, gestureOptions, svgPoint, TAP_DISTANCE } from './gestures';

interface HandleEvents {
  /** The drag begins. */
  readonly start?: () => void;
  /** The place where the handle should go, in the units of the SVG's view box. */
  readonly move: (x: number, y: number) => void;
  readonly end: () => void;
  /** A key was pressed on the handle; true when it meant something. */
  readonly key: (event: KeyboardEvent) => boolean;
}

const useGesture = createUseGesture([dragAction]);

/** Makes the element of an SVG draggable. */
export function useHandle(target: RefObject<SVGGraphicsElement | null>, events: HandleEvents): void {
  useGesture(
    {
      onDrag({ first, last, event, xy, memo }): DOMPoint | undefined {
        const grip = memo as DOMPoint | undefined;
        const element = target.current;
        const svg = element?.ownerSVGElement;
        if (!svg) return undefined;
        const at = svgPoint(svg, xy);
        if (first) {
          event.preventDefault();
          element.focus({ preventScroll: true });
          events.start?.();
          // The distance from the pointer to the handle's place is kept, so that the handle does not jump.
          const home = element.transform.baseVal.consolidate()?.matrix;
          return new DOMPoint(at.x - (home?.e ?? at.x), at.y - (home?.f ?? at.y));
        }
        if (last) events.end();
        else if (grip) events.move(at.x - grip.x, at.y - grip.y);
        return grip;
      },
      // Chromium heeds `touch-action` on whole drawings only: without this a vertical drag would scroll the page.
      onTouchStart: ({ event }) => event.preventDefault(),
      onKeyDown({ event }) {
        if (event.ctrlKey || event.metaKey) return;
        if (events.key(event)) event.preventDefault();
      },
    },
    { target, ...gestureOptions },
  );
}

type Place = readonly [x: number, y: number];

interface PlacedHandleEvents {
  readonly locked: boolean;
  /** The drag begins. */
  readonly start: (() => void) | undefined;
  /** The place where what it marks should go, in pixels from the corner of the handle's parent. */
  readonly move: (to: Place) => void;
  readonly end: () => void;
}

/** What a drag began with: how far from the marked place it was pressed, and whether it has gone further than a tap. */
interface Grip {
  readonly offset: Place;
  readonly moved: boolean;
}

/** Makes an element draggable that is placed over a point of a picture with `transform`. */
export function usePlacedHandle(
  target: RefObject<HTMLElement | null>,
  { locked, start, move, end }: PlacedHandleEvents,
): void {
  useDrag(
    ({ first, last, event, initial, xy, movement, memo }): Grip | undefined => {
      const element = target.current;
      const picture = element?.parentElement?.getBoundingClientRect();
      if (locked || !element || !picture) return undefined;
      if (first) {
        event.preventDefault();
        element.focus({ preventScroll: true });
        start?.();
        const { left, top } = element.getBoundingClientRect();
        // The distance from the pointer to the place is kept, so that nothing jumps.
        return {
          offset: [initial[0] - left + element.offsetLeft, initial[1] - top + element.offsetTop],
          moved: false,
        };
      }
      const grip = memo as Grip | undefined;
      if (last) end();
      else if (grip && (grip.moved || Math.hypot(...movement) > TAP_DISTANCE)) {
        move([xy[0] - grip.offset[0] - picture.left, xy[1] - grip.offset[1] - picture.top]);
        return { ...grip, moved: true };
      }
      return grip;
    },
    { target, ...dragOptions },
  );
}
