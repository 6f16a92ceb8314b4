/** Straight pieces from point to point: bars, whiskers, arrows. */
import type { Frame, Mark, Pixel } from './frame';
import { dense } from './path';
import { paint, type Stroke, strokeAttributes } from './style';

export interface Segment extends Stroke {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  /** A tip at its end, as an arrow has. */
  readonly isArrow?: boolean;
}

/** Pixels from the tip of an arrow to its corners, and half of what is between these. */
const TIP = { length: 9, half: 4.5 } as const;

function pixelsOf({ from, to }: Segment, { x, y }: Frame): readonly [Pixel, Pixel] | undefined {
  const ends = [from, to].map(([u, v]): Pixel => [x.at(u), y.at(v)]);
  const [start, end] = ends;
  return start && end && ends.flat().every(Number.isFinite) ? [start, end] : undefined;
}

/** The corners of the tip at the end of a piece, as the `points` of a polygon. */
function tipPoints([[x1, y1], [x2, y2]]: readonly [Pixel, Pixel]): string {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [u, v] = [(x2 - x1) / length, (y2 - y1) / length];
  const corner = (side: number) =>
    `${(x2 - TIP.length * u - side * v).toFixed(1)},${(y2 - TIP.length * v + side * u).toFixed(1)}`;
  return `${x2.toFixed(1)},${y2.toFixed(1)} ${corner(TIP.half)} ${corner(-TIP.half)}`;
}

/** Straight pieces, each with a stroke of its own. */
export function segments(list: readonly Segment[]): Mark {
  return {
    draw: (frame) =>
      list.map((segment, k) => {
        const ends = pixelsOf(segment, frame);
        if (!ends) return null;
        const [[x1, y1], [x2, y2]] = ends;
        const { from: _from, to: _to, isArrow, ...stroke } = segment;
        const key = `${k}`;
        return (
          <g key={key}>
            <line {...strokeAttributes(stroke)} x1={x1} y1={y1} x2={x2} y2={y2} />
            {isArrow && <polygon points={tipPoints(ends)} fill={paint(stroke.colour ?? 'ink')} />}
          </g>
        );
      }),
    covers: (frame) => {
      const ways = list.map((segment) => pixelsOf(segment, frame)).filter((ends) => ends !== undefined);
      return dense(ways);
    },
  };
}
