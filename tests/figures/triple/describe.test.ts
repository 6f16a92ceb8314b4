import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeTriple, tripleData } from '#figures/triple/describe';
import { shownIds, type TripleValues, tripleSchema } from '#figures/triple/schema';
import { defaults, withValues } from '#state/schema';
import { statesOf } from '../../support/arbitrary';

const start = defaults(tripleSchema);
const valuesWith = (patch: Partial<TripleValues>) => withValues(tripleSchema, start, patch);
const states = statesOf(tripleSchema);
const edges = fc.constantFrom<Partial<TripleValues>>(
  {},
  { eps: 0 },
  { a1: 0, a2: 0 },
  { eps: 0, a2: 0 },
  { eps: 0, a1: 0, a2: 0 },
  { act: 'identity' },
);

describe('the description', () => {
  it('names the activation, epsilon, the output weights and the error', () => {
    const text = describeTriple(valuesWith({ act: 'tanh', eps: 0.5, a0: 0, a1: 0, a2: 3 }));
    expect(text).toMatch(
      /^Three tanh neurons at ε = 0\.500\. Their output weights are 4\.90, −9\.80, 4\.90\./,
    );
    expect(text).toMatch(/differs from the limit by 0\.\d+ on average\.$/);
  });

  it('says what the limit is, for three neurons and for two pairs', () => {
    expect(describeTriple(valuesWith({ eps: 0 }))).toMatch(
      /^Three softplus neurons in the limit .*second derivative\. .* ∞, −∞, ∞\. .*It is the limit exactly\.$/,
    );
    expect(describeTriple(valuesWith({ eps: 0, group: 'pairs' }))).toMatch(/two gated linear units/);
  });

  it('says what is shown when it is not the sum', () => {
    expect(describeTriple(valuesWith({ show: 'new' }))).toContain('the second derivative in the limit');
    expect(describeTriple(start)).not.toContain('The surface shows');
  });

  it('is made of whole sentences for every state, and never says NaN', () => {
    fc.assert(
      fc.property(states, edges, (state, edge) => {
        const text = describeTriple(withValues(tripleSchema, state, edge));
        expect(text).not.toMatch(/NaN|undefined|null|\[object|–|-0\b/);
        expect(text).toMatch(/^[A-Z].*\.$/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the exported data', () => {
  it('are tables of finite numbers as wide as their heads, for every state', () => {
    fc.assert(
      fc.property(states, edges, (state, edge) => {
        for (const { columns, rows } of tripleData(withValues(tripleSchema, state, edge))) {
          expect(rows.length).toBeGreaterThan(0);
          expect(rows.every((row) => row.length === columns.length && row.every(Number.isFinite))).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('have all surfaces, the neurons or pairs, the weights and the errors', () => {
    const heads = (patch: Partial<TripleValues>) =>
      Object.fromEntries(tripleData(valuesWith(patch)).map(({ name, columns }) => [name, columns]));
    expect(heads({}).surface).toEqual(['x1', 'x2', ...shownIds, 'neuron1', 'neuron2', 'neuron3']);
    expect(heads({ group: 'pairs' }).surface).toEqual(['x1', 'x2', ...shownIds, 'pair1', 'pair2']);
    expect(heads({ eps: 0 }).surface).toEqual(['x1', 'x2', ...shownIds]);
    expect(heads({ eps: 0 }).weights).toBeUndefined();
    expect(heads({}).error).toEqual(['epsilon', 'mean', 'rootMeanSquare', 'max']);
    const weights = tripleData(valuesWith({ group: 'pairs' })).find(({ name }) => name === 'weights');
    expect(weights?.rows).toHaveLength(4);
  });
});
