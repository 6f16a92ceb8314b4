/** Follows gradient flow or an optimizer from a point, and says where on the drawn surfaces it goes. */

import { networkLoss } from '#math/network/loss';
import { sampleBatches } from '#math/network/samples';
import { gradientFlow } from '#math/numerics/flow';
import { adam, gradientDescent, shuffle, stochasticGradientDescent } from '#math/numerics/optimizers';
import { createRandom } from '#math/numerics/random';
import type { Trajectory, TrajectoryPoint } from '#math/numerics/trajectory';
import type { Job } from './job';
import type { RunPart, RunRequest } from './messages';
import { thetaAt } from './place-job';
import { placeOf } from './run-place';
import { thinning } from './thinning';
import { positionIn, type World } from './world';

/** A part is sent after so many points, or so many milliseconds. */
const BATCH_POINTS = 40;
const BATCH_TIME = 30;
/** Below it the gradient of the loss is rounding. */
const ZERO_GRADIENT = 1e-10;
/** An optimizer is looked at about this often, and never less than every so many steps. */
const LOOKS = 4000;
const LONGEST_STRIDE = 51;

/** Throws a RangeError that says what to change when the start or a setting is impossible. */
export function* runJob(
  world: World,
  request: RunRequest,
  now: () => number = () => performance.now(),
): Job<'run'> {
  const { start } = request;
  const theta = 'theta' in start ? start.theta : thetaAt(world, start);
  check(world, theta, request);
  const { trajectory, looks } = trajectoryOf(world, theta, request);
  const keep = thinning(looks);
  let waiting: TrajectoryPoint[] = [];
  let last: TrajectoryPoint | undefined;
  let lastKept: TrajectoryPoint | undefined;
  let sent = now();
  let next = trajectory.next();
  for (let index = 0; !next.done; index++) {
    last = next.value;
    if (keep(index)) {
      lastKept = last;
      waiting.push(last);
    }
    if (waiting.length >= BATCH_POINTS || (waiting.length > 0 && now() - sent >= BATCH_TIME)) {
      yield { part: partOf(world, waiting), done: progress(request, last) };
      waiting = [];
      sent = now();
    } else yield undefined;
    next = trajectory.next();
  }
  const { kind, message, steps: step = 0 } = next.value;
  if (last === undefined) throw new Error(message);
  if (last !== lastKept) waiting.push(last);
  yield waiting.length > 0 ? { part: partOf(world, waiting), done: 1 } : { done: 1 };
  const { loss, gradientNorm } = last;
  const place = kind === 'diverged' ? 'elsewhere' : yield* placeOf(world, last.theta);
  const end = { kind, place, loss, gradientNorm };
  if (kind === 'diverged') return { ...end, problem: { code: kind, step, rate: request.rate } };
  return kind === 'stuck' ? { ...end, problem: { code: kind, time: last.time } } : end;
}

function check(
  { landscape }: World,
  theta: Float64Array,
  { rate, optimizer, maxTime, maxSteps }: RunRequest,
): void {
  if (theta.length !== landscape.loss.size || !theta.every(Number.isFinite)) {
    throw new RangeError(
      `a run needs the ${landscape.loss.size} finite parameters of the duplicated network; put the ball somewhere else`,
    );
  }
  if (!(maxTime > 0)) throw new RangeError(`the time must be positive, got ${maxTime}`);
  if (!(Number.isInteger(maxSteps) && maxSteps > 0)) {
    throw new RangeError(`the number of steps must be a positive whole number, got ${maxSteps}`);
  }
  if (optimizer !== 'flow' && !(rate > 0 && Number.isFinite(rate))) {
    throw new RangeError(`the learning rate must be positive, got ${rate}`);
  }
}

/** The trajectory, and about how many points it yields. */
function trajectoryOf(
  { landscape: { shape, activation, samples } }: World,
  theta: Float64Array,
  request: RunRequest,
): { readonly trajectory: Trajectory; readonly looks: number } {
  const { optimizer, rate, maxTime, maxSteps } = request;
  const lossOf = (data: typeof samples) => networkLoss(shape, activation, data, 'table');
  const loss = lossOf(samples);
  if (optimizer === 'flow') {
    const trajectory = gradientFlow(loss, theta, { maxTime, maxSteps, minGradientNorm: ZERO_GRADIENT });
    return { trajectory, looks: maxSteps };
  }
  // Odd: at the edge of stability iterates alternate, and an even stride would see one half of them only.
  const recordEvery = Math.min(LONGEST_STRIDE, 2 * Math.floor(maxSteps / LOOKS / 2) + 1);
  const options = { learningRate: rate, maxSteps, recordEvery, minGradientNorm: ZERO_GRADIENT };
  const looks = maxSteps / recordEvery;
  if (optimizer === 'gd') return { trajectory: gradientDescent(loss, theta, options), looks };
  const random = createRandom(request.seed);
  const order = Array.from({ length: samples.count }, (_, n) => n);
  shuffle(order, random);
  const whole = request.batch >= samples.count;
  const batches = whole ? [loss] : sampleBatches(samples, request.batch, order).map(lossOf);
  if (optimizer === 'sgd') {
    return { trajectory: stochasticGradientDescent(loss, batches, theta, random, options), looks };
  }
  return { trajectory: adam(loss, theta, options, whole ? undefined : { batches, random }), looks };
}

/** Flow time runs over many powers of ten; steps do not. */
function progress({ optimizer, maxTime, maxSteps }: RunRequest, { time, steps }: TrajectoryPoint): number {
  if (optimizer !== 'flow') return steps / maxSteps;
  return Number.isFinite(maxTime) ? Math.log1p(time) / Math.log1p(maxTime) : 0;
}

function partOf(world: World, points: readonly TrajectoryPoint[]): RunPart {
  const positions = points.map(({ theta }) => positionIn(world, theta));
  const size = world.landscape.loss.size;
  const thetas = new Float64Array(points.length * size);
  points.forEach(({ theta }, k) => {
    thetas.set(theta, k * size);
  });
  return {
    times: Float64Array.from(points, ({ time }) => time),
    losses: Float64Array.from(points, ({ loss }) => loss),
    gammas: Float64Array.from(positions, ({ gamma }) => gamma),
    along: Float64Array.from(positions, ({ along }) => along),
    offDescent: Float64Array.from(positions, ({ offDescent }) => offDescent),
    alphas: Float64Array.from(positions, ({ alpha }) => alpha),
    offPlane: Float64Array.from(positions, ({ offPlane }) => offPlane),
    epsilons: Float64Array.from(positions, ({ epsilon }) => epsilon),
    thetas,
  };
}
