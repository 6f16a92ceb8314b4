import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowsNumber,
  clampNumber,
  clampValue,
  defaults,
  isAtStart,
  quantise,
  type Schema,
  sameHistory,
  sameValue,
  type Value,
  withValues,
} from '#state/schema';
import { anything, statesOf } from '../support/arbitrary';
import { count, linear, log, logWithZero, sampleSchema } from '../support/sample-schema';

const start = defaults(sampleSchema);

/** Says whether a value is one that the parameter allows, written anew from the meaning of the table. */
function isValid(schema: Schema, key: string, value: Value | undefined): boolean {
  const parameter = schema[key];
  switch (parameter?.kind) {
    case 'number': {
      const zero = parameter.scale.type === 'log' && parameter.scale.zero === true && value === 0;
      if (typeof value !== 'number' || (parameter.whole && value % 1 !== 0)) return false;
      return zero || (value >= parameter.min && value <= parameter.max);
    }
    case 'vector':
      return (
        typeof value === 'object' &&
        value.length === parameter.default.length &&
        value.every((v, k) => v >= (parameter.min[k] ?? 0) && v <= (parameter.max[k] ?? 0))
      );
    case 'choice':
      return parameter.options.some(({ id }) => id === value);
    case 'flag':
      return typeof value === 'boolean';
    case undefined:
      return false;
  }
}

describe('clamping', () => {
  it.each([
    ['a linear one', linear, 9, 3],
    ['a linear one', linear, -9, -3],
    ['a linear one', linear, Infinity, 3],
    ['a linear one', linear, -Infinity, -3],
    ['a linear one', linear, Number.NaN, 1.2],
    ['a linear one', linear, 0.1 + 0.2, 0.3],
    ['a linear one', linear, -0, 0],
    ['a logarithmic one', log, 0, 0.01],
    ['a logarithmic one', log, -5, 0.01],
    ['one with zero', logWithZero, 0, 0],
    ['one with zero', logWithZero, -1, 0],
    ['one with zero', logWithZero, 1e-7, 0],
    ['one with zero', logWithZero, 5e-7, 1e-6],
    ['one with zero', logWithZero, 7, 1],
    ['a whole one', count, 2.4, 2],
    ['a whole one', count, 2.5, 3],
    ['a whole one', count, 0, 1],
    ['a whole one', count, 99.5, 12],
    ['a whole one', count, -Infinity, 1],
    ['a whole one', count, Number.NaN, 3],
  ])(
    'brings a number beyond %s to the nearest allowed value (case %#)',
    (_kind, parameter, value, expected) => {
      expect(clampNumber(parameter, value)).toBe(expected);
    },
  );

  it('leaves every allowed value that a link can carry as it is', () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }).map(quantise), (value) => {
        expect(clampNumber(linear, value)).toBe(value);
      }),
    );
  });

  it('turns anything whatever into an allowed value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(sampleSchema)), anything, (key, value) => {
        const parameter = (sampleSchema as Schema)[key];
        if (!parameter) return;
        const clamped = clampValue(parameter, value);
        expect(isValid(sampleSchema, key, clamped)).toBe(true);
        expect(clampValue(parameter, clamped)).toEqual(clamped);
      }),
      { numRuns: 500 },
    );
  });

  it('replaces only the bad entries of a vector', () => {
    expect(clampValue(sampleSchema.place, [Number.NaN, 7])).toEqual([1, 2]);
    expect(clampValue(sampleSchema.place, [0.25])).toEqual([0.25, 0.5]);
    expect(clampValue(sampleSchema.place, [1.7e308, -1.7e308])).toEqual([2, -2]);
  });
});

describe('rounding', () => {
  it('keeps six digits, and the sign of zero out', () => {
    expect(quantise(1 / 3)).toBe(0.333333);
    expect(quantise(-123456.7)).toBe(-123457);
    expect(Object.is(quantise(-0), 0)).toBe(true);
  });
});

describe('a patch', () => {
  it('keeps the same object when nothing changes, so that nothing is drawn again', () => {
    expect(withValues(sampleSchema, start, {})).toBe(start);
    expect(withValues(sampleSchema, start, { gain: 1.2, place: [1, 0.5], shape: 'round' })).toBe(start);
    const ended = withValues(sampleSchema, start, { gain: 3 });
    expect(withValues(sampleSchema, ended, { gain: 99 })).toBe(ended);
  });

  it('keeps the values it does not name, and does not touch the old object', () => {
    const next = withValues(sampleSchema, start, { eps: 0 });
    expect(next).toEqual({ ...start, eps: 0 });
    expect(start.eps).toBe(0.3);
  });

  it('ignores keys that the schema does not have', () => {
    const patch = { ghost: 1 } as object;
    expect(withValues(sampleSchema, start, patch)).toBe(start);
  });
});

describe('sameness', () => {
  it('of values looks into vectors', () => {
    expect(sameValue([1, 2], [1, 2])).toBe(true);
    expect(sameValue([1, 2], [1, 3])).toBe(false);
    expect(sameValue([1, 2], [1, 2, 3])).toBe(false);
    expect(sameValue(1, 1)).toBe(true);
    expect(sameValue('1', 1)).toBe(false);
    expect(sameValue([1], 1)).toBe(false);
  });

  it('of history does not look at the camera', () => {
    fc.assert(
      fc.property(statesOf(sampleSchema), (state) => {
        expect(sameHistory(sampleSchema, state, { ...state, view: [0, 0] })).toBe(true);
        expect(sameHistory(sampleSchema, state, { ...state, lit: !state.lit })).toBe(false);
      }),
    );
  });
});

describe('being allowed', () => {
  it('includes both ends, and zero only where the scale has it', () => {
    expect(allowsNumber(linear, -3) && allowsNumber(linear, 3)).toBe(true);
    expect(allowsNumber(linear, 3.01)).toBe(false);
    expect(allowsNumber(linear, Number.NaN)).toBe(false);
    expect(allowsNumber(logWithZero, 0)).toBe(true);
    expect(allowsNumber(logWithZero, 1e-7)).toBe(false);
    expect(allowsNumber(log, 0)).toBe(false);
  });

  it('of a whole number leaves out all others', () => {
    for (const value of [1, 7, 12]) expect(allowsNumber(count, value)).toBe(true);
    for (const value of [0, 13, 2.5, 1 + 1e-9, Infinity, Number.NaN]) {
      expect(allowsNumber(count, value)).toBe(false);
    }
  });
});

describe('the start', () => {
  it('is recognised, whole or in some of its parameters', () => {
    const keys = Object.keys(sampleSchema) as (keyof typeof sampleSchema)[];
    fc.assert(
      fc.property(statesOf(sampleSchema), (state) => {
        const still = keys.filter((key) => sameValue(state[key], start[key]));
        expect(isAtStart(sampleSchema, state)).toBe(still.length === keys.length);
        expect(isAtStart(sampleSchema, state, still)).toBe(true);
        for (const key of keys) {
          expect(isAtStart(sampleSchema, state, [...still, key])).toBe(still.includes(key));
        }
      }),
    );
    expect(isAtStart(sampleSchema, start)).toBe(true);
  });
});
