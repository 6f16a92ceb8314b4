import { describe, expect, test } from 'vitest';
import { fromGrouping, toGrouping } from '#math/grouping/coordinates';
import { limitOutput } from '#math/grouping/limit-loss';
import { TRIPLE_CONSTANT, tripleExpansion } from '#math/grouping/triple-expansion';
import { outputCosine, vectorPairOutput, vectorPairSecondOrder } from '#math/grouping/vector-pair';
import { networkOutput, networkShape, packParameters } from '#math/network/network';
import { createSamples } from '#math/network/samples';
import { addScaled, distance } from '#math/numerics/linear-algebra';
import { expectClose } from '../../support/close';
import { activationOf, oracle } from '../../support/groups';

type Three<T> = [T, T, T];

const U = [
  [1, 1, 1].map((u) => u / Math.sqrt(3)),
  [1, 0, -1].map((u) => u / Math.sqrt(2)),
  [1, -2, 1].map((u) => u / Math.sqrt(6)),
];

/** Three neurons in the oracle's form at epsilon, as weights of a network without bias. */
function threeNeurons(omega: readonly number[][], alpha: readonly number[], epsilon: number): Float64Array {
  const sum = (value: (p: number) => number) => value(0) + value(1) + value(2);
  const rows = [0, 1, 2].map((i) =>
    [0, 1, 2].map((k) => sum((p) => (U[p]?.[i] ?? NaN) * epsilon ** p * (omega[p]?.[k] ?? NaN))),
  );
  const outputs = [0, 1, 2].map((i) => sum((p) => (U[p]?.[i] ?? NaN) * epsilon ** -p * (alpha[p] ?? NaN)));
  return packParameters(networkShape(3, 3, false), rows, outputs);
}

describe('three neurons at one input', () => {
  for (const [number, one] of oracle.a.entries()) {
    const activation = activationOf(one);
    const x = Float64Array.from(one.x);
    const omega = one.omega.map((row) => Float64Array.from(row)) as Three<Float64Array>;
    const found = tripleExpansion(activation, omega, one.alpha as Three<number>, x);

    test(`case ${number}, ${one.activation}: limit and f2`, () => {
      expectClose(found.limit, one.limit, 1e-12);
      expectClose(found.f2, one.f2, 1e-11);
      const theta = threeNeurons(one.omega, one.alpha, 0.1);
      const value = networkOutput(networkShape(3, 3, false), activation, theta, x)[0] ?? NaN;
      expectClose(value, one.sums[0] ?? NaN, 1e-11);
    });

    test(`case ${number}, ${one.activation}: the triple read from the weights has that limit`, () => {
      const shape = networkShape(3, 3, false);
      const few = createSamples(x, new Float64Array(1), 3);
      const error = (epsilon: number) => {
        const theta = threeNeurons(one.omega, one.alpha, epsilon);
        const point = toGrouping(shape, activation, theta, [{ kind: 'triple', neurons: [0, 1, 2] }]);
        expect(distance(fromGrouping(point), theta)).toBeLessThan(1e-10 / epsilon ** 2);
        return Math.abs((limitOutput(point.grouping, activation, point.phi, few)[0] ?? NaN) - one.limit);
      };
      expect(error(1e-4)).toBeLessThan(1e-2 * Math.max(1, Math.abs(one.limit)));
      expect(error(1e-4)).toBeLessThan(0.02 * error(1e-2) + 1e-5);
    });
  }

  test('the constant for every spacing of the input weights', () => {
    for (const [phi = NaN, constant = NaN, sum = NaN] of oracle.spacings) {
      expectClose(Math.cos(3 * phi) * TRIPLE_CONSTANT, constant, 1e-14);
      expectClose(sum, constant, 1e-12);
    }
  });
});

describe('a pair with three outputs', () => {
  for (const [number, one] of oracle.c.entries()) {
    const activation = activationOf(one);
    const vector = (values: readonly number[]) => Float64Array.from(values);
    const pair = { w: vector(one.w), delta: vector(one.delta), c: vector(one.c), a: vector(one.a) };
    const x = vector(one.x);

    test(`case ${number}, ${one.activation}: limit, f2 and values at finite epsilon`, () => {
      expect(distance(vectorPairOutput(activation, pair, 0, x), vector(one.limit))).toBeLessThan(1e-13);
      expect(distance(vectorPairSecondOrder(activation, pair, x), vector(one.f2))).toBeLessThan(1e-13);
      for (const { eps, value } of one.eps) {
        expect(distance(vectorPairOutput(activation, pair, eps, x), vector(value))).toBeLessThan(1e-12);
      }
      const difference = addScaled(vectorPairOutput(activation, pair, 1e-3, x), -1, vector(one.limit));
      expect(
        distance(
          difference.map((value) => value * 1e6),
          vector(one.f2),
        ),
      ).toBeLessThan(1e-5);
    });

    test(`case ${number}, ${one.activation}: angle between the output weights`, () => {
      for (const { eps, cosOutput } of one.eps) {
        const { cosine, coefficient } = outputCosine(pair, eps);
        expectClose(cosine, cosOutput, 1e-12);
        expectClose(coefficient, one.cosCoefficient, 1e-12);
      }
    });
  }
});
