import { describe, expect, test } from 'vitest';
import { activations } from '#math/activation/activation';
import { glorotNormal } from '#math/network/initialise';
import { networkLoss } from '#math/network/loss';
import { sampleBatches } from '#math/network/samples';
import { gradientFlow } from '#math/numerics/flow';
import { distance } from '#math/numerics/linear-algebra';
import { newton } from '#math/numerics/newton';
import { adam, gradientDescent, shuffle, stochasticGradientDescent } from '#math/numerics/optimizers';
import { createRandom } from '#math/numerics/random';
import { finish } from '#math/numerics/trajectory';
import { samples, student, studentLoss } from '../../support/landscape';

const start = glorotNormal(student, createRandom(3), true);
const order = Array.from({ length: samples.count }, (_, n) => n);
shuffle(order, createRandom(8));
const batches = sampleBatches(samples, 128, order).map((batch) => networkLoss(student, activations.g, batch));

describe('optimizers', () => {
  test('gradient descent at a small rate follows gradient flow', () => {
    const flow = finish(gradientFlow(studentLoss, start, { maxTime: 1, relativeTolerance: 1e-7 })).last.theta;
    const at = (rate: number) =>
      finish(
        gradientDescent(studentLoss, start, {
          learningRate: rate,
          maxSteps: Math.round(1 / rate),
          recordEvery: 1e9,
        }),
      ).last;
    const coarse = distance(at(0.01).theta, flow);
    const fine = distance(at(0.005).theta, flow);
    expect(at(0.01).time).toBeCloseTo(1, 12);
    expect(coarse).toBeLessThan(0.05);
    // First order: half the rate, half the distance.
    expect(coarse / fine).toBeCloseTo(2, 0);
  });

  test('start from finite weights of the right number only, though a saturated loss is finite', () => {
    const tanh = networkLoss(student, activations.tanh, samples);
    const infinite = Float64Array.from(start);
    infinite[0] = Number.POSITIVE_INFINITY;
    expect(tanh.loss(infinite)).toBeLessThan(100);
    const options = { learningRate: 0.1, maxSteps: 3 };
    const runs = [
      (theta: Float64Array) => gradientFlow(tanh, theta, { maxSteps: 3 }),
      (theta: Float64Array) => gradientDescent(tanh, theta, options),
      (theta: Float64Array) => adam(tanh, theta, options),
    ];
    for (const run of runs) {
      expect(() => finish(run(infinite))).toThrow('weight 0 is Infinity; start from finite weights');
      expect(() => finish(run(start.slice(1)))).toThrow('expected 13 parameters, got 12');
    }
    const found = newton(tanh, infinite);
    expect(found.converged).toBe(false);
    expect(found.message).toContain('left the finite numbers after 0 steps');
  });

  test('gradient descent above 2 / lambda_max diverges, and says what to change', () => {
    const run = finish(gradientDescent(studentLoss, start, { learningRate: 3, maxSteps: 2000 }));
    expect(run.outcome.kind).toBe('diverged');
    expect(run.outcome.message).toContain('learning rate below 3');
    expect(Math.max(...run.points.map(({ loss }) => loss))).toBeLessThan(1e8 * studentLoss.loss(start));
    expect(run.points.every(({ loss, theta }) => Number.isFinite(loss) && theta.every(Number.isFinite))).toBe(
      true,
    );
  });

  test('SGD and Adam lower the loss, reproducibly', () => {
    const sgd = (seed: number) =>
      finish(
        stochasticGradientDescent(studentLoss, batches, start, createRandom(seed), {
          learningRate: 0.01,
          maxSteps: 300,
          recordEvery: 50,
        }),
      );
    const run = sgd(1);
    expect(run.points.map(({ steps }) => steps)).toEqual([0, 50, 100, 150, 200, 250, 300]);
    expect(run.last.loss).toBeLessThan(0.5 * (run.points[0]?.loss ?? 0));
    expect(run.last.loss).toBe(studentLoss.loss(run.last.theta));
    expect(sgd(1).last.theta).toEqual(run.last.theta);
    expect(sgd(2).last.theta).not.toEqual(run.last.theta);

    const full = finish(adam(studentLoss, start, { learningRate: 0.02, maxSteps: 400 }));
    expect(full.last.loss).toBeLessThan(run.last.loss);
    const stochastic = { batches, random: createRandom(1) };
    const mini = finish(adam(studentLoss, start, { learningRate: 0.02, maxSteps: 400 }, stochastic));
    expect(mini.last.loss).toBeLessThan(0.5 * (mini.points[0]?.loss ?? 0));
  });

  test('the first step of Adam has the length of the learning rate in every parameter', () => {
    const [, first] = finish(adam(studentLoss, start, { learningRate: 0.01, maxSteps: 1 })).points;
    first?.theta.forEach((value, p) => {
      expect(Math.abs(value - (start[p] ?? NaN))).toBeCloseTo(0.01, 6);
    });
  });

  test('the mean of the batch losses is the loss', () => {
    const mean = batches.reduce((sum, batch) => sum + batch.loss(start) / batches.length, 0);
    expect(mean).toBeCloseTo(studentLoss.loss(start), 12);
  });

  test('stop when told, and refuse an impossible rate', () => {
    const run = (options: { minGradientNorm?: number; maxWeightNorm?: number }) =>
      finish(gradientDescent(studentLoss, start, { learningRate: 0.01, maxSteps: 10, ...options })).outcome
        .kind;
    expect(run({ minGradientNorm: 100 })).toBe('stationary');
    expect(run({ maxWeightNorm: 0.1 })).toBe('far');
    expect(run({})).toBe('steps');
    expect(() => finish(gradientDescent(studentLoss, start, { learningRate: 0, maxSteps: 1 }))).toThrow(
      'must be positive, got 0',
    );
    expect(() =>
      stochasticGradientDescent(studentLoss, [], start, createRandom(1), { learningRate: 1, maxSteps: 1 }),
    ).toThrow('got 0');
  });
});
