import { describe, expect, test } from 'vitest';
import { activations } from '#math/activation/activation';
import { closestInLayers, deepCandidates, groupsInLayers } from '#math/deep/deep-candidates';
import { certifyPairs, classifyDeep } from '#math/deep/deep-classify';
import { deepSecondOrder, fromDeepLimit, toDeepLimit } from '#math/deep/deep-limit';
import { deepLoss, deepOutput } from '#math/deep/deep-loss';
import { deepGlorotNormal, deepParameterCount } from '#math/deep/deep-shape';
import { normalInputs } from '#math/network/inputs';
import { createSamples } from '#math/network/samples';
import { distance } from '#math/numerics/linear-algebra';
import { createRandom } from '#math/numerics/random';
import { expectClose, expectSpectrum } from '../../support/close';
import { activationOf, oracle, oracleNetwork, oracleSamples } from '../../support/groups';

const random = createRandom(12);
const inputs = normalInputs(60, 2, random);
const shape = { inputSize: 2, widths: [4, 4, 3], biases: true };
const pairs = [
  { layer: 0, first: 3, second: 1 },
  { layer: 1, first: 0, second: 2 },
  { layer: 2, first: 1, second: 2 },
];
const noise = createSamples(
  inputs,
  Float64Array.from({ length: 60 }, () => random.normal()),
  2,
);
const someWeights = () => deepGlorotNormal(shape, random).map((value) => value + 0.3 * random.normal());

describe('the limit of pairs in several layers', () => {
  test('has coordinates from which the network comes back', () => {
    for (const id of ['softplus', 'tanh'] as const) {
      const theta = someWeights();
      const point = toDeepLimit(shape, activations[id], theta, pairs);
      for (const [k, q] of point.fixed.entries()) expect(Math.abs(point.phi[q] ?? NaN), `${k}`).toBe(1);
      const back = fromDeepLimit(shape, point);
      // tanh: up to the sign of a neuron.
      if (id === 'softplus') expect(distance(back, theta)).toBeLessThan(1e-13);
      const outputs = [theta, back].map((weights) => deepOutput(shape, activations[id], weights, noise));
      expect(distance(outputs[0] as Float64Array, outputs[1] as Float64Array)).toBeLessThan(1e-12);
    }
  });

  test('is approached with the square of epsilon, by h', () => {
    const point = toDeepLimit(shape, activations.softplus, someWeights(), pairs);
    const atInfinity = deepLoss(shape, activations.softplus, noise, pairs).loss(point.phi);
    const h = deepSecondOrder(shape, activations.softplus, point, noise);
    const loss = deepLoss(shape, activations.softplus, noise);
    const weights = [1, 2, 0.5];
    const expected = h.reduce((sum, value, k) => sum + value * (weights[k] ?? NaN) ** 2, 0);
    for (const [epsilon, off] of [
      [1e-2, 1e-4],
      [1e-3, 1e-5],
    ] as const) {
      const theta = fromDeepLimit(
        shape,
        point,
        weights.map((weight) => weight * epsilon),
      );
      const rise = (loss.loss(theta) - atInfinity) / epsilon ** 2;
      expect(Math.abs(rise / expected - 1)).toBeLessThan(off);
    }
  });

  test('has no weights at epsilon 0', () => {
    const point = toDeepLimit(shape, activations.softplus, someWeights(), pairs);
    expect(() => fromDeepLimit(shape, point, [0, 1, 1])).toThrow(/epsilon > 0/);
  });
});

const two = { inputSize: 2, widths: [3, 3], biases: true };

/** A target near what a limit network makes, and a network beside that limit. */
function beside(layer: number, seed: number) {
  const draw = createRandom(seed);
  const points = normalInputs(100, 2, draw);
  const where = [{ layer, first: 0, second: 2 }];
  const start = Float64Array.from({ length: deepParameterCount(two) }, () => 1.5 * draw.normal());
  const point = toDeepLimit(two, activations.tanh, start, where);
  const data = createSamples(points, new Float64Array(100), 2);
  const output = deepOutput(two, activations.tanh, point.phi, data, where);
  const targets = output.map((value, n) => value + 0.01 * Math.sin(5 * n));
  const samples = createSamples(points, targets, 2);
  const problem = { shape: two, activation: activations.tanh, samples };
  return { problem, where, theta: fromDeepLimit(two, point, [1e-3]) };
}

describe('pairs on their way to infinity', () => {
  test.each([
    [0, 6, 'minimum-at-infinity'],
    [1, 6, 'minimum-at-infinity'],
    [0, 2, 'comes-back'],
    [1, 2, 'comes-back'],
  ])('are found in layer %i of network %i and judged: %s', (layer, seed, verdict) => {
    const { problem, where, theta } = beside(layer, seed);
    const { activation, samples } = problem;
    expect(closestInLayers(two, activation, theta)).toMatchObject({ layer, neurons: [0, 2] });
    const pair = { layer, kind: 'pair', neurons: [0, 2] };
    expect(groupsInLayers(two, activation, theta)).toContainEqual(pair);
    expect(deepCandidates(two, activation, theta, samples, 4)[0]).toEqual(where);
    const limit = certifyPairs(problem, theta, where);
    expect(limit.verdict.code).toBe(verdict);
    // A minimum of the limit network in all its parameters; the scale that a and v share is fixed.
    expect(limit.eigenvalues).toHaveLength(deepParameterCount(two) - 1);
    expect(limit.eigenvalues[0]).toBeGreaterThan(0);
    const atInfinity = deepLoss(two, activation, samples, where);
    const slopes = new Float64Array(theta.length);
    expectClose(atInfinity.gradient(limit.point.phi, slopes), limit.lossAtInfinity, 1e-12);
    expect(Math.max(...slopes.map(Math.abs))).toBeLessThan(1e-9);
    // h is how the loss of finite networks rises, less its fourth order in epsilon.
    const network = deepLoss(two, activation, samples);
    const [rise = NaN, half = NaN] = [2e-3, 1e-3].map(
      (epsilon) => network.loss(fromDeepLimit(two, limit.point, [epsilon])) - limit.lossAtInfinity,
    );
    expectClose((16 * half - rise) / 12e-6, limit.h[0] ?? NaN, 1e-3, 1e-10);
    const { class: found, groups } = classifyDeep(problem, theta);
    expect(groups).toContainEqual(pair);
    expect(found).toBe(limit.verdict.code === 'minimum-at-infinity' ? 'channel' : 'unfinished');
  });

  test('of one hidden layer have loss, spectrum and h of the oracle', () => {
    const samples = oracleSamples();
    const points = createSamples(
      Float64Array.from(samples.inputs.filter((_, n) => n % 3 < 2)),
      samples.targets,
      2,
    );
    const one = oracle.b.find(({ units }) => units.filter(({ kind }) => kind === 'pair').length === 2);
    if (!one) throw new Error('the oracle has two pairs');
    const { shape: flat, theta: packed, groups } = oracleNetwork(one);
    const deep = { inputSize: 2, widths: [flat.width], biases: true };
    const problem = { shape: deep, activation: activationOf(one), samples: points };
    const chosen = groups
      .filter(({ kind }) => kind === 'pair')
      .map(({ neurons: [first = -1, second = -1] }) => ({ layer: 0, first, second }));
    const limit = certifyPairs(problem, packed, chosen);
    expect(limit.verdict.code).toBe('minimum-at-infinity');
    expectClose(limit.lossAtInfinity, one.lossAtInfinity, 1e-10);
    expectSpectrum(limit.eigenvalues, one.hessianEigenvalues, 1e-8);
    limit.h.forEach((h, k) => {
      expectClose(h, one.h[k] ?? NaN, 1e-7);
    });
  });

  test('beside copies there is no pair, however large and opposite their output weights', () => {
    const { problem, where, theta } = beside(0, 6);
    const copied = Float64Array.from(theta);
    copied.set(theta.subarray(0, 3), 6);
    const { activation, samples } = problem;
    expect(deepCandidates(two, activation, theta, samples, 4).flat()).toContainEqual(where[0]);
    expect(deepCandidates(two, activation, copied, samples, 4).flat()).not.toContainEqual(where[0]);
  });

  test('a network of one neuron in each layer has none', () => {
    const single = { inputSize: 2, widths: [1, 1], biases: true };
    const theta = deepGlorotNormal(single, random);
    expect(closestInLayers(single, activations.softplus, theta)).toBeUndefined();
    const found = classifyDeep({ shape: single, activation: activations.relu, samples: noise }, theta);
    expect(found.groups).toEqual([]);
  });
});
