/** Eigenvalues along the saddle line: which directions fall away from it, where, and how steeply. */
import { readableText } from '#state/number-text';
import { setAttributes, writeNumber } from '#ui/live';
import { pathThrough } from '#ui/log-plot';
import { type Source, useSource } from '#ui/source';
import { pool } from '#ui/svg';
import { type LinearAxis, linearPixel, linearTicks } from './linear-axis';
import {
  type CurvePoint,
  cleanSpectrum,
  curvePieces,
  eigenvaluesAt,
  inertia,
  type Spectrum,
  spectrumWithin,
} from './spectrum-curves';
import { drawBottomTicks, drawLeftTicks, fitToPixels, svgPart } from './svg-axes';
import { type SymlogAxis, symlogPixel, symlogTicks } from './symlog';
import { text } from './text';
import '#ui/panel.css';
import './panel.css';
import './plots.css';

/** A spectrum (gammas ascending, 0 and 1 among them for the zeros to show) and the current gamma. */
export interface SpectrumState extends Spectrum {
  readonly gamma: number;
}

export interface SpectrumPlotProps {
  readonly source: Source<SpectrumState>;
}

/** Gammas shown. */
const LOW = -1;
const HIGH = 3;

/** Pixels, unless a style sheet gives it less. */
const HEIGHT = 312;
const TOP = 30;
/** Below the plot, for its axis. */
const FOOT = 40;
const LEFT = 52;
const RIGHT_MARGIN = 14;
/** Eigenvalues well below this look like 0. */
const LINEAR = 1e-6;

interface Drawn {
  eigenvalues: Float64Array | undefined;
  width: number;
  height: number;
  clean: Spectrum;
}
const drawn = new WeakMap<Element, Drawn>();

function axesFor(width: number, height: number, { eigenvalues }: Spectrum): { x: LinearAxis; y: SymlogAxis } {
  let low = 0;
  let high = 0;
  for (const value of eigenvalues) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return {
    x: { low: LOW, high: HIGH, from: LEFT, to: width - RIGHT_MARGIN },
    y: {
      low: Math.min(8 * low, -10 * LINEAR),
      high: Math.max(3 * high, 100 * LINEAR),
      linear: LINEAR,
      from: height - FOOT,
      to: TOP,
    },
  };
}

function drawCurves(svg: SVGSVGElement, spectrum: Spectrum, x: LinearAxis, y: SymlogAxis): void {
  const path = (pieces: readonly CurvePoint[][]) =>
    pieces
      .map((piece) =>
        pathThrough(piece.map(([gamma, value]) => [linearPixel(x, gamma), symlogPixel(y, value)])),
      )
      .join('');
  let positive = '';
  let negative = '';
  for (let k = 0; k < spectrum.size; k++) {
    const pieces = curvePieces(spectrum, k);
    positive += path(pieces.positive);
    negative += path(pieces.negative);
  }
  svgPart(svg, 'positive')?.setAttribute('d', positive);
  svgPart(svg, 'negative')?.setAttribute('d', negative);
  const zero = svgPart(svg, 'zero');
  const level = symlogPixel(y, 0).toFixed(1);
  if (zero) setAttributes(zero, { x1: String(x.from), x2: String(x.to), y1: level, y2: level });
  const downhill = svgPart(svg, 'downhill');
  if (downhill) {
    // Beside the lowest curve's right end: above it where there is room below zero, else under it.
    const lowest = spectrum.eigenvalues[(spectrum.gammas.length - 1) * spectrum.size] ?? 0;
    const [curve, nought] = [symlogPixel(y, lowest), symlogPixel(y, 0)];
    const height = lowest < 0 && curve - nought > 30 ? curve - 13 : curve + 14;
    setAttributes(downhill, { x: String(x.to - 8), y: height.toFixed(1) });
    downhill.setAttribute('visibility', negative === '' ? 'hidden' : 'visible');
  }
  const ends = svgPart(svg, 'ends');
  if (!ends) return;
  pool<SVGGElement>(ends, 'g', 2).forEach((item, k) => {
    if (item.childElementCount === 0) {
      item.innerHTML = '<line class="land-end-line"/><circle class="land-end" r="4.5"/>';
    }
    const [line, circle] = item.children;
    const at = linearPixel(x, k).toFixed(1);
    if (line) setAttributes(line, { x1: at, x2: at, y1: String(TOP), y2: String(y.from) });
    if (circle) setAttributes(circle, { cx: at, cy: level });
  });
}

function drawAxes(svg: SVGSVGElement, x: LinearAxis, y: SymlogAxis): void {
  const left = symlogTicks(y, 19).map(({ pixel, sign, power }) => {
    const front = sign < 0 ? '−' : '';
    if (sign === 0 || power === 0) return { pixel, label: sign === 0 ? '0' : `${front}1` };
    return { pixel, label: `${front}10`, power: String(power).replace('-', '−') };
  });
  drawLeftTicks(svg, left, x.from, x.to);
  drawBottomTicks(svg, linearTicks(x, 0.22 * (x.to - x.from)), x.from, x.to, y.from);
  const gamma = svgPart(svg, 'gamma-symbol');
  if (gamma) setAttributes(gamma, { x: String((x.from + x.to) / 2), y: String(y.from + FOOT - 8) });
}

function drawHere(
  svg: SVGSVGElement,
  values: Float64Array,
  gamma: number,
  x: LinearAxis,
  y: SymlogAxis,
): void {
  const beyond = gamma > x.high ? 1 : gamma < x.low ? -1 : 0;
  const at = Math.min(x.to, Math.max(x.from, linearPixel(x, gamma)));
  const line = svgPart(svg, 'here');
  if (line) {
    setAttributes(line, { x1: at.toFixed(1), x2: at.toFixed(1), y1: String(TOP - 6), y2: String(y.from) });
  }
  const label = svgPart(svg, 'here-label');
  if (label) {
    const anchor = at > x.to - 40 ? 'end' : at < x.from + 40 ? 'start' : 'middle';
    setAttributes(label, { x: at.toFixed(1), y: '14', 'text-anchor': anchor });
    const shown = readableText(gamma);
    label.textContent = beyond > 0 ? `γ = ${shown} →` : beyond < 0 ? `← γ = ${shown}` : `γ = ${shown}`;
  }
  const points = svgPart(svg, 'points');
  if (!points) return;
  const negative = beyond === 0 ? [...values].filter((value) => value < 0) : [];
  pool<SVGCircleElement>(points, 'circle', negative.length).forEach((circle, k) => {
    setAttributes(circle, {
      class: 'land-point',
      r: '4.5',
      cx: at.toFixed(1),
      cy: symlogPixel(y, negative[k] as number).toFixed(1),
    });
  });
}

/** Zeros at gamma besides the one along the line. */
function zerosAt(spectrum: Spectrum, gamma: number): number {
  return Math.max(0, inertia(eigenvaluesAt(spectrum, gamma)).zero - 1);
}

function draw(section: Element, state: SpectrumState | undefined): void {
  const svg = section.querySelector('svg');
  section.setAttribute('data-state', state ? 'shown' : 'waiting');
  if (!svg || !state || state.gammas.length === 0) return;
  const height = Math.round(svg.clientHeight) || HEIGHT;
  const width = fitToPixels(svg, height);
  const before = drawn.get(svg);
  const same =
    before?.eigenvalues === state.eigenvalues && before.width === width && before.height === height;
  const clean = before?.eigenvalues === state.eigenvalues ? before.clean : cleanSpectrum(state);
  const visible = spectrumWithin(clean, LOW, HIGH);
  const { x, y } = axesFor(width, height, visible);
  if (!same) {
    drawn.set(svg, { eigenvalues: state.eigenvalues, width, height, clean });
    drawAxes(svg, x, y);
    drawCurves(svg, visible, x, y);
    const note = section.querySelector('[data-part="note"]');
    if (note) note.textContent = text.spectrum.note(zerosAt(clean, 0), zerosAt(clean, 1));
  }
  const values = eigenvaluesAt(clean, state.gamma);
  drawHere(svg, values, state.gamma, x, y);
  const { negative, zero } = inertia(values);
  const words =
    text.spectrum.here(readableText(state.gamma)) + text.spectrum.counts(negative, Math.max(0, zero - 1));
  const count = section.querySelector<HTMLElement>('[data-readout="spectrum-negative"]');
  if (count) {
    count.dataset.value = String(negative);
    count.textContent = `${words}.`;
  }
  const lowest = section.querySelector<HTMLElement>('[data-readout="spectrum-lowest"]');
  const known = state.gamma >= (clean.gammas[0] ?? 0) && state.gamma <= (clean.gammas.at(-1) ?? 0);
  if (lowest) writeNumber(lowest, known ? (values[0] ?? Number.NaN) : Number.NaN);
  section.querySelector('[data-part="lowest"]')?.toggleAttribute('hidden', !known);
  svg.setAttribute('aria-label', `${text.spectrum.title}. ${words}.`);
}

/** The spectrum along the saddle line. */
export function SpectrumPlot({ source }: SpectrumPlotProps) {
  const root = useSource<HTMLElement, SpectrumState>(source, draw, true);
  return (
    <section className="land-panel" aria-label={text.spectrum.title} ref={root} data-state="waiting">
      <header className="panel-header">
        <h3>{text.spectrum.title}</h3>
        <p>{text.spectrum.subtitle}</p>
      </header>
      <p className="land-sentence">
        <span data-readout="spectrum-negative" />
      </p>
      <svg
        className="land-plot"
        height={HEIGHT}
        viewBox={`0 0 460 ${HEIGHT}`}
        role="img"
        aria-label={text.spectrum.title}
      >
        <g data-part="left-ticks" />
        <g data-part="bottom-ticks" />
        <line className="land-axis" data-part="base" />
        <text className="axis-symbol" x={LEFT - 14} y={12}>
          λ
        </text>
        <text className="axis-symbol" data-part="gamma-symbol" data-symbol="gamma">
          γ
        </text>
        <line className="land-zero" data-part="zero" />
        <path className="land-curve" data-part="positive" />
        <path className="land-curve land-negative" data-part="negative" />
        <g data-part="ends" />
        <text className="land-label land-downhill" data-part="downhill">
          {text.spectrum.downhill}
        </text>
        <line className="land-here" data-part="here" />
        <g data-part="points" />
        <text className="land-label land-here-label" data-part="here-label" />
      </svg>
      <p className="panel-note">
        <span data-part="lowest">
          {text.spectrum.lowest} <span className="readout" data-readout="spectrum-lowest" />.{' '}
        </span>
        <span data-part="note" />
      </p>
    </section>
  );
}
