import { describe, expect, test } from 'vitest';
import { climb } from '#math/channel/channel-laws';
import { paperNetwork } from '#math/landscape/paper-network';
import { rideLaws } from '#math/ride/ride-laws';
import { createWorkerClient } from '#workers/client';
import { clockJob } from '#workers/clock-job';
import { arriveJob, jumpJob } from '#workers/jump-job';
import type { LandscapeSpec } from '#workers/messages';
import { rideJob } from '#workers/ride-job';
import type { RideFound, RideRequest } from '#workers/ride-messages';
import type { RideWorld } from '#workers/ride-world';
import { pairedWorker } from '../support/worker-pair';
import { drain } from '../support/world';

const paper: LandscapeSpec = { ...paperNetwork, target: { kind: 'rosenbrock' }, seed: 1, neuron: 0 };
const { theta: _, ...untrained } = paper;
const searched: LandscapeSpec = { ...untrained, grid: 16 };

function find(request: RideRequest): { found: RideFound; world: RideWorld } {
  let world: RideWorld | undefined;
  const { end } = drain(
    rideJob(request, (made) => {
      world = made;
    }),
  );
  if (world === undefined) throw new Error('no ride was published');
  return { found: end, world };
}

/** Jumps until the ride ends; why it ended. */
function rideOn(world: RideWorld, most = 40): string {
  for (let k = 0; k < most; k++) {
    const { end } = drain(jumpJob(world, { from: k, factor: 0.5 }));
    if (end.kind !== 'point') return end.kind;
  }
  return 'going on';
}

describe('the channel of the paper', () => {
  const { found, world } = find({ spec: paper });

  test('is found on the plus side, with the certificate of its minimum at infinity', () => {
    expect(found.side).toBe('plus');
    expect(found.spec).toEqual(paper);
    const { verdict, lossAtInfinity, h, a, c, cosine, maxAbsGradient, smallestEigenvalue } =
      found.certificate;
    expect(verdict).toBe('minimum-at-infinity');
    expect(lossAtInfinity).toBeCloseTo(0.03948705687436355, 12);
    expect(h).toBeCloseTo(0.0740726740037, 9);
    expect([a, c, cosine].map((value) => value.toFixed(4))).toEqual(['1.4455', '0.9552', '0.3003']);
    expect(maxAbsGradient).toBeLessThan(1e-12);
    expect(smallestEigenvalue).toBeGreaterThan(1e-5);
    expect(found.certificate.newtonSteps).toBeLessThan(20);
    expect(found.start.epsilon).toBeLessThan(0.1);
  });

  test('is ridden to the end of 64-bit numbers, by the predicted laws', () => {
    expect(rideOn(world)).toBe('arrived');
    expect(world.points.length).toBeGreaterThan(14);
    expect(world.points.at(-1)?.epsilon).toBeLessThan(1e-6);
    const laws = rideLaws(world.points);
    expect(laws.excess.slope).toBeCloseTo(2, 2);
    expect(laws.error.slope).toBeCloseTo(2, 1);
    expect(laws.largestEigenvalue.slope).toBeCloseTo(-2, 2);
    for (const id of ['c', 'a', 'cosine'] as const) expect(laws[id].slope).toBeCloseTo(0, 2);
    // lambda_max epsilon^2 tends to what the limit network says.
    const far = world.points[8];
    expect((far?.largestEigenvalue ?? 0) * (far?.epsilon ?? 0) ** 2).toBeCloseTo(
      found.certificate.sharpness,
      3,
    );
  });

  test('jumps again from an earlier point, and forgets those after it', () => {
    const { end } = drain(jumpJob(world, { from: 1, factor: 0.1 }));
    expect(world.points.length).toBe(3);
    if (end.kind !== 'point') throw new Error(end.kind);
    expect(end.point.epsilon / (world.points[1]?.epsilon ?? 1)).toBeCloseTo(0.1, 2);
    // What is sent is a copy: the worker keeps its own.
    expect(end.point.theta).toEqual(world.points[2]?.theta);
    expect(end.point.theta).not.toBe(world.points[2]?.theta);
  });

  test('from each point Newton’s method goes to the same end, from further out in fewer steps', () => {
    const near = drain(arriveJob(world, { from: 2 })).end;
    expect(near.lossAtInfinity).toBe(found.certificate.lossAtInfinity);
    expect(near.newtonSteps).toBeLessThanOrEqual(found.certificate.newtonSteps);
    expect(near.milliseconds).toBeGreaterThan(0);
  });

  test('refuses points and factors that are none', () => {
    expect(() => drain(jumpJob(world, { from: 99, factor: 0.5 }))).toThrow('the ride has no point 99');
    expect(() => drain(arriveJob(world, { from: -1 }))).toThrow('the ride has no point -1');
    for (const factor of [0, 1, -1, Number.NaN, 2]) {
      expect(() => drain(jumpJob(world, { from: 0, factor }))).toThrow('between 0 and 1');
    }
    expect(() => drain(clockJob(world, { maxTime: Number.NaN }))).toThrow('the clock runs');
  });
});

test('the clock: gradient flow keeps the quarter-power law, and flattens towards infinity alone', () => {
  const { found, world } = find({ spec: paper });
  const { parts, end } = drain(clockJob(world, { maxTime: 1e9 }));
  expect(end.finite).toBe(true);
  expect(parts.map(({ run }) => run)).toEqual(['channel', 'finite']);
  const [channel, finite] = parts.map(({ curve }) => curve);
  if (channel === undefined || finite === undefined) throw new Error('a curve is missing');
  expect(channel.times.at(-1)).toBeCloseTo(1e9, -3);
  const { h, a } = found.certificate;
  const [from, to] = [channel.outputDifferences[0] ?? 0, channel.outputDifferences.at(-1) ?? 0];
  expect(climb(h, a, from, to, 1).time / 1e9).toBeCloseTo(1, 1);
  // Up the channel the sharpness grows and the smallest eigenvalue vanishes; at a minimum both come to rest.
  expect(channel.largestEigenvalues.at(-1) ?? 0).toBeGreaterThan(10 * (channel.largestEigenvalues[0] ?? 0));
  expect(channel.smallestEigenvalues.at(-1) ?? 1).toBeLessThan(1e-8);
  expect(finite.losses.at(-1)).toBeCloseTo(0.04551808247674165, 8);
  expect(finite.smallestEigenvalues.at(-1)).toBeGreaterThan(1e-6);
  const settled = (values: Float64Array) => (values.at(-1) ?? 0) / (values.at(-9) ?? 1);
  expect(settled(finite.largestEigenvalues)).toBeCloseTo(1, 6);
  for (const values of Object.values(channel))
    expect(Array.from(values as Float64Array).every(Number.isFinite)).toBe(true);
});

test('five other channels are found from random seeds, and each is ridden', () => {
  const losses: number[] = [];
  let spec: LandscapeSpec = searched;
  for (let k = 0; k < 5; k++) {
    const { found, world } = find({ spec: { ...spec, width: k < 2 ? 3 : 4 }, other: losses });
    expect(found.certificate.verdict).toBe('minimum-at-infinity');
    expect(losses).not.toContain(found.certificate.lossAtInfinity);
    losses.push(found.certificate.lossAtInfinity);
    spec = found.spec;
    // The link says it all: the same seed and neuron lead to the same channel.
    expect(find({ spec: found.spec }).found.certificate.lossAtInfinity).toBe(losses.at(-1));
    expect(rideOn(world)).toBe('arrived');
    const { excess, largestEigenvalue } = rideLaws(world.points);
    expect(excess.slope).toBeCloseTo(2, 1);
    expect(largestEigenvalue.slope).toBeCloseTo(-2, 1);
  }
});

test('a road back is ridden only when asked for, and its loss rises towards infinity', () => {
  const { found, world } = find({ spec: paper, side: 'minus' });
  expect(found.certificate.verdict).toBe('road-back');
  expect(found.certificate.h).toBeLessThan(0);
  rideOn(world, 6);
  const losses = world.points.map(({ loss }) => loss);
  expect(losses).toEqual([...losses].sort((p, q) => p - q));
  expect(world.points.every(({ excess }) => excess < 0)).toBe(true);
});

test('a start that is no channel is a problem with a code', () => {
  const none = { ...paper, neuron: 1 };
  expect(() => find({ spec: none })).toThrow('{"code":"no-channel","side":"either"}');
  expect(() => find({ spec: none, side: 'plus' })).toThrow('{"code":"no-channel","side":"plus"}');
  expect(() => find({ spec: { ...searched, width: 1, grid: 4 }, other: [] })).toThrow(
    '{"code":"no-other-channel","seeds":40,"width":1}',
  );
});

test('jumps before there is a channel are refused; a failed search leaves the ride before in place', async () => {
  const { makeWorker } = pairedWorker();
  const client = createWorkerClient(makeWorker);
  await expect(client.start('jump', { from: 0, factor: 0.5 })).rejects.toThrow('no-ride');
  await expect(client.start('clock', { maxTime: 1e6 })).rejects.toThrow('no-ride');
  await client.start('ride', { spec: paper });
  await expect(client.start('ride', { spec: { ...paper, neuron: 1 } })).rejects.toThrow('no-channel');
  const jumped = await client.start('jump', { from: 0, factor: 0.5 });
  expect(jumped.kind).toBe('point');
  client.dispose();
});
