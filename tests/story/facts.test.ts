import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { computeFacts } from '#story/facts/facts';
import descent from '../fixtures/descent-slice.json';
import landscape from '../fixtures/landscape.json';
import toy from '../fixtures/toy.json';
import { expectClose } from '../support/close';

const facts = computeFacts();

it('are all held against something here or in the tests beside', () => {
  const tests = readdirSync(import.meta.dirname)
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join();
  expect(Object.keys(facts).filter((name) => !new RegExp(`\\b${name}\\b`).test(tests))).toEqual([]);
});
const fact = (name: string): number => facts[name] ?? Number.NaN;

describe('numbers of the pair', () => {
  test('the output weights of its figure at epsilon = 0.01', () => {
    expectClose(fact('pairWeightI'), 0.3 + 60, 1e-14);
    expectClose(fact('pairWeightJ'), 0.3 - 60, 1e-14);
  });

  test('how far it is from its limit, as computed on another grid', () => {
    expectClose(fact('softplusMaxFar'), 3.9017e-3, 1e-3);
    expectClose(fact('softplusMaxNear'), 3.9065e-5, 1e-3);
    expectClose(fact('reluMeanFar'), 0.010705, 1e-2);
    expectClose(fact('reluRmsFar'), 0.076715, 1e-2);
    expectClose(fact('reluMeanNear'), 0.0010717, 1e-2);
    // Beside a cliff the largest one depends on the grid.
    expectClose(fact('reluMaxFar'), 1.138, 1.5e-2);
    expectClose(fact('reluMaxNear'), 1.0895, 1.5e-2);
  });

  test('ten times closer, softplus is a hundred times nearer to its limit', () => {
    expect(fact('softplusMaxFar') / fact('softplusMaxNear')).toBeCloseTo(100, 0);
  });

  test('ten times closer, ReLU errs as much, but on a tenth of the square', () => {
    expect(fact('reluMaxFar') / fact('reluMaxNear')).toBeLessThan(1.1);
    expect(fact('reluMeanFar') / fact('reluMeanNear')).toBeCloseTo(10, 0);
    expect(fact('reluRmsFar') / fact('reluRmsNear')).toBeCloseTo(Math.sqrt(10), 1);
  });
});

describe('numbers of the landscape', () => {
  const spectrum = (gamma: number) =>
    landscape.spectra.find((point) => point.neuron === 0 && point.gamma === gamma)?.eigenvalues ?? [];
  const down = (gamma: number) => spectrum(gamma).filter((value) => value < -1e-9).length;

  test("the paper's network and its saddle line", () => {
    expectClose(fact('paperLoss'), landscape.minimum.loss, 1e-12);
    expectClose(fact('paperWeight'), landscape.minimum.a[0] ?? 0, 1e-12);
    expect(fact('paperDownBetween')).toBe(down(0.5));
    expect(fact('paperDownBeyond')).toBe(down(1.5));
    expect([down(0.5), down(1.5)]).toEqual([2, 1]);
    // Of B, by NumPy from the weights of the fixture.
    expectClose(fact('paperLowest'), -0.52421035, 1e-7);
    expectClose(fact('paperMiddle'), -0.01820954, 1e-6);
    expectClose(fact('paperHighest'), 0.52513033, 1e-7);
  });

  test('a single neuron whose matrix is negative definite', () => {
    // By NumPy: output weights by least squares, input weights by Newton's method from random starts.
    expectClose(fact('loneLoss'), 0.683347166, 1e-8);
    expectClose(fact('loneWeight'), 0.49932351, 1e-7);
    expectClose(fact('loneLowest'), -0.1478508307, 1e-7);
    expectClose(fact('loneMiddle'), -0.0060618594, 1e-7);
    expectClose(fact('loneHighest'), -0.0003915062, 1e-5);
    expect(fact('loneDownBetween')).toBe(3);
    expect(fact('loneDownBeyond')).toBe(0);
    expectClose(fact('loneCurvature'), fact('loneLowest') / 2, 1e-10);
  });

  test('the two roads', () => {
    const foot = (rows: typeof descent.plus, gamma: number) =>
      rows.find((row) => row.gamma === gamma)?.footLoss ?? Number.NaN;
    expectClose(fact('plusFootNear'), foot(descent.plus, 2), 1e-10);
    expectClose(fact('plusFootFar'), foot(descent.plus, 100), 1e-10);
    const far = descent.plus.find(({ gamma }) => gamma === 100);
    expectClose(fact('plusEpsilonFar'), far?.epsilon ?? Number.NaN, 1e-9);
    expectClose(fact('minusFootNear'), foot(descent.minus, 2), 1e-10);
    expectClose(fact('minusFootFar'), foot(descent.minus, 100), 1e-10);
    expectClose(fact('plusLoss'), descent.plusLimit.loss, 1e-12);
    expectClose(fact('plusH'), descent.plusLimit.h, 1e-8);
    // What is left is of fourth order in epsilon.
    expect(Math.abs(fact('plusPredictedFar') - fact('plusFootFar'))).toBeLessThan(1e-10);
    expectClose(fact('plusA'), descent.plusLimit.a, 1e-8);
    expectClose(fact('plusC'), descent.plusLimit.c, 1e-8);
    expectClose(fact('plusEigenvalue'), landscape.minimumAtInfinity.hessianEigenvalues[0] ?? 0, 1e-6);
    expectClose(fact('minusLoss'), descent.minusLimit.loss, 1e-12);
    expectClose(fact('minusH'), descent.minusLimit.h, 1e-8);
  });

  test('the minimum to which the road back leads', () => {
    expectClose(fact('finiteLoss'), landscape.flowEnds.minus.loss, 1e-8);
    const [first = 0, , , copy = 0] = landscape.flowEnds.minus.a;
    expectClose(fact('finiteGamma'), (1 + (first - copy) / (landscape.minimum.a[0] ?? 0)) / 2, 1e-6);
    expect(fact('finiteLoss')).toBeGreaterThan(fact('plusLoss'));
    expect(fact('finiteLoss')).toBeLessThan(fact('minusLoss'));
  });
});

describe('numbers of the last chapters', () => {
  test('the three places of the smallest example', () => {
    const { channel1, channel2, saddle } = toy.criticalPoints;
    for (const [w, loss, place] of [
      ['toyFirstW', 'toyFirstLoss', channel1],
      ['toySaddleW', 'toySaddleLoss', saddle],
      ['toyBestW', 'toyBestLoss', channel2],
    ] as const) {
      expectClose(fact(w), place.w, 1e-8);
      expectClose(fact(loss), place.loss, 1e-8);
    }
  });

  test('the sharpness grows like 1/eps^2, and three neurons have their constant', () => {
    expect(fact('sharpnessSlope')).toBeCloseTo(-2, 1);
    expectClose(fact('thirdNeuron'), 0.2041241452, 1e-9);
  });
});
