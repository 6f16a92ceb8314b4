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

/** Pixels. */
const RADIUS = 3.75;

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

/** From so many points on those that look alike are one path: an element each would take seconds to draw. */
const CLOUD = 1000;

/** The outline of a shape around a pixel, as part of a path. */
function outlineAt(shape: keyof typeof SHAPES, radius: number, [x, y]: Pixel): string {
  const r = radius;
  if (shape === 'circle')
    return `M${(x - r).toFixed(1)},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0`;
  return shapePath(shape, radius).replace(
    /([ML])(-?[\d.]+),(-?[\d.]+)/g,
    (_, command: string, u: string, v: string) =>
      `${command}${(x + Number(u)).toFixed(1)},${(y + Number(v)).toFixed(1)}`,
  );
}

/** How a point looks, as attributes. */
function lookOf({ colour = 'ink', isHollow, isChosen, opacity, name }: Dot) {
  return {
    fill: isHollow ? 'var(--paper)' : paint(colour),
    stroke: isChosen ? 'var(--ink)' : isHollow ? paint(colour) : 'var(--paper)',
    strokeWidth: isChosen ? 2 : isHollow ? 1.5 : 1.25,
    opacity,
    'data-mark': name,
  };
}

/** Points that look alike as one path each; the chosen ones apart, on top. */
function drawCloud(dots: readonly Dot[], frame: Frame) {
  const clouds = new Map<string, { readonly dot: Dot; readonly outlines: string[] }>();
  for (const dot of dots) {
    const place = placeOf(dot, frame);
    if (!place || dot.isChosen) continue;
    const { shape = 'circle', colour, isHollow, opacity, radius = RADIUS, name } = dot;
    const key = [shape, colour, isHollow, opacity, radius, name].join();
    const cloud = clouds.get(key) ?? { dot, outlines: [] };
    cloud.outlines.push(outlineAt(shape, radius, place));
    clouds.set(key, cloud);
  }
  return [
    ...[...clouds].map(([key, { dot, outlines }]) => (
      // Outlines in the colour of the paper would rub out what they lie on.
      <path key={key} {...lookOf(dot)} {...(!dot.isHollow && { stroke: 'none' })} d={outlines.join('')} />
    )),
    ...drawEach(
      dots.filter(({ isChosen }) => isChosen),
      frame,
    ),
  ];
}

function drawEach(dots: readonly Dot[], frame: Frame) {
  return dots.map((dot, k) => {
    const place = placeOf(dot, frame);
    if (!place) return null;
    const { shape = 'circle', isChosen } = dot;
    const radius = (dot.radius ?? RADIUS) + (isChosen ? 2 : 0);
    const look = lookOf(dot);
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
  });
}

/** Points. */
export function points(dots: readonly Dot[]): Mark {
  return {
    draw: (frame) => (dots.length > CLOUD ? drawCloud : drawEach)(dots, frame),
    covers: (frame) =>
      dots.flatMap((dot) => {
        const place = placeOf(dot, frame);
        if (!place) return [];
        const r = 0.8 * (dot.radius ?? RADIUS);
        return [-1, 0, 1].flatMap((i) => [-1, 0, 1].map((j): Pixel => [place[0] + i * r, place[1] + j * r]));
      }),
  };
}
