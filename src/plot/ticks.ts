/** Round values along a domain, with their texts (see `plotText`). */
import { ticks as roundValues, tickStep } from 'd3-array';
import { exponentText, fixedText, plainText } from '#state/number-text';

export interface Tick {
  readonly value: number;
  readonly label: string;
}

type Domain = readonly [number, number];

/** Multiples of 1, 2 or 5 times a power of ten, at most `most`, all with as many decimals. */
export function linearTicks([low, high]: Domain, most: number): readonly Tick[] {
  if (!(Math.abs(high - low) > 0)) return [];
  let count = most;
  let values = roundValues(low, high, count);
  while (values.length > most && count > 1) values = roundValues(low, high, --count);
  const step = Math.abs(tickStep(low, high, count));
  const decimals = Math.min(12, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
  return values.map((value) => ({ value, label: fixedText(value, decimals) }));
}

/** A power of ten, as it is written. */
function powerText(power: number): string {
  return power === 0 || power === 1 ? plainText(10 ** power) : exponentText(Number(`1e${power}`));
}

/** Whole powers of ten from one to another, each multiple of `stride`. */
function powers(low: number, high: number, stride: number): readonly number[] {
  const first = Math.ceil(low / stride - 1e-9) * stride;
  const count = Math.floor((high - first) / stride + 1e-9) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, k) => first + k * stride + 0);
}

/** What is drawn in every power of ten, from dense to sparse. */
const DIGITS = [[1, 2, 5], [1, 3], [1]] as const;

/** Powers of ten and, on short domains, 2 and 5 or 3 times those; at most `most`. */
export function logTicks(domain: Domain, most: number): readonly Tick[] {
  const [low, high] = [Math.min(...domain), Math.max(...domain)];
  if (!(low > 0 && high > low)) return [];
  const [from, to] = [Math.log10(low), Math.log10(high)];
  const isInside = (value: number) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
  for (const digits of DIGITS) {
    const values = powers(Math.floor(from), Math.ceil(to), 1)
      .flatMap((power) => digits.map((digit) => Number(`${digit}e${power}`)))
      .filter(isInside);
    if (values.length <= most) return named(values);
  }
  let stride = 2;
  while (powers(from, to, stride).length > most) stride++;
  return named(powers(from, to, stride).map((power) => Number(`1e${power}`)));
}

/** Plain numbers where all of them are short; otherwise powers of ten. */
function named(values: readonly number[]): readonly Tick[] {
  const isPlain = values.every((value) => value >= 0.001 && value <= 1000);
  return values.map((value) => {
    const label = isPlain || value === 1 || value === 10 ? plainText(value) : exponentText(value);
    return { value, label };
  });
}

/** Zero and powers of ten on both sides, none smaller than ten times `constant`; at most `most`. */
export function symlogTicks(domain: Domain, constant: number, most: number): readonly Tick[] {
  const [low, high] = [Math.min(...domain), Math.max(...domain)];
  const from = Math.log10(constant) + 1;
  const to = Math.log10(Math.max(high, -low));
  for (let stride = 1; stride < 700; stride++) {
    const sizes = powers(from, to, stride);
    const negative = sizes
      .toReversed()
      .map((power) => ({ value: -(10 ** power), label: `−${powerText(power)}` }));
    const positive = sizes.map((power) => ({ value: 10 ** power, label: powerText(power) }));
    const all = [...negative, { value: 0, label: '0' }, ...positive];
    const inside = all.filter(({ value }) => value >= low && value <= high);
    if (inside.length <= most) return inside;
  }
  return [{ value: 0, label: '0' }];
}
