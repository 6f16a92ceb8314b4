/** The axes of a figure as a flat drawing: which edges of the box carry them, and where ticks and labels go. */
import { exponentText, plainText } from '#state/number-text';
import { type Box, HALF_HEIGHT, niceTicks, place, type ScenePoint } from './box';
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

export interface AxisName {
  readonly text: string;
  readonly subscript?: string;
}

/** The axes of a box over (x1, x2). */
export interface AxisNames {
  readonly x1: AxisName;
  readonly x2: AxisName;
  readonly value: AxisName;
}

/** One axis of any box: its name, and its ticks at places from -1 to 1 along the edge. */
export interface AxisSpec extends AxisName {
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** Half the box's size in the scene along both inputs. */
export interface Extent {
  readonly x: number;
  readonly z: number;
}

/** Whether symbols stand beside the ends of their axes or beyond them, where they leave room for a tick at the end. */
export type SymbolsAt = 'beside' | 'beyond';

const TICK_LENGTH = 6;
/** Degrees from straight above below which the axes move to the top of the box. */
const TOP_VIEW = 22;
const LABEL_DISTANCE = 17;
const SYMBOL_DISTANCE = 36;
/** Pixels that axes go past the box at their positive end. */
const OVERSHOOT = 16;
/** Labels nearer to each other than this many pixels would touch. */
const LABEL_ROOM: Pixel = [26, 13];

/** The axes of a box over the square of inputs, with round ticks; none upwards for a height of 0, not known yet. */
export function axesDrawing(
  project: Project,
  box: Box,
  view: View,
  names: AxisNames,
  symbolsAt?: SymbolsAt,
): AxesDrawing {
  const ticks = (half: number, wanted: number) =>
    niceTicks(half, wanted).map((value) => ({ at: value / half, text: tickText(value) }));
  const tall = distance(project(place(box, 0, 0, -box.height)), project(place(box, 0, 0, box.height)));
  const specs = {
    x1: { ...names.x1, ticks: ticks(box.halfWidth, 2) },
    x2: { ...names.x2, ticks: ticks(box.halfWidth, 2) },
    value: { ...names.value, ticks: box.height > 0 ? ticks(box.height, tall > 160 ? 2 : 1) : [] },
  };
  return boxAxes(project, { x: 1, z: 1 }, view, specs, symbolsAt);
}

/**
 * The axes along the edges of the box's floor that face the reader, and the vertical one at the left.
 * Ticks that would come too near to another label are dropped, symbols never.
 */
export function boxAxes(
  project: Project,
  extent: Extent,
  view: View,
  specs: { readonly x1: AxisSpec; readonly x2: AxisSpec; readonly value: AxisSpec },
  symbolsAt: SymbolsAt = 'beside',
): AxesDrawing {
  const lines: AxesDrawing['lines'][number][] = [];
  const arrows: AxesDrawing['arrows'][number][] = [];
  const symbols: AxisLabel[] = [];
  // Where symbols go when their ends meet: beside the axis, between two ticks.
  const inner: Pixel[] = [];
  const ticks: AxisLabel[] = [];
  const azimuth = view.azimuth * (Math.PI / 180);
  // Signs of x1 and x2 on the sides that face the reader.
  const near1 = Math.sin(azimuth) >= 0 ? 1 : -1;
  const near2 = Math.cos(azimuth) >= 0 ? -1 : 1;
  // Seen from above, the top of the box is nearer and hides the floor's edges.
  const level = view.polar < TOP_VIEW ? 1 : -1;
  const corner = (x1: number, x2: number, value: number) =>
    project([x1 * extent.x, value * HALF_HEIGHT, -x2 * extent.z]);
  const floor = (x1: number, x2: number) => corner(x1, x2, level);

  const loop = [floor(-1, -1), floor(1, -1), floor(1, 1), floor(-1, 1)];
  for (let k = 0; k < 4; k++) {
    lines.push({ from: loop[k] as Pixel, to: loop[(k + 1) % 4] as Pixel, kind: 'floor' });
  }

  const axis = (
    key: string,
    at: (t: number) => Pixel,
    { ticks: marks, ...name }: AxisSpec,
    outward: (p: Pixel) => Pixel,
  ) => {
    const along = unit(difference(at(1), at(0.8)));
    const end = shifted(at(1), along, OVERSHOOT);
    lines.push({ from: at(-1), to: end, kind: 'axis' });
    arrows.push({ tip: end, from: at(1) });
    const aside = outward(end);
    const symbol = symbolsAt === 'beside' ? shifted(end, aside, 13) : shifted(end, along, 12);
    symbols.push({ key, at: symbol, ...name, kind: 'symbol' });
    inner.push(shifted(at(0.5), outward(at(0.5)), SYMBOL_DISTANCE));
    for (const mark of marks) {
      const p = at(mark.at);
      const out = outward(p);
      lines.push({ from: p, to: shifted(p, out, TICK_LENGTH), kind: 'tick' });
      const upright = key === 'value';
      ticks.push({
        key: `${key}${mark.text}`,
        at: shifted(p, out, upright ? TICK_LENGTH + 4 : LABEL_DISTANCE),
        text: mark.text,
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
  const edge1 = (t: number) => floor(t, near2);
  axis('x1', edge1, specs.x1, away(edge1(-1), edge1(1)));
  const edge2 = (t: number) => floor(near1, t);
  axis('x2', edge2, specs.x2, away(edge2(-1), edge2(1)));

  const [first, second] = symbols;
  if (first && second && distance(first.at, second.at) < 34) {
    symbols[0] = { ...first, at: inner[0] ?? first.at };
    symbols[1] = { ...second, at: inner[1] ?? second.at };
  }

  // The vertical axis stands at the left of the two corners seen from the side.
  const sides = [
    [-near1, near2],
    [near1, -near2],
  ] as const;
  const left = floor(...sides[0])[0] <= floor(...sides[1])[0] ? sides[0] : sides[1];
  const upright = (v: number) => corner(left[0], left[1], v);
  if (distance(upright(-1), upright(1)) > 60 && view.polar >= TOP_VIEW) {
    axis('value', upright, specs.value, () => [-1, 0]);
    const top = shifted(upright(1), unit(difference(upright(1), upright(0))), OVERSHOOT);
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

/** A round number as a tick says it. */
export function tickText(value: number): string {
  const size = Math.abs(value);
  const isPlain = size === 0 || (size < 1e5 && size >= 1e-3);
  return isPlain ? plainText(value) : exponentText(value);
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
