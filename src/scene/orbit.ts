/**
 * Turning and zooming a figure without taking the page from the reader: the wheel and one vertical finger scroll,
 * a mouse drag, a sideways finger or two fingers turn, Ctrl + wheel or a pinch zooms; arrow keys, + and - do the same.
 */
import { type View, wrapDegrees } from './view';

export type Gesture = 'cooperative' | 'greedy' | 'none';

export interface OrbitHandlers {
  readonly view: () => View;
  /** `greedy` takes the wheel and every finger; `none` leaves all but taps to the page. `cooperative` when left out. */
  readonly gesture?: () => Gesture;
  /** During a gesture. */
  readonly change: (view: View) => void;
  /** At its end. */
  readonly commit: () => void;
  readonly home: () => void;
  /** The reader turned the wheel without Ctrl: time for a hint. */
  readonly onPlainWheel: () => void;
  /** A press that ended where it began. */
  readonly onTap: (event: PointerEvent) => void;
}

const DEGREES_PER_PIXEL = 0.45;
const TAP_DISTANCE = 5;
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

/** Listens on an element; returns a function that stops. */
export function listenOrbit(element: HTMLElement, handlers: OrbitHandlers): () => void {
  const pointers = new Map<number, { x: number; y: number }>();
  let start: { x: number; y: number } | undefined;
  let moved = false;
  let startView: View | undefined;

  const gesture = () => handlers.gesture?.() ?? 'cooperative';
  const spread = () => {
    const [a, b] = [...pointers.values()];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    if (pointers.size === 0) {
      start = { x: event.clientX, y: event.clientY };
      startView = handlers.view();
      moved = false;
    }
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    element.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    const last = pointers.get(event.pointerId);
    if (!last || !start) return;
    if (!moved && Math.hypot(event.clientX - start.x, event.clientY - start.y) < TAP_DISTANCE) return;
    if (gesture() === 'none') return;
    // One finger turns the figure sideways only: up and down are the page's.
    if (!moved && event.pointerType === 'touch' && pointers.size === 1 && gesture() === 'cooperative') {
      if (Math.abs(event.clientY - start.y) > Math.abs(event.clientX - start.x)) return;
    }
    moved = true;
    const before = spread();
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const after = spread();
    // Two fingers share one turn between them.
    const share = DEGREES_PER_PIXEL / pointers.size;
    const view = handlers.view();
    handlers.change(
      bounded({
        azimuth: view.azimuth - (event.clientX - last.x) * share,
        polar: view.polar - (event.clientY - last.y) * share,
        zoom: before > 0 && after > 0 ? (view.zoom * after) / before : view.zoom,
      }),
    );
  };
  const up = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId) || pointers.size > 0) return;
    // The browser took the gesture for scrolling: as if nothing had been.
    if (event.type === 'pointercancel') {
      if (startView) handlers.change(startView);
      return;
    }
    if (moved) handlers.commit();
    else handlers.onTap(event);
  };
  let wheelTimer: number | undefined;
  const wheel = (event: WheelEvent) => {
    if (gesture() === 'none') return;
    if (!event.ctrlKey && !event.metaKey && gesture() === 'cooperative') {
      handlers.onPlainWheel();
      return;
    }
    event.preventDefault();
    const view = handlers.view();
    handlers.change(bounded({ ...view, zoom: view.zoom * Math.exp(-event.deltaY * 0.002) }));
    window.clearTimeout(wheelTimer);
    wheelTimer = window.setTimeout(handlers.commit, 250);
  };
  const key = (event: KeyboardEvent) => {
    if (event.target !== element || event.ctrlKey || event.metaKey || gesture() === 'none') return;
    if (event.key === 'Home') {
      handlers.home();
      event.preventDefault();
      return;
    }
    const view = viewAfterKey(handlers.view(), event);
    if (!view) return;
    event.preventDefault();
    handlers.change(view);
    handlers.commit();
  };

  element.addEventListener('pointerdown', down);
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', up);
  element.addEventListener('wheel', wheel, { passive: false });
  element.addEventListener('keydown', key);
  return () => {
    window.clearTimeout(wheelTimer);
    element.removeEventListener('pointerdown', down);
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', up);
    element.removeEventListener('wheel', wheel);
    element.removeEventListener('keydown', key);
  };
}
