/** A point of the drawn surface: its parameters. */

import type { Side } from '#math/landscape/descent-path';
import { resamplePath } from '#math/landscape/descent-slice';
import { movedToGamma, saddlePoint } from '#math/landscape/saddle-line';
import { addScaled } from '#math/numerics/linear-algebra';
import type { Job } from './job';
import type { SlicePoint } from './messages';
import { JobError } from './problem';
import { isTorn, type World } from './world';

/** Ends with the parameters of a point, and the loss there. */
export function* placeJob(world: World, point: SlicePoint): Job<'place'> {
  const theta = thetaAt(world, point);
  yield undefined;
  return { theta, loss: world.landscape.loss.loss(theta) };
}

/**
 * The parameters of the duplicated network at a point of the drawn surface.
 * @throws RangeError when a coordinate is not finite, JobError when nothing is drawn yet
 */
export function thetaAt(world: World, point: SlicePoint): Float64Array {
  const { landscape } = world;
  const numbers = Object.values(point);
  if (!numbers.every(Number.isFinite)) {
    throw new RangeError(`a point needs finite coordinates, got ${numbers.join(' and ')}`);
  }
  if ('along' in point) return onDescentSlice(world, point.gamma, point.along);
  const { direction } = world.quickDownhill.at(point.gamma);
  return addScaled(saddlePoint(landscape.line, point.gamma), point.alpha, direction);
}

function onDescentSlice(world: World, anyGamma: number, anyAlong: number): Float64Array {
  const { columns, landscape } = world;
  const [first, last] = [columns[0], columns.at(-1)];
  if (first === undefined || last === undefined) {
    throw new JobError({ code: 'no-columns' });
  }
  const gamma = Math.min(last.gamma, Math.max(first.gamma, anyGamma));
  const side: Side = anyAlong < 0 ? 'minus' : 'plus';
  const fraction = Math.min(1, Math.abs(anyAlong));
  const above = Math.max(
    1,
    columns.findIndex((column) => column.gamma >= gamma),
  );
  const right = columns[above] ?? last;
  const left = columns[above - 1] ?? first;
  const t = left === right ? 0 : (gamma - left.gamma) / (right.gamma - left.gamma);
  const at = (column: typeof first) =>
    resamplePath(column[side], [fraction])[0]?.theta ?? new Float64Array(0);
  // Nothing is drawn across a tear: there the nearer column's point is taken, moved to this gamma.
  if (isTorn(world, side, left.gamma, right.gamma)) {
    return movedToGamma(landscape.line, at(t < 0.5 ? left : right), gamma);
  }
  const from = at(left);
  return addScaled(from, t, addScaled(at(right), -1, from));
}
