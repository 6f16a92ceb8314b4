/** The floor of the channel at any epsilon: the pair there, its loss, and its place in the landscape. Pure. */
import type { LandscapeData } from '#landscape/landscape-data';
import { type Activation, activations } from '#math/activation/activation';
import { pairOfPhi } from '#math/channel/channel-network';
import { HALF_WIDTH } from '#math/network/inputs';
import { type Pair, type PairCoordinates, toPair } from '#math/pair/pair';
import { termRange } from '#math/pair/pair-range';
import { niceHeight } from '#scene/box';
import type { RoadData } from '#workers/messages';

/** A point of the floor. */
export interface FloorPoint {
  readonly epsilon: number;
  readonly coordinates: PairCoordinates;
  readonly pair: Pair;
  readonly activation: Activation;
  readonly loss: number;
  /** How far the loss is above that at infinity; at least 0. */
  readonly above: number;
  /** Infinite at epsilon = 0. */
  readonly gamma: number;
  /** a_i - a_j, infinite at epsilon = 0. */
  readonly gap: number;
}

/** The road of a landscape whose floor is followed: the one that leads to a minimum at infinity. */
export function channelOf({ roads }: Pick<LandscapeData, 'roads'>): RoadData | undefined {
  return [roads.plus, roads.minus].find(
    (road) => road?.verdict === 'minimum-at-infinity' && road.floor.epsilons.length > 1,
  );
}

/** Rows that are interpolated between. */
const ROWS = 4;

/** Rows of the floor around an epsilon, and the weight of each: a cubic in epsilon squared, for the floor is even in epsilon. */
function rowsAt({ epsilons }: RoadData['floor'], epsilon: number) {
  const last = epsilons.length - 1;
  const above = epsilons.findIndex((value) => value >= epsilon);
  const first = Math.max(0, Math.min(last + 1 - ROWS, (above < 0 ? last : above) - ROWS / 2));
  const rows = Array.from({ length: Math.min(ROWS, last + 1) }, (_, k) => first + k);
  const square = (k: number) => (epsilons[k] as number) ** 2;
  const at = Math.min(epsilon ** 2, square(last));
  return rows.map((row) => ({
    row,
    weight: rows
      .filter((other) => other !== row)
      .reduce((product, other) => (product * (at - square(other))) / (square(row) - square(other)), 1),
  }));
}

/** The floor at an epsilon between 0 and where it ends; undefined while it is not known. */
export function floorAt(data: LandscapeData, epsilon: number): FloorPoint | undefined {
  const road = channelOf(data);
  const { shape, network, spec } = data;
  if (!road || !shape || !network) return undefined;
  const rows = rowsAt(road.floor, epsilon);
  const mix = (list: Float64Array, size = 1, k = 0) =>
    rows.reduce((sum, { row, weight }) => sum + weight * (list[row * size + k] as number), 0);
  const size = road.phi.length;
  const phi = Float64Array.from({ length: size }, (_, k) => mix(road.floor.phis, size, k));
  const { w, v, c, a } = pairOfPhi(shape, phi);
  const coordinates = { w: [...w], delta: [...v.map((entry) => entry / a)], epsilon, a, c };
  const gap = a / epsilon;
  const sign = road.i === network.neuron ? 1 : -1;
  const loss = mix(road.floor.losses);
  return {
    epsilon,
    coordinates,
    pair: toPair(coordinates),
    activation: activations[spec.activation],
    loss,
    above: Math.max(0, loss - road.lossAtInfinity),
    gamma: (sign * gap + network.aStar) / (2 * network.aStar),
    gap,
  };
}

/** Epsilons whose pairs have to fit the frame, so that moving epsilon never changes it. */
const FITTED_EPSILONS = [0.4, 0.25, 0.1, 0.03, 0] as const;

/** Room in the frame for the neurons beside their sum. */
const ROOM = 1.5;

/** Half the height of a frame that holds the pair at every epsilon. */
export function pairHeight(data: LandscapeData): number {
  const sizes = FITTED_EPSILONS.flatMap((epsilon) => {
    const point = floorAt(data, epsilon);
    return point ? [termRange(point.activation, 'sum', point.coordinates, HALF_WIDTH).size] : [];
  });
  return niceHeight(Math.max(...sizes) * ROOM);
}
