import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erfProduct } from '#math/numerics/erf-expectation';
import { derivativesAt } from '#math/numerics/objective';
import { fromToyPoint, type ToyPoint, toToyPoint, toyOutput, toyTarget, toyVector } from '#math/toy/toy';
import { MEAN_SQUARE_TARGET, targetOverlap } from '#math/toy/toy-integrals';
import { toyChannelLoss, toyPopulationLoss } from '#math/toy/toy-population';
import { expectClose } from '../../support/close';
import { derivativeErrors } from '../../support/finite-differences';
import { uniform } from '../../support/uniform';

const channel = toyChannelLoss();
const population = toyPopulationLoss();

/** The trapezoidal rule, exact to rounding for these functions at this step. */
function mean(f: (x: number) => number): number {
  let sum = 0;
  for (let k = -180; k <= 180; k++) sum += 0.05 * f(0.05 * k) * Math.exp(-0.5 * (0.05 * k) ** 2);
  return sum / Math.sqrt(2 * Math.PI);
}

const squaredError = (point: ToyPoint): number => mean((x) => (toyOutput(point, x) - toyTarget(x)) ** 2);
const somePoint = fc.record({
  c: uniform(-4, 4),
  a: uniform(-8, 8),
  w: uniform(-4, 4),
  epsilon: fc.oneof(uniform(-1, 1), fc.constantFrom(0, 1e-9, 1e-4, 0.01, 0.2999, 0.3001, 1)),
});

describe('population loss in channel coordinates', () => {
  test('is the mean squared error of the student, at epsilon = 0 of the limit', () => {
    fc.assert(
      fc.property(somePoint, (point) => {
        const scale = 1 + point.c ** 2 + point.a ** 2;
        // toyOutput itself is good to 1e-12 where its two forms meet.
        expectClose(channel.loss(toyVector(point)), squaredError(point), 0, 3e-12 * scale);
      }),
    );
  });

  for (const epsilon of [0, 1e-6, 1e-3, 0.1, 0.2999, 0.3001, 0.6, 1, 3, -0.2]) {
    test(`has exact derivatives at epsilon = ${epsilon}`, () => {
      const errors = derivativeErrors(channel, Float64Array.of(1.7, -2.2, 1.3, epsilon));
      expect(errors.gradient).toBeLessThan(2e-10);
      expect(errors.hessian).toBeLessThan(2e-9);
      expect(errors.asymmetry).toBe(0);
    });
  }

  test('has no jump where quadrature hands over to plain quotients', () => {
    const at = (epsilon: number) => derivativesAt(channel, Float64Array.of(1.5, 3, 0.9, epsilon));
    const low = at(0.3 - 1e-15);
    const high = at(0.3);
    expectClose(low.loss, high.loss, 1e-14);
    low.gradient.forEach((value, p) => {
      expectClose(value, high.gradient[p] ?? NaN, 1e-12, 1e-13);
    });
    low.hessian.forEach((value, p) => {
      expectClose(value, high.hessian[p] ?? NaN, 1e-11, 1e-11);
    });
  });

  test('is even in epsilon and in the sign of the neurons', () => {
    const at = (c: number, a: number, w: number, epsilon: number) =>
      channel.loss(Float64Array.of(c, a, w, epsilon));
    expectClose(at(1, 2, 1.5, -0.2), at(1, 2, 1.5, 0.2), 1e-15);
    expectClose(at(-1, 2, -1.5, 0.2), at(1, 2, 1.5, 0.2), 1e-14);
  });
});

describe('population loss in the weights', () => {
  test('is the closed form of MATH.md section 8', () => {
    const [w1, w2, a1, a2] = [1.3, -0.4, 2.5, 0.7];
    const products =
      a1 * a1 * erfProduct(w1, 0, w1, 0) +
      2 * a1 * a2 * erfProduct(w1, 0, w2, 0) +
      a2 * a2 * erfProduct(w2, 0, w2, 0);
    const overlaps = a1 * targetOverlap(w1) + a2 * targetOverlap(w2);
    const loss = population.loss(Float64Array.of(w1, w2, a1, a2));
    expectClose(loss, MEAN_SQUARE_TARGET - 2 * overlaps + products, 1e-14);
    expectClose(loss, squaredError(toToyPoint(Float64Array.of(w1, w2, a1, a2))), 1e-13);
  });

  for (const theta of [
    [0.9, 0.8, 12, -10],
    [3.1, 3.2, -40, 42],
    [1.4, 1.4, 3, -0.9],
    [-2, 3, 0.5, 1.1],
  ]) {
    test(`has exact derivatives at ${theta.join(', ')}`, () => {
      const errors = derivativeErrors(population, Float64Array.from(theta));
      expect(errors.gradient).toBeLessThan(5e-9);
      expect(errors.hessian).toBeLessThan(1e-8);
      expect(errors.asymmetry).toBe(0);
    });
  }

  test('keeps its digits where output weights of a million nearly cancel', () => {
    const point = { c: 1.66755615548, a: 1.49668456741, w: 0.86629612227, epsilon: 1e-6 };
    expectClose(population.loss(fromToyPoint(point)), channel.loss(toyVector(point)), 3e-14);
  });
});

describe('coordinates', () => {
  test('go there and back, also where a is 0 or the neurons are exchanged', () => {
    for (const theta of [
      [1, 2, 3, -4],
      [2, 1, 3, -4],
      [1.5, 1.5, 2, 0.5],
    ]) {
      const point = toToyPoint(Float64Array.from(theta));
      // With equal input weights only the sum of the output weights can be known.
      const expected = point.epsilon === 0 ? [1.5, 1.5, 1.25, 1.25] : theta;
      fromToyPoint(point).forEach((value, k) => {
        expectClose(value, expected[k] ?? NaN, 1e-15, 1e-15);
      });
    }
    expect(() => fromToyPoint({ c: 1, a: 2, w: 1, epsilon: 0 })).toThrow('infinite output weights');
  });

  test('the output has no jump where its two forms meet', () => {
    const at = (epsilon: number) => toyOutput({ c: 1, a: 3, w: 1.1, epsilon }, 0.5);
    expectClose(at(0.002 - 1e-12), at(0.002), 1e-11);
    expectClose(at(0), at(1e-7), 1e-12);
  });
});
