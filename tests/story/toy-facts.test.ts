import { describe, expect, test } from 'vitest';
import { decayedOptimum } from '#math/channel/channel-laws';
import { gammaOf, saddlePoint } from '#math/landscape/saddle-line';
import { gradientFlow } from '#math/numerics/flow';
import { finish } from '#math/numerics/trajectory';
import { toyAxes } from '#math/toy/toy-landscape';
import { findToyLimits, toySaddleLine } from '#math/toy/toy-limit';
import { toyPopulationLoss } from '#math/toy/toy-population';
import { withWeightDecay } from '#math/toy/weight-decay';
import { toyFacts } from '#story/facts/toy-facts';
import type { ToyRunPart } from '#workers/toy-messages';
import { toyRunJob } from '#workers/toy-run-job';
import oracle from '../fixtures/toy.json';
import { expectClose } from '../support/close';

const facts = toyFacts();
const { channel1, channel2 } = oracle.criticalPoints;
const limits = findToyLimits();
const line = toySaddleLine(limits);
const loss = toyPopulationLoss();

describe('what the chapter on the smallest example states', () => {
  test('the ends of the channels, as computed independently', () => {
    expectClose(facts.toyFirstA, channel1.a, 1e-8);
    expectClose(facts.toyFirstC, channel1.c, 1e-8);
    expectClose(facts.toyFirstH, channel1.h, 1e-7);
    expectClose(facts.toyBestA, channel2.a, 1e-8);
    expectClose(facts.toyBestC, channel2.c, 1e-8);
    expectClose(facts.toyBestH, channel2.h, 1e-7);
    expectClose(facts.toyBandLow, oracle.hPositiveBetween[0] ?? NaN, 1e-9);
    expectClose(facts.toyBandHigh, oracle.hPositiveBetween[1] ?? NaN, 1e-9);
    expectClose(facts.toyDepthRatio, channel1.loss / channel2.loss, 1e-6);
  });

  test('at the best the gated part cancels the slope of the neuron in the middle', () => {
    const { c, a, w } = channel2;
    expectClose(facts.toyTread, (100 * (c * w + a)) / (c * w), 1e-6);
    expect(Math.abs(facts.toyTread)).toBeLessThan(3);
  });

  test('SGD and Adam stop where it says, and the flow goes on by the quarter-power law', () => {
    const last: Partial<Record<string, ToyRunPart>> = {};
    const request = { gamma: 1.5, alpha: 0.2, seed: 1, decay: 0, maxTime: 1e9, maxSteps: 100_000 };
    const job = toyRunJob(request);
    for (let next = job.next(); !next.done; next = job.next()) {
      if (next.value?.part) last[next.value.part.runner] = next.value.part;
    }
    const gamma = (runner: string) => last[runner]?.gammas.at(-1) ?? NaN;
    const lossOf = (runner: string) => last[runner]?.losses.at(-1) ?? NaN;
    expectClose(gamma('sgd'), facts.toySgdGamma, 0.001);
    expectClose(gamma('adam'), facts.toyAdamGamma, 0.001);
    expectClose(lossOf('sgd'), facts.toySgdLoss, 0.001);
    expectClose(lossOf('adam'), facts.toyAdamLoss, 0.001);
    for (const runner of ['sgd', 'adam']) {
      expect(lossOf(runner) / channel2.loss).toBeGreaterThan(1.6);
      expect(lossOf(runner) / channel2.loss).toBeLessThan(2);
    }
    const theta = last.flow?.thetas.slice(-4) ?? [];
    expectClose((theta[2] ?? NaN) - (theta[3] ?? NaN), facts.toyLateDifference, 0.01);
  }, 60_000);

  test('under the weight decay of the text the flow comes to rest there', () => {
    const axes = toyAxes(loss, line);
    const start = saddlePoint(line, 1.5).map((value, p) => value + 0.05 * (axes.downhill[p] ?? NaN));
    const { last } = finish(gradientFlow(withWeightDecay(loss, facts.toyDecay), start, { maxTime: 1e7 }));
    expectClose(gammaOf(line, last.theta), facts.toyDecayGamma, 1e-3);
    expectClose(loss.loss(last.theta), facts.toyDecayLoss, 1e-3);
    const [, , first = NaN, second = NaN] = last.theta;
    expectClose(first - second, facts.toyDecayDifference, 1e-3);
    const law = decayedOptimum(channel2.h, channel2.a, facts.toyDecay);
    expectClose(law?.outputDifference ?? NaN, facts.toyDecayDifference, 0.1);
  }, 60_000);

  test('the step size of the text stalls where the sharpness is 2 / eta', () => {
    expectClose(facts.toyStepLimit * facts.toyStepSize, 2, 1e-9);
    expectClose(facts.toyStall, 5.72, 0.005);
  });
});
