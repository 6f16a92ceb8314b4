/** Scales: from values to pixels and back, with round ticks. An axis is a scale that does not know its pixels yet. */
import { type ScaleContinuousNumeric, scaleLinear, scaleLog, scaleSymlog } from 'd3-scale';
import { linearTicks, logTicks, symlogTicks, type Tick } from './ticks';

/** A scale between two pixels. */
export interface Scale {
  /** The pixel of a value, to the hundredth; values beyond the domain lie beyond its ends, NaN where there is none. */
  readonly at: (value: number) => number;
  /** The value at a pixel. */
  readonly valueAt: (pixel: number) => number;
  readonly domain: readonly [number, number];
  /** Pixels at the ends of the domain. */
  readonly from: number;
  readonly to: number;
  /** At most so many ticks, at least so many pixels apart. */
  readonly ticks: (most: number, gap: number) => readonly Tick[];
}

export interface AxisOptions {
  /** What stands at the end of the axis (see `plotText`). */
  readonly title?: string;
  /** A value without a place on the scale, such as infinity on a logarithmic one: it stands past a gap. */
  readonly limit?: { readonly value: number; readonly label: string };
}

export interface Axis extends AxisOptions {
  readonly scale: (from: number, to: number) => Scale;
}

/** Pixels from the end of a scale to its limit. */
export const LIMIT_GAP = 20;

type Domain = readonly [number, number];
type TicksOf = (domain: Domain, most: number) => readonly Tick[];

const inHundredths = (pixel: number) => Math.round(100 * pixel) / 100;

/** Fewer and fewer ticks, until they are far enough from each other. */
function spaced(make: (most: number) => readonly Tick[], at: Scale['at'], most: number, gap: number) {
  for (let count = most; count > 1; count--) {
    const ticks = make(count);
    const pixels = ticks.map(({ value }) => at(value));
    const isWide = pixels.every((pixel, k) => k === 0 || Math.abs(pixel - (pixels[k - 1] ?? 0)) >= gap);
    if (ticks.length <= most && isWide) return ticks;
  }
  return make(1).slice(0, 1);
}

function axis(
  make: () => ScaleContinuousNumeric<number, number>,
  domain: Domain,
  ticksOf: TicksOf,
  options: AxisOptions = {},
): Axis {
  const { limit } = options;
  return {
    ...options,
    scale: (from, to) => {
      const scale = make().domain(domain).range([from, to]);
      const at = (value: number) =>
        value === limit?.value ? to + Math.sign(to - from) * LIMIT_GAP : inHundredths(scale(value));
      return {
        at,
        valueAt: (pixel) => scale.invert(pixel),
        domain,
        from,
        to,
        ticks: (most, gap) => spaced((count) => ticksOf(domain, count), at, most, gap),
      };
    },
  };
}

/** Equal steps for equal differences. */
export function linear(domain: Domain, options?: AxisOptions): Axis {
  return axis(scaleLinear, domain, linearTicks, options);
}

/** Equal steps for equal ratios; both ends of the domain are positive. */
export function log(domain: Domain, options?: AxisOptions): Axis {
  return axis(scaleLog, domain, logTicks, options);
}

/** Logarithmic on both sides of zero; sizes well below `constant` are linear. */
export function symlog(domain: Domain, constant: number, options?: AxisOptions): Axis {
  return axis(
    () => scaleSymlog().constant(constant),
    domain,
    (ends, most) => symlogTicks(ends, constant, most),
    options,
  );
}

/** A row for each name, the first at 0, from the lower end upwards. */
export function categories(names: readonly string[], options?: AxisOptions): Axis {
  const rows = names.map((label, value) => ({ value, label }));
  const rowsAxis = axis(scaleLinear, [-0.5, names.length - 0.5], () => rows, options);
  // A row without its name would say nothing.
  return { ...rowsAxis, scale: (from, to) => ({ ...rowsAxis.scale(from, to), ticks: () => rows }) };
}
