import { describe, expect, test } from 'vitest';
import { activations } from '#math/activation/activation';
import {
  alignSigns,
  channelSlope,
  detectChannel,
  pairCandidates,
  predictedLoss,
  quarterPowerLaw,
  quarterPowerTime,
} from '#math/channel/channel';
import { channelFloor, floorEpsilons } from '#math/channel/channel-floor';
import { channelLoss, fromChannel, jump, pairOfPhi, toChannel } from '#math/channel/channel-network';
import { certificate, secondOrderCoefficient } from '#math/channel/limit-network';
import { gammaOfDifference, saddlePoint } from '#math/landscape/saddle-line';
import { glorotNormal } from '#math/network/initialise';
import { networkShape, outputWeight, packParameters } from '#math/network/network';
import { dot } from '#math/numerics/linear-algebra';
import { createRandom } from '#math/numerics/random';
import floor from '../../fixtures/channel-floor.json';
import { expectClose, expectSpectrum } from '../../support/close';
import { derivativeErrors } from '../../support/finite-differences';
import { line, minimum, oracle, samples, split, splitLoss, student } from '../../support/landscape';

const g = activations.g;
const endOfFlow = packParameters(split, oracle.flowEnds.plus.W, oracle.flowEnds.plus.a);
const inChannel = toChannel(split, endOfFlow, 0, 3);
const expected = oracle.minimumAtInfinity;

describe('channel coordinates', () => {
  test('go there and back', () => {
    const theta = glorotNormal(split, createRandom(1), true);
    for (const [i, j] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const point = toChannel(split, theta, i, j);
      expect(outputWeight(split, theta, point.i)).toBeGreaterThan(outputWeight(split, theta, point.j));
      fromChannel(split, point).forEach((value, k) => {
        expectClose(value, theta[k] ?? NaN, 1e-14, 1e-14);
      });
    }
  });

  test('a jump doubles a_i - a_j, keeps their sum and brings the loss nearer to its limit', () => {
    const jumped = jump(split, endOfFlow, 3, 0);
    const difference = (theta: Float64Array) => outputWeight(split, theta, 0) - outputWeight(split, theta, 3);
    const sum = (theta: Float64Array) => outputWeight(split, theta, 0) + outputWeight(split, theta, 3);
    expectClose(difference(jumped), 2 * difference(endOfFlow), 1e-13);
    expectClose(sum(jumped), sum(endOfFlow), 1e-12);
    const above = (theta: Float64Array) => splitLoss.loss(theta) - expected.loss;
    expect(above(jumped) / above(endOfFlow)).toBeCloseTo(0.25, 2);
  });

  test('refuse a pair without a direction, or without a second neuron', () => {
    const twins = saddlePoint({ shape: student, theta: minimum, neuron: 0 }, 0.5);
    expect(() => toChannel(split, twins, 0, 3)).toThrow('equal input weights');
    expect(() => toChannel(split, twins, 0, 4)).toThrow('no neuron 4');
    expect(() => channelLoss(networkShape(3, 1, true), g, samples, 0)).toThrow('two neurons');
    expect(() => channelLoss(split, activations.relu, samples, 0)).toThrow('smooth activation');
  });
});

describe('loss in channel coordinates', () => {
  // From the limit itself, through the quadrature (|delta| < 0.05), across its border, to the plain
  // quotients.
  for (const epsilon of [0, 1e-6, 1e-3, 0.02, 0.05, 0.4, 1]) {
    test(`derivatives at epsilon = ${epsilon} agree with finite differences`, () => {
      const phi = Float64Array.from(inChannel.phi);
      const errors = derivativeErrors(channelLoss(split, g, samples, epsilon), phi, 3e-6);
      expect(errors.gradient).toBeLessThan(1e-8);
      expect(errors.hessian).toBeLessThan(1e-8);
      expect(errors.asymmetry).toBe(0);
    });
  }

  for (const epsilon of [0.003, 0.03, 0.3]) {
    test(`is the loss of the network with those weights at epsilon = ${epsilon}`, () => {
      const theta = fromChannel(split, { ...inChannel, epsilon });
      const direct = splitLoss.loss(theta);
      // The plain difference of large outputs loses about 1e-16 / epsilon.
      expectClose(channelLoss(split, g, samples, epsilon).loss(inChannel.phi), direct, 1e-12);
    });
  }

  test('has no jump at epsilon = 0: the distance to the limit falls as epsilon squared', () => {
    const at = (epsilon: number) => channelLoss(split, g, samples, epsilon).loss(inChannel.phi);
    const ratio = (at(2e-3) - at(0)) / (at(1e-3) - at(0));
    expect(ratio).toBeCloseTo(4, 3);
    // The coefficient is h, also where the limit network is not at a critical point.
    const h = secondOrderCoefficient(split, g, samples, inChannel.phi);
    expectClose((at(1e-3) - at(0)) / 1e-6, h, 1e-3);
  });
});

describe('channel detection', () => {
  test('finds the pair of the oracle at the end of the flow, the larger output weight first', () => {
    expect(detectChannel(split, g, endOfFlow)).toMatchObject({ i: 0, j: 3, inChannel: true });
  });

  test('finds none where the flow ended in a finite minimum', () => {
    const finite = packParameters(split, oracle.flowEnds.minus.W, oracle.flowEnds.minus.a);
    expect(detectChannel(split, g, finite)).toBeUndefined();
  });

  test('sees through the sign of a neuron when the activation is odd', () => {
    const shape = networkShape(2, 2, false);
    const theta = packParameters(
      shape,
      [
        [1, 2],
        [-1.01, -2],
      ],
      [30, 29.5],
    );
    expect(detectChannel(shape, g, theta)).toBeUndefined();
    expect(detectChannel(shape, activations.tanh, theta)?.outputDifference).toBeCloseTo(59.5, 12);
    const aligned = alignSigns(shape, activations.tanh, theta, 0, 1);
    expect(Array.from(aligned)).toEqual([1, 2, 1.01, 2, 30, -29.5]);
    expect(pairCandidates(shape, activations.tanh, aligned)[0]?.inChannel).toBe(true);
  });
});

describe('certificate', () => {
  const found = certificate(split, g, samples, inChannel.phi);

  test('finds the oracle minimum at infinity in a few Newton steps', () => {
    expect(found.verdict).toBe('minimum-at-infinity');
    expect(found.newtonSteps).toBeLessThanOrEqual(8);
    expect(found.maxAbsGradient).toBeLessThan(1e-14);
    expectClose(found.lossAtInfinity, expected.loss, 1e-9);
    expectClose(found.h, expected.h, 1e-9);
    expectClose(found.a, expected.a, 1e-9);
    expectClose(found.c, expected.c, 1e-9);
    expectSpectrum(found.eigenvalues, expected.hessianEigenvalues);
    const { w, v, a } = pairOfPhi(split, found.phi);
    expected.w.forEach((value, k) => {
      expectClose(w[k] ?? NaN, value, 1e-9);
    });
    expected.delta.forEach((value, k) => {
      expectClose((v[k] ?? NaN) / a, value, 1e-9);
    });
  });

  test('predicts the loss at the end of the flow', () => {
    const { epsilon, loss, predictedLoss: predicted } = expected.atEndOfFlow;
    expectClose(predictedLoss(found.lossAtInfinity, found.h, epsilon), predicted, 1e-9);
    expectClose(predictedLoss(found.lossAtInfinity, found.h, epsilon), loss, 1e-7);
  });

  test('gives the quarter-power law of the oracle', () => {
    for (const mark of oracle.flowEnds.plus.marks) {
      expectClose(quarterPowerLaw(found.h, found.a, mark.t), mark.quarterPowerLaw, 1e-9);
    }
    expect(quarterPowerLaw(-1, 1, 1)).toBe(0);
    expectClose(quarterPowerTime(found.h, found.a, quarterPowerLaw(found.h, found.a, 1e7)), 1e7, 1e-12);
    expect(quarterPowerTime(-1, 1, 1)).toBe(Number.POSITIVE_INFINITY);
  });

  test('says so when Newton finds no limit', () => {
    const wild = inChannel.phi.map((value) => 40 * value);
    const nothing = certificate(split, g, samples, wild);
    expect(nothing.verdict).not.toBe('minimum-at-infinity');
    expect(nothing.message).not.toContain('NaN');
  });
});

test('the floor falls towards infinity with the slope 2 h a^2 / (a_i - a_j)^3', () => {
  const { phi, h, a } = certificate(split, g, samples, inChannel.phi);
  const [far, near] = [...channelFloor(split, g, samples, phi, [0.00099, 0.00101])];
  if (far === undefined || near === undefined) throw new Error('unreachable');
  const slope = (near.loss - far.loss) / (far.outputDifference - near.outputDifference);
  expectClose(channelSlope(h, a, a / 0.001), slope, 1e-3);
});

test('the grid of the floor begins at 0 and is logarithmic from there', () => {
  const epsilons = floorEpsilons(6, 1e-4, 1);
  expect(epsilons[0]).toBe(0);
  epsilons.slice(1).forEach((epsilon, k) => {
    expectClose(epsilon, 10 ** (k - 4), 1e-12);
  });
});

test('floor of the channel from epsilon = 0 to 0.4 follows the oracle', () => {
  const start = certificate(split, g, samples, inChannel.phi).phi;
  const epsilons = floor.rows.map((row) => row.epsilon);
  const rows = [...channelFloor(split, g, samples, start, epsilons)];
  expect(rows.length).toBe(floor.rows.length);
  floor.rows.forEach((row, k) => {
    const point = rows[k];
    if (point === undefined) throw new Error(`no row ${k}`);
    expectClose(point.loss, row.loss, 1e-9);
    // Rounding of 64 * 2^-53 times the largest eigenvalue, about 80 here.
    expectClose(point.smallestEigenvalue, row.smallestEigenvalue, 1e-9, 1e-12);
    const { w, v, a, c } = pairOfPhi(split, point.phi);
    expectClose(a, row.a, 1e-9);
    expectClose(c, row.c, 1e-9, 1e-9);
    expectClose(dot(v, Float64Array.from(row.delta)) / a, 1, 1e-12);
    row.w.forEach((value, i) => {
      expectClose(w[i] ?? NaN, value, 1e-9);
    });
    if (row.gamma !== null) expectClose(gammaOfDifference(line, point.outputDifference), row.gamma, 1e-9);
    else expect(point.outputDifference).toBe(Number.POSITIVE_INFINITY);
  });
});
