import { describe, expect, test } from 'vitest';
import {
  type FunctionState,
  gridPlane,
  HALF,
  pairOfState,
  type TileId,
  tilePlane,
} from '#figures/landscape/panels/function-maps';
import { roundFactor, tileScales } from '#figures/landscape/panels/function-scales';
import { activations } from '#math/activation/activation';
import { fromChannel, limitNetworkOutput, toChannel } from '#math/channel/channel-network';
import { saddlePoint } from '#math/landscape/saddle-line';
import { gridInputs } from '#math/network/inputs';
import { networkOutput, packParameters } from '#math/network/network';
import { withConstant } from '#math/network/samples';
import { rosenbrockTarget } from '#math/network/target';
import { line, oracle, split } from '../../support/landscape';

const points = gridInputs(32);
const targets = rosenbrockTarget(points);
const end = packParameters(split, oracle.flowEnds.plus.W, oracle.flowEnds.plus.a);
const base = { shape: split, activation: 'g', neuron: 0, loss: 0, targets, grid: 32 } as const;
const spots = [
  [0.3, -1.1],
  [1.6, 1.5],
  [-1.7, 0.2],
] as const;

function at(state: FunctionState, tile: TileId, x1: number, x2: number): number {
  return tilePlane(state, pairOfState(state), tile)(x1, x2);
}

describe('functions of a state', () => {
  test('the network is the network, its residual on the grid is what the loss squares', () => {
    const state: FunctionState = { ...base, at: { theta: end } };
    const output = networkOutput(split, activations.g, end, withConstant(points, 2));
    let sum = 0;
    for (let n = 0; n < targets.length; n++) {
      const [x1, x2] = [points[2 * n] as number, points[2 * n + 1] as number];
      if (n % 97 === 0) expect(at(state, 'network', x1, x2)).toBeCloseTo(output[n] as number, 10);
      sum += at(state, 'residual', x1, x2) ** 2 / targets.length;
    }
    expect(sum).toBeCloseTo(oracle.flowEnds.plus.loss, 10);
  });

  test('pair - limit is their difference, and phi says the same as theta', () => {
    const byTheta: FunctionState = { ...base, at: { theta: end } };
    const { phi, epsilon } = toChannel(split, end, 0, 3);
    const byPhi: FunctionState = { ...base, at: { phi, epsilon } };
    for (const [x1, x2] of spots) {
      const difference = at(byTheta, 'pair', x1, x2) - at(byTheta, 'limit', x1, x2);
      expect(at(byTheta, 'difference', x1, x2)).toBeCloseTo(difference, 11);
      for (const tile of ['network', 'pair', 'limit'] as const) {
        expect(at(byPhi, tile, x1, x2)).toBeCloseTo(at(byTheta, tile, x1, x2), 9);
      }
    }
    expect(pairOfState(byPhi).ai).toBeCloseTo(pairOfState(byTheta).ai, 8);
  });

  test('at epsilon = 0 it is the limit network exactly, with infinite output weights', () => {
    const { phi } = toChannel(split, end, 0, 3);
    const state: FunctionState = { ...base, at: { phi, epsilon: 0 } };
    const inputs = withConstant(Float64Array.from(spots.flat()), 2);
    const limit = limitNetworkOutput(split, activations.g, phi, inputs);
    spots.forEach(([x1, x2], n) => {
      expect(at(state, 'network', x1, x2)).toBeCloseTo(limit.network[n] as number, 11);
      expect(at(state, 'pair', x1, x2)).toBeCloseTo(limit.pair[n] as number, 11);
      expect(Math.abs(at(state, 'difference', x1, x2))).toBe(0);
    });
    expect(pairOfState(state)).toMatchObject({ ai: Infinity, aj: -Infinity });
    const copy: FunctionState = { ...base, at: { phi, epsilon: 0, copyFirst: true } };
    expect(pairOfState(copy)).toMatchObject({ ai: -Infinity, aj: Infinity });
  });

  test('the difference shrinks like epsilon^2 down to where rounding would hide it', () => {
    const { phi } = toChannel(split, end, 0, 3);
    const size = (epsilon: number) =>
      at({ ...base, at: { phi, epsilon } }, 'difference', 1.2, 1) / epsilon ** 2;
    expect(Math.abs(size(1e-4))).toBeGreaterThan(1e-3);
    for (const epsilon of [1e-6, 1e-9]) expect(size(epsilon) / size(1e-4)).toBeCloseTo(1, 4);
  });

  test('on the saddle line the pair is the neuron it was made of', () => {
    const state: FunctionState = { ...base, at: { theta: saddlePoint(line, 1.5) } };
    const { ai, aj, coordinates } = pairOfState(state);
    expect(coordinates).toMatchObject({ epsilon: 0, a: 0 });
    expect(ai + aj).toBeCloseTo(coordinates.c, 12);
    for (const [x1, x2] of spots) {
      const [w1 = 0, w2 = 0, w0 = 0] = coordinates.w;
      const neuron = coordinates.c * activations.g.value(w1 * x1 + w2 * x2 + w0);
      expect(at(state, 'pair', x1, x2)).toBeCloseTo(neuron, 11);
      expect(Math.abs(at(state, 'difference', x1, x2))).toBe(0);
    }
  });

  test('the pair of another neuron is taken', () => {
    const theta = saddlePoint({ ...line, neuron: 2 }, 0.25);
    const state: FunctionState = { ...base, neuron: 2, at: { theta } };
    expect(pairOfState(state).coordinates.c).toBeCloseTo(oracle.minimum.a[2] as number, 12);
    const output = networkOutput(split, activations.g, theta, Float64Array.from([0.5, 0.4, 1]));
    expect(at(state, 'network', 0.5, 0.4)).toBeCloseTo(output[0] as number, 11);
  });

  test('epsilon is undone by fromChannel', () => {
    const { phi } = toChannel(split, end, 0, 3);
    const theta = fromChannel(split, { i: 0, j: 3, epsilon: 0.05, phi });
    const { wi, aj } = pairOfState({ ...base, at: { theta } });
    const other = pairOfState({ ...base, at: { phi, epsilon: 0.05 } });
    expect(other.wi[1]).toBeCloseTo(wi[1] as number, 12);
    expect(other.aj).toBeCloseTo(aj, 9);
  });
});

describe('a grid as a function', () => {
  test('is exact at the cell centres (x1 slowest), linear between, constant beyond', () => {
    const plane = gridPlane(Float64Array.from([1, 2, 3, 5]), 2);
    const h = HALF / 2;
    expect(plane(-h, -h)).toBeCloseTo(1, 12);
    expect(plane(-h, h)).toBeCloseTo(2, 12);
    expect(plane(h, -h)).toBeCloseTo(3, 12);
    expect(plane(0, 0)).toBeCloseTo(2.75, 12);
    expect(plane(HALF, HALF)).toBeCloseTo(5, 12);
    expect(gridPlane(Float64Array.from([7]), 1)(1, 1)).toBe(7);
  });
});

describe('scales', () => {
  const sizes = { network: 2.9, target: 2.2, residual: 0.13, pair: 5.1, limit: 5.2, difference: 3e-7 };

  test('are common within a row, magnified by round factors for the differences', () => {
    const scales = tileScales(sizes);
    expect([scales.network.range, scales.target.range, scales.residual.range]).toEqual([3, 3, 0.15]);
    expect(scales.residual.factor).toBe(20);
    expect([scales.pair.range, scales.limit.range]).toEqual([6, 6]);
    expect(scales.difference.factor).toBe(2e7);
    expect(scales.difference.range).toBeGreaterThanOrEqual(3e-7);
  });

  test('no difference has no magnification', () => {
    expect(tileScales({ ...sizes, difference: 0 }).difference).toMatchObject({ factor: 1, zero: true });
  });

  test('factors are 1, 2 or 5 times a power of ten, never too large', () => {
    expect([0.3, 1, 4.99, 5, 19, 99, 100].map(roundFactor)).toEqual([1, 1, 2, 5, 10, 50, 100]);
  });
});
