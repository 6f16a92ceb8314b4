import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activations } from '#math/activation/activation';
import { erf } from '#math/numerics/erf';
import { erfProduct, erfProductDerivatives, erfProductOfOverlaps } from '#math/numerics/erf-expectation';
import { gaussLegendre } from '#math/numerics/gauss-legendre';
import { bivariateNormalCdf, nicholsonV, owensT } from '#math/numerics/owens-t';
import expectations from '../../fixtures/erf-expectations.json';
import reference from '../../fixtures/owens-t.json';
import { expectClose } from '../../support/close';
import { uniform } from '../../support/uniform';

const cdf = (z: number) => 0.5 * (1 + erf(z * Math.SQRT1_2));
const weight = (limit: number) => uniform(-limit, limit);

/** The trapezoidal rule, which for these integrands and weights below 6 is exact to rounding at this step. */
function trapezoid(wi: number, bi: number, wj: number, bj: number): number {
  const s = activations.erf.value;
  let sum = 0;
  for (let k = -180; k <= 180; k++) {
    const x = 0.05 * k;
    sum += 0.05 * s(wi * x + bi) * s(wj * x + bj) * Math.exp(-0.5 * x * x);
  }
  return sum / Math.sqrt(2 * Math.PI);
}

test('a Gauss-Legendre rule is exact for every power up to 2n - 1', () => {
  for (const count of [1, 2, 5, 12, 32]) {
    const { nodes, weights } = gaussLegendre(count);
    for (let power = 0; power < 2 * count; power++) {
      const sum = nodes.reduce((total, x, k) => total + (weights[k] ?? NaN) * x ** power, 0);
      expectClose(sum, power % 2 === 0 ? 2 / (power + 1) : 0, 1e-14, 1e-14);
    }
  }
  expect(() => gaussLegendre(0)).toThrow('at least one node, got 0');
});

describe("Owen's T", () => {
  test('agrees with mpmath for every size of h and a, in the tails too', () => {
    for (const [h = NaN, a = NaN, value = NaN] of reference.owensT) expectClose(owensT(h, a), value, 5e-15);
  });

  test('is even in h, odd in a and ends in half a tail', () => {
    for (const [h, a] of [
      [0.7, 0.4],
      [2.7, 3.1],
      [0, 5],
    ] as const) {
      expect(owensT(-h, a)).toBe(owensT(h, a));
      expect(owensT(h, -a)).toBe(-owensT(h, a));
    }
    expectClose(owensT(1.3, Number.POSITIVE_INFINITY), (1 - cdf(1.3)) / 2, 1e-14);
    expect(owensT(0, Number.POSITIVE_INFINITY)).toBe(0.25);
    expect(owensT(Number.NaN, 1)).toBeNaN();
  });

  test("and Nicholson's V make up the wedge of the triangle", () => {
    for (const [h, q] of [
      [0.3, 0.2],
      [0.2, 0.9],
      [3, 2],
      [2, 30],
    ] as const) {
      expectClose(nicholsonV(h, q) + owensT(h, q / h), Math.atan(q / h) / (2 * Math.PI), 1e-14);
      expect(nicholsonV(-h, q)).toBe(-nicholsonV(h, q));
      expect(nicholsonV(h, -q)).toBe(-nicholsonV(h, q));
    }
  });
});

describe('bivariate normal distribution', () => {
  test('has its known values', () => {
    expectClose(bivariateNormalCdf(0, 0, 0.5), 1 / 3, 1e-15);
    expectClose(bivariateNormalCdf(0.4, -1.2, 0), cdf(0.4) * cdf(-1.2), 1e-15);
    expect(bivariateNormalCdf(0.4, -1.2, 1)).toBe(cdf(-1.2));
    expectClose(bivariateNormalCdf(0.4, -0.2, -1), cdf(0.4) + cdf(-0.2) - 1, 1e-15);
    // mpmath, 25 digits
    expectClose(bivariateNormalCdf(1.2, 0.3, -0.99), 0.5028417519672443, 1e-15);
    // At correlations next to 1 and -1, by quadrature with 40 digits.
    for (const [h, k, r, exact] of [
      [4.116076559695916, -4.116076565523993, -0.9999999999999999, 2.907483247173367e-13],
      [-2.06615851289766, 2.066158540039015, -0.9999999999999999, 1.2904769113873824e-9],
      [4.107629497251138, 4.107629509697035, 0.9999999999999999, 0.999980012966759],
      [6.495186860443417, -0.5089969889155529, -0.9923893174174704, 0.3053771673126282],
      [1.313806232657818, 1.4668679269941074, -0.9999075014882607, 0.8343382967185508],
    ] as const) {
      expectClose(bivariateNormalCdf(h, k, r), exact, 0, 3e-16);
    }
    expect(bivariateNormalCdf(-3.078506155980116, -2.0444746780265075, -0.9999999999512632)).toBe(0);
    expect(() => bivariateNormalCdf(0, 0, 1.01)).toThrow('between -1 and 1, got 1.01');
  });

  test('is symmetric and its two halves add up to a marginal', () => {
    fc.assert(
      fc.property(weight(6), weight(6), weight(1), (h, k, r) => {
        expect(bivariateNormalCdf(h, k, r)).toBe(bivariateNormalCdf(k, h, r));
        expectClose(bivariateNormalCdf(h, k, r) + bivariateNormalCdf(h, -k, -r), cdf(h), 0, 2e-15);
      }),
    );
  });
});

describe('< erf erf >', () => {
  test('is that of the oracle to 1e-13', () => {
    expect(expectations.cases.length).toBe(30);
    for (const oracle of expectations.cases) {
      const value = erfProductOfOverlaps(
        oracle['wi.wi'],
        oracle['wi.wj'],
        oracle['wj.wj'],
        oracle.biasI,
        oracle.biasJ,
      );
      expectClose(value, oracle.expectation, 0, 1e-15);
    }
  });

  test('and all derivatives agree with mpmath for weights up to 1000', () => {
    const gradient = new Float64Array(4);
    const hessian = new Float64Array(16);
    for (const { weights, ...exact } of reference.products) {
      const [wi = NaN, bi = NaN, wj = NaN, bj = NaN] = weights;
      expectClose(erfProductDerivatives(wi, bi, wj, bj, gradient, hessian), exact.value, 1e-14, 1e-15);
      exact.gradient.forEach((value, p) => {
        expectClose(gradient[p] ?? NaN, value, 1e-13, 1e-18);
      });
      exact.hessian.flat().forEach((value, p) => {
        expectClose(hessian[p] ?? NaN, value, 1e-13, 1e-16);
      });
    }
  });

  test('agrees with quadrature at any weights, and is symmetric to the last bit', () => {
    fc.assert(
      fc.property(weight(6), weight(8), weight(6), weight(8), (wi, bi, wj, bj) => {
        const value = erfProduct(wi, bi, wj, bj);
        expectClose(value, trapezoid(wi, bi, wj, bj), 0, 2e-15);
        expectClose(erfProductOfOverlaps(wi * wi, wi * wj, wj * wj, bi, bj), value, 0, 1e-14);
        expect(erfProduct(wj, bj, wi, bi)).toBe(value);
      }),
    );
  });

  test('without biases is (2 / pi) asin r, also where r is 1 to rounding', () => {
    expectClose(erfProduct(2, 0, -3, 0), (2 / Math.PI) * Math.asin(-6 / Math.sqrt(50)), 1e-15);
    // 1 - (2 / pi) acos r, acos r = sqrt(1 + 2 w^2) / w^2 to leading orders
    const w = 1e6;
    expectClose(
      1 - erfProduct(w, 0, w, 0),
      (2 / Math.PI) * Math.atan(Math.sqrt(1 + 2 * w * w) / w ** 2),
      1e-9,
    );
  });
});
