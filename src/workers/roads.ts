/** The roads at the foot of the ridge: what certifies their limits, and their floors. */
import { channelFloor, type FloorPoint, floorEpsilons } from '#math/channel/channel-floor';
import { channelSize, fromChannel, toChannel } from '#math/channel/channel-network';
import { type Certificate, certificate } from '#math/channel/limit-network';
import type { Side } from '#math/landscape/descent-path';
import type { DescentColumn } from '#math/landscape/descent-slice';
import type { Landscape } from '#math/landscape/landscape';
import { gammaOfDifference } from '#math/landscape/saddle-line';
import type { JobStretch } from './job';
import type { RoadData } from './messages';
import { placeOnSlice, type SlicePlace, type World } from './world';

/** The floor is followed through this many epsilons, 0 and then evenly in log epsilon from first to last. */
const FLOOR_POINTS = 48;
const FIRST_EPSILON = 1e-4;
const LAST_EPSILON = 0.4;

/** A side's road, its limit found from one foot. */
export interface Road {
  readonly side: Side;
  /** The pair, i the neuron whose output weight is larger. */
  readonly i: number;
  readonly j: number;
  /** Undefined when there is no pair to take a limit of. */
  readonly limit: Certificate | undefined;
}

/** The road of one side, certified from a foot. */
export function certifyRoad(
  { shape, activation, samples, line }: Landscape,
  column: DescentColumn,
  side: Side,
): Road {
  const last = shape.width - 1;
  const { foot } = column[side];
  if (!(foot.epsilon > 0)) {
    // The path down does not part the two neurons.
    return { side, i: line.neuron, j: last, limit: undefined };
  }
  const pair = toChannel(shape, foot.theta, line.neuron, last);
  const limit = certificate(shape, activation, samples, pair.phi);
  const finite = [limit.lossAtInfinity, limit.h, limit.smallestEigenvalue].every(Number.isFinite);
  return { side, i: pair.i, j: pair.j, limit: finite ? limit : undefined };
}

/** The floor of a road, as far as it goes; empty where the limit is no minimum. */
export function* followFloor(
  { shape, activation, samples }: Landscape,
  { limit }: Road,
): JobStretch<'landscape', FloorPoint[]> {
  const points: FloorPoint[] = [];
  if (limit === undefined || !(limit.a > 0)) return points;
  if (limit.verdict !== 'minimum-at-infinity' && limit.verdict !== 'road-back') return points;
  const epsilons = floorEpsilons(FLOOR_POINTS, FIRST_EPSILON, LAST_EPSILON);
  for (const point of channelFloor(shape, activation, samples, limit.phi, epsilons)) {
    points.push(point);
    yield undefined;
  }
  return points;
}

/** Where the points of a floor are on the slice by its present columns. */
function placesOf(world: World, { i, j }: Road, floor: readonly FloorPoint[]): SlicePlace[] {
  const { shape } = world.landscape;
  const places: SlicePlace[] = floor
    .filter(({ epsilon }) => epsilon > 0)
    .map(({ epsilon, phi }) => placeOnSlice(world, fromChannel(shape, { i, j, epsilon, phi })));
  const atInfinity = floor.length - places.length;
  const nearest = places[0] ?? { along: 0, off: 0 };
  return [...new Array<SlicePlace>(atInfinity).fill(nearest), ...places];
}

/** What is sent of a road: everything in fresh arrays. */
export function roadData(world: World, road: Road, floor: readonly FloorPoint[]): RoadData {
  const { line, shape } = world.landscape;
  const { side, i, j, limit } = road;
  // gamma counts the split neuron's output weight, whichever of the pair it is.
  const sign = i === line.neuron ? 1 : -1;
  const size = channelSize(shape);
  const phis = new Float64Array(floor.length * size);
  floor.forEach(({ phi }, k) => {
    phis.set(phi, k * size);
  });
  const places = placesOf(world, road, floor);
  const known = limit?.verdict === 'no-limit' ? undefined : limit;
  return {
    side,
    verdict: known?.verdict ?? 'no-limit',
    i,
    j,
    lossAtInfinity: known?.lossAtInfinity ?? 0,
    maxAbsGradient: known?.maxAbsGradient ?? 0,
    smallestEigenvalue: known?.smallestEigenvalue ?? 0,
    h: known?.h ?? 0,
    a: known?.a ?? 0,
    c: known?.c ?? 0,
    phi: known === undefined ? new Float64Array(size) : Float64Array.from(known.phi),
    floor: {
      epsilons: Float64Array.from(floor, ({ epsilon }) => epsilon),
      losses: Float64Array.from(floor, ({ loss }) => loss),
      gammas: Float64Array.from(floor, (point) => gammaOfDifference(line, sign * point.outputDifference)),
      phis,
      along: Float64Array.from(places, ({ along }) => along),
      off: Float64Array.from(places, ({ off }) => off),
    },
  };
}
