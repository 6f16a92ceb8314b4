import { describe, expect, test } from 'vitest';
import { activations } from '#math/activation/activation';
import { quarterPowerTime } from '#math/channel/channel';
import { toChannel } from '#math/channel/channel-network';
import { certificate } from '#math/channel/limit-network';
import { packParameters } from '#math/network/network';
import { startRide } from '#math/ride/ride';
import { rideFacts } from '#story/facts/ride-facts';
import slice from '../fixtures/descent-slice.json';
import { expectClose } from '../support/close';
import { oracle, samples, split } from '../support/landscape';

const facts = rideFacts();
const g = activations.g;
const end = packParameters(split, oracle.flowEnds.plus.W, oracle.flowEnds.plus.a);

describe('what the chapter on the ride states', () => {
  test('the end of the channel, as computed independently', () => {
    const { minimumAtInfinity: limit } = oracle;
    expectClose(facts.rideLoss, limit.loss, 1e-12);
    expectClose(facts.rideH, limit.h, 1e-9);
    expectClose(facts.rideA, limit.a, 1e-10);
    expectClose(facts.rideC, limit.c, 1e-10);
    expectClose(facts.rideSmallestEigenvalue, limit.hessianEigenvalues[0] ?? NaN, 1e-7);
    expect(facts.rideGradient).toBeLessThan(1e-13);
  });

  test('the road back, as computed independently', () => {
    expectClose(facts.rideBackLoss, slice.minusLimit.loss, 1e-12);
    expectClose(facts.rideBackH, slice.minusLimit.h, 1e-9);
    expect(facts.rideBackH).toBeLessThan(0);
  });

  test('the quarter-power law against the flow of another solver', () => {
    const last = oracle.flowEnds.plus.marks.at(-1);
    expect(facts.rideFlowTime).toBe(last?.t);
    expect(facts.rideFlowDifference).toBe(last?.outputDifference);
    expectClose(facts.rideLawDifference, last?.quarterPowerLaw ?? NaN, 1e-9);
    expectClose(facts.rideLawDifference, facts.rideFlowDifference, 0.01);
  });

  test('ten times larger weights take ten thousand times longer', () => {
    const { rideH: h, rideA: a } = facts;
    expectClose(quarterPowerTime(h, a, 10 * 80) / quarterPowerTime(h, a, 80), 1e4, 1e-12);
  });

  test('a handful of Newton steps leads from the flow to its end', () => {
    const found = certificate(split, g, samples, toChannel(split, end, 0, 3).phi);
    expect(found.verdict).toBe('minimum-at-infinity');
    expect(found.newtonSteps).toBeLessThanOrEqual(5);
  });

  test('the sharpness allowed by the step size is met where the text says', () => {
    expectClose(facts.rideStepLimit * facts.rideStepSize, 2, 1e-12);
    const begun = startRide(split, g, samples, end);
    if (begun.kind !== 'ride') throw new Error(begun.message);
    const { largestEigenvalue, outputDifference } = begun.start;
    // It grows like the square of a_i - a_j, and this point is not far from where it is met.
    const there = outputDifference * Math.sqrt(facts.rideStepLimit / largestEigenvalue);
    expectClose(facts.rideEdge, there, 0.005);
    expectClose(
      facts.rideEdgeSteps,
      quarterPowerTime(facts.rideH, facts.rideA, there) / facts.rideStepSize,
      0.02,
    );
  });
});
