import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairSchema } from '#figures/pair/schema';
import { readState } from '#host/read-state';
import {
  allowsNumber,
  clampValue,
  defaults,
  type Schema,
  sameValue,
  type Value,
  withValues,
} from '#state/schema';

const schema: Schema = pairSchema;
const store = { schema, start: defaults(schema) };
const take = (payload: unknown, prefix = '') => readState(store, prefix, payload);

describe('a state that a page asks for', () => {
  it('is taken as it is, when it can be', () => {
    expect(take({ values: { eps: 0, w: [1, -1], act: 'relu', sheets: false } })).toEqual({
      patch: { eps: 0, w: [1, -1], act: 'relu', sheets: false },
      problems: [],
    });
  });

  it('as text is whole: what it does not name is as at the start', () => {
    const { patch, problems } = take({ hash: 'eps=0.1' });
    expect(patch).toEqual({ ...store.start, eps: 0.1 });
    expect(problems).toEqual([]);
    expect(take({ hash: '#v=1&pair.eps=0.1&eps=1' }, 'pair.').patch).toMatchObject({ eps: 0.1 });
  });

  it('as text with values beside it has the values last', () => {
    expect(take({ hash: 'eps=0.1&a=2', values: { eps: 0.2 } }).patch).toMatchObject({ eps: 0.2, a: 2 });
  });

  const wrong: readonly [string, Record<string, unknown>, RegExp][] = [
    ['a number out of range', { eps: 2 }, /^eps: .*set to 1/],
    ['no number', { eps: Number.NaN }, /^eps: .*left as it was/],
    ['a number as text', { eps: '0.1' }, /^eps: .*left/],
    ['an unknown choice', { act: 'cosine' }, /^act: .*left/],
    ['a vector that is too short', { w: [1] }, /^w: .*left/],
    ['a vector that is too long', { w: [9, 9] }, /^w: .*set to/],
    ['a vector of texts', { w: ['1', '1'] }, /^w: .*left/],
    ['a flag as a number', { sheets: 1 }, /^sheets: .*left/],
    ['an unknown key', { foo: 1 }, /no “foo”.*eps/],
    ['a key of every object', { constructor: 1 }, /no “constructor”/],
  ];
  it.each(wrong)('is told in a sentence: %s', (_, values, sentence) => {
    const { patch, problems } = take({ values });
    expect(problems).toEqual([expect.stringMatching(sentence)]);
    if (/left|no “/.test(problems[0] ?? '')) expect(patch).toEqual({});
  });

  it.each([[undefined], [null], ['eps=1'], [{}], [{ hash: 1 }], [{ hash: 'eps=1', values: [] }]])(
    'is refused in a sentence when it is none: %j',
    (payload) => {
      expect(() => take(payload)).toThrow(/needs a payload/);
    },
  );

  it('never leaves the schema, whatever is asked, and nothing that is moved goes unsaid', () => {
    const anything = fc.dictionary(
      fc.oneof(fc.constantFrom(...Object.keys(schema)), fc.string()),
      fc.oneof(
        fc.double(),
        fc.boolean(),
        fc.string(),
        fc.array(fc.double(), { maxLength: 4 }),
        fc.anything(),
      ),
    );
    fc.assert(
      fc.property(anything, (values) => {
        const { patch, problems } = take({ values });
        const after = withValues(schema, store.start, patch);
        for (const [key, parameter] of Object.entries(schema)) {
          const value = after[key] as Value;
          expect(sameValue(clampValue(parameter, value), value)).toBe(true);
          if (parameter.kind === 'number') expect(allowsNumber(parameter, value as number)).toBe(true);
        }
        const told = Object.keys(values).filter((key) => !(key in patch));
        expect(problems.length).toBeGreaterThanOrEqual(told.length);
      }),
    );
  });
});
