/** One jump of a ride, or the rest of the way at once. */
import { jumpRide, remeasure } from '#math/ride/ride';
import type { Job } from './job';
import type { Jobs } from './messages';
import { newtonCost, type RideWorld, sentCertificate, sentPoint } from './ride-world';

/** Jumps from a point of the ride; throws a RangeError when there is no such point or the factor goes nowhere. */
export function* jumpJob(
  world: RideWorld,
  { from, factor }: Jobs['jump']['request'],
  now: () => number = () => performance.now(),
): Job<'jump'> {
  const start = pointAt(world, from);
  if (!(factor > 0 && factor < 1)) {
    throw new RangeError(`a jump multiplies epsilon by a number between 0 and 1, got ${factor}`);
  }
  const began = now();
  const steps = jumpRide(world.ride, start, factor);
  let next = steps.next();
  while (!next.done) {
    yield undefined;
    next = steps.next();
  }
  const result = next.value;
  if (result.kind !== 'point') return { kind: result.kind, epsilon: start.epsilon };
  const { ride, point } = result;
  const isNew = ride !== world.ride;
  const before = world.points.slice(0, from + 1);
  world.points = [...(isNew ? before.map((one) => remeasure(ride, one)) : before), point];
  world.ride = ride;
  const sent = { kind: 'point', point: sentPoint(point), milliseconds: now() - began } as const;
  if (!isNew) return sent;
  const { shape, activation, samples, certificate } = ride;
  const cost = newtonCost(ride, point, now);
  return {
    ...sent,
    changed: {
      certificate: sentCertificate(shape, activation, samples, certificate, cost),
      points: world.points.slice(0, -1).map(sentPoint),
    },
  };
}

/** What Newton's method takes from a point of the ride to infinity. */
export function* arriveJob(
  world: RideWorld,
  { from }: Jobs['arrive']['request'],
  now: () => number = () => performance.now(),
): Job<'arrive'> {
  const start = pointAt(world, from);
  yield undefined;
  const { shape, activation, samples, certificate } = world.ride;
  return sentCertificate(shape, activation, samples, certificate, newtonCost(world.ride, start, now));
}

function pointAt({ points }: RideWorld, index: number) {
  const point = points[index];
  if (point === undefined) throw new RangeError(`the ride has no point ${index}; it has ${points.length}`);
  return point;
}
