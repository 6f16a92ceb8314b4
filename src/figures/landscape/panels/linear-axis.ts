import { fixedText } from '#state/number-text';
/** A plain linear axis with round numbers. */

export interface LinearAxis {
  readonly low: number;
  readonly high: number;
  /** Pixels at the ends. */
  readonly from: number;
  readonly to: number;
}

/** The pixel of a value; values beyond the axis lie beyond its ends. */
export function linearPixel({ low, high, from, to }: LinearAxis, value: number): number {
  return from + ((value - low) / (high - low)) * (to - from);
}

export interface LinearTick {
  readonly value: number;
  readonly label: string;
  readonly pixel: number;
}

/** Multiples of 1, 2 or 5 times a power of ten, at least `gap` pixels apart, labelled with equally many decimals. */
export function linearTicks(axis: LinearAxis, gap: number): readonly LinearTick[] {
  const most = Math.abs(axis.to - axis.from) / gap;
  const least = (axis.high - axis.low) / most;
  if (!(least > 0 && Number.isFinite(least))) return [];
  const power = Math.floor(Math.log10(least) + 1e-9);
  const digit = [1, 2, 5].find((factor) => factor * 10 ** power >= least * (1 - 1e-9)) ?? 10;
  const step = digit * 10 ** power;
  const decimals = Math.min(12, Math.max(0, -power - (digit === 10 ? 1 : 0)));
  const first = Math.ceil(axis.low / step - 1e-9);
  const last = Math.floor(axis.high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => {
    const value = Number(((first + k) * step).toFixed(decimals)) + 0;
    return { value, label: fixedText(value, decimals), pixel: linearPixel(axis, value) };
  });
}
