import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figures } from '#figures/registry';
import { decodeHash, encodeHash, encodeValues } from '#state/codec';
import { defaults, type Schema, sameValue, type Value, withValues } from '#state/schema';
import { statesOf } from '../support/arbitrary';
import { sampleSchema } from '../support/sample-schema';

const start = defaults(sampleSchema);

/** How somebody would write a value by hand. */
function written(value: Value): string {
  return typeof value === 'boolean' ? String(Number(value)) : String(value);
}

function decoded(hash: string) {
  return decodeHash(sampleSchema, hash);
}

describe('a link', () => {
  it.each([
    ['of a sample', sampleSchema as Schema],
    ...figures.map(({ id, schema }) => [`of the figure ${id}`, schema] as [string, Schema]),
  ])('%s carries every state there and back exactly', (_name, schema) => {
    fc.assert(
      fc.property(statesOf(schema), (state) => {
        const hash = encodeHash(encodeValues(schema, state));
        expect(decodeHash(schema, hash)).toEqual({ values: state, notices: [] });
        // Only characters that every mail program and chat leaves alone.
        expect(hash).toMatch(/^(#v=1(&\w+=[\w.,-]+)+)?$/);
      }),
      { numRuns: 300 },
    );
  });

  it('names only what differs from the defaults', () => {
    expect(encodeHash(encodeValues(sampleSchema, start))).toBe('');
    expect(encodeHash(encodeValues(sampleSchema, { ...start, eps: 0.01, lit: false, place: [0, -1] }))).toBe(
      '#v=1&eps=0.01&place=0,-1&lit=0',
    );
  });

  it('that is older than a choice means what was shown before there was one, unless it says nothing', () => {
    const choice = { kind: 'choice', symbol: '', label: '', description: '' } as const;
    const options = ['new', 'old'].map((id) => ({ id, label: id }));
    const schema = { ...sampleSchema, look: { ...choice, options, default: 'new', before: 'old' } } as const;
    const values = defaults(schema);
    const read = (hash: string, kept = true) => decodeHash(schema, hash, 'f.', values, kept).values.look;
    expect(read('#v=1&f.eps=0.01')).toBe('old');
    expect(read('#v=1&f.eps=0.01&f.look=new')).toBe('new');
    expect([read(''), read('#v=1&eps=0.01')]).toEqual(['new', 'new']);
    // What is written now, such as a phrase of the article, sets what it names and nothing else.
    expect(read('#v=1&f.eps=0.01', false)).toBe('new');
    // Links say it whenever they say anything.
    const link = encodeHash(encodeValues(schema, { ...values, eps: 0.01 }, 'f.'));
    expect([read(link), encodeHash(encodeValues(schema, values))]).toEqual(['new', '']);
  });

  it('keeps the figures of one page apart by their prefixes', () => {
    const first = { ...start, gain: 2 };
    const second = { ...start, gain: -2, lit: false };
    const entries = [...encodeValues(sampleSchema, first), ...encodeValues(sampleSchema, second, 'other.')];
    const hash = encodeHash(entries);
    expect(decodeHash(sampleSchema, hash).values).toEqual(first);
    expect(decodeHash(sampleSchema, hash, 'other.').values).toEqual(second);
  });
});

describe('what people write into a hash', () => {
  it.each([
    ['#v=1&gain=2', { gain: 2 }],
    ['gain=2', { gain: 2 }],
    ['#gain=+2', { gain: 2 }],
    ['#gain=-.5', { gain: -0.5 }],
    ['#size=1e+1', { size: 10 }],
    ['#size=1E1', { size: 10 }],
    ['#eps=0', { eps: 0 }],
    ['#count=7', { count: 7 }],
    ['#count=7.0', { count: 7 }],
    ['#eps=-0', { eps: 0 }],
    ['#place=%2D1,2', { place: [-1, 2] }],
    ['#shape=flat&lit=0', { shape: 'flat', lit: false }],
    ['#gain=2&gain=3', { gain: 2 }],
    ['', {}],
    ['#', {}],
    ['#&&==&', {}],
    ['#nobody=5&__proto__=1&constructor=x', {}],
  ])('%s is understood, without a notice', (hash, expected) => {
    expect(decoded(hash)).toEqual({ values: { ...start, ...expected }, notices: [] });
  });

  it.each([
    ['#gain=99', 'gain', 'outside', 3, '3'],
    ['#gain=1e999', 'gain', 'outside', 3, '3'],
    ['#gain=NaN', 'gain', 'unreadable', 1.2, '1.2'],
    ['#gain=', 'gain', 'unreadable', 1.2, '1.2'],
    ['#gain=0x2', 'gain', 'unreadable', 1.2, '1.2'],
    ['#eps=-1', 'eps', 'outside', 0, '0'],
    ['#eps=1e-9', 'eps', 'outside', 0, '0'],
    ['#size=0', 'size', 'outside', 0.01, '0.01'],
    ['#count=2.5', 'count', 'outside', 3, '3'],
    ['#count=0', 'count', 'outside', 1, '1'],
    ['#count=two', 'count', 'unreadable', 3, '3'],
    ['#place=1', 'place', 'unreadable', [1, 0.5], '1,0.5'],
    ['#place=1,2,0', 'place', 'unreadable', [1, 0.5], '1,0.5'],
    ['#place=9,0', 'place', 'outside', [2, 0], '2,0'],
    ['#shape=Flat', 'shape', 'unreadable', 'round', 'round'],
    ['#lit=yes', 'lit', 'unreadable', true, '1'],
  ] as const)('%s gets a notice that says what is shown instead', (hash, key, problem, value, shown) => {
    const { values, notices } = decoded(hash);
    expect(values).toEqual({ ...start, [key]: value });
    expect(notices).toEqual([
      { key, label: sampleSchema[key].label, problem, shown, said: hash.split('=')[1] },
    ]);
  });

  it('of another version is read as far as it goes, with a notice', () => {
    const { values, notices } = decoded('#v=2&gain=2');
    expect(values.gain).toBe(2);
    expect(notices).toEqual([{ key: 'v', label: '', said: '2', problem: 'version', shown: '1' }]);
  });

  it('is quoted shortly, however long it is', () => {
    const [notice] = decoded(`#gain=${'x'.repeat(60)}`).notices;
    expect(notice?.said.length).toBeLessThan(30);
  });
});

const key = fc.constantFrom('v', ...Object.keys(sampleSchema), 'nobody', '', '__proto__');
const piece = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.double().map(String),
  fc.constantFrom('1e999', '-1e-999', '%', '%zz', '%00', '\ud800', '1,', ',,', 'NaN', '∞', '٣', '１'),
);
const brokenHash = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.tuple(key, piece)).map((pairs) => `#${pairs.map((pair) => pair.join('=')).join('&')}`),
);

describe('any hash whatever', () => {
  it('gives values that the schema allows, and never throws', () => {
    fc.assert(
      fc.property(brokenHash, (hash) => {
        const { values, notices } = decoded(hash);
        // Clamping changes nothing exactly when every value is allowed.
        expect(withValues(sampleSchema, start, values)).toEqual(values);
        expect(Object.keys(values)).toEqual(Object.keys(start));
        expect(Object.values(values).flat()).not.toContain(Number.NaN);
        for (const { shown } of notices) expect(shown).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { numRuns: 2000 },
    );
  });

  it('has a notice for exactly the keys that are not shown as asked', () => {
    const good = statesOf(sampleSchema);
    const bad = { gain: 'x', size: '1e9', eps: '-1', place: '1;2', shape: 'blue', lit: '2', view: '0,0,0' };
    type Key = keyof typeof bad;
    const keys = Object.keys(bad) as Key[];
    fc.assert(
      fc.property(good, fc.subarray(keys), (state, broken) => {
        const entries = keys.map((k) => `${k}=${broken.includes(k) ? bad[k] : written(state[k])}`);
        const { values, notices } = decoded(encodeHash(entries));
        expect(notices.map((notice) => notice.key).sort()).toEqual([...broken].sort());
        for (const k of keys) {
          if (!broken.includes(k)) expect(sameValue(values[k], state[k])).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
