/** A point of the drawn surface: its parameters. */

import type { Side } from '#math/landscape/descent-path';
import { resamplePath } from '#math/landscape/descent-slice';
import { movedToGamma, saddlePoint } from '#math/landscape/saddle-line';
import { addScaled } from '#math/numerics/linear-algebra';
import type { Job } from './job';
import type { Jobs } from './messages';
import { JobError } from './problem';
import { isTorn, type World } from './world';

/** Throws an Error that says what to change when there is nothing drawn there. */
export function* placeJob(world: World, request: Jobs['place']['request']): Job<'place'> {
  const { landscape } = world;
  const numbers = Object.values(request);
  if (!numbers.every(Number.isFinite)) {
    throw new RangeError(`a point needs finite coordinates, got ${numbers.join(' and ')}`);
  }
  const theta =
    'along' in request
      ? onDescentSlice(world, request.gamma, request.along)
      : addScaled(
          saddlePoint(landscape.line, request.gamma),
          request.alpha,
          world.quickDownhill.at(request.gamma).direction,
        );
  yield undefined;
  return { theta, loss: landscape.loss.loss(theta) };
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
