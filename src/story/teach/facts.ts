/**
 * The numbers that the teacher's page states beside those of the article. `tests/story/teach-facts.test.ts` holds them against
 * values computed independently.
 */
import { activations } from '#math/activation/activation';
import { type PairCoordinates, termValue, toPair } from '#math/pair/pair';
import { errorNorms } from '#math/pair/pair-error';
import type { Facts } from '#story/facts/facts';

/** The pair with which the figure `pair` begins. */
const pair = {
  w: [1.8, 0.6, 0],
  delta: [Math.cos((110 * Math.PI) / 180), Math.sin((110 * Math.PI) / 180), 0],
  a: 1.2,
  c: 0.6,
} as const satisfies Omit<PairCoordinates, 'epsilon'>;

/** What the example `relu-cliff` makes of it. */
const cliff = { ...pair, w: [1, 0.3, 0], c: 0.5 } as const;

/** Half the side of the figure's square, and how finely its plot samples it. */
const HALF_WIDTH = Math.sqrt(3);
const SAMPLES = 40;

/** The point where the figure reads values. */
const POINT = [1, 0.5] as const;

/** Step size with which the landscape's gradient descent begins; a step of it takes a millisecond. */
const STEP_SIZE = 0.003;
const STEPS_A_YEAR = 1000 * 60 * 60 * 24 * 365.25;

function errorFacts(name: string, of: Omit<PairCoordinates, 'epsilon'>, act: 'softplus' | 'relu'): Facts {
  const at = (epsilon: number) => errorNorms(activations[act], { ...of, epsilon }, HALF_WIDTH, SAMPLES);
  const [large, small] = [at(0.1), at(0.01)];
  return {
    [`${name}Mean`]: large.mean,
    [`${name}MeanSmall`]: small.mean,
    [`${name}MeanRatio`]: large.mean / small.mean,
    [`${name}Max`]: large.max,
    [`${name}MaxSmall`]: small.max,
  };
}

/**
 * Computes all of them.
 * @param article the numbers of the article
 */
export function computeTeachFacts(article: Facts): Facts {
  const of = (name: string) => article[name] ?? Number.NaN;
  const pairAt = (epsilon: number) => toPair({ ...pair, epsilon });
  const termAt = (term: 'neuronI' | 'neuronJ' | 'sum' | 'limit') =>
    termValue(activations.softplus, term, { ...pair, epsilon: 0.001 }, POINT);
  /** When gradient flow has made a_i - a_j this large: a_i - a_j = 2 (h a^2 t)^(1/4). */
  const timeTo = (difference: number) => difference ** 4 / (16 * of('plusH') * of('plusA') ** 2);
  const steps = timeTo(1000) / STEP_SIZE;
  return {
    teachAi: pairAt(0.1).ai,
    teachAj: pairAt(0.1).aj,
    teachAiSmall: pairAt(0.001).ai,
    teachAjSmall: pairAt(0.001).aj,
    teachNeuronI: termAt('neuronI'),
    teachNeuronJ: termAt('neuronJ'),
    teachSum: termAt('sum'),
    teachLimit: termAt('limit'),
    ...errorFacts('teachSmooth', pair, 'softplus'),
    ...errorFacts('teachRelu', cliff, 'relu'),
    teachCopyOne: 1.5 * of('paperWeight'),
    teachCopyTwo: -0.5 * of('paperWeight'),
    teachTimeHundred: timeTo(100),
    teachTimeThousand: timeTo(1000),
    teachSteps: steps,
    teachYears: Number((steps / STEPS_A_YEAR).toPrecision(2)),
    teachEdgeRatio: Math.sqrt(0.316 / 0.133),
  };
}
