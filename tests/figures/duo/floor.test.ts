import { describe, expect, it } from 'vitest';
import { channelOf, floorAt, pairHeight } from '#figures/duo/floor';
import { duoSchema } from '#figures/duo/schema';
import { emptyLandscape, paperSpec, withPart } from '#landscape/landscape-data';
import { activations } from '#math/activation/activation';
import { channelFloor } from '#math/channel/channel-floor';
import { fromChannel, pairOfPhi } from '#math/channel/channel-network';
import { gammaOf } from '#math/landscape/saddle-line';
import { HALF_WIDTH } from '#math/network/inputs';
import { termValue } from '#math/pair/pair';
import { termRange } from '#math/pair/pair-range';
import { lastPosition, valueAt } from '#state/slider-scale';
import floorRows from '../../fixtures/channel-floor.json';
import { expectClose } from '../../support/close';
import { line, oracle, samples, split, splitLoss } from '../../support/landscape';
import { paperLandscape } from '../../support/slices';

const { data } = paperLandscape([1.5, 1000]);
const road = channelOf(data);
if (!road) throw new Error('no channel');
const { floor } = road;

function at(epsilon: number) {
  const point = floorAt(data, epsilon);
  if (!point) throw new Error('no point');
  return point;
}

/**
 * How far the interpolated floor may be from a finer one. Beyond epsilon = 0.12 the floor bends within less than the
 * distance of the points that the worker sends.
 */
function allowed(epsilon: number): { readonly loss: number; readonly weight: number } {
  return epsilon < 0.12 ? { loss: 1e-6, weight: 2e-3 } : { loss: 2e-5, weight: 2e-2 };
}

describe('the floor', () => {
  it('is that of the road to a minimum at infinity', () => {
    expect(road.verdict).toBe('minimum-at-infinity');
    expect(channelOf({ roads: {} })).toBeUndefined();
    expect(channelOf({ roads: { plus: { ...road, verdict: 'road-back' } } })).toBeUndefined();
    expect(channelOf({ roads: { minus: road } })).toBe(road);
  });

  it('is not known before its road is, or while it is not followed', () => {
    const empty = emptyLandscape(paperSpec());
    expect(floorAt(empty, 0.1)).toBeUndefined();
    const none = new Float64Array(0);
    const bare = { epsilons: none, losses: none, gammas: none, phis: none, along: none, off: none };
    const early = withPart(data, { part: 'road', road: { ...road, floor: bare } });
    expect(floorAt(early, 0.1)).toBeUndefined();
  });

  it('is followed as far as the handle goes', () => {
    expect(floor.epsilons[0]).toBe(0);
    expect(floor.epsilons.at(-1)).toBe(duoSchema.eps.max);
  });

  it('is exact at its own points', () => {
    const size = road.phi.length;
    for (const [k, epsilon] of floor.epsilons.entries()) {
      const point = at(epsilon);
      expect(point.loss).toBe(floor.losses[k]);
      const { w, v, c, a } = pairOfPhi(split, floor.phis.slice(k * size, (k + 1) * size));
      expect(point.coordinates.w).toEqual([...w]);
      expect([point.coordinates.c, point.coordinates.a]).toEqual([c, a]);
      expect(point.coordinates.delta.map((entry) => entry * a)).toEqual(
        [...v].map((entry) => expect.closeTo(entry, 12) as number),
      );
      if (k > 0) expectClose(point.gamma, floor.gammas[k] ?? NaN, 1e-9);
      else expect([point.gamma, floor.gammas[0]]).toEqual([Infinity, Infinity]);
    }
  });

  it('is within 1e-6 of a finer floor between them, up to where it bends', () => {
    const { epsilons } = floor;
    const between = [...epsilons.keys()].slice(1).flatMap((k) => {
      const [low = NaN, high = NaN] = [epsilons[k - 1], epsilons[k]];
      return [0.2, 0.5, 0.8].map((t) => low + t * (high - low));
    });
    const finer = [...channelFloor(split, activations.g, samples, road.phi, between)];
    expect(finer.length).toBe(between.length);
    for (const { epsilon, loss, phi } of finer) {
      const point = at(epsilon);
      const error = allowed(epsilon);
      expectClose(point.loss, loss, 0, error.loss);
      expect(point.loss).toBeGreaterThanOrEqual(road.lossAtInfinity);
      const { w, c, a } = pairOfPhi(split, phi);
      point.coordinates.w.forEach((entry, i) => {
        expectClose(entry, w[i] ?? NaN, 0, error.weight);
      });
      expectClose(point.coordinates.c, c, 0, error.weight);
      expectClose(point.coordinates.a, a, 0, error.weight);
    }
  });

  it('is the oracle’s at every epsilon of the fixture', () => {
    for (const row of floorRows.rows) {
      const { loss, coordinates, gamma } = at(row.epsilon);
      const error = allowed(row.epsilon);
      expectClose(loss, row.loss, 0, error.loss);
      expectClose(coordinates.a, row.a, 0, error.weight);
      expectClose(coordinates.c, row.c, 0, error.weight);
      expectClose(Math.hypot(...coordinates.delta), 1, error.weight);
      if (row.gamma !== null) expectClose(gamma, row.gamma, error.weight);
      else expect(gamma).toBe(Infinity);
    }
  });

  it('has a pair that with the other neurons is the network whose loss it says', () => {
    const size = road.phi.length;
    for (const k of [1, 12, 30, 47]) {
      const epsilon = floor.epsilons[k] ?? NaN;
      const theta = fromChannel(split, {
        i: road.i,
        j: road.j,
        epsilon,
        phi: floor.phis.slice(k * size, (k + 1) * size),
      });
      const { pair, gamma, loss } = at(epsilon);
      const neuron = (j: number) => [...theta.subarray(3 * j, 3 * j + 3)];
      expect(pair.wi).toEqual(neuron(road.i).map((entry) => expect.closeTo(entry, 9) as number));
      expect(pair.wj).toEqual(neuron(road.j).map((entry) => expect.closeTo(entry, 9) as number));
      expectClose(pair.ai, theta[12 + road.i] ?? NaN, 1e-9);
      expectClose(pair.aj, theta[12 + road.j] ?? NaN, 1e-9);
      expectClose(gamma, gammaOf(line, theta), 1e-9);
      expectClose(loss, splitLoss.loss(theta), 1e-10);
    }
  });

  it('falls towards infinity at every position of the handle, and its pair grows', () => {
    const positions = Array.from({ length: lastPosition(duoSchema.eps) + 1 }, (_, k) =>
      valueAt(duoSchema.eps, k),
    );
    const points = [...new Set(positions)].map(at);
    expect(points[0]?.epsilon).toBe(0);
    expect(points.at(-1)?.epsilon).toBe(0.4);
    for (const [k, { loss, above, gap, gamma }] of points.entries()) {
      const before = points[k - 1];
      if (!before) continue;
      expect(loss).toBeGreaterThanOrEqual(before.loss);
      expect(above).toBeGreaterThanOrEqual(before.above);
      expect(gap).toBeLessThan(before.gap);
      expect(gamma).toBeLessThan(before.gamma);
    }
  });
});

describe('at epsilon = 0', () => {
  it('is the limit network: infinite weights, the loss at infinity, and no NaN', () => {
    const { loss, above, gamma, gap, pair, coordinates } = at(0);
    expectClose(loss, oracle.minimumAtInfinity.loss, 1e-10);
    expect([above, gamma, gap, pair.ai, pair.aj]).toEqual([0, Infinity, Infinity, Infinity, -Infinity]);
    expect([...pair.wi, ...pair.wj, coordinates.a, coordinates.c].every(Number.isFinite)).toBe(true);
    expectClose(coordinates.a, oracle.minimumAtInfinity.a, 1e-8);
    expectClose(coordinates.c, oracle.minimumAtInfinity.c, 1e-8);
    expect(pair.wi).toEqual(pair.wj);
    expect(termValue(activations.g, 'sum', coordinates, [0.3, -0.7])).toBeCloseTo(
      termValue(activations.g, 'limit', coordinates, [0.3, -0.7]),
      12,
    );
  });
});

describe('the frame of the pair', () => {
  it('holds the sum at every epsilon, with room, and does not depend on epsilon', () => {
    const height = pairHeight(data);
    for (const epsilon of [0.4, 0.3, 0.2, 0.1, 0.01, 1e-4, 1e-6, 0]) {
      const { activation, coordinates } = at(epsilon);
      const { size } = termRange(activation, 'sum', coordinates, HALF_WIDTH);
      expect(size).toBeLessThan(0.75 * height);
      expect(size).toBeGreaterThan(0.2 * height);
    }
  });

  it('is the square on which the inputs have variance 1', () => {
    expect(HALF_WIDTH ** 2 / 3).toBeCloseTo(1, 12);
  });
});
