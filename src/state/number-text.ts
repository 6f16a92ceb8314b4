/**
 * Numbers as people type and read them, with the decimal mark of the page's language (decimal-mark.ts). Links, exported
 * data and messages to pages around have numbers of programs, with a point.
 */

import { decimalMark, localNumber } from './decimal-mark';

/** A number with so many decimals. */
export function fixedText(value: number, decimals: number): string {
  return localNumber(value.toFixed(decimals).replace(/^-(?=0\.?0*$)/, ''));
}

/** A round number with the digits that it has. */
export function plainText(value: number): string {
  const text = String(value + 0);
  return text.includes('e') ? exponentText(value) : localNumber(text);
}

const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const RAISED = /(?<=10)([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/;

/** The one notation for powers of ten: `1.2 × 10⁻⁴`, and `10⁻⁴` without a factor of 1. */
function powerText(mantissa: string, exponent: number | string): string {
  const raised = String(Number(exponent))
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => RAISED_DIGITS.charAt(Number(digit)));
  const factor = /^−?1$/.test(mantissa) ? mantissa.slice(0, -1) : `${mantissa}\u00a0×\u00a0`;
  return `${factor}10${raised}`;
}

/** An exponent in raised digits, in ordinary ones, with a real minus sign. */
function lowered(exponent: string): string {
  return exponent.replace('⁻', '−').replace(/[^−]/g, (digit) => String(RAISED_DIGITS.indexOf(digit)));
}

/** A text in pieces, to typeset its powers of ten: every second piece is an exponent, in ordinary digits. */
export function powerPieces(text: string): readonly string[] {
  return text.split(RAISED).map((piece, k) => (k % 2 === 1 ? lowered(piece) : piece));
}

/** A number with all of its digits as a power of ten: `2 × 10⁻⁵`. */
export function exponentText(value: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  return powerText(localNumber(mantissa), exponent);
}

/** What parts numbers that follow each other: a comma inside of them leaves the semicolon. */
export function numberSeparator(): string {
  return decimalMark() === ',' ? '; ' : ', ';
}

/** A vector of numbers that are written already. */
export function vectorText(entries: readonly string[]): string {
  return `(${entries.join(numberSeparator())})`;
}

/** A value as it stands in a link, for readers: `0.5,1` is `0,5; 1` in German. */
export function localLinkText(text: string): string {
  if (decimalMark() === '.') return text;
  const entries = text.split(',');
  return entries.every((entry) => Number.isFinite(Number(entry)))
    ? entries.map((entry) => localNumber(entry)).join(numberSeparator())
    : text;
}

/** Both readings of a text such as `1,000`, when the page's language would part thousands in this way. */
export function twoReadings(text: string): { readonly whole: string; readonly fraction: string } | undefined {
  const found = /^([+−–—-]?[1-9]\d{0,2})([.,])(\d{3})$/.exec(text.trim());
  if (!found || found[2] === decimalMark()) return undefined;
  return { whole: `${found[1]}${found[3]}`, fraction: `${found[1]}${decimalMark()}${found[3]}` };
}

/**
 * What a text means as a number, or undefined: `1e-3`, `10^-3`, `10⁻³`, `2*10^-3`, `1/3`, a minus sign of any kind, `inf`. Point and comma
 * both begin a fraction, in every language; nothing parts thousands but a space, and what could part them (`twoReadings`) is
 * not guessed at.
 */
export function parseNumber(text: string): number | undefined {
  const plain = text
    .replace(RAISED, (exponent) => `^${lowered(exponent)}`)
    .replace(/[−–—]/g, '-')
    .replace(/\s+/g, '')
    .replace(/[·×]/g, '*');
  if (/^[+-]?(∞|inf(inity)?)$/i.test(plain)) return plain.startsWith('-') ? -Infinity : Infinity;
  const fraction = plain.split('/');
  if (fraction.length === 2) {
    const [over = Number.NaN, under = Number.NaN] = fraction.map((part) => parseFactor(part) ?? Number.NaN);
    const value = over / under;
    return Number.isFinite(value) ? value : undefined;
  }
  return parseFactor(plain);
}

function parseFactor(text: string): number | undefined {
  const power = /^(?:([^*^]+)\*)?([+-]?)10\^\(?([+-]?\d{1,3})\)?$/.exec(text);
  if (power) {
    const mantissa = power[1] === undefined ? 1 : parseFactor(power[1]);
    if (mantissa === undefined) return undefined;
    // Through text, because 3 * 10 ** -5 is not the number nearest to 3e-5.
    const [digits, exponent = '0'] = String(mantissa).split('e');
    const value = Number(`${digits}e${Number(exponent) + Number(power[3])}`);
    if (!Number.isFinite(value)) return undefined;
    return power[2] === '-' ? -value : value;
  }
  if (twoReadings(text)) return undefined;
  // One comma and no point is a decimal comma.
  const decimal = /^[^.,]*,[^.,]*$/.test(text) ? text.replace(',', '.') : text;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(decimal)) return undefined;
  const value = Number(decimal);
  return Number.isFinite(value) ? value : undefined;
}

/** A number for a text box: plain, as short as its digits allow, as a power of ten when very small or large. */
export function numberText(value: number): string {
  if (value === Infinity) return '∞';
  if (value === -Infinity) return '−∞';
  const rounded = Number(value.toPrecision(6));
  const size = Math.abs(rounded);
  return size === 0 || (size >= 1e-3 && size < 1e7) ? plainText(rounded) : exponentText(rounded);
}

/** A number in parts, for typesetting m x 10^e. */
export interface NumberParts {
  readonly mantissa: string;
  readonly exponent?: number;
}

/**
 * A number rounded for reading: `digits` significant digits, a power of ten outside 1e-3 ... 1e5.
 * The width is steady: trailing zeros stay.
 */
export function readableParts(value: number, digits = 3): NumberParts {
  if (Number.isNaN(value)) return { mantissa: '–' };
  if (!Number.isFinite(value)) return { mantissa: value > 0 ? '∞' : '−∞' };
  if (value === 0) return { mantissa: '0' };
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  const exponent = Number(size.toExponential(digits - 1).split('e')[1]);
  if (exponent >= -3 && exponent < 5) {
    return { mantissa: sign + fixedText(size, Math.max(0, digits - 1 - exponent)) };
  }
  return { mantissa: sign + localNumber(size.toExponential(digits - 1).split('e')[0] ?? ''), exponent };
}

/** `readableParts` as one string. */
export function readableText(value: number, digits = 3): string {
  const { mantissa, exponent } = readableParts(value, digits);
  return exponent === undefined ? mantissa : powerText(mantissa, exponent);
}
