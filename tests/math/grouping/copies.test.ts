import { describe, expect, test } from 'vitest';
import { certifyGrouping } from '#math/grouping/certify';
import { toGrouping } from '#math/grouping/coordinates';
import { copyMatrix, liesInStretch, stableStretch } from '#math/grouping/copies';
import { networkLoss } from '#math/network/loss';
import { networkShape, packParameters } from '#math/network/network';
import { derivativesAt } from '#math/numerics/objective';
import { symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import { expectClose, expectSpectrum } from '../../support/close';
import { activationOf, oracle, oracleSamples } from '../../support/groups';

const shape = networkShape(3, 3, true);

for (const one of oracle.d) {
  describe(`copies of a neuron, stable for ${one.stable}`, () => {
    const samples = oracleSamples(one.targets);
    const activation = activationOf(one);
    const [first, second] = one.minimum.neurons;
    if (first === undefined || second === undefined) throw new Error('the oracle has two neurons');
    const copied = (gamma: number) =>
      packParameters(
        shape,
        [first.w, second.w, first.w],
        [gamma * first.a, second.a, (1 - gamma) * first.a, one.minimum.outputBias],
      );
    const pointAt = (gamma: number) =>
      toGrouping(shape, activation, copied(gamma), [{ kind: 'neuron', neurons: [0, 2] }]);

    test('the matrix B of each neuron', () => {
      const { grouping, phi } = pointAt(0.3);
      one.B.forEach((rows, k) => {
        const matrix = copyMatrix(grouping, activation, phi, samples, k);
        rows.flat().forEach((entry, i) => {
          expectClose(matrix[i] ?? NaN, entry, 1e-11, 1e-15);
        });
        expectSpectrum(symmetricEigenvalues(matrix, 3), one.eigenvaluesOfB[k] ?? []);
      });
      const stretch = stableStretch(copyMatrix(grouping, activation, phi, samples, 0), 3);
      expect(stretch).toBe(one.stable === 'gamma in (0,1)' ? 'inside' : 'outside');
      expect(stableStretch(copyMatrix(grouping, activation, phi, samples, 1), 3)).toBe('nowhere');
    });

    for (const row of one.spectra) {
      test(`gamma = ${row.gamma}: spectrum and verdict`, () => {
        const loss = networkLoss(shape, activation, samples);
        const here = derivativesAt(loss, copied(row.gamma));
        expectClose(here.loss, row.loss, 1e-13);
        expectSpectrum(symmetricEigenvalues(here.hessian, loss.size), row.eigenvalues);
        const found = certifyGrouping(activation, samples, pointAt(row.gamma), { highestLoss: here.loss });
        expectClose(found.lossAtInfinity, one.minimum.loss, 1e-13);
        expectSpectrum(found.eigenvalues, one.minimum.hessianEigenvalues);
        expect(found.verdict).toMatchObject({
          code: 'plateau-saddle',
          unit: 0,
          // At gamma = 0 and 1 a further four eigenvalues vanish: the ends do not belong to the stretch.
          stable: row.negativeEigenvalues === 0 && row.zeroEigenvalues === 1,
          atInfinity: false,
        });
      });
    }
  });
}

test('three copies are stable inside when all have a share, outside when one has all and more', () => {
  expect(liesInStretch([0.2, 0.3, 0.5], 'inside')).toBe(true);
  expect(liesInStretch([0.8, 0.7, -0.5], 'inside')).toBe(false);
  expect(liesInStretch([2, -0.5, -0.5], 'outside')).toBe(true);
  expect(liesInStretch([0.8, 0.7, -0.5], 'outside')).toBe(false);
  expect(liesInStretch([0.2, 0.8], 'nowhere')).toBe(false);
});
