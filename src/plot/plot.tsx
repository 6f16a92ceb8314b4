/**
 * Plots. A plot is scales plus marks; a mark knows the scales and nothing of the others. One in fifteen lines:
 *
 *     const lossPlot = ({ steps, losses, now }: Run): PlotSpec => ({
 *       x: linear([0, 1000], { title: text.steps }),
 *       y: log([1e-6, 1], { title: '{loss}' }),
 *       marks: [
 *         area(band(losses), { colour: 'channel' }),
 *         line(zip(steps, losses), { colour: 'channel' }),
 *         rule({ x: now, colour: 'epsilon' }),
 *         points([{ x: now, y: lossAt(now), colour: 'epsilon' }]),
 *       ],
 *       labels: [{ x: 1000, y: lossAt(1000), text: text.measured, colour: 'channel' }],
 *     });
 *     <Plot source={run} spec={lossPlot} height={240} label={text.title} />
 *
 * `Plot` follows a source without rendering; `drawPlot` alone draws once, also at build. Texts of axes and labels are in the
 * notation of `plotText`. A new kind of mark is one file with one function that returns a `Mark`.
 */
import type { CSSProperties, RefObject } from 'react';
import { setAttributes } from '#ui/live';
import { type Source, useSource } from '#ui/source';
import { drawPlot, note } from './draw-plot';
import { drawingSize } from './drawing-size';
import type { LaidOut, PlotSpec, Size } from './frame';
import { patch } from './patch';
import './plot.css';

/** Smaller plots are drawn at this size and shrunk. */
const LEAST: Size = { width: 150, height: 84 };

export interface PlotProps<T> {
  readonly source: Source<T>;
  readonly spec: (value: T) => PlotSpec;
  /** Pixels, unless a style sheet gives it another one. */
  readonly height: number;
  /** What it shows, for screen readers. */
  readonly label: string | ((value: T | undefined) => string);
  /** Shown while there is no value. */
  readonly waiting?: string;
  /** Where the axes stand in the drawing, for gestures. */
  readonly frame?: RefObject<LaidOut | undefined>;
}

/** Draws a plot into an SVG of any size; nothing while it is not shown. */
function drawInto<T>(svg: SVGSVGElement, value: T | undefined, { spec, waiting, frame }: PlotProps<T>): void {
  const size = drawingSize(svg);
  if (size.width === 0) return;
  const [width, height] = [Math.max(LEAST.width, size.width), Math.max(LEAST.height, size.height)];
  setAttributes(svg, {
    viewBox: `0 0 ${width} ${height}`,
    'data-state': value === undefined ? 'waiting' : 'shown',
  });
  if (value === undefined) {
    patch(svg, waiting && note(waiting, { left: 0, right: width, top: 0, bottom: height }));
    return;
  }
  const drawn = drawPlot(spec(value), { width, height });
  patch(svg, drawn.content);
  if (frame) frame.current = drawn.frame;
}

/** A ref for the SVG of a plot, which then follows the source. */
export function usePlot<T>(props: PlotProps<T>, update?: (svg: SVGSVGElement, value: T | undefined) => void) {
  const ref = useSource<SVGSVGElement, T>(
    props.source,
    (svg, value) => {
      drawInto(svg, value, props);
      update?.(svg, value);
    },
    true,
  );
  return { ref, style: { '--own-height': `calc(${props.height}em / 14)` } as CSSProperties };
}

/** A plot that follows a source. */
export function Plot<T>(props: PlotProps<T>) {
  const { label } = props;
  const words = (value: T | undefined) => (typeof label === 'string' ? label : label(value));
  const svg = usePlot(props, (element, value) => setAttributes(element, { 'aria-label': words(value) }));
  return <svg className="plot" role="img" aria-label={words(undefined)} {...svg} />;
}
