import { describe, expect, test } from 'vitest';
import { activations } from '#math/activation/activation';
import { deepLoss } from '#math/deep/deep-loss';
import { deepGlorotNormal, deepParameterCount } from '#math/deep/deep-shape';
import { normalInputs } from '#math/network/inputs';
import { networkLoss } from '#math/network/loss';
import { networkShape, packParameters } from '#math/network/network';
import { createSamples, withConstant } from '#math/network/samples';
import { createRandom } from '#math/numerics/random';
import { expectClose } from '../../support/close';

const random = createRandom(4);
const inputs = normalInputs(30, 2, random);
const targets = Float64Array.from({ length: 30 }, () => random.normal());
const samples = createSamples(inputs, targets, 2);

describe('deep networks', () => {
  for (const widths of [[3], [4, 3], [3, 4, 2]]) {
    test(`gradient with hidden layers ${widths.join(', ')} agrees with finite differences`, () => {
      const shape = { inputSize: 2, widths, biases: true };
      const loss = deepLoss(shape, activations.gelu, samples);
      const theta = deepGlorotNormal(shape, random).map((value) => value + 0.1 * random.normal());
      expect(theta.length).toBe(deepParameterCount(shape));
      const gradient = new Float64Array(loss.size);
      expectClose(loss.gradient(theta, gradient), loss.loss(theta), 1e-14);
      gradient.forEach((exact, p) => {
        const at = (step: number) => {
          const moved = Float64Array.from(theta);
          moved[p] = (theta[p] ?? 0) + step;
          return loss.loss(moved);
        };
        expectClose((at(1e-5) - at(-1e-5)) / 2e-5, exact, 1e-8, 1e-9);
      });
    });
  }

  test('with one hidden layer it is the network of one hidden layer', () => {
    const theta = deepGlorotNormal({ inputSize: 2, widths: [2], biases: true }, random);
    const wide = networkShape(3, 2, true);
    const rows = [theta.slice(0, 3), theta.slice(3, 6)];
    const flat = networkLoss(wide, activations.tanh, createSamples(withConstant(inputs, 2), targets, 3));
    const deep = deepLoss({ inputSize: 2, widths: [2], biases: true }, activations.tanh, samples);
    expectClose(deep.loss(theta), flat.loss(packParameters(wide, rows, theta.slice(6))), 1e-14);
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
