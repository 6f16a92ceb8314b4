/** Numbers as people type and read them. */

/** What a text means as a number, or undefined: `1e-3`, `10^-3`, `2*10^-3`, `0,01`, `1/3`, a minus sign of any kind, `inf`. */
export function parseNumber(text: string): number | undefined {
  const plain = text.trim().replace(/[−–—]/g, '-').replace(/\s+/g, '').replace(/[·×]/g, '*');
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
  // One comma and no point is a decimal comma.
  const decimal = /^[^.,]*,[^.,]*$/.test(text) ? text.replace(',', '.') : text;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(decimal)) return undefined;
  const value = Number(decimal);
  return Number.isFinite(value) ? value : undefined;
}

/** A number for a text box: plain, as short as its digits allow, with e-notation for the very small and large. */
export function numberText(value: number): string {
  if (value === Infinity) return '∞';
  if (value === -Infinity) return '−∞';
  return String(Number(value.toPrecision(6)) + 0)
    .replace('-', '−')
    .replace('e−', 'e-')
    .replace('e+', 'e');
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
    return { mantissa: sign + size.toFixed(Math.max(0, digits - 1 - exponent)) };
  }
  return { mantissa: sign + size.toExponential(digits - 1).split('e')[0], exponent };
}

/** `readableParts` as one string, for text that cannot carry superscripts. */
export function readableText(value: number, digits = 3): string {
  const { mantissa, exponent } = readableParts(value, digits);
  return exponent === undefined ? mantissa : `${mantissa}e${exponent}`;
}
