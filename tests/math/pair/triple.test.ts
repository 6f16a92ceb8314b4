import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActivationId, activationIds, activations } from '#math/activation/activation';
import { firstDifference, secondDifference } from '#math/pair/divided-differences';
import {
  SECOND_FACTOR,
  secondOrderEvaluator,
  type TripleCoordinates,
  type TripleTerm,
  tripleEvaluator,
  tripleNeurons,
} from '#math/pair/triple';
import { neuronFunction, tripleFunction } from '#math/pair/triple-function';
import oracle from '../../fixtures/triple.json';
import fixture from '../../fixtures/triple-sums.json';

const smooth = activationIds.filter((id) => activations[id].smooth);
type Three = [number, number, number];

interface Case {
  readonly id: ActivationId;
  readonly coordinates: TripleCoordinates;
  readonly x: Three;
  /** At epsilon = 0.1, 0.01, 0.001. */
  readonly sums: Three;
  readonly limit: number;
  readonly second: number;
  readonly differences: Three;
}

const cases = oracle.a.cases.map((row): Case => {
  const [id, omega, alpha, x, sums, limit, second, differences] = row as unknown as [
    ActivationId,
    [Three, Three, Three],
    Three,
    Three,
    Three,
    number,
    number,
    Three,
  ];
  return { id, coordinates: { omega, alpha, epsilon: 0 }, x, sums, limit, second, differences };
});
const epsilons = [0.1, 0.01, 0.001] as const;

/** A term at the inputs of a case, for another epsilon. */
function valueAt({ id, coordinates, x }: Case, term: TripleTerm, epsilon: number): number {
  const out = new Float64Array(3);
  tripleFunction(activations[id], term, { ...coordinates, epsilon })(x[0], x[1], out);
  return out[0] as number;
}

function scalars({ coordinates, x }: Case): Three {
  const dot = (vector: readonly number[]) => vector.reduce((sum, entry, k) => sum + entry * (x[k] ?? 0), 0);
  const [omega0, omega1, omega2] = coordinates.omega;
  return [dot(omega0) / Math.sqrt(3), dot(omega1), dot(omega2)];
}

describe('three neurons, against values with 80 digits', () => {
  it('have 16 of them', () => {
    expect(cases).toHaveLength(16);
  });

  it.each(cases.map((one, k) => [k, one.id, one] as const))(
    'case %i, %s: to 1e-12 the sum, its limit and their difference, to 1e-10 f2',
    (_k, _id, one) => {
      const scale = Math.max(Math.abs(one.limit), ...one.coordinates.alpha.map(Math.abs));
      for (const [k, epsilon] of epsilons.entries()) {
        const sum = one.sums[k] ?? Number.NaN;
        expect(Math.abs(valueAt(one, 'sum', epsilon) - sum)).toBeLessThan(1e-12 * scale);
        expect(Math.abs(valueAt(one, 'sum', epsilon) / sum - 1)).toBeLessThan(1e-10);
        const difference = one.differences[k] ?? Number.NaN;
        expect(Math.abs(valueAt(one, 'difference', epsilon) - difference)).toBeLessThan(1e-12 * scale);
      }
      expect(Math.abs(valueAt(one, 'limit', 0.1) - one.limit)).toBeLessThan(1e-13 * scale);
      expect(Math.abs(valueAt(one, 'sum', 0) - one.limit)).toBeLessThan(1e-13 * scale);
      const out = new Float64Array(4);
      secondOrderEvaluator(activations[one.id], one.coordinates.alpha)(...scalars(one), out);
      expect(Math.abs((out[0] as number) / one.second - 1)).toBeLessThan(1e-10);
    },
  );

  it.each(fixture.cases.map((one, k) => [k, one.activation, one] as const))(
    'sums %i with %s agree to 1e-12 on both sides of every switch between formulas',
    (_k, id, { omega, alpha, x, sums }) => {
      const scale = Math.max(...sums.map(Math.abs), ...alpha.map(Math.abs));
      for (const [k, epsilon] of fixture.epsilons.entries()) {
        const coordinates = { omega, alpha, epsilon } as unknown as TripleCoordinates;
        const out = new Float64Array(3);
        tripleFunction(activations[id as ActivationId], 'sum', coordinates)(x[0] ?? 0, x[1] ?? 0, out);
        expect(Math.abs((out[0] as number) - (sums[k] ?? 0)), String(epsilon)).toBeLessThan(3e-12 * scale);
      }
    },
  );

  it('tend to their limit with the square of epsilon', () => {
    const telling = cases.filter(({ second }) => Math.abs(second) > 0.05);
    expect(telling.length).toBeGreaterThan(8);
    for (const one of telling) {
      const error = (epsilon: number) => Math.abs(valueAt(one, 'sum', epsilon) - one.limit);
      const slope = Math.log10(error(0.02) / error(0.002));
      expect(Math.abs(slope - 2), one.id).toBeLessThan(0.05);
    }
  });

  it('have the factor 1/(2 sqrt 6), not 1/12, before the second derivative', () => {
    expect(SECOND_FACTOR).toBeCloseTo(oracle.a.C, 15);
    for (const one of cases) {
      const rest = (factor: number) => {
        const fresh = valueAt(one, 'new', 0);
        return Math.abs(valueAt(one, 'sum', 0.001) - one.limit + fresh * (1 - factor / SECOND_FACTOR));
      };
      expect(rest(SECOND_FACTOR)).toBeLessThan(1e-4);
      if (Math.abs(valueAt(one, 'new', 0)) > 0.01) expect(rest(1 / 12)).toBeGreaterThan(1e-3);
    }
  });
});

const entry = fc.double({ min: -2, max: 2, noNaN: true });
const vector = fc.tuple(entry, entry, entry);
const triples = fc.record({ omega: fc.tuple(vector, vector, vector), alpha: vector });
const inputs = fc.tuple(
  fc.double({ min: -1.7, max: 1.7, noNaN: true }),
  fc.double({ min: -1.7, max: 1.7, noNaN: true }),
);
/** Both sides of every switch between formulas, and 0. */
const anyEpsilon = fc.oneof(
  fc.constantFrom(0, 1e-6, 1),
  fc.double({ min: -6, max: 0, noNaN: true }).map((power) => 10 ** power),
);

describe('three neurons of any weights', () => {
  it('are the sum of a_i sigma(w_i.x), where that does not cancel', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...smooth),
        triples,
        inputs,
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        (id, triple, [x1, x2], epsilon) => {
          const coordinates = { ...triple, epsilon };
          const out = new Float64Array(3);
          let [sum, size] = [0, 0];
          for (const neuron of tripleNeurons(coordinates)) {
            neuronFunction(activations[id], neuron)(x1, x2, out);
            sum += out[0] as number;
            size += Math.abs(out[0] as number);
          }
          tripleFunction(activations[id], 'sum', coordinates)(x1, x2, out);
          expect(Math.abs((out[0] as number) - sum)).toBeLessThan(1e-13 * (1 + size) + 1e-12);
        },
      ),
    );
  });

  it('have the slopes of finite differences, in every term', () => {
    const terms = fc.constantFrom<TripleTerm>('sum', 'limit', 'new', 'difference');
    fc.assert(
      fc.property(
        fc.constantFrom(...smooth),
        terms,
        triples,
        inputs,
        anyEpsilon,
        (id, term, triple, [x1, x2], epsilon) => {
          const of = tripleFunction(activations[id], term, { ...triple, epsilon });
          const at = (u: number, v: number) => {
            const out = new Float64Array(3);
            of(u, v, out);
            return out;
          };
          const h = 1e-4;
          const found = at(x1, x2);
          const slopes = [
            ((at(x1 + h, x2)[0] ?? 0) - (at(x1 - h, x2)[0] ?? 0)) / (2 * h),
            ((at(x1, x2 + h)[0] ?? 0) - (at(x1, x2 - h)[0] ?? 0)) / (2 * h),
          ];
          const size = 1 + Math.abs(found[0] ?? 0) + Math.hypot(...slopes);
          for (const k of [0, 1])
            expect(Math.abs((slopes[k] ?? 0) - (found[k + 1] ?? 0))).toBeLessThan(3e-5 * size);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('lose nothing where the form of the differences changes', () => {
    for (const id of smooth) {
      for (const [difference, at] of [
        [firstDifference, 1e-3],
        [secondDifference, 0.03],
      ] as const) {
        const evaluate = difference(activations[id]);
        for (const m of [-2.3, -0.4, 0, 0.7, 1.9]) {
          const near = (d: number) => {
            const [plus, minus, out] = [new Float64Array(4), new Float64Array(4), new Float64Array(3)];
            activations[id].jet(m + d, plus);
            activations[id].jet(m - d, minus);
            evaluate(m, d, plus, minus, out);
            return out;
          };
          const [below, above] = [near(at * (1 - 1e-9)), near(at)];
          for (const [k, bound] of [1e-11, 1e-11, 1e-8].entries())
            expect(Math.abs((below[k] ?? 0) - (above[k] ?? 0)), `${id} ${m} ${k}`).toBeLessThan(
              bound * (10 + Math.abs(above[k] ?? 0)),
            );
        }
      }
    }
  });

  it('are finite at epsilon = 0, where their output weights are not, and the larger power decides', () => {
    const omega = [
      [1, 0, 0],
      [0, 1, 0],
      [1, 1, 0],
    ] as const;
    const weights = (alpha: Three) => tripleNeurons({ omega, alpha, epsilon: 0 }).map(({ a }) => a);
    expect(weights([1, -2, 3])).toEqual([Infinity, -Infinity, Infinity]);
    expect(weights([1, 2, 0])).toEqual([Infinity, 1 / Math.sqrt(3), -Infinity]);
    expect(weights([3, 0, 0]).every(Number.isFinite)).toBe(true);
    const out = new Float64Array(4);
    tripleEvaluator(activations.tanh, 'sum', { alpha: [1, -2, 3], epsilon: 0 })(0.3, 1, -1, out);
    expect([...out].every(Number.isFinite)).toBe(true);
  });

  it('need a second derivative', () => {
    const scalarsOf = { alpha: [1, 1, 1], epsilon: 0.1 } as const;
    expect(() => tripleEvaluator(activations.relu, 'sum', scalarsOf)).toThrow(/relu/);
  });
});
