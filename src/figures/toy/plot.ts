import { fixedText, plainText } from '#state/number-text';
/** What a plot of this figure shows, and where things stand on it. Pure. */

/** One axis. A name may carry subscripts, as in `a_1`. */
export interface Axis {
  readonly kind: 'linear' | 'log';
  readonly low: number;
  readonly high: number;
  readonly name: string;
  /** A symbol is set in italics. */
  readonly symbol?: boolean;
}

export interface PlotMark {
  readonly x: number;
  readonly y: number;
  readonly shape: 'circle' | 'diamond' | 'square' | 'triangle';
  readonly className: string;
  readonly label?: string;
  readonly side?: 'above' | 'below' | 'left' | 'right';
}

export interface PlotSpec {
  readonly x: Axis;
  readonly y: Axis;
  /** A second scale at the right, linear like the left one. */
  readonly right?: Axis;
  /** Stretches of x in a tint. */
  readonly bands?: readonly { readonly from: number; readonly to: number; readonly className: string }[];
  readonly levels?: readonly { readonly y: number; readonly className: string; readonly label?: string }[];
  readonly uprights?: readonly { readonly x: number; readonly className: string }[];
  readonly curves: readonly {
    readonly points: readonly (readonly [number, number])[];
    readonly className: string;
  }[];
  readonly marks?: readonly PlotMark[];
}

/** The drawing's frame in pixels. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Pixel of a value between two ends. */
export function pixelOf({ kind, low, high }: Axis, from: number, to: number, value: number): number {
  const t =
    kind === 'linear'
      ? (value - low) / (high - low)
      : Math.log(Math.max(value, 1e-300) / low) / Math.log(high / low);
  return from + t * (to - from);
}

/** The value at a pixel: the inverse of `pixelOf`. */
export function valueAtPixel({ kind, low, high }: Axis, from: number, to: number, pixel: number): number {
  const t = (pixel - from) / (to - from);
  return kind === 'linear' ? low + t * (high - low) : low * (high / low) ** t;
}

export interface Tick {
  readonly value: number;
  readonly label: string;
  /** An exponent after the label. */
  readonly power?: string;
}

/** Round values along an axis of so many pixels, about `gap` apart. */
export function ticksOf(axis: Axis, length: number, gap: number): readonly Tick[] {
  return axis.kind === 'linear' ? linearTicks(axis, length, gap) : logTicks(axis, length, gap);
}

function linearTicks({ low, high }: Axis, length: number, gap: number): readonly Tick[] {
  const least = ((high - low) * gap) / Math.max(length, 1);
  if (!(least > 0 && Number.isFinite(least))) return [];
  const power = Math.floor(Math.log10(least) + 1e-9);
  const factor = [1, 2, 5, 10].find((candidate) => candidate * 10 ** power >= least * (1 - 1e-9)) ?? 10;
  const step = factor * 10 ** power;
  const decimals = Math.max(0, -power - (factor === 10 ? 1 : 0));
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => {
    const value = Number(((first + k) * step).toFixed(decimals)) + 0;
    return { value, label: fixedText(value, decimals) };
  });
}

function logTicks({ low, high }: Axis, length: number, gap: number): readonly Tick[] {
  const decades = Math.log10(high / low);
  const perDecade = length / decades;
  const digits = perDecade >= 3.4 * gap ? [1, 2, 5] : perDecade >= 2.1 * gap ? [1, 3] : [1];
  const stride = Math.max(1, Math.ceil(gap / perDecade));
  const ticks: Tick[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    if (power % stride !== 0) continue;
    for (const digit of digits) {
      const value = Number(`${digit}e${power}`);
      if (value < low * (1 - 1e-9) || value > high * (1 + 1e-9)) continue;
      if (power >= -2 && power <= 3) ticks.push({ value, label: plainText(value) });
      else
        ticks.push({
          value,
          label: digit === 1 ? '10' : `${digit}·10`,
          power: String(power).replace('-', '−'),
        });
    }
  }
  return ticks;
}

/** A name in pieces: plain and subscript in turn. `a_1 − a_2` and `λ_max`. */
export function namePieces(name: string): readonly { readonly text: string; readonly sub: boolean }[] {
  return name
    .split(/(_[A-Za-z0-9]+)/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece.startsWith('_') ? { text: piece.slice(1), sub: true } : { text: piece, sub: false },
    );
}
