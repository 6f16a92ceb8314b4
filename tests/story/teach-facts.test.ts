import { expect, test } from 'vitest';
import { findFigure } from '#figures/registry';
import { toySamples } from '#math/toy/toy';
import { toyDataLoss } from '#math/toy/toy-data';
import { predictedStall, toyValley } from '#math/toy/toy-edge';
import { findToyLimits } from '#math/toy/toy-limit';
import { defaults, withValues } from '#state/schema';
import { computeFacts } from '#story/facts/facts';
import { computeTeachFacts } from '#story/teach/facts';
import landscape from '../fixtures/landscape.json';
import { expectClose } from '../support/close';

const article = computeFacts();
const facts = computeTeachFacts(article);
const fact = (name: string): number => facts[name] ?? Number.NaN;

/** Values of the figure `pair`, as an example sets them. */
function pairValues(preset?: string) {
  const { schema, presets } = findFigure('pair') ?? { schema: {}, presets: [] };
  return withValues(schema, defaults(schema), presets.find(({ id }) => id === preset)?.values ?? {});
}

const softplus = (z: number) => Math.log1p(Math.exp(z));
const relu = (z: number) => Math.max(0, z);
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const step = (z: number) => (z > 0 ? 1 : 0);

/** The pair and its limit as the formulas say, from the values of the figure. */
function byHand(values: Record<string, unknown>, act: (z: number) => number, slope: (z: number) => number) {
  const [a, c, dir, w] = [values.a, values.c, values.dir, values.w] as [number, number, number, number[]];
  const [w1 = 0, w2 = 0] = w;
  const angle = (dir * Math.PI) / 180;
  return (epsilon: number, x1: number, x2: number) => {
    const z = w1 * x1 + w2 * x2;
    const q = Math.cos(angle) * x1 + Math.sin(angle) * x2;
    const i = (c / 2 + a / (2 * epsilon)) * act(z + epsilon * q);
    const j = (c / 2 - a / (2 * epsilon)) * act(z - epsilon * q);
    return { i, j, sum: i + j, limit: c * act(z) + a * q * slope(z) };
  };
}

/** Mean and largest distance of pair and limit over the square, by a fine grid. */
function errors(at: ReturnType<typeof byHand>, epsilon: number) {
  const n = 700;
  const x = Array.from({ length: n }, (_, k) => Math.sqrt(3) * ((2 * k + 1) / n - 1));
  let [sum, max] = [0, 0];
  for (const x1 of x) {
    for (const x2 of x) {
      const { sum: pair, limit } = at(epsilon, x1, x2);
      sum += Math.abs(pair - limit) / n ** 2;
      max = Math.max(max, Math.abs(pair - limit));
    }
  }
  return { mean: sum, max };
}

test('exercises 1 and 2: the weights and values with which the figure begins', () => {
  const { i, j, sum, limit } = byHand(pairValues(), softplus, sigmoid)(0.001, 1, 0.5);
  expect([fact('teachAi'), fact('teachAj')].map((value) => value.toFixed(9))).toEqual([
    '6.300000000',
    '-5.700000000',
  ]);
  expectClose(fact('teachAiSmall'), 600.3, 1e-12);
  expectClose(fact('teachAjSmall'), -599.7, 1e-12);
  expectClose(fact('teachNeuronI'), i, 1e-10);
  expectClose(fact('teachNeuronJ'), j, 1e-10);
  expectClose(fact('teachSum'), sum, 1e-9);
  expectClose(fact('teachLimit'), limit, 1e-12);
  // What the solution says: thousands cancel, the fourth digit after the point does not tell pair and limit apart.
  expect(Math.floor(Math.log10(i))).toBe(3);
  expect(sum.toFixed(4)).toBe(limit.toFixed(4));
});

test('exercise 3: the error of softplus falls like epsilon squared', () => {
  const at = byHand(pairValues(), softplus, sigmoid);
  expectClose(fact('teachSmoothMean'), errors(at, 0.1).mean, 2e-3);
  expectClose(fact('teachSmoothMeanSmall'), errors(at, 0.01).mean, 2e-3);
  expect(fact('teachSmoothMeanRatio')).toBeCloseTo(100, 0);
});

test('exercise 4: the mean error of ReLU falls like epsilon, the largest does not', () => {
  const at = byHand(pairValues('relu-cliff'), relu, step);
  expectClose(fact('teachReluMean'), errors(at, 0.1).mean, 2e-2);
  expectClose(fact('teachReluMeanSmall'), errors(at, 0.01).mean, 2e-2);
  expect(fact('teachReluMeanRatio')).toBeCloseTo(10, 0);
  expectClose(fact('teachReluMax'), fact('teachReluMaxSmall'), 0.05);
  expect(errors(at, 0.01).max).toBeLessThanOrEqual(fact('teachReluMaxSmall') * 1.001);
});

test('exercise 7: the output weights of the copies', () => {
  const weight = landscape.minimum.a[0] ?? 0;
  expectClose(fact('teachCopyOne'), 1.5 * weight, 1e-12);
  expectClose(fact('teachCopyOne') + fact('teachCopyTwo'), weight, 1e-12);
});

test('exercise 9: the time by the quarter-power law, beside the flow that was integrated', () => {
  const last = landscape.flowEnds.plus.marks.at(-1);
  const { h, a } = landscape.minimumAtInfinity;
  expectClose(fact('teachTimeThousand'), 1000 ** 4 / (16 * h * a ** 2), 1e-7);
  expectClose(fact('teachTimeThousand') / fact('teachTimeHundred'), 1e4, 1e-12);
  // The flow of the fixture, carried on by the law.
  const { t = Number.NaN, outputDifference = Number.NaN } = last ?? {};
  expectClose(t * (100 / outputDifference) ** 4, fact('teachTimeHundred'), 0.04);
  expectClose(fact('teachSteps') / 1000 / (365.25 * 86_400), fact('teachYears'), 0.02);
});

test('exercise 10: where full-batch descent stalls at the two step sizes', () => {
  const data = toyDataLoss(toySamples(4096, 1));
  const differences = Array.from({ length: 40 }, (_, k) => 80 * (2.5 / 80) ** (k / 39));
  const valley = [...toyValley(data, findToyLimits().channel1, differences)];
  const stall = (rate: number) => predictedStall(valley, rate)?.outputDifference ?? Number.NaN;
  expectClose(stall(0.133) / stall(0.316), fact('teachEdgeRatio'), 0.05);
});
