import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activations } from '#math/activation/activation';
import { networkLoss } from '#math/network/loss';
import { createSamples } from '#math/network/samples';
import { derivativesAt } from '#math/numerics/objective';
import { adam, gradientDescent } from '#math/numerics/optimizers';
import { createRandom } from '#math/numerics/random';
import { finish } from '#math/numerics/trajectory';
import { toySamples, toyShape, toyTarget } from '#math/toy/toy';
import { sampleRule, toyDataLoss } from '#math/toy/toy-data';
import { toyPopulationLoss } from '#math/toy/toy-population';
import { type ToyTrainingOptions, trainToy } from '#math/toy/toy-training';
import { withWeightDecay } from '#math/toy/weight-decay';
import { expectClose } from '../../support/close';
import { derivativeErrors } from '../../support/finite-differences';
import { uniform } from '../../support/uniform';

const samples = toySamples(4096, 7);
const loss = toyDataLoss(samples);
const direct = networkLoss(toyShape, activations.erf, samples);
const weight = (limit: number) => uniform(-limit, limit);

describe('loss on 4,096 samples through a quadrature rule', () => {
  test('is the loss over the samples, with gradient and Hessian, to rounding', () => {
    const { reach } = sampleRule(samples);
    expect(reach).toBeGreaterThan(5);
    fc.assert(
      fc.property(weight(5.5), weight(5.5), weight(30), weight(30), (w1, w2, a1, a2) => {
        const theta = Float64Array.of(w1, w2, a1, a2);
        const fast = derivativesAt(loss, theta);
        const slow = derivativesAt(direct, theta);
        const scale = 1 + a1 * a1 + a2 * a2;
        expectClose(fast.loss, slow.loss, 0, 1e-14 * scale);
        expectClose(loss.loss(theta), fast.loss, 1e-14);
        expectClose(loss.gradient(theta, new Float64Array(4)), fast.loss, 1e-14);
        fast.gradient.forEach((value, p) => {
          expectClose(value, slow.gradient[p] ?? NaN, 0, 2e-14 * scale);
        });
        fast.hessian.forEach((value, p) => {
          expectClose(value, slow.hessian[p] ?? NaN, 0, 1e-12 * scale);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('holds up to its reach', () => {
    const { reach } = sampleRule(samples);
    for (const w of [0.999 * reach, -0.999 * reach, 1.001 * reach]) {
      const theta = Float64Array.of(w, 0.9 * w, 1.5, 0.5);
      expectClose(loss.loss(theta), direct.loss(theta), 3e-14);
    }
  });

  test('writes the same gradient alone as with the Hessian', () => {
    const theta = Float64Array.of(0.9, 0.7, 6, -4);
    const gradient = new Float64Array(4);
    loss.gradient(theta, gradient);
    derivativesAt(loss, theta).gradient.forEach((value, p) => {
      expectClose(gradient[p] ?? NaN, value, 1e-13);
    });
    const errors = derivativeErrors(loss, theta);
    expect(errors.gradient).toBeLessThan(1e-9);
    expect(errors.hessian).toBeLessThan(1e-8);
    expect(errors.asymmetry).toBe(0);
  });

  test('uses the samples beyond the reach of the rule', () => {
    const theta = Float64Array.of(40, -0.5, 1.2, 1);
    expect(loss.loss(theta)).toBe(direct.loss(theta));
    expect(derivativesAt(loss, theta)).toEqual(derivativesAt(direct, theta));
    const gradient = new Float64Array(4);
    expect(loss.gradient(theta, gradient)).toBe(direct.loss(theta));
  });

  test('works for a handful of samples, with the same and zero inputs among them', () => {
    const inputs = Float64Array.of(0, 0, 1.5, -1.5, 0.3);
    const few = createSamples(inputs, inputs.map(toyTarget), 1);
    const theta = Float64Array.of(0.8, 2, 1, 0.5);
    expectClose(toyDataLoss(few).loss(theta), networkLoss(toyShape, activations.erf, few).loss(theta), 1e-13);
  });

  test('works where an input is one of the nodes', () => {
    const inputs = Float64Array.of(
      2,
      -1,
      0.4,
      sampleRule(createSamples(Float64Array.of(2), Float64Array.of(1), 1)).nodes[40] ?? NaN,
    );
    const few = createSamples(inputs, inputs.map(toyTarget), 1);
    const theta = Float64Array.of(0.8, 2, 1, 0.5);
    expectClose(toyDataLoss(few).loss(theta), networkLoss(toyShape, activations.erf, few).loss(theta), 1e-13);
  });

  test('differs from the population loss as a mean over so many samples may', () => {
    const theta = Float64Array.of(1.3, 0.6, 3, -1);
    expectClose(loss.loss(theta), toyPopulationLoss().loss(theta), 0.15);
    expect(loss.loss(theta)).not.toBe(toyDataLoss(toySamples(4096, 8)).loss(theta));
  });
});

describe('training on mini-batches', () => {
  const small = toySamples(64, 3);
  const smallLoss = toyDataLoss(small);
  const start = Float64Array.of(1.2, 0.5, 1.5, 0.6);
  const run = (options: Partial<ToyTrainingOptions>, seed = 1, from = start) =>
    finish(
      trainToy(small, smallLoss, from, createRandom(seed), {
        method: 'sgd',
        learningRate: 0.1,
        maxSteps: 200,
        recordEvery: 50,
        ...options,
      }),
    );

  test('with one batch of everything SGD is gradient descent and Adam is Adam', () => {
    const options = { learningRate: 0.05, maxSteps: 300, recordEvery: 100 };
    const pairs = [
      [run({ ...options, batchSize: 64 }), finish(gradientDescent(smallLoss, start, options))],
      [run({ ...options, batchSize: 64, method: 'adam' }), finish(adam(smallLoss, start, options))],
    ] as const;
    for (const [ours, general] of pairs) {
      expect(ours.points.length).toBe(general.points.length);
      ours.points.forEach((point, k) => {
        const other = general.points[k];
        expect(point.steps).toBe(other?.steps);
        expectClose(point.time, other?.time ?? NaN, 1e-12);
        expectClose(point.loss, other?.loss ?? NaN, 1e-10);
        point.theta.forEach((value, p) => {
          expectClose(value, other?.theta[p] ?? NaN, 1e-10);
        });
      });
    }
  });

  test('weight decay is that of the decayed loss', () => {
    const options = { learningRate: 0.05, maxSteps: 200, recordEvery: 200 };
    const decayed = finish(gradientDescent(withWeightDecay(smallLoss, 0.01), start, options));
    run({ ...options, batchSize: 64, weightDecay: 0.01 }).last.theta.forEach((value, p) => {
      expectClose(value, decayed.last.theta[p] ?? NaN, 1e-10);
    });
  });

  test('takes every sample once an epoch, in an order of the seed', () => {
    expect(run({}).last.theta).toEqual(run({}).last.theta);
    expect(run({}, 2).last.theta).not.toEqual(run({}, 1).last.theta);
    // At a vanishing learning rate an epoch of batches adds up to the full gradient.
    const learningRate = 1e-7;
    const moved = run({ batchSize: 16, learningRate, maxSteps: 4, recordEvery: 4 }).last.theta;
    const gradient = new Float64Array(4);
    smallLoss.gradient(start, gradient);
    moved.forEach((value, p) => {
      expectClose(((start[p] ?? NaN) - value) / (4 * learningRate), gradient[p] ?? NaN, 1e-5, 1e-7);
    });
  });

  test('says in words when it diverges, and when it cannot start', () => {
    const wild = run({ learningRate: 30, maxSteps: 5000, recordEvery: 1 });
    expect(wild.outcome.kind).toBe('diverged');
    expect(wild.outcome.message).toContain('below 30');
    for (const point of wild.points) {
      expect(point.theta.every(Number.isFinite)).toBe(true);
      expect(point.loss).toBeLessThan(1e8 * (wild.points[0]?.loss ?? NaN));
    }
    expect(() => run({ learningRate: 0 })).toThrow('learning rate must be positive, got 0');
    expect(() => run({ batchSize: 0 })).toThrow('at least one sample, got 0');
    expect(() => run({}, 1, Float64Array.of(NaN, 1, 1, 1))).toThrow('start from finite weights');
  });
});
