/** The landscape seen from above, with its lines, the four runs and their start. */
import { useEffect, useId, useRef } from 'react';
import { drawingSize } from '#plot/drawing-size';
import type { FigureStore } from '#state/figure-store';
import { numberSeparator, readableText } from '#state/number-text';
import { isLocked, useFigureSettings } from '#ui/figure-context';
import { arrowStep } from '#ui/gestures';
import { setAttributes } from '#ui/live';
import { type Source, useSource } from '#ui/source';
import { useHandle } from '#ui/use-handle';
import { alphaAt, alphaPlace, gammaAt, gammaPlace } from './axis';
import { drawField, drawLines, drawMapAxes, drawMarks } from './map-drawing';
import { mapFrame, mapPixel, mapPoint } from './map-geometry';
import type { ToySchema, ToyValues } from './schema';
import type { ToyMoment } from './sources';
import { text } from './text';
import './map-view.css';

interface MapViewProps {
  readonly store: FigureStore<ToySchema>;
  readonly source: Source<ToyMoment>;
  readonly onFrame: () => void;
  /** Plays the runs from their start. */
  readonly onPlay: () => void;
}

/** Four digits are as fine as a pixel. */
export function roundStart({ gamma, alpha }: { readonly gamma: number; readonly alpha: number }) {
  return { gamma: Number(gamma.toPrecision(3)), alpha: Number(alpha.toFixed(2)) };
}

/** What an arrow key on the start does: steps on the picture. */
export function steppedStart(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey'>,
  { axis, gamma, alpha }: ToyValues,
): { readonly gamma: number; readonly alpha: number } | undefined {
  const step = arrowStep(event, 2);
  if (!step) return undefined;
  const bounded = (place: number) => Math.min(1, Math.max(-1, place));
  return roundStart({
    gamma: gammaAt(axis, bounded(gammaPlace(axis, gamma) + step[0])),
    alpha: alphaAt(bounded(alphaPlace(alpha) + step[1])),
  });
}

/** The map. */
export function MapView({ store, source, onFrame, onPlay }: MapViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const start = useRef<SVGGElement>(null);
  const frame = useRef(mapFrame('log', { width: 400, height: 300 }));
  const clip = useId();
  const settings = useFigureSettings();
  const { controls } = settings;
  const locked = isLocked(settings, store, 'start', ['gamma', 'alpha']);

  const root = useSource<HTMLDivElement, ToyMoment>(
    source,
    (element, moment) => {
      const [drawing, colours] = [svg.current, canvas.current];
      if (!drawing || !colours || !moment) return;
      const { session, values } = moment;
      const { width, height, unit } = drawingSize(element);
      if (width === 0) return;
      frame.current = mapFrame(values.axis, { width, height });
      setAttributes(drawing, { viewBox: `0 0 ${width} ${height}` });
      const { left, right, top, bottom } = frame.current;
      const rect = drawing.querySelector('clipPath rect');
      const size = { x: left, y: top, width: right - left, height: bottom - top };
      for (const item of [rect, drawing.querySelector('.toy-map-ground')]) {
        for (const [name, value] of Object.entries(size)) item?.setAttribute(name, String(value));
      }
      if (session.field) {
        drawField(colours, drawing, session.field, values.axis, frame.current, {
          unit,
          isFine: controls === 'none',
        });
      }
      drawMapAxes(drawing, values.axis, frame.current);
      drawLines(drawing, session, values, frame.current);
      drawMarks(drawing, session, values, frame.current);
      const [x, y] = mapPixel(frame.current, values.gamma, values.alpha);
      const { gamma, alpha } = values;
      if (start.current) {
        setAttributes(start.current, {
          transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
          'aria-valuenow': String(alpha),
          'aria-valuetext': `γ = ${readableText(gamma)}${numberSeparator()}α = ${readableText(alpha)}`,
        });
      }
      onFrame();
    },
    true,
  );
  useEffect(() => {
    for (const name of ['lines', 'tracks']) {
      svg.current?.querySelector(`[data-part="${name}"]`)?.setAttribute('clip-path', `url(#${clip})`);
    }
  });

  const move = (x: number, y: number) => {
    if (locked) return;
    store.change({ ...roundStart(mapPoint(frame.current, [x, y])), time: 1 });
  };
  useHandle(start, {
    move,
    end: () => store.commit(),
    key: (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        onPlay();
        return true;
      }
      const stepped = steppedStart(event, store.values());
      if (stepped && !locked) store.set({ ...stepped, time: 1 });
      return stepped !== undefined;
    },
  });
  const onClick = (event: React.MouseEvent<SVGElement>) => {
    const box = svg.current?.getBoundingClientRect();
    if (!box) return;
    const { unit } = drawingSize(event.currentTarget.ownerSVGElement ?? event.currentTarget);
    move((event.clientX - box.left) / unit, (event.clientY - box.top) / unit);
    store.commit();
    start.current?.focus({ preventScroll: true });
  };

  return (
    <div className="toy-map" ref={root}>
      <canvas ref={canvas} />
      <svg ref={svg} aria-label={text.map.picture}>
        <clipPath id={clip}>
          <rect />
        </clipPath>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the start, which takes keys, does the same */}
        <rect className="toy-map-ground" onClick={onClick} />
        <g data-part="contours" />
        <g data-part="axes" />
        <g data-part="lines" />
        <g data-part="tracks" />
        <g data-part="balls" />
        <g data-part="pills" />
        <g
          ref={start}
          className="toy-start"
          role="slider"
          tabIndex={0}
          aria-label={text.map.start}
          aria-disabled={locked}
          aria-valuenow={0}
          aria-valuemin={-1.5}
          aria-valuemax={3.95}
          data-param="start"
        >
          <circle className="toy-start-reach" r={22} />
          <circle className="toy-start-rim" r={9} />
          <circle className="toy-start-ring" r={9} />
        </g>
      </svg>
    </div>
  );
}
