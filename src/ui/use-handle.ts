/** An SVG handle that is dragged with mouse, pen or finger, or moved by keys. */
import { createUseGesture, dragAction } from '@use-gesture/react';
import type { RefObject } from 'react';
import { gestureOptions, svgPoint } from './gestures';

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

/** Makes the element of the ref draggable. */
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
