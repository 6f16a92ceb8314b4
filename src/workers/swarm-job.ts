/** Follows gradient flow from many points of the drawn surface, all at the same pace. */
import { networkLoss } from '#math/network/loss';
import { gradientFlow } from '#math/numerics/flow';
import type { Trajectory, TrajectoryPoint } from '#math/numerics/trajectory';
import type { Job, JobStretch } from './job';
import { thetaAt } from './place-job';
import { placeOf } from './run-place';
import { type SwarmPart, type SwarmPlace, type SwarmRequest, swarmPlaces } from './swarm-messages';
import { type Position, positionIn, type World } from './world';

const MOST_BALLS = 500;
/** The times at which all balls are shown, from where the steepest directions have begun to settle. */
const PER_DECADE = 4;
const [FIRST, LAST] = [1e-2, 1e8];
const TIMES = Array.from(
  { length: PER_DECADE * Math.round(Math.log10(LAST / FIRST)) + 1 },
  (_, k) => FIRST * 10 ** (k / PER_DECADE),
);
/** From this time on it is looked, at the powers of ten, where a ball has come to. */
const FIRST_LOOK = 1e4;
/** Below it the gradient of the loss is rounding. */
const ZERO_GRADIENT = 1e-10;
const MAX_STEPS = 20_000;
/** Balls are sent this often (milliseconds), also while some of them are on their way to the next time. */
const SEND_EVERY = 100;

interface Ball {
  readonly flow: Trajectory;
  point: TrajectoryPoint;
  place: SwarmPlace;
  position: Position;
}

/**
 * Sends all balls at their starts, at each of `TIMES`, and in between, when they are on their way to that time. A ball has
 * ended as soon as Newton's method finds its minimum or a channel is certified below it (`placeOf`), or when time is up.
 * Throws a RangeError that says what to change when there are no starts or too many.
 */
export function* swarmJob(
  world: World,
  { starts }: SwarmRequest,
  now: () => number = () => performance.now(),
): Job<'swarm'> {
  if (starts.length === 0 || starts.length > MOST_BALLS) {
    throw new RangeError(`a swarm has from 1 to ${MOST_BALLS} balls, got ${starts.length}`);
  }
  const { shape, activation, samples } = world.landscape;
  const loss = networkLoss(shape, activation, samples, 'table');
  const options = { marks: TIMES, maxTime: LAST, minGradientNorm: ZERO_GRADIENT, maxSteps: MAX_STEPS };
  const balls: Ball[] = [];
  for (const start of starts) {
    const flow = gradientFlow(loss, thetaAt(world, start), options);
    const point = flow.next().value as TrajectoryPoint;
    balls.push({ flow, point, place: 'rolling', position: positionIn(world, point.theta) });
    yield undefined;
  }
  yield { part: partOf(0, balls), done: 0 };
  let sent = now();
  for (const [k, time] of TIMES.entries()) {
    const looks = time >= FIRST_LOOK && k % PER_DECADE === 0;
    for (const ball of balls) {
      if (ball.place !== 'rolling') continue;
      yield* rollTo(world, ball, time, looks);
      if (now() - sent < SEND_EVERY) continue;
      yield { part: partOf(time, balls) };
      sent = now();
    }
    yield { part: partOf(time, balls), done: (k + 1) / TIMES.length };
    sent = now();
    if (balls.every(({ place }) => place !== 'rolling')) break;
  }
  return {};
}

/** Takes a ball to a time, and finds out where it has come to when it is stopped there, or when `looks`. */
function* rollTo(world: World, ball: Ball, time: number, looks: boolean): JobStretch<'swarm', void> {
  let stopped = time >= LAST;
  while (ball.point.time < time * (1 - 1e-12)) {
    const next = ball.flow.next();
    yield undefined;
    if (next.done) {
      stopped = true;
      break;
    }
    ball.point = next.value;
  }
  ball.position = positionIn(world, ball.point.theta);
  if (!looks && !stopped) return;
  const place = yield* placeOf(world, ball.point.theta);
  if (stopped || place !== 'elsewhere') ball.place = place;
}

function partOf(time: number, balls: readonly Ball[]): SwarmPart {
  const list = (value: (ball: Ball) => number) => Float64Array.from(balls, value);
  return {
    time,
    places: Uint8Array.from(balls, ({ place }) => swarmPlaces.indexOf(place)),
    losses: list(({ point }) => point.loss),
    gammas: list(({ position }) => position.gamma),
    along: list(({ position }) => position.along),
    alphas: list(({ position }) => position.alpha),
    offDescent: list(({ position }) => position.offDescent),
    offPlane: list(({ position }) => position.offPlane),
  };
}
