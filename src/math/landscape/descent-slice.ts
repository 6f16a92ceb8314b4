/**
 * The descent slice (ours, MATH.md section 5): a surface over gamma x arc length whose crest is the saddle
 * line and whose feet are the roads beside it.
 */

import { addScaled } from '#math/numerics/linear-algebra';
import { type DescentPath, descentPath, type Side } from './descent-path';
import type { Landscape } from './landscape';
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

/** Each path's points at FRACTIONS in one row, kept as long as the path: a trajectory asks for them at every point. */
const resampled = new WeakMap<DescentPath, Float64Array>();

function drawnPoints(path: DescentPath): Float64Array {
  const known = resampled.get(path);
  if (known !== undefined) return known;
  const size = path.foot.theta.length;
  const points = new Float64Array(FRACTIONS.length * size);
  resamplePath(path, FRACTIONS).forEach(({ theta }, k) => {
    points.set(theta, k * size);
  });
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
      ? nearestOnMixture(from, to, nearer === left ? 0 : 1, movedToGamma(line, theta, nearer.gamma))
      : nearestOnMixture(from, to, t, theta);
    if (best === undefined || nearest.distance < best.distance) best = { gamma, side, ...nearest };
  }
  return best;
}

/** The nearest point of the polyline that lies the part t of the way from one to another. */
function nearestOnMixture(
  from: Float64Array,
  to: Float64Array,
  t: number,
  theta: Float64Array,
): { fraction: number; distance: number } {
  const size = theta.length;
  const last = from.length / size - 1;
  const mixed = (at: number) => (from[at] as number) + t * ((to[at] as number) - (from[at] as number));
  let nearest = Number.POSITIVE_INFINITY;
  let segment = 0;
  let part = 0;
  for (let k = 0; k < last; k++) {
    let square = 0;
    let inner = 0;
    let offset = 0;
    for (let p = 0; p < size; p++) {
      const point = mixed(k * size + p);
      const along = mixed((k + 1) * size + p) - point;
      const away = (theta[p] as number) - point;
      square += along * along;
      inner += along * away;
      offset += away * away;
    }
    const s = square > 0 ? Math.min(1, Math.max(0, inner / square)) : 0;
    // Not the distance to show: rounding leaves 1e-8 of it. It only tells the segments apart.
    const rough = offset - 2 * s * inner + s * s * square;
    if (rough < nearest) [nearest, segment, part] = [rough, k, s];
  }
  let sum = 0;
  for (let p = 0; p < size; p++) {
    const point = mixed(segment * size + p);
    const along = mixed((segment + 1) * size + p) - point;
    sum += ((theta[p] as number) - point - part * along) ** 2;
  }
  return { fraction: (segment + part) / last, distance: Math.sqrt(sum) };
}
