/** The marks of a log-log plot as SVG text: pure, so that plots can be tested without a browser. */
import { plainText } from '#state/number-text';
import { decades, type LogAxis, logPixel } from '#ui/log-plot';

/** One element; numbers are rounded to hundredths of a pixel. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content = '',
): string {
  const list = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? Math.round(100 * value) / 100 : value}"`,
  );
  return `<${name}${list.join('')}>${content}</${name}>`;
}

/** Where the axes of a plot are, in pixels. */
export interface PlotFrame {
  readonly x: LogAxis;
  readonly y: LogAxis;
}

export interface LogTick {
  readonly value: number;
  readonly pixel: number;
  /** Text, or an exponent of ten after it. */
  readonly label: string;
  readonly power?: number;
}

/** Axes shorter than this many decades have other marks than powers of ten. */
const SHORT = 1.6;

/** Powers of ten, on short axes 1, 2 and 5 times those; at most `most`. */
export function logTicks(axis: LogAxis, most: number): readonly LogTick[] {
  if (axis.high - axis.low > SHORT) {
    return decades(axis, most).map((power) => {
      const value = 10 ** power;
      const pixel = logPixel(axis, value);
      return power === 0 || power === 1
        ? { value, pixel, label: plainText(value) }
        : { value, pixel, label: '10', power };
    });
  }
  const ticks: LogTick[] = [];
  for (let power = Math.floor(axis.low); power <= axis.high; power++) {
    for (const digit of [1, 2, 5]) {
      const value = Number(`${digit}e${power}`);
      const at = Math.log10(value);
      if (at < axis.low - 1e-9 || at > axis.high + 1e-9) continue;
      ticks.push({ value, pixel: logPixel(axis, value), label: plainText(value) });
    }
  }
  const stride = Math.ceil(ticks.length / most);
  return ticks.filter((_, k) => k % stride === 0);
}

/** How many marks at least so many pixels apart have room along a vertical axis. */
export function marksAlong({ from, to }: LogAxis, gap: number): number {
  return Math.max(2, Math.min(9, Math.floor((from - to) / gap)));
}

function tickText({ label, power }: LogTick): string {
  if (power === undefined) return label;
  return `${label}<tspan class="ride-power" dy="-0.5em">${String(power).replace('-', '−')}</tspan>`;
}

/** Grid lines and labels of the vertical axis, base line, ticks and labels of the horizontal one. */
export function axesMarkup(
  { x, y }: PlotFrame,
  { bottom = 6, left = 5 }: { readonly bottom?: number; readonly left?: number } = {},
): string {
  const leftTicks = logTicks(y, left).map((tick) =>
    [
      tag('line', { class: 'ride-grid', x1: x.from, x2: x.to, y1: tick.pixel, y2: tick.pixel }),
      tag('text', { class: 'axis-tick ride-tick-left', x: x.from - 7, y: tick.pixel }, tickText(tick)),
    ].join(''),
  );
  const bottomTicks = logTicks(x, bottom).map((tick) =>
    [
      tag('line', { class: 'ride-axis', x1: tick.pixel, x2: tick.pixel, y1: y.from, y2: y.from + 4 }),
      tag('text', { class: 'axis-tick', x: tick.pixel, y: y.from + 15 }, tickText(tick)),
    ].join(''),
  );
  const base = tag('line', { class: 'ride-axis', x1: x.from, x2: x.to, y1: y.from, y2: y.from });
  return [...leftTicks, base, ...bottomTicks].join('');
}

/** A path of straight pieces through points in the units of the axes; what is not positive and finite breaks it. */
export function curvePath({ x, y }: PlotFrame, points: readonly (readonly [number, number])[]): string {
  let path = '';
  let pen = false;
  for (const [u, v] of points) {
    if (!(u > 0 && v > 0 && Number.isFinite(u) && Number.isFinite(v))) {
      pen = false;
      continue;
    }
    path += `${pen ? 'L' : 'M'}${logPixel(x, u).toFixed(2)} ${logPixel(y, v).toFixed(2)}`;
    pen = true;
  }
  return path;
}

/** The whole of a path that a curve would draw outside the vertical axis is cut off by this many places. */
export function clipped(
  { y }: Pick<PlotFrame, 'y'>,
  points: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const [low, high] = [10 ** y.low, 10 ** y.high];
  return points.map(([u, v]) => [u, v >= low && v <= high ? v : Number.NaN] as const);
}

/** Numbers evenly spaced in their logarithm, both ends included. */
export function logSpaced(low: number, high: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, k) => low * (high / low) ** (k / (count - 1)));
}
