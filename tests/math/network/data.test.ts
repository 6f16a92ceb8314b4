import { describe, expect, test } from 'vitest';
import { glorotNormal } from '#math/network/initialise';
import { gridInputs, normalInputs, sobolInputs } from '#math/network/inputs';
import { networkShape, outputWeight } from '#math/network/network';
import { createSamples, sampleBatches, withConstant } from '#math/network/samples';
import {
  gaussianProcessTarget,
  logRosenbrock,
  maternCovariance,
  rosenbrockTarget,
} from '#math/network/target';
import { createRandom } from '#math/numerics/random';

function moments(values: ArrayLike<number>): { mean: number; variance: number } {
  const list = Array.from(values);
  const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
  return { mean, variance: list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / list.length };
}

describe('random numbers', () => {
  test('are the same for the same seed and others for another', () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return [random.uniform(), random.normal(), random.integer(1000)];
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  test('never change between versions: shared links carry seeds', () => {
    const random = createRandom(42);
    expect([random.uniform(), random.uniform(), random.normal()]).toEqual([
      0.4562558052254867, 0.5743777227769976, 1.1878801003870614,
    ]);
  });

  test('have the moments of their distributions', () => {
    const random = createRandom(9);
    const uniform = Array.from({ length: 40000 }, () => random.uniform());
    expect(moments(uniform).mean).toBeCloseTo(0.5, 2);
    expect(moments(uniform).variance).toBeCloseTo(1 / 12, 2);
    expect(Math.min(...uniform)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...uniform)).toBeLessThan(1);
    const normal = Array.from({ length: 40000 }, () => random.normal());
    expect(moments(normal).mean).toBeCloseTo(0, 1);
    expect(moments(normal).variance).toBeCloseTo(1, 1);
    expect(moments(normal.map((z) => z ** 4)).mean).toBeGreaterThan(2.8);
    expect(new Set(Array.from({ length: 100 }, () => random.integer(3)))).toEqual(new Set([0, 1, 2]));
  });
});

describe('inputs', () => {
  test('of a grid are cell centres with mean 0 and variance near 1', () => {
    const grid = gridInputs(32);
    expect(grid.length).toBe(2048);
    expect(grid[0]).toBeCloseTo(-Math.sqrt(3) * (1 - 1 / 32), 14);
    expect(grid[0]).toBe(grid[2]);
    const { mean, variance } = moments(grid);
    expect(mean).toBeCloseTo(0, 14);
    expect(variance).toBeCloseTo(1, 2);
    expect(() => gridInputs(0)).toThrow('got 0');
  });

  test('of Sobol are those of the published direction numbers', () => {
    // scipy.stats.qmc.Sobol(8, scramble=False), points 13 and 777.
    const known = {
      13: [0.8125, 0.6875, 0.8125, 0.0625, 0.4375, 0.9375, 0.5625, 0.5625],
      777: [
        0.6923828125, 0.9365234375, 0.1630859375, 0.2744140625, 0.6357421875, 0.3564453125, 0.1904296875,
        0.7626953125,
      ],
    };
    const points = sobolInputs(1024, 8, 1);
    for (const [n, coordinates] of Object.entries(known)) {
      coordinates.forEach((u, k) => {
        expect(points[Number(n) * 8 + k]).toBeCloseTo(2 * u - 1, 9);
      });
    }
    expect(() => sobolInputs(4, 9)).toThrow('1 to 8 dimensions, got 9');
  });

  test('of Sobol fill every sixteenth of the square equally', () => {
    const counts = Array.from({ length: 16 }, () => 0);
    const points = sobolInputs(256, 2, 1);
    for (let n = 0; n < 256; n++) {
      const cell =
        4 * Math.floor(2 * ((points[2 * n] ?? 0) + 1)) + Math.floor(2 * ((points[2 * n + 1] ?? 0) + 1));
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    expect(counts).toEqual(counts.map(() => 16));
  });

  test('get their constant', () => {
    expect(Array.from(withConstant(new Float64Array([1, 2, 3, 4]), 2))).toEqual([1, 2, 1, 3, 4, 1]);
  });
});

describe('targets', () => {
  test('Rosenbrock is z-scored with the population deviation', () => {
    const target = rosenbrockTarget(gridInputs(16));
    const { mean, variance } = moments(target);
    expect(mean).toBeCloseTo(0, 13);
    expect(variance).toBeCloseTo(1, 13);
    expect(logRosenbrock(1, 1)).toBeCloseTo(-1, 14);
    expect(logRosenbrock(1, 0, 1)).toBeCloseTo(-1, 14);
  });

  test('a constant target stays finite', () => {
    expect(Array.from(rosenbrockTarget(new Float64Array([1, 1, 1, 1])))).toEqual([0, 0]);
  });

  test('Gaussian-process draws have the Matern-3/2 covariance', () => {
    const random = createRandom(11);
    const points = new Float64Array([0, 0, 0.5, 0, 0, 2]);
    const draws = Array.from({ length: 6000 }, () => gaussianProcessTarget(points, 2, 0.5, random));
    const covariance = (p: number, q: number) =>
      draws.reduce((sum, draw) => sum + (draw[p] ?? NaN) * (draw[q] ?? NaN), 0) / draws.length;
    expect(covariance(0, 0)).toBeCloseTo(1, 1);
    expect(covariance(0, 1)).toBeCloseTo(maternCovariance(0.5, 0.5), 1);
    expect(covariance(1, 2)).toBeCloseTo(maternCovariance(Math.hypot(0.5, 2), 0.5), 1);
    // (1 + sqrt3) exp(-sqrt3)
    expect(maternCovariance(2, 0.5)).toBeCloseTo(0.4833577245, 9);
  });

  test('Gaussian-process draws of all four scales succeed on a fine grid', () => {
    const points = gridInputs(16);
    for (const scale of [0.1, 0.5, 2, 10]) {
      expect(gaussianProcessTarget(points, 2, scale, createRandom(1)).every(Number.isFinite)).toBe(true);
    }
    expect(() => gaussianProcessTarget(points, 2, 0, createRandom(1))).toThrow('must be positive, got 0');
  });
});

test('Glorot weights have variance 2 / (fan in + fan out) and no biases', () => {
  const shape = networkShape(3, 400, true);
  const theta = glorotNormal(shape, createRandom(2), true);
  const inner = Array.from(theta.subarray(0, 1200)).filter((_, k) => k % 3 !== 2);
  expect(moments(inner).variance * (2 + 400)).toBeCloseTo(2, 0);
  expect(moments(theta.subarray(1200, 1600)).variance * 401).toBeCloseTo(2, 0);
  expect(theta[2]).toBe(0);
  expect(theta.at(-1)).toBe(0);
  expect(outputWeight(shape, theta, 0)).not.toBe(0);
});

test('mini-batches hold every sample once, with its own target', () => {
  const random = createRandom(1);
  const inputs = normalInputs(10, 2, random);
  const samples = createSamples(
    inputs,
    Float64Array.from({ length: 10 }, (_, n) => inputs[2 * n] ?? NaN),
    2,
  );
  const batches = sampleBatches(samples, 4, [9, 0, 1, 8, 2, 3, 4, 5, 6, 7]);
  expect(batches.map(({ count }) => count)).toEqual([4, 4, 2]);
  for (const batch of batches) {
    batch.targets.forEach((y, n) => {
      expect(y).toBe(batch.inputs[2 * n]);
    });
  }
  expect(batches[0]?.targets[0]).toBe(inputs[18]);
  expect(() => sampleBatches(samples, 0, [])).toThrow('at least one sample, got 0');
});
