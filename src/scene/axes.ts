/** The axes of a figure as a flat drawing: which edges of the box carry them, and where ticks and labels go. */
import { type Box, niceTicks, place, type ScenePoint } from './box';
import type { View } from './view';

/** A point on the picture, in pixels from its top left corner. */
export type Pixel = readonly [x: number, y: number];
/** Projects a place in the scene onto the picture. */
export type Project = (point: ScenePoint) => Pixel;

export interface AxisLabel {
  /** Stays the same while the label means the same, so that its element can be kept. */
  readonly key: string;
  readonly at: Pixel;
  /** Plain text, or a symbol with its subscript. */
  readonly text: string;
  readonly subscript?: string;
  readonly kind: 'tick' | 'symbol';
  /** Where the text ends instead of where its middle is. */
  readonly end?: boolean;
  /** Ink when absent. */
  readonly colour?: string;
}

export interface AxesDrawing {
  readonly lines: readonly {
    readonly from: Pixel;
    readonly to: Pixel;
    readonly kind: 'axis' | 'tick' | 'floor';
  }[];
  /** Heads at the positive ends. */
  readonly arrows: readonly { readonly tip: Pixel; readonly from: Pixel }[];
  readonly labels: readonly AxisLabel[];
}

export interface AxisNames {
  readonly x1: { readonly text: string; readonly subscript?: string };
  readonly x2: { readonly text: string; readonly subscript?: string };
  readonly value: { readonly text: string; readonly subscript?: string };
}

const TICK_LENGTH = 6;
/** Degrees from straight above below which the axes move to the top of the box. */
const TOP_VIEW = 22;
const LABEL_DISTANCE = 17;
const SYMBOL_DISTANCE = 36;
/** Pixels that axes go past the box at their positive end. */
const OVERSHOOT = 16;
/** Labels nearer to each other than this many pixels would touch. */
const LABEL_ROOM: Pixel = [26, 13];

/**
 * The axes along the edges of the box's floor that face the reader, and the vertical one at the left.
 * Ticks that would come too near to another label are dropped, symbols never.
 */
export function axesDrawing(project: Project, box: Box, view: View, names: AxisNames): AxesDrawing {
  const lines: AxesDrawing['lines'][number][] = [];
  const arrows: AxesDrawing['arrows'][number][] = [];
  const symbols: AxisLabel[] = [];
  // Where symbols go when their ends meet: beside the axis, between two ticks.
  const inner: Pixel[] = [];
  const ticks: AxisLabel[] = [];
  const { halfWidth, height } = box;
  const azimuth = view.azimuth * (Math.PI / 180);
  // Signs of x1 and x2 on the sides that face the reader.
  const near1 = Math.sin(azimuth) >= 0 ? 1 : -1;
  const near2 = Math.cos(azimuth) >= 0 ? -1 : 1;
  // Seen from above, the top of the box is nearer and hides the floor's edges.
  const level = view.polar < TOP_VIEW ? height : -height;
  const floor = (x1: number, x2: number) => project(place(box, x1, x2, level));

  const corners = [floor(-halfWidth, -halfWidth), floor(halfWidth, -halfWidth)] as const;
  const backs = [floor(halfWidth, halfWidth), floor(-halfWidth, halfWidth)] as const;
  const loop = [...corners, ...backs];
  for (let k = 0; k < 4; k++) {
    lines.push({ from: loop[k] as Pixel, to: loop[(k + 1) % 4] as Pixel, kind: 'floor' });
  }

  const axis = (
    key: string,
    at: (t: number) => Pixel,
    half: number,
    values: readonly number[],
    name: AxisNames['x1'],
    outward: (p: Pixel) => Pixel,
  ) => {
    const end = shifted(at(half), unit(difference(at(half), at(0.8 * half))), OVERSHOOT);
    lines.push({ from: at(-half), to: end, kind: 'axis' });
    arrows.push({ tip: end, from: at(half) });
    const aside = outward(end);
    symbols.push({ key, at: shifted(end, aside, 13), ...name, kind: 'symbol' });
    inner.push(shifted(at(half / 2), outward(at(half / 2)), SYMBOL_DISTANCE));
    for (const value of values) {
      const p = at(value);
      const out = outward(p);
      lines.push({ from: p, to: shifted(p, out, TICK_LENGTH), kind: 'tick' });
      const upright = key === 'value';
      ticks.push({
        key: `${key}${value}`,
        at: shifted(p, out, upright ? TICK_LENGTH + 4 : LABEL_DISTANCE),
        text: tickText(value),
        kind: 'tick',
        ...(upright && { end: true }),
      });
    }
  };

  const middle = floor(0, 0);
  // Outward from an edge: at a right angle to it, away from the middle of the floor.
  const away = (from: Pixel, to: Pixel) => {
    const along = unit([to[0] - from[0], to[1] - from[1]]);
    const normal: Pixel = [-along[1], along[0]];
    const side = (from[0] - middle[0]) * normal[0] + (from[1] - middle[1]) * normal[1];
    return (): Pixel => (side >= 0 ? normal : [-normal[0], -normal[1]]);
  };
  const inputTicks = niceTicks(halfWidth, 2);
  const edge1 = (t: number) => floor(t, near2 * halfWidth);
  axis('x1', edge1, halfWidth, inputTicks, names.x1, away(edge1(-halfWidth), edge1(halfWidth)));
  const edge2 = (t: number) => floor(near1 * halfWidth, t);
  axis('x2', edge2, halfWidth, inputTicks, names.x2, away(edge2(-halfWidth), edge2(halfWidth)));

  const [first, second] = symbols;
  if (first && second && distance(first.at, second.at) < 34) {
    symbols[0] = { ...first, at: inner[0] ?? first.at };
    symbols[1] = { ...second, at: inner[1] ?? second.at };
  }

  // The vertical axis stands at the left of the two corners seen from the side.
  const sides = [
    [-near1 * halfWidth, near2 * halfWidth],
    [near1 * halfWidth, -near2 * halfWidth],
  ] as const;
  const left = floor(...sides[0])[0] <= floor(...sides[1])[0] ? sides[0] : sides[1];
  const upright = (v: number) => project(place(box, left[0], left[1], v));
  const tall = distance(upright(-height), upright(height));
  if (tall > 60 && view.polar >= TOP_VIEW) {
    axis('value', upright, height, niceTicks(height, tall > 160 ? 2 : 1), names.value, () => [-1, 0]);
    const top = shifted(upright(height), unit(difference(upright(height), upright(0))), OVERSHOOT);
    const label = symbols.pop();
    if (label) symbols.push({ ...label, at: [top[0], top[1] - 12] });
  }
  return { lines, arrows, labels: [...symbols, ...withoutCollisions(ticks, symbols)] };
}

function withoutCollisions(ticks: readonly AxisLabel[], taken: readonly AxisLabel[]): readonly AxisLabel[] {
  const kept: AxisLabel[] = [];
  for (const tick of ticks) {
    const clear = [...taken, ...kept].every(
      ({ at }) =>
        Math.abs(at[0] - tick.at[0]) > LABEL_ROOM[0] || Math.abs(at[1] - tick.at[1]) > LABEL_ROOM[1],
    );
    if (clear) kept.push(tick);
  }
  return kept;
}

function tickText(value: number): string {
  const size = Math.abs(value);
  const text =
    size !== 0 && (size >= 1e5 || size < 1e-3) ? size.toExponential().replace('+', '') : String(size);
  return value < 0 ? `−${text}` : text;
}

function shifted(p: Pixel, direction: Pixel, by: number): Pixel {
  return [p[0] + direction[0] * by, p[1] + direction[1] * by];
}

function difference(a: Pixel, b: Pixel): Pixel {
  return [a[0] - b[0], a[1] - b[1]];
}

function distance(a: Pixel, b: Pixel): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function unit(v: Pixel): Pixel {
  const length = Math.hypot(v[0], v[1]) || 1;
  return [v[0] / length, v[1] / length];
}
