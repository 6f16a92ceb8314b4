import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decimalMarkOf, localNumber, writeNumbersIn } from '#state/decimal-mark';
import {
  fixedText,
  localLinkText,
  numberText,
  parseNumber,
  plainText,
  powerPieces,
  readableParts,
  readableText,
  twoReadings,
  vectorText,
} from '#state/number-text';
import { quantise } from '#state/schema';

describe('a typed number', () => {
  it.each([
    ['0.05', 0.05],
    [' 12 ', 12],
    ['+3', 3],
    ['-3', -3],
    ['−3', -3],
    ['–3', -3],
    ['.5', 0.5],
    ['5.', 5],
    ['0,01', 0.01],
    ['-1,5e-2', -0.015],
    ['1e-3', 0.001],
    ['1E3', 1000],
    ['1e−6', 1e-6],
    ['10^-3', 0.001],
    ['10^−3', 0.001],
    ['10^(-3)', 0.001],
    ['-10^2', -100],
    ['2*10^-3', 0.002],
    ['10⁻³', 0.001],
    ['−1.5 × 10⁻¹²', -1.5e-12],
    ['10²⁰', 1e20],
    ['2 · 10^-3', 0.002],
    ['1.5 × 10^3', 1500],
    ['-2×10^3', -2000],
    ['1/20', 0.05],
    ['-1 / 3', -1 / 3],
    ['1/10^3', 0.001],
    ['1 000', 1000],
    ['∞', Infinity],
    ['-∞', -Infinity],
    ['−∞', -Infinity],
    ['inf', Infinity],
    ['-Infinity', -Infinity],
    ['0.0000001*10^3', 1e-4],
    ['1e-7 * 10^3', 1e-4],
  ])('%j is %d', (text, value) => {
    const parsed = parseNumber(text);
    expect(parsed).toBeDefined();
    if (Number.isFinite(value)) expect(parsed).toBeCloseTo(value, 15);
    else expect(parsed).toBe(value);
  });

  it.each([
    ['nothing', ['', ' ', '-', '+', '.', ',', 'e5', '∞∞']],
    ['words', ['abc', 'NaN', 'infinite', '0x10', '1e', 'e', '1f', '5px', '5 m']],
    ['two numbers', ['1;2', '1..2', '1,2,3', '1,000.5', '1.000,5', '--1', '+-1']],
    ['one thousand or one', ['1,000', '12,500', '-1,125', '1,000/3', '2*1,000']],
    ['unfinished sums', ['1/', '/2', '1/2/3', '2*', '2*3', '10^', '^3', '2^3', '(1)']],
    ['no finite number', ['1/0', '0/0', '1e400', '1e9999', '10^400', '2*10^999', '1/∞']],
  ])('%s is no number', (_what, texts) => {
    for (const text of texts) expect([text, parseNumber(text)]).toEqual([text, undefined]);
  });

  it('never comes out as NaN, whatever is typed', () => {
    const typed = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789eE+-−.,/*×·^() ∞infx')),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.oneof(typed, fc.string()), (text) => {
        expect(parseNumber(text)).not.toBeNaN();
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the text of a number box', () => {
  it.each([
    [0.3, '0.3'],
    [-0.3, '−0.3'],
    [0, '0'],
    [-0, '0'],
    [1 / 3, '0.333333'],
    [0.1 + 0.2, '0.3'],
    [1200000, '1200000'],
    [0.001, '0.001'],
    [1e-6, '10⁻⁶'],
    [-1e-6, '−10⁻⁶'],
    [1.5e-7, '1.5\u00a0×\u00a010⁻⁷'],
    [-1.5e-7, '−1.5\u00a0×\u00a010⁻⁷'],
    [3e21, '3\u00a0×\u00a010²¹'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
  ])('of %d is %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it('is read back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(parseNumber(numberText(value))).toBe(quantise(value));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a number for reading', () => {
  it.each([
    [0, '0'],
    [1, '1.00'],
    [-1, '−1.00'],
    [9.999, '10.0'],
    [0.05, '0.0500'],
    [123.4, '123'],
    [12345, '12345'],
    [99999, '1.00\u00a0×\u00a010⁵'],
    [0.001, '0.00100'],
    [0.00099999, '0.00100'],
    [0.000999, '9.99\u00a0×\u00a010⁻⁴'],
    [-2.5e-8, '−2.50\u00a0×\u00a010⁻⁸'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
    [Number.NaN, '–'],
  ])('%d is %s', (value, text) => {
    expect(readableText(value)).toBe(text);
  });

  it('keeps the digits it is asked for', () => {
    expect(readableParts(Math.PI, 5)).toEqual({ mantissa: '3.1416' });
    expect(readableParts(-1.234567e9, 2)).toEqual({ mantissa: '−1.2', exponent: 9 });
  });

  it('has powers of ten in pieces, to be typeset', () => {
    expect(powerPieces(readableText(-2.5e-12))).toEqual(['−2.50\u00a0×\u00a010', '−12', '']);
    expect(powerPieces('m² at 10⁻⁴ and 10⁵.')).toEqual(['m² at 10', '−4', ' and 10', '5', '.']);
  });

  it('is within half of its last digit of the number', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
        const read = parseNumber(readableText(value)) ?? Number.NaN;
        expect(Math.abs(read - value)).toBeLessThanOrEqual(0.00501 * Math.abs(value));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('on a German page', () => {
  beforeEach(() => writeNumbersIn('de'));
  afterEach(() => writeNumbersIn('en'));

  it('numbers for readers have a comma', () => {
    expect([-0.05, 1200000].map(numberText)).toEqual(['−0,05', '1200000']);
    expect([readableText(1.5e-7), plainText(0.5)]).toEqual(['1,50\u00a0×\u00a010⁻⁷', '0,5']);
    expect([fixedText(-2.25, 1), fixedText(-0.001, 1)]).toEqual(['−2,3', '0,0']);
    expect(readableParts(Math.PI, 5)).toEqual({ mantissa: '3,1416' });
  });

  it('semicolons part the entries of a vector', () => {
    expect(vectorText(['0,50', '1,00'])).toBe('(0,50; 1,00)');
    const inLinks = ['0.5,-1', '0.05', 'softplus', 'a.b'];
    expect(inLinks.map(localLinkText)).toEqual(['0,5; −1', '0,05', 'softplus', 'a.b']);
    writeNumbersIn('en');
    expect(vectorText(['0.50', '1.00'])).toBe('(0.50, 1.00)');
    expect(inLinks.map(localLinkText)).toEqual(inLinks);
  });

  it('both marks are read, and what is written is read back', () => {
    const typed = ['1,5', '1.5', '1,000', '0,125', '0.125', '-2,5e-3', '1\u202f000'];
    expect(typed.map(parseNumber)).toEqual([1.5, 1.5, 1, 0.125, 0.125, -0.0025, 1000]);
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(parseNumber(numberText(value))).toBe(quantise(value));
      }),
    );
  });

  it('what could be one thousand or one is not guessed at', () => {
    expect(twoReadings('-12.500')).toEqual({ whole: '-12500', fraction: '-12,500' });
    expect(['1,000', '0.125', '1.5', '1234.567'].map(twoReadings)).toEqual(Array(4).fill(undefined));
    expect(parseNumber('1.000')).toBeUndefined();
    writeNumbersIn('en');
    expect(twoReadings('1,000')).toEqual({ whole: '1000', fraction: '1.000' });
    expect(twoReadings('1.000')).toBeUndefined();
  });

  it('the mark is that of the language', () => {
    expect(['en', 'de', 'fr'].map(decimalMarkOf)).toEqual(['.', ',', ',']);
    expect(localNumber('0.5', '.')).toBe('0.5');
  });
});
