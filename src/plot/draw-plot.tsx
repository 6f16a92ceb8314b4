/** Everything in a plot as SVG: axes, marks and labels. Pure, for the page, for the build and for tests. */
import { createElement, Fragment, type ReactNode } from 'react';
import { axes } from './axes';
import { type LaidOut, layOut, type PlotSpec, type Size } from './frame';
import { labels } from './labels';

/** Everything in a plot, and where its axes stand. */
export function drawPlot(
  spec: PlotSpec,
  size: Size,
): { readonly frame: LaidOut; readonly content: ReactNode } {
  const frame = layOut(spec, size);
  const named = spec.labels ?? [];
  const covered = named.length > 0 ? spec.marks.flatMap((mark) => mark.covers?.(frame) ?? []) : [];
  const content = createElement(
    Fragment,
    null,
    axes(spec, frame),
    ...spec.marks.map((mark) => mark.draw(frame)),
    labels(named, frame, covered),
    spec.note && note(spec.note, frame),
  );
  return { frame, content };
}

/** Words in the middle of a frame. */
export function note(
  words: string,
  { left, right, top, bottom }: Pick<LaidOut, 'left' | 'right' | 'top' | 'bottom'>,
) {
  return (
    <text className="plot-note" x={(left + right) / 2} y={(top + bottom) / 2} textAnchor="middle">
      {words}
    </text>
  );
}
