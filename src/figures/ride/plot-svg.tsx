/** An SVG plot that follows a source, redrawn at true pixel size. */
import type { KeyboardEvent, PointerEvent } from 'react';
import { setAttributes } from '#ui/live';
import { type Source, useSource } from '#ui/source';

interface PlotSvgProps<T> {
  readonly source: Source<T>;
  readonly height: number;
  /** SVG text of everything in it. */
  readonly markup: (value: T, width: number) => string;
  /** What the plot is called. */
  readonly name: string;
  /** What the picture shows, in words. */
  readonly label: (value: T | undefined) => string;
}

const LEAST_WIDTH = 220;

/** Width in pixels of a plot. */
function plotWidth(svg: Element): number {
  return Math.max(LEAST_WIDTH, Math.round(svg.clientWidth || svg.getBoundingClientRect().width));
}

function drawInto<T>(svg: SVGSVGElement, value: T | undefined, { height, markup }: PlotSvgProps<T>): void {
  const width = plotWidth(svg);
  setAttributes(svg, { viewBox: `0 0 ${width} ${height}` });
  const next = value === undefined ? '' : markup(value, width);
  if (svg.innerHTML !== next) svg.innerHTML = next;
}

/** A plot to look at. */
export function PlotSvg<T>(props: PlotSvgProps<T>) {
  const { source, height, name, label } = props;
  const ref = useSource<SVGSVGElement, T>(
    source,
    (svg, value) => {
      drawInto(svg, value, props);
      setAttributes(svg, { 'aria-label': label(value) });
    },
    true,
  );
  return <svg className="ride-plot" height={height} role="img" aria-label={name} ref={ref} />;
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
    const box = event.currentTarget.getBoundingClientRect();
    const width = plotWidth(event.currentTarget);
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
      <svg className="ride-plot" height={height} aria-hidden="true" />
    </div>
  );
}
