import { describe, expect, test } from 'vitest';
import { activations } from '#math/activation/activation';
import { fromGrouping, type GroupedPoint, toGrouping } from '#math/grouping/coordinates';
import type { Unit } from '#math/grouping/grouping';
import { limitOutput } from '#math/grouping/limit-loss';
import { networkLoss } from '#math/network/loss';
import { networkOutput, networkShape, packParameters } from '#math/network/network';
import { createSamples } from '#math/network/samples';
import { distance, maxAbs } from '#math/numerics/linear-algebra';
import { expectClose } from '../../support/close';
import { activationOf, oracle, oracleNetwork, oraclePoint, oracleSamples } from '../../support/groups';

const samples = oracleSamples();

function expectAll(actual: Iterable<number>, expected: readonly number[], relative: number): void {
  const scale = Math.max(...expected.map(Math.abs));
  expect([...actual].length).toBe(expected.length);
  [...actual].forEach((value, k) => {
    expectClose(value, expected[k] ?? NaN, 0, relative * scale);
  });
}

for (const one of oracle.b) {
  describe(`the oracle’s network at finite epsilon: ${one.name}, ${one.activation}`, () => {
    const { shape, theta, groups } = oracleNetwork(one);
    const activation = activationOf(one);
    const { network } = one;

    test('its loss, its coordinates, and back', () => {
      expectClose(networkLoss(shape, activation, samples).loss(theta), network.loss, 1e-10);
      const point = toGrouping(shape, activation, theta, groups);
      const expected = oraclePoint(one, network.unitsAtThisEps, network.eps);
      expect(point.grouping).toEqual(expected.grouping);
      // Input weights 1e-2 apart carry 1e-14 relative of rounding, and the sign of m is free.
      const signs = alignM(point, expected.phi);
      expectAll(signs, [...expected.phi], 1e-9);
      point.spreads.forEach(({ epsilon }, k) => {
        expectClose(epsilon, expected.spreads[k]?.epsilon ?? NaN, 1e-9);
      });
      expect(distance(fromGrouping(point), theta)).toBeLessThan(1e-12 * maxAbs(theta));
      expect(distance(fromGrouping(expected), theta)).toBeLessThan(1e-11 * maxAbs(theta));
    });
  });
}

/** phi with the m of each triple turned to the side of the expected one. */
function alignM({ grouping, phi }: GroupedPoint, expected: Float64Array): number[] {
  const out = [...phi];
  if (grouping.units[0]?.kind !== 'triple') return out;
  for (let k = 6; k < 9; k++) out[k] = Math.abs(out[k] ?? NaN) * Math.sign(expected[k] ?? NaN);
  return out;
}

describe('copies', () => {
  const shape = networkShape(2, 3, true);
  const rows = [
    [1, 2],
    [0.5, -1],
    [-1, -2],
  ];

  test('become one neuron and come back, signs aligned where they are free', () => {
    const theta = packParameters(shape, rows, [30, 0.7, 29.5, 0.1]);
    const point = toGrouping(shape, activations.tanh, theta, [{ kind: 'neuron', neurons: [0, 2] }]);
    expectAll(point.phi, [1, 2, 0.5, 0.5, -1, 0.7, 0.1], 1e-14);
    const back = fromGrouping(point);
    expectAll(back, [1, 2, 0.5, -1, 1, 2, 30, 0.7, -29.5, 0.1], 1e-14);
    const inputs = Float64Array.of(0.3, 1, -2, 1);
    expectAll(
      networkOutput(shape, activations.tanh, back, inputs),
      [...networkOutput(shape, activations.tanh, theta, inputs)],
      1e-13,
    );
  });

  test('whose output weights cancel are refused, as are wrong groups', () => {
    const theta = packParameters(shape, rows, [30, 0.7, 30, 0.1]);
    const group =
      (kind: 'neuron' | 'pair' | 'triple', ...neurons: number[]) =>
      () =>
        toGrouping(shape, activations.tanh, theta, [{ kind, neurons }]);
    expect(group('neuron', 0, 2)).toThrow('cancel');
    expect(group('pair', 0)).toThrow('a pair has 2 neurons, got 1');
    expect(group('pair', 0, 7)).toThrow('there is no neuron 7');
    expect(group('pair', 0, 0)).toThrow('neuron 0 is in two groups');
    expect(group('triple', 0, 1, 2)).not.toThrow();
  });
});

test('a quadruple tends to its limit as epsilon squared, and is read from its weights', () => {
  const units: Unit[] = [{ kind: 'quadruple', neurons: [0, 1, 2, 3], sign: 1 }];
  const grouping = { inputSize: 3, outputBias: false, units };
  const phi = Float64Array.of(0.7, -1.1, 0.4, 0.5, 0.2, -0.6, -0.3, 0.8, 0.5, 0.9, -0.4, 0.3, 1.3);
  const shape = networkShape(3, 4, false);
  const inputs = Float64Array.of(0.3, -0.8, 1, 1.2, 0.4, 1);
  const few = createSamples(inputs, new Float64Array(2), 3);
  const at = (epsilon: number) =>
    fromGrouping({ grouping, phi, spreads: [{ epsilon, layout: [0.1, 0.7, -0.1, -0.7] }] });
  const limit = limitOutput(grouping, activations.tanh, phi, few);
  const error = (epsilon: number) =>
    distance(networkOutput(shape, activations.tanh, at(epsilon), inputs), limit);
  expectClose(error(0.04) / error(0.02), 4, 0.02);
  const members = [{ kind: 'quadruple', neurons: [0, 1, 2, 3] }] as const;
  const read = (epsilon: number) => toGrouping(shape, activations.tanh, at(epsilon), members).phi;
  expect(distance(read(0.01), phi)).toBeLessThan(0.05);
  expect(distance(read(0.001), phi)).toBeLessThan(0.005);
});
