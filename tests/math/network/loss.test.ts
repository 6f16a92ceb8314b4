import { describe, expect, test } from 'vitest';
import { type ActivationId, activations } from '#math/activation/activation';
import { activationBlock } from '#math/activation/activation-block';
import { createRoom } from '#math/network/block-room';
import { glorotNormal } from '#math/network/initialise';
import { normalInputs } from '#math/network/inputs';
import { networkLoss } from '#math/network/loss';
import { networkOutput, networkShape, permuteNeurons } from '#math/network/network';
import { neuronUnit } from '#math/network/neuron-unit';
import { createSamples, withConstant } from '#math/network/samples';
import { unitLoss } from '#math/network/unit-loss';
import { newton } from '#math/numerics/newton';
import { derivativesAt } from '#math/numerics/objective';
import { createRandom } from '#math/numerics/random';
import { symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import { expectClose, expectSpectrum } from '../../support/close';
import { derivativeErrors } from '../../support/finite-differences';
import { minimum, oracle, samples, split, splitLoss, student, studentLoss } from '../../support/landscape';

const random = createRandom(3);

function teacherSamples(size: number, count: number, constant: boolean) {
  const inputs = normalInputs(count, size, random);
  const targets = Float64Array.from({ length: count }, () => random.normal());
  return createSamples(constant ? withConstant(inputs, size) : inputs, targets, constant ? size + 1 : size);
}

describe('loss of a network', () => {
  const smooth = (Object.keys(activations) as ActivationId[]).filter((id) => activations[id].smooth);
  for (const id of smooth) {
    test(`derivatives of ${id} agree with finite differences`, () => {
      // 300 samples: one whole block and a part; 13 parameters: an odd size for the tiles.
      const shape = networkShape(3, 3, true);
      const loss = networkLoss(shape, activations[id], teacherSamples(2, 300, true));
      const errors = derivativeErrors(loss, glorotNormal(shape, random, true));
      expect(errors.gradient).toBeLessThan(1e-8);
      expect(errors.hessian).toBeLessThan(1e-8);
      expect(errors.asymmetry).toBe(0);
    });
  }

  for (const [size, width, bias] of [
    [1, 1, false],
    [4, 5, true],
    [6, 2, false],
  ] as const) {
    test(`derivatives agree for ${size} inputs and ${width} neurons, ${bias ? 'with' : 'without'} biases`, () => {
      const shape = networkShape(bias ? size + 1 : size, width, bias);
      const loss = networkLoss(shape, activations.tanh, teacherSamples(size, 40, bias));
      const errors = derivativeErrors(loss, glorotNormal(shape, random, bias));
      expect(errors.gradient).toBeLessThan(1e-8);
      expect(errors.hessian).toBeLessThan(1e-8);
    });
  }

  test('is the mean squared error of the network output', () => {
    const theta = glorotNormal(student, random, true);
    const output = networkOutput(student, activations.g, theta, samples.inputs);
    let sum = 0;
    output.forEach((f, n) => {
      sum += (f - (samples.targets[n] ?? NaN)) ** 2;
    });
    expectClose(studentLoss.loss(theta), sum / samples.count, 1e-14);
    const gradient = new Float64Array(13);
    expectClose(studentLoss.gradient(theta, gradient), sum / samples.count, 1e-14);
  });

  test.each(smooth)('of %s from the table is as good as stated: loss, gradient, Hessian', (id) => {
    const theta = glorotNormal(split, createRandom(1), false).map((weight) => 2 * weight);
    const exact = derivativesAt(networkLoss(split, activations[id], samples), theta);
    const fast = derivativesAt(networkLoss(split, activations[id], samples, 'table'), theta);
    expectClose(fast.loss, exact.loss, 1e-14);
    const tolerances = { gradient: 1e-12, hessian: id === 'g' ? 1e-9 : 1e-10 };
    for (const key of ['gradient', 'hessian'] as const) {
      const largest = Math.max(...exact[key].map(Math.abs));
      exact[key].forEach((entry, p) => {
        expectClose(fast[key][p] ?? NaN, entry, 0, tolerances[key] * largest);
      });
    }
  });

  test('gradient and Hessian agree on loss and gradient', () => {
    const theta = glorotNormal(split, random, true);
    const gradient = new Float64Array(splitLoss.size);
    const loss = splitLoss.gradient(theta, gradient);
    const all = derivativesAt(splitLoss, theta);
    expectClose(all.loss, loss, 1e-14);
    all.gradient.forEach((entry, p) => {
      expectClose(entry, gradient[p] ?? NaN, 1e-12, 1e-14);
    });
  });

  test('does not change when neurons change places', () => {
    const theta = glorotNormal(split, random, true);
    const other = permuteNeurons(split, theta, [2, 0, 3, 1]);
    expect(other).not.toEqual(theta);
    expectClose(splitLoss.loss(other), splitLoss.loss(theta), 1e-14);
  });

  test('at the minimum of the oracle: loss, gradient and spectrum', () => {
    const { loss, gradient, hessian } = derivativesAt(studentLoss, minimum);
    expectClose(loss, oracle.minimum.loss, 1e-12);
    expect(Math.max(...gradient.map(Math.abs))).toBeLessThan(1e-13);
    expectSpectrum(symmetricEigenvalues(hessian, 13), oracle.minimum.hessianEigenvalues);
  });

  test('is made, and its derivatives taken, in a time that does not grow faster than their number', () => {
    // 401 parameters; with the square of the number of loops it took 3 s to make.
    const shape = networkShape(3, 100, true);
    const theta = glorotNormal(shape, random, true);
    const few = teacherSamples(2, 8, true);
    const began = performance.now();
    const loss = networkLoss(shape, activations.tanh, few);
    loss.gradient(theta, new Float64Array(loss.size));
    expect(performance.now() - began).toBeLessThan(400);
    expect(derivativesAt(loss, theta).hessian.every(Number.isFinite)).toBe(true);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test('keeps no products of inputs: its room grows like the inputs, before and after a Hessian', () => {
    const many = teacherSamples(60, 1500, false);
    const shape = networkShape(60, 1, true);
    const room = createRoom(many);
    expect(room.numbers.length).toBeLessThan(1.2 * many.inputs.length);
    const block = activationBlock(activations.tanh, 'exact');
    const unit = neuronUnit(room, block, 0, 60);
    const loss = unitLoss([unit], 61, 62, many.targets, room);
    const theta = glorotNormal(shape, random, false);
    const gradient = new Float64Array(62);
    const before = loss.gradient(theta, gradient);
    const all = derivativesAt(loss, theta);
    expect(room.numbers.length).toBeLessThan(1.5 * many.inputs.length);
    // The Hessian took room of its own; what was there before it works as it did.
    expect(loss.gradient(theta, all.gradient)).toBe(before);
    expect(all.gradient).toEqual(gradient);
    expect(loss.loss(theta)).toBe(before);
  });

  test('refuses what cannot be trained on, naming the value', () => {
    expect(() => networkShape(3, 0, true)).toThrow('at least one neuron, got 0');
    expect(() => createSamples(new Float64Array(0), new Float64Array(0), 2)).toThrow('at least one sample');
    expect(() => createSamples(new Float64Array(2), new Float64Array([Number.NaN]), 2)).toThrow(
      'target 0 is NaN',
    );
    for (const size of [0, -1, 1.5, Number.NaN]) {
      expect(() => createSamples(new Float64Array(0), new Float64Array(1), size)).toThrow(
        `an input needs at least one entry, got ${size}`,
      );
    }
    expect(() => networkLoss(networkShape(2, 2, true), activations.g, samples)).toThrow('input size 2');
    const [g, h] = [new Float64Array(13), new Float64Array(169)];
    for (const length of [12, 14]) {
      const theta = new Float64Array(length);
      const message = `expected 13 parameters, got ${length}`;
      expect(() => studentLoss.loss(theta)).toThrow(message);
      expect(() => studentLoss.gradient(theta, g)).toThrow(message);
      expect(() => studentLoss.hessian(theta, g, h)).toThrow(message);
      expect(() => networkOutput(student, activations.g, theta, samples.inputs)).toThrow(message);
      expect(() => newton(studentLoss, theta)).toThrow(message);
    }
  });
});
