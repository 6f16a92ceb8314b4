import { describe, expect, test } from 'vitest';
import { activations } from '#math/activation/activation';
import { channelCurvature, channelSlopeAt, sharpnessCoefficient } from '#math/channel/channel-laws';
import { fromChannel, toChannel } from '#math/channel/channel-network';
import { channelOutput } from '#math/channel/channel-output';
import { certificate } from '#math/channel/limit-network';
import { saddlePoint } from '#math/landscape/saddle-line';
import { glorotNormal } from '#math/network/initialise';
import { networkLoss } from '#math/network/loss';
import { networkOutput, networkShape, packParameters } from '#math/network/network';
import { gradientFlow } from '#math/numerics/flow';
import { distance } from '#math/numerics/linear-algebra';
import { createRandom } from '#math/numerics/random';
import { runSteps } from '#math/numerics/steps';
import { jumpRide, type RideStep, remeasure, startRide } from '#math/ride/ride';
import { predictedExponents, rideLawIds, rideLaws } from '#math/ride/ride-laws';
import type { Ride, RidePoint } from '#math/ride/ride-point';
import { toySamples, toyShape } from '#math/toy/toy';
import { toyDataLoss } from '#math/toy/toy-data';
import { toyValley } from '#math/toy/toy-edge';
import { findToyLimits } from '#math/toy/toy-limit';
import { expectClose } from '../../support/close';
import { line, oracle, perturbedSaddle, samples, split, splitLoss } from '../../support/landscape';

const g = activations.g;
const endOfFlow = packParameters(split, oracle.flowEnds.plus.W, oracle.flowEnds.plus.a);
const finite = packParameters(split, oracle.flowEnds.minus.W, oracle.flowEnds.minus.a);

function started(...at: Parameters<typeof startRide>): { ride: Ride; start: RidePoint } {
  const start = startRide(...at);
  if (start.kind !== 'ride') throw new Error(start.message);
  return start;
}

/** Jumps until the ride ends (or `most` times); all points compared with the last end found. */
function rideOn(begin: { ride: Ride; start: RidePoint }, most = 60) {
  let { ride } = begin;
  let points = [begin.start];
  let last: RideStep | undefined;
  for (let jump = 0; jump < most; jump++) {
    last = runSteps(jumpRide(ride, points.at(-1) ?? begin.start));
    if (last.kind !== 'point') break;
    if (last.ride !== ride) points = points.map((point) => remeasure((last as { ride: Ride }).ride, point));
    ride = last.ride;
    points.push(last.point);
  }
  return { ride, points, last };
}

function expectLaws(points: readonly RidePoint[], within = 0.03): void {
  const laws = rideLaws(points);
  for (const id of rideLawIds) {
    const { slope, used } = laws[id];
    expectClose(slope ?? NaN, predictedExponents[id], within, within);
    expect(used[0]).toBe(false);
    expect(used.filter(Boolean).length).toBeGreaterThanOrEqual(4);
  }
}

/** The first point of the flow at which a ride can start. */
function entrance(): Float64Array {
  for (const { theta } of gradientFlow(splitLoss, perturbedSaddle(1), { maxTime: 1e4 })) {
    if (startRide(split, g, samples, theta).kind === 'ride') return theta;
  }
  throw new Error('the flow meets no channel');
}

describe('ride from the entrance of the channel of the oracle', () => {
  const begin = started(split, g, samples, entrance());
  const { ride, points, last } = rideOn(begin);
  const { h, a, lossAtInfinity, phi } = ride.certificate;

  test('fits the six predicted slopes', () => {
    expectLaws(points);
    expectLaws(points.slice(0, 8));
    expect(points.length).toBeGreaterThan(14);
  });

  test('each jump halves epsilon and the flow takes it further, never back', () => {
    points.slice(1).forEach((point, k) => {
      const before = points[k];
      expect(point.epsilon).toBeLessThanOrEqual(0.5 * (before?.epsilon ?? NaN) * (1 + 1e-6));
      expect(point.settled).toBe(true);
      expect(point.flowTime).toBeGreaterThan(before?.flowTime ?? NaN);
      expectClose(point.outputDifference * point.epsilon, point.a, 1e-12);
    });
    expect(begin.start.settled).toBe(false);
    expect(begin.start.flowTime).toBe(0);
  });

  test('approaches the end: loss, c, a, sharpness and flatness are those of the certificate', () => {
    expectClose(lossAtInfinity, oracle.minimumAtInfinity.loss, 1e-9);
    const coefficient = sharpnessCoefficient(split, g, samples, phi);
    for (const point of points.filter(({ epsilon }) => epsilon < 5e-3 && epsilon > 5e-4)) {
      const { epsilon } = point;
      expectClose(point.excess / epsilon ** 2, h, 1e-3);
      expectClose(point.largestEigenvalue * epsilon ** 2, coefficient, 2e-3);
      expectClose(point.smallestEigenvalue, channelCurvature(h, a, epsilon), 0.05);
      expectClose(point.c, ride.certificate.c, 1e-3);
      expectClose(point.a, a, 1e-3);
      expect(point.eigenvalueFloor).toBeGreaterThan(1e-16 * point.largestEigenvalue);
    }
  });

  test('the loss falls along it with the cube of epsilon', () => {
    const [near, far] = points.filter(({ epsilon }) => epsilon < 5e-3);
    if (near === undefined || far === undefined) throw new Error('unreachable');
    // The mean slope between two points lies at their geometric mean, for a power of -2.
    const slope = (near.loss - far.loss) / (far.outputDifference - near.outputDifference);
    const { epsilon: high } = near;
    const { epsilon: low } = far;
    expectClose(slope, (channelSlopeAt(h, a, 1) * high * low * (high + low)) / 2, 1e-3);
  });

  test('ends in words where 64-bit numbers end', () => {
    expect(last).toMatchObject({ kind: 'arrived' });
    expect((last as { message: string }).message).toContain('64-bit');
    const deepest = points.at(-1);
    expect(deepest?.epsilon).toBeLessThan(2e-6);
    for (const point of points) {
      for (const value of Object.values(point)) {
        if (typeof value === 'number') expect(value).toSatisfy(Number.isFinite);
      }
    }
  });

  test('says which points are above the rounding floor', () => {
    const { error, excess } = rideLaws(points);
    const kept = (used: readonly boolean[]) => used.filter(Boolean).length;
    expect(kept(error.used)).toBeLessThan(kept(excess.used));
    points.forEach((point, k) => {
      if (error.used[k]) expectClose(point.error / point.epsilon ** 2, 1.4267, 0.05);
      else if (point.settled) expect(point.error).toBeLessThan(1e-9);
    });
  });

  test('can be taken back: a jump from the same point is the same', () => {
    const from = points[3];
    if (from === undefined) throw new Error('unreachable');
    const again = runSteps(jumpRide(ride, from));
    expect(again).toMatchObject({ kind: 'point', point: { epsilon: points[4]?.epsilon } });
  });

  test('pauses after every step of the flow', () => {
    const steps = jumpRide(begin.ride, begin.start);
    let pauses = 0;
    while (!steps.next().done) pauses++;
    expect(pauses).toBeGreaterThan(50);
  });

  test('a smaller jump goes less far', () => {
    const from = points[3];
    if (from === undefined) throw new Error('unreachable');
    const step = runSteps(jumpRide(ride, from, 0.8));
    if (step.kind !== 'point') throw new Error(step.message);
    expectClose(step.point.epsilon, 0.8 * from.epsilon, 0.01);
  });
});

describe('other rides', () => {
  const shape = networkShape(3, 4, true);

  /** The first point at which a ride can start of the flow from a Glorot start. */
  function fromSeed(seed: number) {
    const loss = networkLoss(shape, g, samples, 'table');
    const flow = gradientFlow(loss, glorotNormal(shape, createRandom(seed), true), { maxTime: 1e6 });
    for (const { theta, time } of flow) {
      const start = time > 100 ? startRide(shape, g, samples, theta) : undefined;
      if (start?.kind === 'ride') return start;
    }
    throw new Error(`seed ${seed} meets no channel`);
  }

  test('channels found from random starts are ridden to the same laws', () => {
    for (const seed of [8, 11]) expectLaws(rideOn(fromSeed(seed), 8).points);
  });

  test('the end is exact also in a direction so flat that Newton has used up its steps', () => {
    const { certificate: end } = fromSeed(4).ride;
    expect(end.smallestEigenvalue).toBeLessThan(1e-6);
    const again = certificate(shape, g, samples, end.phi);
    expect(distance(again.phi, end.phi)).toBeLessThan(1e-9);
  });

  test('the two channels of the problem with four parameters, with an odd activation', () => {
    const toy = toySamples(1024, 1);
    const limits = findToyLimits();
    for (const [end, difference, sign] of [
      [limits.channel1, 9, 1],
      [limits.channel2, 30, -1],
    ] as const) {
      const [point] = [...toyValley(toyDataLoss(toy), end, [difference])];
      const theta = Float64Array.from(point?.theta ?? []);
      // Neuron 2 written with the other sign is the same neuron.
      theta[1] = -(theta[1] ?? NaN);
      theta[3] = -(theta[3] ?? NaN);
      const { ride, points } = rideOn(started(toyShape, activations.erf, toy, theta), 9);
      expectLaws(points);
      expect(ride.certificate.verdict).toBe('minimum-at-infinity');
      expectClose(points.at(-1)?.cosine ?? NaN, sign, 1e-12);
    }
  });

  test('another end than expected is noticed, and the points are compared with it', () => {
    const begin = started(split, g, samples, endOfFlow);
    const end = begin.ride.certificate;
    const wrong = { ...begin.ride, certificate: { ...end, lossAtInfinity: 0.9 * end.lossAtInfinity } };
    const step = runSteps(jumpRide(wrong, begin.start));
    if (step.kind !== 'point') throw new Error(step.message);
    expect(step.ride).not.toBe(wrong);
    expectClose(step.ride.certificate.lossAtInfinity, end.lossAtInfinity, 1e-12);
    expectClose(step.point.excess / step.point.epsilon ** 2, end.h, 1e-3);
    expectClose(remeasure(step.ride, begin.start).excess, begin.start.excess, 1e-9);
  });

  test('the flow that leaves or comes back ends the ride', () => {
    const begin = started(split, g, samples, endOfFlow);
    const elsewhere = begin.ride.certificate.phi.map((value, k) => (k < 3 ? value + 100 : value));
    const lost = { ...begin.ride, certificate: { ...begin.ride.certificate, phi: elsewhere } };
    expect(runSteps(jumpRide(lost, begin.start))).toMatchObject({ kind: 'lost' });
    expect(runSteps(jumpRide(begin.ride, begin.start, 1.5))).toMatchObject({ kind: 'came-back' });
    const blunt = { ...begin.start, largestEigenvalue: 0 };
    expect(runSteps(jumpRide(begin.ride, blunt, 1e-7))).toMatchObject({ kind: 'arrived' });
  });
});

describe('starts that are no channel', () => {
  const kindAt = (...at: Parameters<typeof startRide>) => {
    const start = startRide(...at);
    if (start.kind !== 'ride') {
      expect(start.message).not.toContain('NaN');
      expect(start.message).toMatch(/;/);
    }
    return start.kind;
  };

  test('are told apart, each with what to do', () => {
    expect(kindAt(split, g, samples, finite)).toBe('no-channel');
    const twins = saddlePoint(line, 1.5);
    expect(kindAt(split, g, samples, twins)).toBe('no-channel');
    expect(kindAt(split, g, samples, twins, [0, 3])).toBe('no-channel');
    expect(() => startRide(split, g, samples, endOfFlow, [0, 7])).toThrow('no neuron 7');
    expect(kindAt(split, g, samples, Float64Array.from(finite).fill(Number.NaN, 2, 3))).toBe('not-finite');
    expect(kindAt(split, g, samples, new Float64Array(3))).toBe('not-finite');
    expect(kindAt(split, activations.relu, samples, endOfFlow)).toBe('not-smooth');
    const wild = endOfFlow.map((value, k) => value + (k < 3 || (k > 8 && k < 12) ? 30 : 0));
    expect(kindAt(split, g, samples, wild, [0, 3])).toBe('no-limit');
  });
});

test('outputs in channel coordinates are those of the weights', () => {
  const point = toChannel(split, endOfFlow, 0, 3);
  for (const epsilon of [0.2, 0.02]) {
    const theta = fromChannel(split, { ...point, epsilon });
    const direct = networkOutput(split, g, theta, samples.inputs);
    channelOutput(split, g, point.phi, epsilon, samples.inputs).forEach((value, n) => {
      expectClose(value, direct[n] ?? NaN, 1e-12, 1e-12);
    });
  }
});
