/**
 * The place of a three-dimensional picture: its canvas, what is drawn over and under it, turning and zooming, and a
 * sentence when the graphics card does not play along.
 */
import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { PerspectiveCamera, Vector2, Vector3 } from 'three';
import { setAttributes } from '#ui/svg';
import { drawingUnit } from '#ui/theme';
import type { Pixel } from './axes';
import type { ScenePoint } from './box';
import { FigureCanvas, webglAvailable } from './figure-canvas';
import { type Gesture, useOrbit } from './orbit';
import { Poster } from './poster';
import { drawnSize, type Layers, LayersContext, setUnit } from './unit';
import { applyView, type Size, type View } from './view';
import './stage.css';

export { drawnSize, type Layers } from './unit';

/** The camera as a figure keeps it: azimuth, polar angle, zoom. */
export interface StageCamera {
  readonly gesture: Gesture;
  readonly get: () => readonly number[];
  /** During a gesture. */
  readonly change: (cam: readonly number[]) => void;
  /** At its end. */
  readonly commit: () => void;
  readonly home: () => void;
}

/** A pointer on the stage, and the camera it looks through. */
export interface Pointing {
  /** Both coordinates from -1 to 1. */
  readonly ndc: Vector2;
  readonly camera: PerspectiveCamera;
}

/** The camera's direction as the scene wants it. */
export function viewOf(cam: readonly number[]): View {
  return { azimuth: cam[0] ?? 0, polar: cam[1] ?? 60, zoom: cam[2] ?? 1 };
}

function camOf({ azimuth, polar, zoom }: View): readonly number[] {
  return [Number(azimuth.toFixed(1)), Number(polar.toFixed(1)), Number(zoom.toFixed(3))];
}

/** Projects places in the scene onto a picture of the given size, and fits the layers to it. */
export function projection(camera: PerspectiveCamera, size: Size, layers?: Layers) {
  const view = `0 0 ${size.width} ${size.height}`;
  if (layers) {
    for (const layer of [layers.behind, layers.before]) setAttributes(layer, { viewBox: view });
    setUnit(camera, layers.unit);
  }
  const vector = new Vector3();
  return (point: ScenePoint): Pixel => {
    vector.set(...point).project(camera);
    return [((vector.x + 1) / 2) * size.width, ((1 - vector.y) / 2) * size.height];
  };
}

/** Puts an element over a place of the picture, whose pixels are `unit` of the page. */
export function placeElement(element: HTMLElement, [x, y]: Pixel, unit = 1): void {
  element.style.transform = `translate(${(x * unit).toFixed(1)}px, ${(y * unit).toFixed(1)}px)`;
}

interface StageProps {
  readonly camera: StageCamera;
  /** Name of the camera's parameter, for tests and links. */
  readonly param: string;
  readonly words: {
    readonly camera: string;
    readonly gestureHint: string;
    readonly contextLost: string;
    readonly noWebgl: string;
  };
  /** The scene, once there are layers to draw on. It calls `onSurface` in each frame with a surface worth looking at. */
  readonly scene: (layers: Layers, onSurface: () => void) => ReactNode;
  /** A press that ended where it began. */
  readonly onTap?: (pointing: Pointing) => void;
  /** A mouse that moves over the picture without a button. */
  readonly onHover?: (pointing: Pointing) => void;
  /** Shown in place of the canvas where there is no WebGL, and while it is away. */
  readonly flat?: ReactNode;
  /** The poster that shows what the scene will; it stands there until the scene calls `onSurface`. */
  readonly poster?: string | undefined;
  /** Groups of the layers that are not shown, by their names. */
  readonly without?: readonly string[] | undefined;
  /** Marks and messages that stand over the picture. */
  readonly children?: ReactNode;
}

/** What the style sheet says of the drawings. */
function measures(element: HTMLElement): Pick<Layers, 'unit' | 'leastBall'> {
  const ball = Number.parseFloat(getComputedStyle(element).getPropertyValue('--least-ball'));
  return { unit: drawingUnit(element), leastBall: Number.isNaN(ball) ? 0 : ball };
}

/** Groups of the layers that are its axes; see `drawAxes`. */
export const AXES_LAYERS = ['lines', 'arrows', 'labels'] as const;

/** The stage. */
export function Stage(props: StageProps) {
  const { words, scene, param, flat, poster, without = [], children } = props;
  const [webgl] = useState(webglAvailable);
  const [layers, setLayers] = useState<Layers>();
  const [lost, setLost] = useState(false);
  const [drawn, setDrawn] = useState(false);
  const [hint, setHint] = useState(false);
  const behind = useRef<SVGSVGElement>(null);
  const before = useRef<SVGSVGElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = stage.current;
    if (!element || !behind.current || !before.current) return;
    const made = { behind: behind.current, before: before.current, ...measures(element) };
    setLayers(made);
    // Type grows with the frame, and a new size is drawn anew anyway.
    const resize = new ResizeObserver(() => {
      Object.assign(made, measures(element));
    });
    resize.observe(element);
    return () => resize.disconnect();
  }, []);
  useGestures(stage, props, setHint);
  const onSurface = useCallback(() => setDrawn(true), []);
  const isFlat = flat !== undefined && (!webgl || lost);
  const waiting = webgl && !lost && !drawn ? poster : undefined;

  return (
    <div
      className="surface-stage"
      data-without={without.length > 0 ? without.join(' ') : undefined}
      data-webgl={webgl}
      data-flat={isFlat}
      data-waiting={waiting !== undefined}
    >
      {(!webgl || lost) && (
        <p className="surface-message" role="status" data-message={lost ? 'context-lost' : 'no-webgl'}>
          {lost ? words.contextLost : words.noWebgl}
        </p>
      )}
      <div className="stage-picture">
        <svg className="surface-overlay" ref={behind} aria-hidden="true" />
        {waiting !== undefined && <Poster name={waiting} view={viewOf(props.camera.get())} />}
        {layers && webgl && (
          <FigureCanvas onLost={() => setLost(true)} onRestored={() => setLost(false)}>
            {!isFlat && <LayersContext value={layers}>{scene(layers, onSurface)}</LayersContext>}
          </FigureCanvas>
        )}
        <svg className="surface-overlay" ref={before} aria-hidden="true" />
        {isFlat && flat}
        {/* biome-ignore lint/a11y/useSemanticElements: no element is a camera; arrow keys turn it */}
        <div
          className="surface-gestures"
          ref={stage}
          hidden={isFlat}
          role="group"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the arrow keys
          tabIndex={0}
          aria-label={words.camera}
          data-param={param}
          data-gesture={props.camera.gesture}
        />
        {children}
        <p className="surface-hint" aria-hidden="true" data-visible={hint}>
          {words.gestureHint}
        </p>
      </div>
    </div>
  );
}

const HINT_TIME = 1200;

/** Turning, zooming, tapping and hovering. */
function useGestures(
  stage: RefObject<HTMLDivElement | null>,
  { camera, onTap, onHover }: Pick<StageProps, 'camera' | 'onTap' | 'onHover'>,
  setHint: (visible: boolean) => void,
): void {
  const timers = useRef({ hint: 0, frame: 0 });
  const [seen] = useState(() => new PerspectiveCamera());
  const report = (listener: StageProps['onTap'], [x, y]: readonly [number, number]) => {
    const element = stage.current;
    if (!element || !listener) return;
    const rect = element.getBoundingClientRect();
    applyView(seen, viewOf(camera.get()), drawnSize(rect, drawingUnit(element)));
    const ndc = new Vector2(((x - rect.left) / rect.width) * 2 - 1, 1 - ((y - rect.top) / rect.height) * 2);
    listener({ ndc, camera: seen });
  };
  useOrbit(stage, {
    ...camera,
    view: () => viewOf(camera.get()),
    change: (view) => camera.change(camOf(view)),
    onPlainWheel() {
      setHint(true);
      window.clearTimeout(timers.current.hint);
      timers.current.hint = window.setTimeout(() => setHint(false), HINT_TIME);
    },
    onTap: (place) => report(onTap, place),
    onHover(place) {
      cancelAnimationFrame(timers.current.frame);
      timers.current.frame = requestAnimationFrame(() => report(onHover, place));
    },
  });
  useEffect(
    () => () => {
      window.clearTimeout(timers.current.hint);
      cancelAnimationFrame(timers.current.frame);
    },
    [],
  );
}
