/**
 * Turning and zooming a figure without taking the page from the reader: the wheel and one vertical finger scroll,
 * a mouse drag, a sideways finger or two fingers turn, Ctrl + wheel or a pinch zooms; arrow keys, + and - do the same.
 */
import { createUseGesture, dragAction, moveAction, pinchAction, wheelAction } from '@use-gesture/react';
import { type RefObject, useRef } from 'react';
import { gestureOptions, TAP_DISTANCE } from '#ui/gestures';
import { type View, wrapDegrees } from './view';

/** `greedy` takes the wheel and every finger; `none` leaves all but taps to the page. */
export type Gesture = 'cooperative' | 'greedy' | 'none';

/** A place in the window, in pixels. */
type Place = readonly [x: number, y: number];

export interface OrbitEvents {
  readonly gesture: Gesture;
  readonly view: () => View;
  /** During a gesture. */
  readonly change: (view: View) => void;
  /** At its end. */
  readonly commit: () => void;
  readonly home: () => void;
  /** The reader turned the wheel without Ctrl: time for a hint. */
  readonly onPlainWheel: () => void;
  /** A press that ended where it began. */
  readonly onTap: (place: Place) => void;
  /** A mouse that moves without a button. */
  readonly onHover: (place: Place) => void;
}

const DEGREES_PER_PIXEL = 0.45;
const ZOOM = { min: 0.5, max: 4 };

function bounded(view: View): View {
  return {
    azimuth: wrapDegrees(view.azimuth),
    polar: Math.min(90, Math.max(0, view.polar)),
    zoom: Math.min(ZOOM.max, Math.max(ZOOM.min, view.zoom)),
  };
}

/** The view after an arrow key, + or -, or undefined for other keys. Shift takes large steps, Alt small ones. */
export function viewAfterKey(
  view: View,
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey'>,
): View | undefined {
  const step = event.shiftKey ? 15 : event.altKey ? 1 : 5;
  const steps: Record<string, Partial<View>> = {
    ArrowLeft: { azimuth: view.azimuth - step },
    ArrowRight: { azimuth: view.azimuth + step },
    ArrowUp: { polar: view.polar - step },
    ArrowDown: { polar: view.polar + step },
    '+': { zoom: view.zoom * 1.1 },
    '=': { zoom: view.zoom * 1.1 },
    '-': { zoom: view.zoom / 1.1 },
  };
  const change = steps[event.key];
  return change && bounded({ ...view, ...change });
}

const useGesture = createUseGesture([dragAction, moveAction, pinchAction, wheelAction]);

/** Makes an element turn and zoom a view. */
export function useOrbit(target: RefObject<HTMLElement | null>, events: OrbitEvents): void {
  const { gesture, view, change, commit } = events;
  const before = useRef<View>(undefined);
  /** Whether a second finger came: a finger that rests while the other moves does not tap. */
  const isPinch = useRef(false);
  const turn = (from: Place, to: Place, zoom = 1) => {
    const now = view();
    change(
      bounded({
        azimuth: now.azimuth - (to[0] - from[0]) * DEGREES_PER_PIXEL,
        polar: now.polar - (to[1] - from[1]) * DEGREES_PER_PIXEL,
        zoom: now.zoom * zoom,
      }),
    );
  };
  const end = (event: Event) => {
    // The browser took the gesture for scrolling: as if nothing had been.
    if (event.type === 'pointercancel' && before.current) change(before.current);
    else commit();
  };
  useGesture(
    {
      onDrag({ tap, last, pinching, event, initial, xy, memo }): Place | undefined {
        if (tap) {
          if (event.type === 'pointerup' && !isPinch.current) events.onTap(xy);
          isPinch.current = false;
          return undefined;
        }
        if (last) isPinch.current = false;
        if (gesture === 'none') return undefined;
        const place = memo as Place | undefined;
        const from = place ?? initial;
        if (!place) {
          // One finger turns the figure sideways only: up and down are the page's.
          const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
          const isVertical = Math.abs(xy[1] - from[1]) > Math.abs(xy[0] - from[0]);
          if (last || (isTouch && isVertical && !pinching && gesture === 'cooperative')) return undefined;
          if (!pinching) before.current = view();
        }
        if (last) end(event);
        else if (!pinching) turn(from, xy);
        return xy;
      },
      onPinch({ first, last, dragging, event, origin, da: [distance], memo }) {
        if (!last) isPinch.current = true;
        if (first && !dragging) before.current = view();
        if (last && !dragging) end(event);
        const was = memo as { readonly origin: Place; readonly distance: number } | undefined;
        if (was && !last) turn(was.origin, origin, distance / was.distance);
        return { origin, distance };
      },
      onWheel({ last, event, delta: [, down], ctrlKey, metaKey }) {
        if (gesture === 'none') return;
        if (gesture === 'cooperative' && !ctrlKey && !metaKey) {
          events.onPlainWheel();
          return;
        }
        if (last) return commit();
        event.preventDefault();
        turn([0, 0], [0, 0], Math.exp(-down * 0.002));
      },
      onMove({ event, buttons, last, xy }) {
        const isMouse = event instanceof PointerEvent && event.pointerType === 'mouse';
        if (isMouse && buttons === 0 && !last) events.onHover(xy);
      },
      onKeyDown({ event }) {
        if (event.ctrlKey || event.metaKey || gesture === 'none') return;
        const next = viewAfterKey(view(), event);
        if (!next && event.key !== 'Home') return;
        event.preventDefault();
        if (!next) return events.home();
        change(next);
        commit();
      },
    },
    {
      target,
      eventOptions: gestureOptions.eventOptions,
      drag: { ...gestureOptions.drag, filterTaps: true, tapsThreshold: TAP_DISTANCE },
      pinch: { enabled: gesture !== 'none', pinchOnWheel: false },
    },
  );
}
