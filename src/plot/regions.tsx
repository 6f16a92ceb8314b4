/** A function of two inputs as shades: the further from zero, the deeper, positive and negative in two colours. */
import { contours } from 'd3-contour';
import type { Frame, Mark, Pixel } from './frame';
import { pathThrough } from './path';
import { paint, type Stroke, strokeAttributes } from './style';

/** Values on a square grid that covers the domains of both axes, edge to edge: x fastest, the first row at the bottom. */
export interface GridValues {
  readonly side: number;
  readonly values: ArrayLike<number>;
}

/** The rings around what lies above a level, as a path in pixels of the frame. */
function ringsAbove({ side, values }: GridValues, level: number, sign: 1 | -1, { x, y }: Frame): string {
  const heights = Array.from(values, (value) => sign * value);
  const at = (scale: Frame['x'], index: number) =>
    scale.from + (scale.to - scale.from) * Math.min(1, Math.max(0, (index - 0.5) / (side - 1)));
  const ways = contours()
    .size([side, side])
    .contour(heights, level)
    .coordinates.flat()
    .map((ring) => ring.map(([u = 0, v = 0]): Pixel => [at(x, u), at(y, v)]));
  return pathThrough(ways, 1);
}

/**
 * Shades above each of the ascending positive levels, and below each of their negatives.
 * @param grid values at the corners of the frame and between
 */
export function regions(grid: GridValues, levels: readonly number[]): Mark {
  return {
    draw: (frame) => {
      const { left, right, top, bottom } = frame;
      const shade = 0.9 / levels.length;
      return (
        <g>
          <rect x={left} y={top} width={right - left} height={bottom - top} fill={paint('raised')} />
          {([1, -1] as const).map((sign) =>
            levels.map((level) => (
              <path
                key={`${sign * level}`}
                fill={paint(sign > 0 ? 'positive' : 'negative')}
                fillOpacity={shade}
                d={ringsAbove(grid, level, sign, frame)}
              />
            )),
          )}
        </g>
      );
    },
  };
}

/** The contour lines of such values at levels. */
export function isolines(grid: GridValues, levels: readonly number[], stroke: Stroke): Mark {
  return {
    draw: (frame) =>
      levels.map((level) => (
        <path key={level} {...strokeAttributes(stroke)} d={ringsAbove(grid, level, 1, frame)} />
      )),
  };
}
