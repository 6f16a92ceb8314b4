/**
 * The descent slice (ours, MATH.md section 5): a surface over gamma x arc length whose crest is the saddle
 * line and whose feet are the roads beside it.
 */
import { type DescentPath, descentPath, type Side } from './descent-path';
import type { Landscape } from './landscape';
import { addScaled, distance } from './linear-algebra';
import { gammaOf, movedToGamma } from './saddle-line';

export interface DescentColumn {
  readonly gamma: number;
  readonly plus: DescentPath;
  readonly minus: DescentPath;
}

/**
 * The columns of the slice, yielded as they are done, in the order given: ask for `coarseToFine(gammas)` to
 * see the whole surface early.
 */
export function* descentSlice(
  landscape: Landscape,
  gammas: readonly number[],
): Generator<DescentColumn, void> {
  for (const gamma of gammas) {
    yield {
      gamma,
      plus: descentPath(landscape, gamma, 'plus'),
      minus: descentPath(landscape, gamma, 'minus'),
    };
  }
}

/** The same values, the ends first and then ever finer in between. */
export function coarseToFine<T>(values: readonly T[]): T[] {
  const taken = new Set<number>();
  const order: T[] = [];
  const take = (index: number): void => {
    if (taken.has(index)) return;
    taken.add(index);
    order.push(values[index] as T);
  };
  for (let step = Math.max(1, values.length - 1); ; step = Math.floor(step / 2)) {
    for (let k = 0; k < values.length; k += step) take(k);
    if (values.length > 0) take(values.length - 1);
    if (step <= 1) return order;
  }
}

/** Parameters and loss at given fractions (0 saddle line, 1 foot) of a path's arc length. */
export function resamplePath(
  path: DescentPath,
  fractions: readonly number[],
): { readonly theta: Float64Array; readonly loss: number; readonly arc: number }[] {
  const { points, arcs, losses } = path;
  const total = arcs[arcs.length - 1] as number;
  return fractions.map((fraction) => {
    const arc = fraction * total;
    let k = 1;
    while (k < arcs.length - 1 && (arcs[k] as number) < arc) k++;
    const low = arcs[k - 1] as number;
    const span = (arcs[k] as number) - low;
    const t = span > 0 ? Math.min(1, Math.max(0, (arc - low) / span)) : 0;
    const from = points[k - 1] as Float64Array;
    const to = points[k] as Float64Array;
    const lossFrom = losses[k - 1] as number;
    return {
      theta: addScaled(from, t, addScaled(to, -1, from)),
      loss: lossFrom + t * ((losses[k] as number) - lossFrom),
      arc,
    };
  });
}

/** Where on the drawn descent slice a point is nearest. */
export interface SlicePosition {
  readonly gamma: number;
  readonly side: Side;
  /** 0 saddle line, 1 foot. */
  readonly fraction: number;
  /** Distance in parameter space to the drawn surface: the off-slice distance. */
  readonly distance: number;
}

const FRACTIONS = Array.from({ length: 65 }, (_, k) => k / 64);

/** Each path's points at FRACTIONS, kept as long as the path: a trajectory asks for them at every point. */
const resampled = new WeakMap<DescentPath, readonly Float64Array[]>();

function drawnPoints(path: DescentPath): readonly Float64Array[] {
  const known = resampled.get(path);
  if (known !== undefined) return known;
  const points = resamplePath(path, FRACTIONS).map(({ theta }) => theta);
  resampled.set(path, points);
  return points;
}

/**
 * The nearest point at the same gamma of the surface that is drawn between `columns` (ascending in gamma,
 * linear in gamma between neighbours at equal fractions of arc length). Beyond the first or last column that
 * column is used; across a tear (`isTorn`, none unless told) the nearer one, moved to this gamma. Undefined
 * without columns.
 */
export function projectToDescentSlice(
  { line }: Pick<Landscape, 'line'>,
  columns: readonly DescentColumn[],
  theta: Float64Array,
  isTorn: (side: Side, left: number, right: number) => boolean = () => false,
): SlicePosition | undefined {
  const gamma = gammaOf(line, theta);
  const above = columns.findIndex((column) => column.gamma >= gamma);
  const right = columns[above < 0 ? columns.length - 1 : above];
  const left = columns[Math.max(0, above < 0 ? columns.length - 1 : above - 1)];
  if (left === undefined || right === undefined) return undefined;
  const t = left === right ? 0 : (gamma - left.gamma) / (right.gamma - left.gamma);
  let best: SlicePosition | undefined;
  for (const side of ['plus', 'minus'] as const) {
    const [from, to] = [drawnPoints(left[side]), drawnPoints(right[side])];
    const nearer = t < 0.5 ? left : right;
    const nearest = isTorn(side, left.gamma, right.gamma)
      ? nearestOnPolyline(nearer === left ? from : to, movedToGamma(line, theta, nearer.gamma))
      : nearestOnPolyline(
          from.map((point, k) => addScaled(point, t, addScaled(to[k] ?? point, -1, point))),
          theta,
        );
    if (best === undefined || nearest.distance < best.distance) best = { gamma, side, ...nearest };
  }
  return best;
}

function nearestOnPolyline(
  points: readonly Float64Array[],
  theta: Float64Array,
): { fraction: number; distance: number } {
  let best = { fraction: 0, distance: Number.POSITIVE_INFINITY };
  for (let k = 1; k < points.length; k++) {
    const from = points[k - 1] as Float64Array;
    const along = addScaled(points[k] as Float64Array, -1, from);
    let square = 0;
    let inner = 0;
    for (let p = 0; p < along.length; p++) {
      square += (along[p] as number) ** 2;
      inner += (along[p] as number) * ((theta[p] as number) - (from[p] as number));
    }
    const t = square > 0 ? Math.min(1, Math.max(0, inner / square)) : 0;
    const away = distance(addScaled(from, t, along), theta);
    if (away < best.distance) best = { fraction: (k - 1 + t) / (points.length - 1), distance: away };
  }
  return best;
}
