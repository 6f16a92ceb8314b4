/** Straight lines across a plot, at a value of one of its axes. */
import type { Mark } from './frame';
import { type Stroke, strokeAttributes } from './style';

interface Rule extends Stroke {
  readonly x?: number;
  readonly y?: number;
}

/** A line across at `y`, or upright at `x`. */
export function rule({ x: u, y: v, ...stroke }: Rule): Mark {
  const ends = ({ x, y, left, right, top, bottom }: Parameters<Mark['draw']>[0]) =>
    u !== undefined
      ? ([
          [x.at(u), top],
          [x.at(u), bottom],
        ] as const)
      : ([
          [left, y.at(v ?? 0)],
          [right, y.at(v ?? 0)],
        ] as const);
  return {
    draw: (frame) => {
      const [[x1, y1], [x2, y2]] = ends(frame);
      const isInside = x1 >= frame.left && y1 >= frame.top - 0.01 && y2 <= frame.bottom + 0.01;
      if (!isInside) return null;
      return <line {...strokeAttributes({ width: 1, ...stroke })} x1={x1} y1={y1} x2={x2} y2={y2} />;
    },
  };
}
