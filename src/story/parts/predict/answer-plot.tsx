/** Axes to draw on: the ground of `Draw` and `Slope`, a plot that is drawn when the page is made. */
import { drawPlot } from '#plot/draw-plot';
import type { Mark, PlotSpec } from '#plot/frame';
import type { Range } from './answer-plot-geometry';

/** Units of the view box. */
const SIZE = { width: 340, height: 220 } as const;

interface PadProps extends Omit<PlotSpec, 'marks'> {
  /** What the axes show, as `PadAxis` has it. */
  readonly ranges: { readonly x: Range; readonly y: Range };
  readonly marks?: readonly Mark[];
  readonly name: string;
  readonly className?: string;
  readonly data?: Readonly<Record<`data-${string}`, string | number>>;
}

/** Where a pointer may draw. */
const ground: Mark = {
  draw: ({ left, right, top, bottom }) => (
    <rect className="pad-ground" x={left} y={top} width={right - left} height={bottom - top} />
  ),
};

/** The truth, in a colour of the theme. */
export function truthMark(colour: string, marks: readonly Mark[]): Mark {
  return {
    draw: (frame) => <g className={`pad-truth tex-${colour}`}>{marks.map((mark) => mark.draw(frame))}</g>,
  };
}

/** A pad with axes; what is drawn on it comes at run time, or as marks. */
export function Pad({ ranges, marks = [], name, className = '', data, ...axes }: PadProps) {
  const { frame, content } = drawPlot({ ...axes, marks: [ground, ...marks] }, SIZE);
  const { x, y } = ranges;
  return (
    <svg
      className={`plot pad ${className}`}
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={name}
      data-x={`${x.from} ${x.to} ${frame.left} ${frame.right}`}
      data-y={`${y.from} ${y.to} ${frame.bottom} ${frame.top}`}
      {...data}
    >
      {content}
    </svg>
  );
}
