/** An SVG plot that follows a source, redrawn at true pixel size. */
import type { KeyboardEvent, PointerEvent } from 'react';
import { useFigureSettings } from '#ui/figure-context';
import { setAttributes } from '#ui/live';
import { drawingSize } from '#ui/plot-scale';
import { type Source, useSource } from '#ui/source';

interface PlotSvgProps<T> {
  readonly source: Source<T>;
  /** On the page; with fewer controls around it a plot takes the height that there is. */
  readonly height: number;
  /** SVG text of everything in it. */
  readonly markup: (value: T, width: number, height: number) => string;
  /** What the plot is called. */
  readonly name: string;
  /** What the picture shows, in words. */
  readonly label: (value: T | undefined) => string;
}

/** Smaller ones are drawn at this size and shrunk. */
const LEAST = { width: 150, height: 84 };

/** Width of a plot in its own units. */
function plotWidth(svg: Element): number {
  return Math.max(LEAST.width, drawingSize(svg).width);
}

function drawInto<T>(svg: SVGSVGElement, value: T | undefined, { markup }: PlotSvgProps<T>): void {
  const size = drawingSize(svg);
  // Not shown, for want of room.
  if (size.width === 0) return;
  const [width, height] = [Math.max(LEAST.width, size.width), Math.max(LEAST.height, size.height)];
  setAttributes(svg, { viewBox: `0 0 ${width} ${height}` });
  const next = value === undefined ? '' : markup(value, width, height);
  if (svg.innerHTML !== next) svg.innerHTML = next;
}

/** The height of a plot among all the controls; elsewhere the style sheet says it. */
function useHeight(height: number): React.CSSProperties | undefined {
  const isWhole = useFigureSettings().controls === 'full';
  return isWhole ? { height: `calc(${height}em / 14)` } : undefined;
}

/** A plot to look at. */
export function PlotSvg<T>(props: PlotSvgProps<T>) {
  const { source, height, name, label } = props;
  const style = useHeight(height);
  const ref = useSource<SVGSVGElement, T>(
    source,
    (svg, value) => {
      drawInto(svg, value, props);
      setAttributes(svg, { 'aria-label': label(value) });
    },
    true,
  );
  return <svg className="ride-plot" style={style} role="img" aria-label={name} ref={ref} />;
}

interface PickingProps<T> extends PlotSvgProps<T> {
  /** The points that can be picked, and which one is. */
  readonly picked: (value: T | undefined) => {
    readonly count: number;
    readonly at: number | undefined;
    readonly words: string;
  };
  /** Picks the point nearest to a pixel. */
  readonly onPoint: (pixel: number, width: number) => void;
  /** Moves on by so many points; without a number, to where the focus begins. */
  readonly onMove: (by: number | undefined) => void;
  readonly onLeave: () => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -4,
  PageUp: 4,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** A plot one of whose points can be picked, by pointer or arrow keys. */
export function PickingPlot<T>(props: PickingProps<T>) {
  const { source, height, name, label, picked, onPoint, onMove, onLeave } = props;
  const style = useHeight(height);
  const ref = useSource<HTMLDivElement, T>(
    source,
    (element, value) => {
      const svg = element.querySelector('svg');
      if (svg) drawInto(svg, value, props);
      const { count, at, words } = picked(value);
      setAttributes(element, {
        'aria-label': label(value),
        'aria-valuemax': String(Math.max(0, count - 1)),
        'aria-valuenow': String(at ?? Math.max(0, count - 1)),
        'aria-valuetext': words,
      });
    },
    true,
  );
  const point = (event: PointerEvent<HTMLElement>) => {
    const svg = event.currentTarget.querySelector('svg');
    if (!svg) return;
    const box = svg.getBoundingClientRect();
    const width = plotWidth(svg);
    onPoint(((event.clientX - box.left) / box.width) * width, width);
  };
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onMove(step);
  };
  return (
    <div
      className="ride-picking"
      role="slider"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={0}
      aria-valuenow={0}
      tabIndex={0}
      ref={ref}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={onLeave}
      onKeyDown={press}
      onFocus={() => onMove(undefined)}
      onBlur={onLeave}
    >
      <svg className="ride-plot" style={style} aria-hidden="true" />
    </div>
  );
}
