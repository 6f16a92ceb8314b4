/**
 * The numbers that the teacher's page states beside those of the article. What takes too long for a build stands here as it
 * is; `tests/story/teach-facts.test.ts` holds all of them against values computed independently.
 */
import { activations } from '#math/activation';
import { type PairCoordinates, termValue, toPair } from '#math/pair';
import { errorNorms } from '#math/pair-error';
import { paperNetwork } from '#math/paper-network';
import { findToyLimits } from '#math/toy-limit';
import type { Facts } from '#story/facts';

/** The pair with which the figure `pair` begins. */
export const exercisePair = {
  w: [1.8, 0.6, 0],
  delta: [Math.cos((110 * Math.PI) / 180), Math.sin((110 * Math.PI) / 180), 0],
  a: 1.2,
  c: 0.6,
} as const satisfies Omit<PairCoordinates, 'epsilon'>;

/** What the example `relu-cliff` changes of it. */
export const exerciseRelu = { ...exercisePair, w: [1, 0.3, 0], c: 0.5 } as const;

/** Half the side of the figure's square, and how finely its plot samples it. */
const HALF_WIDTH = Math.sqrt(3);
const SAMPLES = 40;

/** The point where the figure reads values. */
const POINT = [1, 0.5] as const;

/** The ends of both roads from the landscape's saddle line: loss at infinity, h, and a. */
export const roads = {
  plus: { loss: 0.03948705687, h: 0.074072674, a: 1.445458711 },
  minus: { loss: 0.05213559084, h: -0.01784468137, a: 1.735878575 },
  /** Of the minimum to which the other road leads back. */
  finiteLoss: 0.04551807648,
} as const;

/** Step size with which the landscape's gradient descent begins, and a step of it a millisecond. */
const STEP_SIZE = 0.003;
const STEPS_A_YEAR = 1000 * 60 * 60 * 24 * 365.25;

/** Where the gradient flow has grown a_i - a_j to this, by the quarter-power law. */
function timeTo(difference: number): number {
  return difference ** 4 / (16 * roads.plus.h * roads.plus.a ** 2);
}

function errorFacts(name: string, pair: Omit<PairCoordinates, 'epsilon'>, act: 'softplus' | 'relu'): Facts {
  const at = (epsilon: number) => errorNorms(activations[act], { ...pair, epsilon }, HALF_WIDTH, SAMPLES);
  const [large, small] = [at(0.1), at(0.01)];
  return {
    [`${name}Mean`]: large.mean,
    [`${name}MeanSmall`]: small.mean,
    [`${name}MeanRatio`]: large.mean / small.mean,
    [`${name}Max`]: large.max,
    [`${name}MaxSmall`]: small.max,
  };
}

/** Computes all of them. */
export function computeTeachFacts(): Facts {
  const pairAt = (epsilon: number) => toPair({ ...exercisePair, epsilon });
  const termAt = (term: 'neuronI' | 'neuronJ' | 'sum' | 'limit') =>
    termValue(activations.softplus, term, { ...exercisePair, epsilon: 0.001 }, POINT);
  const aStar = paperNetwork.theta[3 * paperNetwork.width] ?? Number.NaN;
  const { channel1, channel2 } = findToyLimits();
  return {
    teachAi: pairAt(0.1).ai,
    teachAj: pairAt(0.1).aj,
    teachAiSmall: pairAt(0.001).ai,
    teachAjSmall: pairAt(0.001).aj,
    teachNeuronI: termAt('neuronI'),
    teachNeuronJ: termAt('neuronJ'),
    teachSum: termAt('sum'),
    teachLimit: termAt('limit'),
    ...errorFacts('teachSmooth', exercisePair, 'softplus'),
    ...errorFacts('teachRelu', exerciseRelu, 'relu'),
    teachWeight: aStar,
    teachCopyOne: 1.5 * aStar,
    teachCopyTwo: -0.5 * aStar,
    teachPlusLoss: roads.plus.loss,
    teachPlusH: roads.plus.h,
    teachMinusLoss: roads.minus.loss,
    teachMinusH: roads.minus.h,
    teachFiniteLoss: roads.finiteLoss,
    teachTimeHundred: timeTo(100),
    teachTimeThousand: timeTo(1000),
    teachSteps: timeTo(1000) / STEP_SIZE,
    teachYears: Number((timeTo(1000) / STEP_SIZE / STEPS_A_YEAR).toPrecision(2)),
    teachEdgeRatio: Math.sqrt(0.316 / 0.133),
    teachToyRatio: channel1.loss / channel2.loss,
    teachToyA: channel2.a,
    teachToyC: channel2.c,
  };
}
