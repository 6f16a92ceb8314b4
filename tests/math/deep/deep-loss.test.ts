import { describe, expect, test } from 'vitest';
import { activations } from '#math/activation/activation';
import { deepLoss, deepOutput } from '#math/deep/deep-loss';
import { deepGlorotNormal, deepParameterCount } from '#math/deep/deep-shape';
import { vectorPairOutput } from '#math/grouping/vector-pair';
import { normalInputs } from '#math/network/inputs';
import { networkLoss } from '#math/network/loss';
import { networkShape, packParameters } from '#math/network/network';
import { createSamples, withConstant } from '#math/network/samples';
import { createRandom } from '#math/numerics/random';
import { expectClose } from '../../support/close';
import { activationOf, oracle } from '../../support/groups';

const random = createRandom(4);
const inputs = normalInputs(30, 2, random);
const targets = Float64Array.from({ length: 30 }, () => random.normal());
const samples = createSamples(inputs, targets, 2);

/** Widths, biases, and pairs at infinity as layer, first, second. */
const cases = [
  [[3], true, []],
  [[4, 3], true, []],
  [[3, 4, 2], true, []],
  [[4, 3], false, [[0, 3, 1]]],
  [
    [3, 4, 2],
    true,
    [
      [0, 0, 2],
      [1, 3, 1],
      [2, 1, 0],
    ],
  ],
] as const;

describe('deep networks', () => {
  for (const [widths, biases, list] of cases) {
    test(`gradient and Hessian with layers ${widths.join(', ')}, pairs ${JSON.stringify(list)} agree with finite differences`, () => {
      const shape = { inputSize: 2, widths, biases };
      const pairs = list.map(([layer, first, second]) => ({ layer, first, second }));
      const loss = deepLoss(shape, activations.gelu, samples, pairs);
      const theta = deepGlorotNormal(shape, random).map((value) => value + 0.3 * random.normal());
      expect(theta.length).toBe(deepParameterCount(shape));
      const n = loss.size;
      const [gradient, above, below, other] = [0, 0, 0, 0].map(() => new Float64Array(n)) as [
        Float64Array,
        Float64Array,
        Float64Array,
        Float64Array,
      ];
      const hessian = new Float64Array(n * n);
      expectClose(loss.hessian(theta, gradient, hessian), loss.loss(theta), 1e-14);
      expectClose(loss.gradient(theta, other), loss.loss(theta), 1e-14);
      expect(other).toEqual(gradient);
      gradient.forEach((exact, p) => {
        const at = (step: number, out: Float64Array) => {
          const moved = Float64Array.from(theta);
          moved[p] = (theta[p] ?? 0) + step;
          return loss.gradient(moved, out);
        };
        expectClose((at(1e-5, above) - at(-1e-5, below)) / 2e-5, exact, 1e-7, 1e-8);
        above.forEach((value, q) => {
          const difference = (value - (below[q] ?? NaN)) / 2e-5;
          expectClose(difference, hessian[p * n + q] ?? NaN, 1e-6, 1e-7);
        });
      });
    });
  }

  test('with one hidden layer it is the network of one hidden layer', () => {
    const shape = { inputSize: 2, widths: [2], biases: true };
    const theta = deepGlorotNormal(shape, random);
    const wide = networkShape(3, 2, true);
    const rows = [theta.slice(0, 3), theta.slice(3, 6)];
    const flat = networkLoss(wide, activations.tanh, createSamples(withConstant(inputs, 2), targets, 3));
    const deep = deepLoss(shape, activations.tanh, samples);
    expectClose(deep.loss(theta), flat.loss(packParameters(wide, rows, theta.slice(6))), 1e-14);
  });

  test('a pair at infinity below the last layer puts out the limit of the oracle', () => {
    const [one] = oracle.c;
    if (!one) throw new Error('the oracle has pairs with several outputs');
    const activation = activationOf(one);
    const vector = (values: readonly number[]) => Float64Array.from(values);
    const pair = { w: vector(one.w), delta: vector(one.delta), c: vector(one.c), a: vector(one.a) };
    const x = vector(one.x);
    const few = createSamples(x.slice(0, 2), new Float64Array(1), 2);
    // Rows w and Delta; above them three neurons with columns c and a; their outputs are added.
    const above = one.c.flatMap((c, k) => [c, one.a[k] ?? NaN, 0]);
    const theta = vector([...one.w, ...one.delta, ...above, 1, 1, 1, 0]);
    const shape = { inputSize: 2, widths: [2, 3], biases: true };
    const found = deepOutput(shape, activation, theta, few, [{ layer: 0, first: 0, second: 1 }]);
    const known = vectorPairOutput(activation, pair, 0, x);
    one.limit.forEach((value, k) => {
      expectClose(known[k] ?? NaN, value, 1e-13);
    });
    expectClose(
      found[0] ?? NaN,
      one.limit.reduce((sum, value) => sum + activation.value(value), 0),
      1e-13,
    );
  });

  test('refuses parameters of another number', () => {
    const deep = deepLoss({ inputSize: 2, widths: [2], biases: true }, activations.tanh, samples);
    for (const length of [8, 10]) {
      const theta = new Float64Array(length);
      expect(() => deep.loss(theta)).toThrow(`expected 9 parameters, got ${length}`);
      expect(() => deep.gradient(theta, new Float64Array(9))).toThrow(`expected 9 parameters, got ${length}`);
    }
  });

  test('refuses an empty layer', () => {
    expect(() => deepParameterCount({ inputSize: 2, widths: [3, 0], biases: true })).toThrow(
      'at least one neuron, got 0',
    );
  });
});
