/** The floor of the channel at any epsilon, from what the worker computed: pair, loss, and gamma. */
import type { LandscapeData } from '#landscape/landscape-data';
import { type Activation, activations } from '#math/activation/activation';
import { floorCurveAt } from '#math/channel/floor-curve';
import { gammaOfOutputs } from '#math/landscape/saddle-line';
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

/** The floor at an epsilon between 0 and where it ends; undefined while it is not known. */
export function floorAt(data: LandscapeData, epsilon: number): FloorPoint | undefined {
  const road = channelOf(data);
  const { shape, network, spec } = data;
  if (!road || !shape || !network) return undefined;
  const { loss, coordinates } = floorCurveAt(shape, road.floor, epsilon);
  const pair = toPair(coordinates);
  // At the limit their difference would be infinity minus infinity.
  const gap = coordinates.a / epsilon;
  return {
    epsilon,
    coordinates,
    pair,
    activation: activations[spec.activation],
    loss,
    above: Math.max(0, loss - road.lossAtInfinity),
    gamma: gammaOfOutputs(network.aStar, road.i === network.neuron ? gap : -gap),
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
