import { describe, expect, test } from 'vitest';
import { computeFacts } from '#story/facts';
import descent from '../fixtures/descent-slice.json';
import landscape from '../fixtures/landscape.json';
import { expectClose } from '../support/close';

const facts = computeFacts();
const fact = (name: string): number => facts[name] ?? Number.NaN;

describe('numbers of the pair', () => {
  test('the output weights of its figure at epsilon = 0.01', () => {
    expectClose(fact('pairWeightI'), 0.3 + 60, 1e-14);
    expectClose(fact('pairWeightJ'), 0.3 - 60, 1e-14);
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
    expect(fact('paperLowest')).toBeLessThan(0);
    expect(fact('paperMiddle')).toBeLessThan(0);
    expect(fact('paperHighest')).toBeGreaterThan(0);
  });

  test('a single neuron whose matrix is negative definite', () => {
    expect(fact('loneHighest')).toBeLessThan(0);
    expect(fact('loneDownBetween')).toBe(3);
    expect(fact('loneDownBeyond')).toBe(0);
    expectClose(fact('loneCurvature'), fact('loneLowest') / 2, 1e-10);
  });

  test('the two roads', () => {
    const foot = (rows: typeof descent.plus, gamma: number) =>
      rows.find((row) => row.gamma === gamma)?.footLoss ?? Number.NaN;
    expectClose(fact('plusFootNear'), foot(descent.plus, 2), 1e-10);
    expectClose(fact('plusFootFar'), foot(descent.plus, 100), 1e-10);
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
    expect(fact('finiteLoss')).toBeGreaterThan(fact('plusLoss'));
    expect(fact('finiteLoss')).toBeLessThan(fact('minusLoss'));
  });
});
