import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePair, pairData } from '#figures/pair/describe';
import { errorAt, termsAt } from '#figures/pair/model';
import { type PairValues, pairSchema } from '#figures/pair/schema';
import { HALF_WIDTH } from '#math/network/inputs';
import { termIds } from '#math/pair/pair';
import { defaults, withValues } from '#state/schema';
import { statesOf } from '../../support/arbitrary';

const start = defaults(pairSchema);

function valuesWith(patch: Partial<PairValues>): PairValues {
  return withValues(pairSchema, start, patch);
}

const states = statesOf(pairSchema);
/** Every state again without epsilon, without a, and without both. */
const edges = fc.constantFrom<Partial<PairValues>>(
  {},
  { eps: 0 },
  { a: 0 },
  { eps: 0, a: 0 },
  { w: [0, 0], bias: 0 },
);

describe('the description', () => {
  it('names the activation, epsilon, the weights and the error', () => {
    const text = describePair(valuesWith({ act: 'tanh', w: [1, 2], dir: 90, eps: 0.5, a: 1, c: 0 }));
    expect(text).toMatch(/^Two tanh neurons at ε = 0\.500\./);
    expect(text).toContain('w_i = (1.00, 2.50, 0)');
    expect(text).toContain('w_j = (1.00, 1.50, 0)');
    expect(text).toContain('a_i = 1.00 and a_j = −1.00');
    expect(text).toMatch(/differs from the limit by 0\.0\d+ on average/);
  });

  it('says that the limit is the limit', () => {
    const text = describePair(valuesWith({ eps: 0 }));
    expect(text).toContain('limit ε = 0');
    expect(text).toContain('a_i = ∞ and a_j = −∞');
    expect(text).toContain('It is the limit exactly.');
  });

  it('says which part is shown when it is not the pair', () => {
    expect(describePair(valuesWith({ show: 'gated' }))).toContain('a gated linear unit');
    expect(describePair(start)).not.toContain('The surface shows');
  });

  it('is made of whole sentences for every state, and never says NaN', () => {
    fc.assert(
      fc.property(states, edges, (state, edge) => {
        const text = describePair(withValues(pairSchema, state, edge));
        expect(text).not.toMatch(/NaN|undefined|null|\[object|–|-0\b/);
        expect(text).toMatch(/^[A-Z].*\.$/);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the exported data', () => {
  it('are tables of finite numbers as wide as their heads, for every state', () => {
    fc.assert(
      fc.property(states, edges, (state, edge) => {
        for (const { columns, rows } of pairData(withValues(pairSchema, state, edge))) {
          expect(rows.length).toBeGreaterThan(0);
          expect(rows.every((row) => row.length === columns.length && row.every(Number.isFinite))).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('have every term at every point of a grid over the whole square', () => {
    const surface = pairData(start).find(({ name }) => name === 'surface');
    expect(surface?.columns).toEqual(['x1', 'x2', ...termIds]);
    const points = surface?.rows.map(([x1 = 0, x2 = 0]) => [x1, x2]) ?? [];
    expect(new Set(points.map(String)).size).toBe(33 * 33);
    for (const axis of [0, 1]) {
      const values = points.map((point) => point[axis] ?? 0);
      expect(Math.min(...values)).toBeCloseTo(-HALF_WIDTH, 12);
      expect(Math.max(...values)).toBeCloseTo(HALF_WIDTH, 12);
    }
    for (const [x1 = 0, x2 = 0, ...rest] of surface?.rows.slice(100, 110) ?? []) {
      const terms = termsAt(start, [x1, x2]);
      expect(rest).toEqual(termIds.map((term) => terms[term]));
    }
  });

  it('leave out the neurons where they are infinite', () => {
    const columns = (patch: Partial<PairValues>) => pairData(valuesWith(patch))[0]?.columns;
    expect(columns({ eps: 0 })).not.toContain('neuronI');
    expect(columns({ eps: 0, a: 0 })).toContain('neuronI');
  });

  it('have the curves of the error plot', () => {
    const error = pairData(start).find(({ name }) => name === 'error');
    expect(error?.columns).toEqual(['epsilon', 'mean', 'rootMeanSquare', 'max']);
    const last = error?.rows.at(-1);
    const { mean, rootMeanSquare, max } = errorAt(start, 1);
    expect(last).toEqual([1, mean, rootMeanSquare, max]);
  });
});
