/** The landscape that a worker computed last: what runs and placements are in. */
import type { Side } from '#math/landscape/descent-path';
import { type DescentColumn, projectToDescentSlice } from '#math/landscape/descent-slice';
import type { Landscape } from '#math/landscape/landscape';
import { projectToPlane } from '#math/landscape/plane-slice';
import { distanceToSaddleLine, gammaOf } from '#math/landscape/saddle-line';
import { inputWeights } from '#math/network/network';
import type { Problem } from '#math/network/training';
import { addScaled, distance, norm } from '#math/numerics/linear-algebra';

export interface World {
  /** The network before duplication, and its data. */
  readonly problem: Problem;
  readonly landscape: Landscape;
  /** The columns computed so far, ascending in gamma. */
  readonly columns: DescentColumn[];
  /** Whether a side is torn between two neighbouring columns, by `gapKey`; gaps not looked at yet are missing. */
  readonly torn: Map<string, Readonly<Record<Side, boolean>>>;
  /** e_min at any gamma, interpolated: one eigenproblem for many gammas. */
  readonly quickDownhill: { at(gamma: number): { readonly direction: Float64Array } };
}

/** A world without columns. */
export function createWorld(problem: Problem, landscape: Landscape): World {
  return {
    problem,
    landscape,
    columns: [],
    torn: new Map(),
    quickDownhill: interpolatedDownhill(landscape),
  };
}

/** Puts a column in its place. */
export function addColumn(world: World, column: DescentColumn): void {
  const at = world.columns.findIndex(({ gamma }) => gamma > column.gamma);
  world.columns.splice(at < 0 ? world.columns.length : at, 0, column);
}

/** The key in `torn` of the gap between two gammas. */
export function gapKey(left: number, right: number): string {
  return `${left} ${right}`;
}

/** Whether a side is known to be torn between two neighbouring columns. */
export function isTorn({ torn }: Pick<World, 'torn'>, side: Side, left: number, right: number): boolean {
  return torn.get(gapKey(left, right))?.[side] ?? false;
}

/** Knots of the interpolation of e_min a unit of asinh(4 (gamma - 1/2)); at gamma = 1.5 they are 0.06 apart. */
const KNOTS = 16;

/** At gamma = 0 and 1 e_min turns into another direction: the nearest knots are this far from there. */
const EDGE = 1e-3;
const STRETCHES = [
  [Number.NEGATIVE_INFINITY, -EDGE],
  [EDGE, 1 - EDGE],
  [1 + EDGE, Number.POSITIVE_INFINITY],
] as const;

function interpolatedDownhill({ downhill }: Landscape): World['quickDownhill'] {
  const known = new Map<number, Float64Array>();
  const atKnot = (gamma: number): Float64Array => {
    const direction = known.get(gamma) ?? downhill.at(gamma).direction;
    known.set(gamma, direction);
    return direction;
  };
  const placeOf = (gamma: number) => Math.asinh(4 * (gamma - 0.5)) * KNOTS;
  return {
    at(gamma) {
      const knot = Math.floor(placeOf(gamma));
      const [lowest, highest] = STRETCHES[gamma < 0 ? 0 : gamma <= 1 ? 1 : 2];
      const [low, high] = [knot, knot + 1].map((k) =>
        Math.min(highest, Math.max(lowest, 0.5 + Math.sinh(k / KNOTS) / 4)),
      ) as [number, number];
      const [from, to] = [atKnot(low), atKnot(high)];
      const part = (placeOf(gamma) - placeOf(low)) / (placeOf(high) - placeOf(low));
      // Between the edge and gamma = 1 itself the direction of the edge is taken.
      const t = Math.min(1, Math.max(0, high > low ? part : 0));
      const between = addScaled(from, t, addScaled(to, -1, from));
      const length = norm(between);
      return { direction: length > 0.5 ? between.map((value) => value / length) : from };
    },
  };
}

/** Where a point of the duplicated network is on the two drawn surfaces; every number finite. */
export interface Position {
  readonly gamma: number;
  /** Minus side negative, 0 on the crest, 1 in size at a foot. */
  readonly along: number;
  readonly offDescent: number;
  readonly alpha: number;
  readonly offPlane: number;
  readonly epsilon: number;
}

/** Where a point is on the drawn descent slice. */
export interface SlicePlace {
  /** Minus side negative, 0 on the crest, 1 in size at a foot. */
  readonly along: number;
  /** Distance in parameter space to what is drawn. */
  readonly off: number;
}

/**
 * The place of theta on the descent slice; before the first column only the crest is drawn. At gamma = 1 the surface
 * is torn from end to end: a point before it is placed on whichever of the two pieces is nearer.
 */
export function placeOnSlice(world: World, theta: Float64Array): SlicePlace {
  const { landscape, columns } = world;
  const { line } = landscape;
  const before = gammaOf(line, theta) < 1;
  const candidates = before ? [columns, columns.filter(({ gamma }) => gamma > 1)] : [columns];
  let best: SlicePlace | undefined;
  for (const piece of candidates) {
    const slice = projectToDescentSlice(landscape, piece, theta, (side, left, right) =>
      isTorn(world, side, left, right),
    );
    if (slice === undefined || (best !== undefined && best.off <= slice.distance)) continue;
    best = { along: (slice.side === 'plus' ? 1 : -1) * slice.fraction, off: slice.distance };
  }
  return best ?? { along: 0, off: distanceToSaddleLine(line, theta).distance };
}

/** The position of theta on both drawn surfaces. */
export function positionIn(world: World, theta: Float64Array): Position {
  const { landscape, quickDownhill } = world;
  const { line, shape } = landscape;
  const plane = projectToPlane({ line, downhill: quickDownhill }, theta);
  const { along, off } = placeOnSlice(world, theta);
  const last = inputWeights(shape, theta, shape.width - 1);
  return {
    gamma: plane.gamma,
    along,
    offDescent: off,
    alpha: plane.alpha,
    offPlane: plane.distance,
    epsilon: distance(inputWeights(shape, theta, line.neuron), last) / 2,
  };
}
