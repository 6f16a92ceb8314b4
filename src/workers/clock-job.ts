/** How fast gradient flow is: in the channel without jumps, and on its way to a finite minimum. */
import { type Side, START_OFFSET } from '#math/landscape/descent-path';
import { saddlePoint } from '#math/landscape/saddle-line';
import { outputWeight } from '#math/network/network';
import { conclude } from '#math/network/training';
import { gradientFlow } from '#math/numerics/flow';
import { addScaled } from '#math/numerics/linear-algebra';
import { derivativesAt } from '#math/numerics/objective';
import { eigenvalueRounding, symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import type { Ride } from '#math/ride/ride-point';
import type { Job, JobStretch } from './job';
import type { Jobs } from './messages';
import type { ClockCurve } from './ride-messages';
import type { RideWorld } from './ride-world';

/** Points a decade of time, and the first time. */
const PER_DECADE = 8;
const FIRST_TIME = 0.1;
/** Where beside the saddle line a flow to a finite minimum is started, in turn. */
const GAMMAS = [1.5, 1.2, 0.5, -0.5] as const;

/** Throws a RangeError when the time is not a positive number. */
export function* clockJob(
  world: RideWorld,
  { maxTime }: Jobs['clock']['request'],
  now: () => number = () => performance.now(),
): Job<'clock'> {
  if (!(maxTime > FIRST_TIME && maxTime <= 1e12)) {
    throw new RangeError(`the clock runs to a time between ${FIRST_TIME} and 1e12, got ${maxTime}`);
  }
  const began = now();
  const { ride, points } = world;
  const start = points[0];
  if (start === undefined) throw new RangeError('the ride has no start');
  const { i, j } = start;
  const channel = yield* follow(ride, start.theta, [i, j], maxTime);
  yield { part: { run: 'channel', curve: channel.curve }, done: 0.5 };
  const finite = yield* findFinite(world, maxTime);
  if (finite !== undefined) yield { part: { run: 'finite', curve: finite } };
  return { finite: finite !== undefined, milliseconds: now() - began };
}

/** Gradient flow with everything recorded on an even grid of log time. */
function* follow(
  { shape, loss, fastLoss }: Pick<Ride, 'shape' | 'loss' | 'fastLoss'>,
  start: Float64Array,
  [i, j]: readonly [number, number],
  maxTime: number,
): JobStretch<'clock', { readonly curve: ClockCurve; readonly theta: Float64Array }> {
  const count = Math.floor(PER_DECADE * Math.log10(maxTime / FIRST_TIME) + 1e-9);
  const marks = Array.from({ length: count + 1 }, (_, k) => FIRST_TIME * 10 ** (k / PER_DECADE));
  const rows: number[][] = [];
  let theta = start;
  let next = 0;
  for (const point of gradientFlow(fastLoss, start, { maxTime, marks })) {
    theta = point.theta;
    yield undefined;
    if (next >= marks.length || point.time < (marks[next] as number) * (1 - 1e-12)) continue;
    next += 1;
    const values = symmetricEigenvalues(derivativesAt(loss, theta).hessian, theta.length);
    rows.push([
      point.time,
      Math.abs(outputWeight(shape, theta, i) - outputWeight(shape, theta, j)),
      loss.loss(theta),
      values.at(-1) as number,
      values[0] as number,
      eigenvalueRounding(values),
    ]);
  }
  const column = (k: number) => Float64Array.from(rows, (row) => row[k] as number);
  return {
    curve: {
      times: column(0),
      outputDifferences: column(1),
      losses: column(2),
      largestEigenvalues: column(3),
      smallestEigenvalues: column(4),
      eigenvalueFloors: column(5),
    },
    theta,
  };
}

/** A flow from beside the same saddle line that ends in a finite minimum, on the side of the road back first. */
function* findFinite(
  { origin, points }: RideWorld,
  maxTime: number,
): JobStretch<'clock', ClockCurve | undefined> {
  if (origin === undefined) return undefined;
  const { landscape, side } = origin;
  const { line, downhill, shape, activation, samples } = landscape;
  const other: Side = side === 'plus' ? 'minus' : 'plus';
  const { i, j } = points[0] ?? { i: line.neuron, j: shape.width - 1 };
  for (const gamma of GAMMAS) {
    for (const way of [other, side]) {
      const offset = way === 'plus' ? START_OFFSET : -START_OFFSET;
      const start = addScaled(saddlePoint(line, gamma), offset, downhill.at(gamma).direction);
      const { curve, theta } = yield* follow(landscape, start, [i, j], maxTime);
      if (conclude({ shape, activation, samples }, theta, '').kind === 'minimum') return curve;
    }
  }
  return undefined;
}
