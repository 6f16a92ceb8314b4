/** Numbers of the chapter on the smallest example. */
import { quarterPowerLaw } from '#math/channel/channel';
import { gammaOf } from '#math/landscape/saddle-line';
import { toySamples } from '#math/toy/toy';
import { toyDataLoss } from '#math/toy/toy-data';
import { toyDecayedOptimum } from '#math/toy/toy-decay';
import { predictedStall, toyValley } from '#math/toy/toy-edge';
import { findToyLimits, toySaddleLine } from '#math/toy/toy-limit';
import { toyPopulationLoss } from '#math/toy/toy-population';

/** What the text sets, as the figure does: the strength of weight decay, the step size, and the samples. */
const DECAY = 1e-5;
const STEP_SIZE = 0.316;
const SAMPLES = { count: 4096, seed: 1 } as const;

/**
 * Where the runs of the figure's first example are after 100,000 steps. Training takes seconds, so it is done in
 * tests/story/toy-facts.test.ts.
 */
const STOPPED = { sgdGamma: 2.879, sgdLoss: 0.001273, adamGamma: 2.572, adamLoss: 0.001502 } as const;

/** a_1 - a_2, evenly in the logarithm, descending. */
function differences(from: number, to: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, k) => from * (to / from) ** (k / (count - 1)));
}

/** All of them. */
export function toyFacts() {
  const limits = findToyLimits();
  const { channel1: first, channel2: second, stableBand } = limits;
  const line = toySaddleLine(limits);
  const loss = toyPopulationLoss();
  const valley = [...toyValley(loss, second, differences(60, 5, 16))];
  const decayed = toyDecayedOptimum(loss, valley, DECAY);
  if (decayed.kind !== 'minimum') throw new Error('the decay of the text has no optimum');
  const data = toyDataLoss(toySamples(SAMPLES.count, SAMPLES.seed));
  const stall = predictedStall([...toyValley(data, first, differences(80, 2.5, 40))], STEP_SIZE);
  if (!stall) throw new Error('the step size of the text does not stall');
  /** Flow time at which the text looks. */
  const late = 1e9;
  return {
    toyFirstA: first.a,
    toyFirstC: first.c,
    toyFirstH: first.h,
    toyBestA: second.a,
    toyBestC: second.c,
    toyBestH: second.h,
    toyBandLow: stableBand[0],
    toyBandHigh: stableBand[1],
    /** How many times lower the deep valley ends. */
    toyDepthRatio: first.loss / second.loss,
    /** Slope in the middle, at x = 0, of both parts together as a share of that of the neuron alone; in percent. */
    toyTread: 100 * (1 + second.a / (second.c * second.w)),
    toyLateDifference: quarterPowerLaw(second.h, second.a, late),
    toySgdGamma: STOPPED.sgdGamma,
    toySgdLoss: STOPPED.sgdLoss,
    toyAdamGamma: STOPPED.adamGamma,
    toyAdamLoss: STOPPED.adamLoss,
    toyDecay: DECAY,
    toyDecayGamma: gammaOf(line, decayed.theta),
    toyDecayDifference: (decayed.theta[2] as number) - (decayed.theta[3] as number),
    toyDecayLoss: decayed.loss,
    toyStepSize: STEP_SIZE,
    toyStepLimit: stall.sharpness,
    toyStall: stall.outputDifference,
  };
}
