/** The landscape that a worker computed last: what runs and placements are in. */
import { type DescentColumn, projectToDescentSlice } from '#math/descent-slice';
import type { Landscape } from '#math/landscape';
import { addScaled, distance, norm } from '#math/linear-algebra';
import { inputWeights } from '#math/network';
import { projectToPlane } from '#math/plane-slice';
import { distanceToSaddleLine } from '#math/saddle-line';
import type { Problem } from '#math/training';

export interface World {
  /** The network before duplication, and its data. */
  readonly problem: Problem;
  readonly landscape: Landscape;
  /** The columns computed so far, ascending in gamma. */
  readonly columns: DescentColumn[];
  /** For each gap between neighbouring columns whether a side is torn; empty until known. */
  readonly torn: { plus: readonly boolean[]; minus: readonly boolean[] };
  /** e_min at any gamma, interpolated: one eigenproblem for many gammas. */
  readonly quickDownhill: { at(gamma: number): { readonly direction: Float64Array } };
}

/** A world without columns. */
export function createWorld(problem: Problem, landscape: Landscape): World {
  return {
    problem,
    landscape,
    columns: [],
    torn: { plus: [], minus: [] },
    quickDownhill: interpolatedDownhill(landscape),
  };
}

/** Puts a column in its place. */
export function addColumn(world: World, column: DescentColumn): void {
  const at = world.columns.findIndex(({ gamma }) => gamma > column.gamma);
  world.columns.splice(at < 0 ? world.columns.length : at, 0, column);
}

/** Knots of the interpolation of e_min a unit of asinh(4 (gamma - 1/2)); at gamma = 1.5 they are 0.06 apart. */
const KNOTS = 16;

function interpolatedDownhill({ downhill }: Landscape): World['quickDownhill'] {
  const known = new Map<number, Float64Array>();
  const atKnot = (knot: number): Float64Array => {
    const direction = known.get(knot) ?? downhill.at(0.5 + Math.sinh(knot / KNOTS) / 4).direction;
    known.set(knot, direction);
    return direction;
  };
  return {
    at(gamma) {
      const place = Math.asinh(4 * (gamma - 0.5)) * KNOTS;
      const from = atKnot(Math.floor(place));
      const to = atKnot(Math.floor(place) + 1);
      const between = addScaled(from, place - Math.floor(place), addScaled(to, -1, from));
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

/** The place of theta on the descent slice; before the first column only the crest is drawn. */
export function placeOnSlice({ landscape, columns }: World, theta: Float64Array): SlicePlace {
  const slice = projectToDescentSlice(landscape, columns, theta);
  if (slice === undefined) return { along: 0, off: distanceToSaddleLine(landscape.line, theta).distance };
  return { along: (slice.side === 'plus' ? 1 : -1) * slice.fraction, off: slice.distance };
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
