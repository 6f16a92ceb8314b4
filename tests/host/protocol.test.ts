import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { envelope, LONGEST_MESSAGE, PROTOCOL, readEnvelope, SOURCE } from '#host/protocol';

const good = { source: SOURCE, v: PROTOCOL, id: 'a', type: 'setState', payload: { hash: 'eps=1' } };

describe('a message is read', () => {
  it('with its payload', () => {
    expect(readEnvelope(good)).toMatchObject(good);
    expect(readEnvelope(envelope(7, 'getState', undefined))).toMatchObject({ id: 7, type: 'getState' });
  });

  it('as a copy, so that nobody changes it afterwards', () => {
    const payload = { values: { eps: 0.1 } };
    const read = readEnvelope({ ...good, payload });
    payload.values.eps = 0.2;
    expect(read?.payload).toMatchObject({ values: { eps: 0.1 } });
  });

  it('of any plain payload whatever', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (payload) => {
        const read = readEnvelope({ ...good, payload });
        expect(JSON.parse(JSON.stringify(read?.payload))).toEqual(JSON.parse(JSON.stringify(payload)));
      }),
    );
  });
});

const cyclic: Record<string, unknown> = { ...good };
cyclic.payload = cyclic;
const deep = Array.from({ length: 20 }).reduce<unknown>((inner) => [inner], 0);
const loud = Object.defineProperty({ ...good }, 'payload', {
  enumerable: true,
  get: () => {
    throw new Error('a getter ran');
  },
});
const trap = new Proxy(good, {
  getPrototypeOf: () => {
    throw new Error('a trap ran');
  },
});

const foreign: readonly [string, unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'slide:start'],
  ['a list', [good]],
  ['another source', { ...good, source: 'webpack' }],
  ['another version', { ...good, v: 2 }],
  ['a version as text', { ...good, v: '1' }],
  ['no id', { ...good, id: undefined }],
  ['a long id', { ...good, id: 'x'.repeat(65) }],
  ['no finite id', { ...good, id: Number.NaN }],
  ['a type that is no text', { ...good, type: 3 }],
  ['a cycle', cyclic],
  ['too deep', { ...good, payload: deep }],
  ['too long a text', { ...good, payload: 'x'.repeat(LONGEST_MESSAGE) }],
  ['a long empty list', { ...good, payload: new Array(1e9) }],
  ['a long key', { ...good, payload: { ['x'.repeat(LONGEST_MESSAGE)]: 1 } }],
  ['bytes', { ...good, payload: new Uint8Array(4) }],
  ['a map', { ...good, payload: new Map() }],
  ['a function', { ...good, payload: () => 1 }],
  ['a getter', loud],
  ['a proxy that throws', trap],
  ['inherited entries', Object.create(good)],
];

describe('a message is left alone', () => {
  it.each(foreign)('with %s', (_, data) => {
    expect(readEnvelope(data)).toBeUndefined();
  });

  it('without running its code', () => {
    let ran = 0;
    const spying = Object.defineProperty({ ...good }, 'payload', { enumerable: true, get: () => ran++ });
    readEnvelope(spying);
    readEnvelope({ ...good, toJSON: () => ran++, payload: { toString: () => ran++ } });
    expect(ran).toBe(0);
  });

  it('without touching any prototype', () => {
    const payload: unknown = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    const read = readEnvelope({ ...good, payload });
    expect(Object.getPrototypeOf(read?.payload)).toBeNull();
    expect(read?.payload).not.toHaveProperty('polluted');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('whatever it is: reading never throws', () => {
    const anything = fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    const nearly = fc.record(
      {
        source: fc.oneof(fc.constant(SOURCE), anything),
        v: fc.oneof(fc.constant(PROTOCOL), anything),
        id: fc.oneof(fc.string(), anything),
        type: fc.oneof(fc.constant('setState'), anything),
        payload: anything,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(anything, nearly), (data) => {
        const read = readEnvelope(data);
        if (read) expect(read).toMatchObject({ source: SOURCE, v: PROTOCOL });
      }),
      { numRuns: 1000 },
    );
  });
});
