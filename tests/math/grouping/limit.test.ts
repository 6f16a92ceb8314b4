import { describe, expect, test } from 'vitest';
import { activations } from '#math/activation/activation';
import { certifyGrouping } from '#math/grouping/certify';
import { atEpsilon, EVEN_LAYOUTS, fromGrouping } from '#math/grouping/coordinates';
import { limitLoss } from '#math/grouping/limit-loss';
import { networkLoss } from '#math/network/loss';
import { networkShape } from '#math/network/network';
import { maxAbs } from '#math/numerics/linear-algebra';
import { derivativesAt } from '#math/numerics/objective';
import { symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import { expectClose, expectSpectrum } from '../../support/close';
import { derivativeErrors } from '../../support/finite-differences';
import { activationOf, oracle, oraclePoint, oracleSamples } from '../../support/groups';

const samples = oracleSamples();

test('the grid and its targets are the oracle’s', () => {
  oracle.targets.firstFive.forEach((y, n) => {
    expectClose(samples.targets[n] ?? NaN, y, 1e-12);
  });
  const sum = samples.targets.reduce((total, y, n) => total + n * y, 0);
  expectClose(sum, oracle.targets.sumOfIndexTimesY, 1e-11);
});

for (const one of oracle.b) {
  describe(`${one.name}, ${one.activation}`, () => {
    const activation = activationOf(one);
    const atInfinity = oraclePoint(one, one.units, [0.01, 0.01]);

    test('loss, gradient, spectrum and h at the oracle’s limit', () => {
      const objective = limitLoss(atInfinity.grouping, activation, samples);
      const { loss, gradient, hessian } = derivativesAt(objective, atInfinity.phi);
      expectClose(loss, one.lossAtInfinity, 1e-13);
      expect(maxAbs(gradient)).toBeLessThan(1e-13);
      expectSpectrum(symmetricEigenvalues(hessian, objective.size), one.hessianEigenvalues);
    });

    test('Newton’s method finds it from beside, with verdict and h', () => {
      const start = { ...atInfinity, phi: atInfinity.phi.map((value, k) => value + 1e-4 * Math.cos(k)) };
      const found = certifyGrouping(activation, samples, start);
      expectClose(found.lossAtInfinity, one.lossAtInfinity, 1e-12);
      expect(found.maxAbsGradient).toBeLessThan(1e-13);
      expectSpectrum(found.eigenvalues, one.hessianEigenvalues);
      const returning = one.h.flatMap((h, k) => (h < 0 ? [k] : []));
      expect(found.verdict).toEqual(
        returning.length > 0 ? { code: 'comes-back', units: returning } : { code: 'minimum-at-infinity' },
      );
      found.h.forEach((h, k) => {
        expectClose(h, one.h[k] ?? 0, 1e-9);
      });
    });

    test('the loss of finite weights tends to it with slope h', () => {
      const shape = networkShape(3, atInfinity.grouping.units.flatMap((unit) => unit.neurons).length, true);
      const loss = networkLoss(shape, activation, samples);
      const at = (epsilon: number) => loss.loss(fromGrouping(atEpsilon(atInfinity, epsilon)));
      const sum = one.h.reduce((total, h) => total + h, 0);
      // Without letting the other parameters follow there is a term of fourth order more; two epsilons remove it.
      const [near, far] = [0.01, 0.02].map((e) => (at(e) - one.lossAtInfinity) / e ** 2) as [number, number];
      expectClose((4 * near - far) / 3, sum, 1e-3, 1e-6);
    });
  });
}

describe('derivatives of the limit loss', () => {
  for (const kind of ['pair', 'triple', 'quadruple'] as const) {
    for (const activation of [activations.softplus, activations.tanh]) {
      test(`${kind} and two neurons, ${activation.id}: exact gradient and Hessian`, () => {
        const neurons = EVEN_LAYOUTS[kind].map((_, k) => k + 1);
        const grouping = {
          inputSize: 3,
          outputBias: true,
          units: [
            { kind: 'neuron', neurons: [0], sign: 1 },
            { kind, neurons, sign: kind === 'triple' ? -1 : 1 },
            { kind: 'neuron', neurons: [neurons.length + 1], sign: 1 },
          ],
        } as const;
        const objective = limitLoss(grouping, activation, samples);
        const phi = Float64Array.from({ length: objective.size }, (_, k) => Math.sin(1 + 2.3 * k));
        const errors = derivativeErrors(objective, phi);
        expect(errors.gradient).toBeLessThan(1e-8);
        expect(errors.hessian).toBeLessThan(1e-7);
        expect(errors.asymmetry).toBe(0);
      });
    }
  }
});
