import { describe, expect, test } from 'vitest';
import { activations } from '#math/activation/activation';
import {
  differenceOfGamma,
  distanceToSaddleLine,
  flattestSplitting,
  gammaOf,
  isStableAt,
  mergePair,
  saddleLineStability,
  saddlePoint,
} from '#math/landscape/saddle-line';
import {
  inputWeightIndex,
  networkOutput,
  networkShape,
  outputWeight,
  packParameters,
} from '#math/network/network';
import { createSamples } from '#math/network/samples';
import { addScaled, dot, maxAbs } from '#math/numerics/linear-algebra';
import { derivativesAt } from '#math/numerics/objective';
import { createRandom } from '#math/numerics/random';
import { symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import { expectClose, expectSpectrum } from '../../support/close';
import { line, minimum, oracle, samples, split, splitLoss, student } from '../../support/landscape';

const g = activations.g;

describe('saddle line', () => {
  test('has the same loss and no gradient everywhere', () => {
    for (const neuron of [0, 1, 2]) {
      for (const gamma of [-20, -0.3, 0, 0.5, 1, 1.5, 7, 1000]) {
        const theta = saddlePoint({ ...line, neuron }, gamma);
        const { loss, gradient } = derivativesAt(splitLoss, theta);
        expectClose(loss, oracle.minimum.loss, 1e-11);
        // Rounding in a residual grows with the output weights, and is multiplied by them once more.
        expect(maxAbs(gradient)).toBeLessThan(1e-13 * (1 + gamma * gamma));
      }
    }
  });

  for (const point of oracle.spectra) {
    test(`spectrum with neuron ${point.neuron} split at gamma = ${point.gamma}`, () => {
      const { loss, hessian } = derivativesAt(
        splitLoss,
        saddlePoint({ ...line, neuron: point.neuron }, point.gamma),
      );
      expectClose(loss, point.loss, 1e-12);
      expectSpectrum(symmetricEigenvalues(hessian, splitLoss.size), point.eigenvalues);
    });
  }

  test('at gamma = 0 and 1 the line itself and d + 1 = 3 further directions are flat', () => {
    const flat = (gamma: number) => {
      const values = symmetricEigenvalues(derivativesAt(splitLoss, saddlePoint(line, gamma)).hessian, 17);
      return values.filter((value) => Math.abs(value) < 1e-11).length;
    };
    expect(flat(0.5)).toBe(1);
    expect(flat(0)).toBe(4);
    expect(flat(1)).toBe(4);
  });

  test('refuses gamma = infinity and a neuron that is not there', () => {
    expect(() => saddlePoint(line, Number.POSITIVE_INFINITY)).toThrow(
      'gamma must be a finite number, got Infinity',
    );
    expect(() => saddlePoint({ ...line, neuron: 3 }, 1)).toThrow('no neuron 3');
  });

  test('gamma is read off any point', () => {
    for (const gamma of [-2, 0.3, 1.5, 100]) {
      const theta = saddlePoint({ ...line, neuron: 2 }, gamma);
      expectClose(gammaOf({ ...line, neuron: 2 }, theta), gamma, 1e-14);
      expectClose(
        outputWeight(split, theta, 2) - outputWeight(split, theta, 3),
        differenceOfGamma({ ...line, neuron: 2 }, gamma),
        1e-14,
      );
    }
  });

  test('distance to it is that of the nearest point', () => {
    const random = createRandom(5);
    const theta = saddlePoint(line, 2.5).map((value) => value + 0.1 * random.normal());
    const { distance, gamma } = distanceToSaddleLine(line, theta);
    const at = (where: number) => Math.hypot(...addScaled(saddlePoint(line, where), -1, theta));
    expectClose(distance, at(gamma), 1e-14);
    expect(at(gamma + 1e-3)).toBeGreaterThan(distance);
    expect(at(gamma - 1e-3)).toBeGreaterThan(distance);
  });

  test('merging the copies gives the network back, wherever they stand', () => {
    for (const neuron of [0, 1, 2]) {
      const merged = mergePair(split, saddlePoint({ ...line, neuron }, 1.7), neuron, 3);
      merged.forEach((value, p) => {
        expectClose(value, minimum[p] ?? NaN, 1e-14, 1e-14);
      });
    }
    // Moving the copies apart at fixed gamma-weighted mean is undone too.
    const gamma = 0.3;
    const theta = saddlePoint(line, gamma);
    const at = inputWeightIndex(split, 0);
    const other = inputWeightIndex(split, 3);
    theta[at] = (theta[at] ?? 0) + (1 - gamma) * 0.2;
    theta[other] = (theta[other] ?? 0) - gamma * 0.2;
    expectClose(mergePair(split, theta, 3, 0)[0] ?? NaN, minimum[0] ?? NaN, 1e-14);
  });
});

describe('the matrix B', () => {
  test('is the curvature against moving the copies apart: gamma (1 - gamma) delta B delta', () => {
    for (const neuron of [0, 1, 2]) {
      const { matrix } = saddleLineStability({ ...line, neuron }, g, samples);
      const delta = [0.4, -0.3, 0.7];
      let bend = 0;
      delta.forEach((dk, k) => {
        delta.forEach((dl, l) => {
          bend += dk * (matrix[3 * k + l] ?? NaN) * dl;
        });
      });
      for (const gamma of [-0.5, 0.4, 1.6]) {
        const start = saddlePoint({ ...line, neuron }, gamma);
        const at = (t: number) => {
          const theta = Float64Array.from(start);
          delta.forEach((dk, k) => {
            const i = inputWeightIndex(split, neuron) + k;
            const j = inputWeightIndex(split, 3) + k;
            theta[i] = (theta[i] ?? 0) + (1 - gamma) * t * dk;
            theta[j] = (theta[j] ?? 0) - gamma * t * dk;
          });
          return splitLoss.loss(theta);
        };
        const t = 1e-3;
        expectClose((at(t) - 2 * at(0) + at(-t)) / (t * t), gamma * (1 - gamma) * bend, 1e-3, 1e-8);
      }
    }
  });

  test('is flattest along the splitting direction of its smallest eigenvalue in size', () => {
    for (const neuron of [0, 1, 2]) {
      const { eigenvalues } = saddleLineStability({ ...line, neuron }, g, samples);
      const flattest = eigenvalues.toSorted((p, q) => Math.abs(p) - Math.abs(q))[0] ?? NaN;
      for (const gamma of [-0.5, 0.4, 1.6]) {
        const up = flattestSplitting({ ...line, neuron }, g, samples, gamma);
        const { hessian } = derivativesAt(splitLoss, saddlePoint({ ...line, neuron }, gamma));
        const bend = up.reduce(
          (sum, value, p) => sum + value * dot(hessian.slice(17 * p, 17 * p + 17), up),
          0,
        );
        expectClose(dot(up, up), 1, 1e-14);
        expectClose(bend, (gamma * (1 - gamma) * flattest) / (gamma ** 2 + (1 - gamma) ** 2), 1e-8, 1e-13);
      }
    }
  });

  test('tells stable from unstable segments as the spectra do', () => {
    for (const neuron of [0, 1, 2]) {
      const { stable } = saddleLineStability({ ...line, neuron }, g, samples);
      for (const point of oracle.spectra.filter((one) => one.neuron === neuron)) {
        if (point.gamma === 0 || point.gamma === 1) continue;
        expect(isStableAt(stable, point.gamma)).toBe((point.eigenvalues[0] ?? NaN) > -1e-9);
      }
    }
    expect(saddleLineStability(line, g, samples).stable).not.toBe('undecided');
    expect(student.width).toBe(3);
  });

  test('is positive definite, so the middle stable, where s rises convexly against too small an output', () => {
    // softplus'' > 0 and a > 0, so the sign of f - y, the same everywhere here, is the sign of B.
    const shape = networkShape(3, 2, false);
    const theta = packParameters(
      shape,
      [
        [1, 0, 0],
        [0, 1, 0],
      ],
      [1, 2],
    );
    const output = networkOutput(shape, activations.softplus, theta, samples.inputs);
    for (const [shift, stable] of [
      [-1, 'between'],
      [1, 'outside'],
    ] as const) {
      const shifted = createSamples(
        samples.inputs,
        output.map((f) => f + shift),
        3,
      );
      expect(saddleLineStability({ shape, theta, neuron: 1 }, activations.softplus, shifted).stable).toBe(
        stable,
      );
    }
    expect([-1, 0, 0.5, 1, 2].map((gamma) => isStableAt('between', gamma))).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
    expect([-1, 0, 0.5, 1, 2].map((gamma) => isStableAt('outside', gamma))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  test('needs a smooth activation', () => {
    expect(() => saddleLineStability(line, activations.relu, samples)).toThrow('relu is not');
  });
});
