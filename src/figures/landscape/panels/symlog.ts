/** A symmetric-log axis: linear around zero, logarithmic far from it on both sides, and smooth between. */

export interface SymlogAxis {
  /** Values at the ends. */
  readonly low: number;
  readonly high: number;
  /** Sizes well below this are drawn on a linear scale. */
  readonly linear: number;
  /** Pixels at the ends. */
  readonly from: number;
  readonly to: number;
}

/** The pixel of a value; values beyond the axis go to its ends. */
export function symlogPixel({ low, high, linear, from, to }: SymlogAxis, value: number): number {
  const start = Math.asinh(low / linear);
  const t = (Math.asinh(value / linear) - start) / (Math.asinh(high / linear) - start);
  return from + Math.min(1, Math.max(0, t)) * (to - from);
}

export interface SymlogTick {
  readonly value: number;
  /** -1, 0 or 1; the value is sign x 10^power, or 0. */
  readonly sign: -1 | 0 | 1;
  readonly power: number;
  readonly pixel: number;
}

/**
 * Zero and powers of ten on both sides, at least `gap` pixels apart: every first, second, third ... power, counted
 * so that 1 = 10^0 is among them, and none smaller than ten times `linear`.
 */
export function symlogTicks(axis: SymlogAxis, gap: number): readonly SymlogTick[] {
  const smallest = Math.ceil(Math.log10(axis.linear) + 1 - 1e-9);
  for (let stride = 1; stride < 20; stride++) {
    const ticks: SymlogTick[] = [];
    const add = (sign: -1 | 0 | 1, power: number) => {
      const value = sign * 10 ** power;
      if (value < axis.low || value > axis.high) return;
      ticks.push({ value, sign, power, pixel: symlogPixel(axis, value) });
    };
    const first = Math.ceil(smallest / stride) * stride;
    const last = Math.floor(Math.log10(Math.max(axis.high, -axis.low)) + 1e-9);
    for (let power = last; power >= first; power--) if (power % stride === 0) add(-1, power);
    add(0, 0);
    for (let power = first; power <= last; power++) if (power % stride === 0) add(1, power);
    const crowded = ticks.some((tick, k) => {
      const next = ticks[k + 1];
      return next !== undefined && Math.abs(next.pixel - tick.pixel) < gap;
    });
    if (!crowded) return ticks;
  }
  return [{ value: 0, sign: 0, power: 0, pixel: symlogPixel(axis, 0) }];
}
