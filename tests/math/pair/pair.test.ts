import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActivationId, activationIds, activations } from '#math/activation/activation';
import * as dd from '#math/activation/divided-difference';
import {
  type PairCoordinates,
  preactivation,
  secondOrderTerm,
  type TermId,
  termEvaluator,
  termIds,
  termValue,
  toCoordinates,
  toPair,
} from '#math/pair/pair';
import { errorNorms, predictedOrders } from '#math/pair/pair-error';
import { reluEvaluator } from '#math/pair/pair-relu';
import oracle from '../../fixtures/pair.json';

const HALF_WIDTH = Math.sqrt(3);
const smoothIds = activationIds.filter((id) => activations[id].smooth);

interface OracleCase {
  activation: string;
  epsilon: number;
  w: number[];
  bias: number;
  deltaAngle: number;
  a: number;
  c: number;
  x: number[];
  pair: number;
  limit: number;
  secondOrder: number;
  pairMinusLimit: number;
}

function coordinatesOf(entry: OracleCase): PairCoordinates {
  return {
    w: [...entry.w, entry.bias],
    delta: [Math.cos(entry.deltaAngle), Math.sin(entry.deltaAngle), 0],
    epsilon: entry.epsilon,
    a: entry.a,
    c: entry.c,
  };
}

/** The largest of the four numbers that a pair's value is put together from. */
function largestTerm(entry: OracleCase): number {
  const activation = activations[entry.activation as ActivationId];
  const { w, delta, a, c } = coordinatesOf(entry);
  const jet = new Float64Array(4);
  activation.jet(preactivation(w, entry.x), jet);
  return Math.max(
    Math.abs(c * (jet[0] as number)),
    Math.abs(a * preactivation(delta, entry.x) * (jet[1] as number)),
    Math.abs(entry.pair),
  );
}

const number = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });
const angle = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
const direction = fc
  .tuple(angle, number(1.5))
  .map(([t, s]) => [Math.cos(t) * Math.cos(s), Math.sin(t) * Math.cos(s), Math.sin(s)]);
const coordinates = (exponent: number) =>
  fc.record({
    w: fc.tuple(number(3), number(3), number(2)),
    delta: direction,
    epsilon: fc.double({ min: -exponent, max: 0, noNaN: true }).map((e) => 10 ** e),
    a: number(3),
    c: number(3),
  });
const sizeable = fc.integer({ min: 1, max: 30 }).map((k) => (k % 2 ? k : -k) / 10);
const point = fc.tuple(number(HALF_WIDTH), number(HALF_WIDTH));

describe('the pair agrees with 50-digit reference values', () => {
  it('at every epsilon from 1 down to 1e-12: pair, limit and second order', () => {
    for (const entry of oracle.cases as OracleCase[]) {
      const activation = activations[entry.activation as ActivationId];
      const at = coordinatesOf(entry);
      const scale = largestTerm(entry);
      const message = `${entry.activation} at epsilon = ${entry.epsilon}`;
      expect(Math.abs(termValue(activation, 'sum', at, entry.x) - entry.pair) / scale, message).toBeLessThan(
        1e-11,
      );
      expect(
        Math.abs(termValue(activation, 'limit', at, entry.x) - entry.limit) / scale,
        message,
      ).toBeLessThan(1e-11);
      const second = secondOrderTerm(activation, at, entry.x);
      expect(Math.abs(second - entry.secondOrder), message).toBeLessThan(
        1e-11 * Math.max(1, Math.abs(second)),
      );
    }
  });

  it('at epsilon = 0 is the limit itself', () => {
    for (const entry of oracle.cases as OracleCase[]) {
      const activation = activations[entry.activation as ActivationId];
      const at = { ...coordinatesOf(entry), epsilon: 0 };
      const error = Math.abs(termValue(activation, 'sum', at, entry.x) - entry.limit);
      expect(error).toBeLessThanOrEqual(1e-11 * largestTerm(entry));
      expect(Math.abs(termValue(activation, 'difference', at, entry.x))).toBe(0);
    }
  });

  it('pair minus limit keeps six digits even where subtracting would leave none', () => {
    for (const entry of oracle.cases as OracleCase[]) {
      const activation = activations[entry.activation as ActivationId];
      const difference = termValue(activation, 'difference', coordinatesOf(entry), entry.x);
      const tolerance =
        1e-6 * Math.abs(entry.pairMinusLimit) + 1e-13 * (entry.epsilon > 1e-4 ? 1 : 0) + 1e-300;
      expect(
        Math.abs(difference - entry.pairMinusLimit),
        `${entry.activation} ${entry.epsilon}`,
      ).toBeLessThan(tolerance);
    }
  });
});

describe('on both sides of the switch to the Taylor form', () => {
  it.each(smoothIds)('%s: value and derivatives are as accurate as stated', (id) => {
    const out = new Float64Array(3);
    const exact = new Float64Array(dd.DIVIDED_DIFFERENCE_LENGTH);
    const evaluate = dd.dividedDifference(activations[id]);
    const q = 0.8;
    const at = (index: number) => exact[index] as number;
    for (const [delta, byZ] of [
      [0.999e-3, 3e-6],
      [1.001e-3, 1e-12],
    ] as const) {
      const epsilon = delta / q;
      for (let z = -6; z < 6; z += 0.0173) {
        evaluate(z, delta, exact);
        for (const [a, c] of [
          [1, 0],
          [0, 1],
        ] as const) {
          termEvaluator(activations[id], 'sum', { epsilon, a, c })(z, q, out);
          const wanted = [
            c * at(dd.A) + a * q * at(dd.D),
            c * at(dd.A_Z) + a * q * at(dd.D_Z),
            epsilon * (c * at(dd.A_D) + a * q * at(dd.D_D)) + a * at(dd.D),
          ];
          for (const [k, tolerance] of [1e-12, byZ, 1e-11].entries()) {
            const value = wanted[k] as number;
            const error = Math.abs((out[k] as number) - value) / (1 + Math.abs(value));
            expect(error, `number ${k} at z = ${z}`).toBeLessThan(tolerance);
          }
        }
      }
    }
  });
});

describe('coordinates', () => {
  it('round trip: weights to coordinates and back', () => {
    fc.assert(
      fc.property(coordinates(4), (at) => {
        const back = toCoordinates(toPair(at));
        expect(back.epsilon / at.epsilon).toBeCloseTo(1, 9);
        expect(back.a).toBeCloseTo(at.a, 9);
        expect(back.c).toBeCloseTo(at.c, 9);
        for (let k = 0; k < 3; k++) {
          expect(back.w[k]).toBeCloseTo(at.w[k] as number, 12);
          expect(back.delta[k]).toBeCloseTo(at.delta[k] as number, 9);
        }
      }),
    );
  });

  it('the weights themselves give the same function as the coordinates', () => {
    fc.assert(
      fc.property(coordinates(3), point, fc.constantFrom(...activationIds), (at, x, id) => {
        const { wi, wj, ai, aj } = toPair(at);
        const { value } = activations[id];
        const terms = [ai * value(preactivation(wi, x)), aj * value(preactivation(wj, x))] as const;
        const scale = Math.max(1, Math.abs(terms[0]), Math.abs(terms[1]));
        expect(Math.abs(termValue(activations[id], 'sum', at, x) - terms[0] - terms[1])).toBeLessThan(
          1e-11 * scale,
        );
        expect(Math.abs(termValue(activations[id], 'neuronI', at, x) - terms[0])).toBeLessThan(1e-12 * scale);
        expect(Math.abs(termValue(activations[id], 'neuronJ', at, x) - terms[1])).toBeLessThan(1e-12 * scale);
      }),
    );
  });

  it('swapping the two neurons turns Delta and a round and changes nothing else', () => {
    fc.assert(
      fc.property(coordinates(6), point, fc.constantFrom(...activationIds), (at, x, id) => {
        const swapped = { ...at, delta: at.delta.map((v) => -v), a: -at.a };
        const activation = activations[id];
        const value = termValue(activation, 'sum', at, x);
        expect(Math.abs(termValue(activation, 'sum', swapped, x) - value)).toBeLessThanOrEqual(
          1e-12 * Math.max(1, Math.abs(value)),
        );
        expect(termValue(activation, 'neuronI', swapped, x)).toBeCloseTo(
          termValue(activation, 'neuronJ', at, x),
          6,
        );
        const { wi, wj } = toPair(at);
        expect(toPair(swapped).wi).toEqual(wj);
        expect(toPair(swapped).wj).toEqual(wi);
      }),
    );
  });

  it('refuses a pair whose neurons are the same', () => {
    expect(() => toCoordinates({ wi: [1, 2, 0], wj: [1, 2, 0], ai: 1, aj: 2 })).toThrow(
      /equal input weights/,
    );
  });

  it('has infinite output weights at epsilon = 0, unless a = 0', () => {
    const at = { w: [1, 0, 0], delta: [0, 1, 0], epsilon: 0, a: -2, c: 1 };
    expect(toPair(at)).toMatchObject({ ai: Number.NEGATIVE_INFINITY, aj: Number.POSITIVE_INFINITY });
    expect(toPair({ ...at, a: 0 })).toMatchObject({ ai: 0.5, aj: 0.5 });
  });
});

describe('derivatives by z and q', () => {
  it.each(termIds.flatMap((term) => activationIds.map((id) => [term, id] as const)))('%s, %s', (term, id) => {
    fc.assert(
      fc.property(coordinates(2), number(2.5), number(2), (at, z, q) => {
        const evaluate = termEvaluator(activations[id], term, at);
        const h = 1e-5;
        const out = new Float64Array(3);
        const value = (z1: number, q1: number) => {
          evaluate(z1, q1, out);
          return out[0] as number;
        };
        // ReLU has no derivative on its creases.
        const d = at.epsilon * Math.abs(q);
        if (id === 'relu' && [z, z + d, z - d].some((u) => Math.abs(u) < 1e-4)) return;
        // The change from Taylor form to plain difference moves values by rounding only; stay off it.
        if (Math.abs(Math.abs(at.epsilon * q) - 1e-3) < 2e-5) return;
        const byZ = (value(z + h, q) - value(z - h, q)) / (2 * h);
        const byQ = (value(z, q + h) - value(z, q - h)) / (2 * h);
        evaluate(z, q, out);
        const scale = 1 + Math.abs(at.a / at.epsilon) * (id === 'cube' ? 60 : id === 'g' ? 20 : 10);
        expect(Math.abs(byZ - (out[1] as number))).toBeLessThan(1e-5 * scale);
        expect(Math.abs(byQ - (out[2] as number))).toBeLessThan(1e-5 * scale);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the slopes of the difference', () => {
  // The difference is of order epsilon^2, so the tolerance has to be as well.
  it.each(smoothIds)('%s: agree with finite differences to 1e-6 of epsilon^2', (id) => {
    const out = new Float64Array(3);
    const h = 1e-5;
    for (const epsilon of [1e-5, 1e-4, 3e-4]) {
      const evaluate = termEvaluator(activations[id], 'difference', { epsilon, a: 1.3, c: 0.7 });
      const at = (z: number, q: number) => {
        evaluate(z, q, out);
        return Array.from(out, (entry) => entry / epsilon ** 2) as [number, number, number];
      };
      for (const z of [-2.1, -0.8, 0.3, 0.9, 1.7]) {
        for (const q of [-1.6, -0.4, 0.7, 1.9]) {
          const [, byZ, byQ] = at(z, q);
          expect(Math.abs((at(z + h, q)[0] - at(z - h, q)[0]) / (2 * h) - byZ)).toBeLessThan(1e-6);
          expect(Math.abs((at(z, q + h)[0] - at(z, q - h)[0]) / (2 * h) - byQ)).toBeLessThan(1e-6);
        }
      }
    }
  });
});

describe('both forms of the divided difference', () => {
  it.each(smoothIds)('%s: meet at the change-over', (id) => {
    const out = new Float64Array(3);
    for (const z of [-2, -0.3, 0.4, 1.9]) {
      for (const term of ['sum', 'difference'] as const) {
        const evaluate = termEvaluator(activations[id], term, { epsilon: 1e-3, a: 1.3, c: 0.7 });
        evaluate(z, 1 - 1e-9, out);
        const below = out[0] as number;
        evaluate(z, 1 + 1e-9, out);
        expect(Math.abs((out[0] as number) - below)).toBeLessThan(term === 'sum' ? 1e-7 : 1e-11);
      }
    }
  });
});

/** Fitted slope of log(error) against log(epsilon). */
function fittedSlope(epsilons: readonly number[], error: (epsilon: number) => number): number {
  const points = epsilons.map((e) => [Math.log(e), Math.log(error(e))] as const);
  const mx = points.reduce((s, p) => s + p[0], 0) / points.length;
  const my = points.reduce((s, p) => s + p[1], 0) / points.length;
  const xy = points.reduce((s, p) => s + (p[0] - mx) * (p[1] - my), 0);
  return xy / points.reduce((s, p) => s + (p[0] - mx) ** 2, 0);
}

const ordinary: PairCoordinates = { w: [0.9, 0.5, 0.2], delta: [-0.6, 0.8, 0], epsilon: 1, a: 1.2, c: 0.8 };

describe('the error against epsilon', () => {
  it.each(smoothIds.filter((id) => id !== 'identity'))('%s: has slope 2 in every norm', (id) => {
    fc.assert(
      fc.property(coordinates(1), sizeable, sizeable, (drawn, a, c) => {
        const at = { ...drawn, a, c };
        for (const norm of ['mean', 'rootMeanSquare', 'max'] as const) {
          const slope = fittedSlope([1e-2, 3e-3, 1e-3, 1e-4, 1e-5], (epsilon) => {
            return errorNorms(activations[id], { ...at, epsilon }, HALF_WIDTH, 16)[norm];
          });
          expect(slope).toBeCloseTo(predictedOrders(activations[id])[norm], 2);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('identity: the pair is its limit', () => {
    expect(errorNorms(activations.identity, ordinary, HALF_WIDTH).max).toBeLessThan(1e-14);
  });

  it('relu: slope 1 of the mean, 1/2 of the root mean square, 0 of the maximum', () => {
    const epsilons = [1e-2, 1e-3, 1e-4, 1e-5, 1e-6];
    for (const w of [ordinary.w, [0.1, 1.4, -0.3], [-1, 0, 0.5]]) {
      for (const norm of ['mean', 'rootMeanSquare', 'max'] as const) {
        const slope = fittedSlope(
          epsilons,
          (epsilon) => errorNorms(activations.relu, { ...ordinary, w, epsilon }, HALF_WIDTH, 64)[norm],
        );
        expect(slope).toBeCloseTo(predictedOrders(activations.relu)[norm], 2);
      }
    }
  });

  it('relu: the exact line integrals agree with brute force', () => {
    const at = { ...ordinary, epsilon: 0.3 };
    const count = 500;
    let sum = 0;
    let squares = 0;
    let max = 0;
    for (let i = 0; i < count * count; i++) {
      const x = [i % count, Math.floor(i / count)].map((k) => (((k + 0.5) * 2) / count - 1) * HALF_WIDTH);
      const error = Math.abs(termValue(activations.relu, 'difference', at, x));
      sum += error;
      squares += error * error;
      max = Math.max(max, error);
    }
    const norms = errorNorms(activations.relu, at, HALF_WIDTH, 400);
    expect(norms.mean / (sum / count ** 2)).toBeCloseTo(1, 3);
    expect(norms.rootMeanSquare / Math.sqrt(squares / count ** 2)).toBeCloseTo(1, 3);
    expect(norms.max).toBeGreaterThan(max * 0.99);
  });
});

describe('relu', () => {
  it('between the creases is the exact divided difference', () => {
    fc.assert(
      fc.property(coordinates(3), number(1), number(2), (at, t, q) => {
        fc.pre(Math.abs(q) > 0.01);
        const z = t * at.epsilon * Math.abs(q);
        const d = at.epsilon * q;
        const out = new Float64Array(3);
        termEvaluator(activations.relu, 'sum', at)(z, q, out);
        const slope = Math.min(1, Math.max(0, (z + Math.abs(d)) / (2 * Math.abs(d))));
        const mean = (Math.max(0, z + d) + Math.max(0, z - d)) / 2;
        expect(Math.abs((out[0] as number) - at.c * mean - at.a * q * slope)).toBeLessThan(1e-11);
      }),
    );
  });

  it('has its values at every epsilon that a double can hold, on the middle of the band too', () => {
    const out = new Float64Array(3);
    for (const epsilon of [1e-300, 1e-308, 1e-310, 5e-324]) {
      for (const t of [-0.5, 0, 0.5]) {
        const [q, a, c] = [0.8, 1.5, -0.7];
        termEvaluator(activations.relu, 'sum', { epsilon, a, c })(t * epsilon, q, out);
        // Steps of subnormal numbers are coarse: t q epsilon itself is rounded.
        const share = (t * epsilon) / epsilon;
        expect(Math.abs((out[0] as number) - (a * (q + share)) / 2), `${epsilon} ${t}`).toBeLessThan(1e-15);
        termEvaluator(activations.relu, 'difference', { epsilon, a, c })(t * epsilon, q, out);
        expect(Number.isFinite(out[0])).toBe(true);
      }
    }
  });

  it('pieces chosen by their gates equal the function inside each piece', () => {
    fc.assert(
      fc.property(
        coordinates(2),
        number(2),
        number(2),
        fc.constantFrom<TermId>('sum', 'limit', 'difference', 'gated'),
        (at, z, q, term) => {
          const gate = (u: number) => (u > 0 ? 1 : 0);
          const d = at.epsilon * q;
          const whole = new Float64Array(3);
          const piece = new Float64Array(3);
          termEvaluator(activations.relu, term, at)(z, q, whole);
          reluEvaluator(term, at)(z, q, gate(z + d), gate(z - d), gate(z), piece);
          if ([z, z + d, z - d].some((u) => u === 0)) return;
          expect(piece).toEqual(whole);
        },
      ),
    );
  });
});
