/** Points, each with a shape of its own where that tells something. */
import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import type { Frame, Mark, Pixel } from './frame';
import { type Colour, paint } from './style';

export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly shape?: 'circle' | 'diamond' | 'square' | 'triangle';
  readonly colour?: Colour;
  /** Only its outline: something that does not count, or lies elsewhere. */
  readonly isHollow?: boolean;
  /** The one that is read. */
  readonly isChosen?: boolean;
  /** Pixels. */
  readonly radius?: number;
  /** Between 0 and 1. */
  readonly opacity?: number | undefined;
  /** For tests and style sheets: `data-mark`. */
  readonly name?: string;
}

const SHAPES = {
  circle: symbolCircle,
  diamond: symbolDiamond,
  square: symbolSquare,
  triangle: symbolTriangle,
} as const;

/** The outline of a shape of this radius around the origin. */
export function shapePath(shape: keyof typeof SHAPES, radius: number): string {
  return symbol(SHAPES[shape], (shape === 'circle' ? Math.PI : 2.4) * radius * radius).digits(2)() ?? '';
}

/** Where a point stands: held at the frame's lower and upper edge; undefined beside the frame. */
function placeOf({ x, y }: Dot, frame: Frame): Pixel | undefined {
  const at = frame.x.at(x);
  const height = frame.y.at(y);
  const end = Math.max(frame.right, frame.x.to) + 24;
  if (!(at >= frame.left - 1 && at <= end) || Number.isNaN(height)) return undefined;
  return [at, Math.min(frame.bottom, Math.max(frame.top, height))];
}

/** Points. */
export function points(dots: readonly Dot[]): Mark {
  return {
    draw: (frame) =>
      dots.map((dot, k) => {
        const place = placeOf(dot, frame);
        if (!place) return null;
        const { shape = 'circle', colour = 'ink', isHollow, isChosen, opacity, name } = dot;
        const radius = (dot.radius ?? 3.75) + (isChosen ? 2 : 0);
        const look = {
          fill: isHollow ? 'var(--paper)' : paint(colour),
          stroke: isChosen ? 'var(--ink)' : isHollow ? paint(colour) : 'var(--paper)',
          strokeWidth: isChosen ? 2 : isHollow ? 1.5 : 1.25,
          opacity,
          'data-mark': name,
        };
        const key = `${k}${shape}`;
        if (shape === 'circle') return <circle key={key} {...look} cx={place[0]} cy={place[1]} r={radius} />;
        return (
          <path
            key={key}
            {...look}
            transform={`translate(${place[0]} ${place[1]})`}
            d={shapePath(shape, radius)}
          />
        );
      }),
    covers: (frame) =>
      dots.flatMap((dot) => {
        const place = placeOf(dot, frame);
        if (!place) return [];
        const r = 0.8 * (dot.radius ?? 3.75);
        return [-1, 0, 1].flatMap((i) => [-1, 0, 1].map((j): Pixel => [place[0] + i * r, place[1] + j * r]));
      }),
  };
}
