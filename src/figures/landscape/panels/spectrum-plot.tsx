/** Eigenvalues along the saddle line: which directions fall away from it, where, and how steeply. */
import type { PlotSpec } from '#plot/frame';
import { line } from '#plot/line';
import { Plot } from '#plot/plot';
import { points } from '#plot/points';
import { rule } from '#plot/rule';
import { linear, symlog } from '#plot/scale';
import { readableText } from '#state/number-text';
import { writeNumber, writeWords } from '#ui/live';
import { type Source, useSource } from '#ui/source';
import {
  type CurvePoint,
  cleanSpectrum,
  curvePieces,
  eigenvaluesAt,
  inertia,
  type Spectrum,
  spectrumWithin,
} from './spectrum-curves';
import { text } from './text';
import './panel.css';

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
const HEIGHT = 312;
/** Eigenvalues well below this look like 0. */
const LINEAR = 1e-6;

/** What stays while gamma changes. */
function prepare(state: Spectrum) {
  const clean = cleanSpectrum(state);
  const visible = spectrumWithin(clean, LOW, HIGH);
  const low = visible.eigenvalues.reduce((least, value) => Math.min(least, value), 0);
  const high = visible.eigenvalues.reduce((most, value) => Math.max(most, value), 0);
  const pieces = Array.from({ length: visible.size }, (_, k) => curvePieces(visible, k));
  // Pieces are parted by a point that has no place.
  const joined = (ways: readonly CurvePoint[][]) => ways.flatMap((way) => [...way, [NaN, NaN] as const]);
  const negative = joined(pieces.flatMap((piece) => piece.negative));
  const lowest = visible.eigenvalues[(visible.gammas.length - 1) * visible.size] ?? 0;
  return {
    clean,
    axes: {
      x: linear([LOW, HIGH], { title: '{gamma}' }),
      y: symlog([Math.min(8 * low, -10 * LINEAR), Math.max(3 * high, 100 * LINEAR)], LINEAR, {
        title: '{λ}',
      }),
    },
    top: Math.max(3 * high, 100 * LINEAR),
    marks: [
      rule({ y: 0, colour: 'axis', width: 1.5 }),
      line(joined(pieces.flatMap((piece) => piece.positive)), { colour: 'axis', width: 1.2 }),
      line(negative, { colour: 'saddleLine', width: 3, name: 'negative' }),
      ...[0, 1].map((x) => rule({ x, colour: 'axis', dash: 'dotted' })),
      points([0, 1].map((x) => ({ x, y: 0, isHollow: true, radius: 4.5 }))),
    ],
    labels:
      negative.length > 0
        ? ([
            { x: HIGH, y: lowest, text: text.spectrum.downhill, colour: 'saddleLine', side: 'aboveLeft' },
          ] as const)
        : [],
  };
}

const prepared = new WeakMap<Float64Array, ReturnType<typeof prepare>>();

function preparedFor(state: Spectrum) {
  const found = prepared.get(state.eigenvalues) ?? prepare(state);
  prepared.set(state.eigenvalues, found);
  return found;
}

/** The plot. */
export function spectrumPlot(state: SpectrumState): PlotSpec {
  const { clean, axes, top, marks, labels } = preparedFor(state);
  const { gamma } = state;
  const isInside = gamma >= LOW && gamma <= HIGH;
  const x = Math.min(HIGH, Math.max(LOW, gamma));
  const named = `{gamma} = ${readableText(gamma)}`;
  const here = gamma > HIGH ? `${named} →` : gamma < LOW ? `← ${named}` : named;
  const negative = isInside ? [...eigenvaluesAt(clean, gamma)].filter((value) => value < 0) : [];
  return {
    ...axes,
    marks: [
      ...marks,
      rule({ x, width: 1.5, name: 'here' }),
      points(negative.map((y) => ({ x, y, colour: 'saddleLine', radius: 4.5 }))),
    ],
    labels: [{ x, y: top, text: here, colour: 'ink', isStrong: true, side: 'above' }, ...labels],
  };
}

/** What the eigenvalues at the current gamma say. */
function read(state: SpectrumState) {
  const { clean } = preparedFor(state);
  const values = eigenvaluesAt(clean, state.gamma);
  const { negative, zero } = inertia(values);
  const counts = text.spectrum.counts(negative, Math.max(0, zero - 1));
  const isKnown = state.gamma >= (clean.gammas[0] ?? 0) && state.gamma <= (clean.gammas.at(-1) ?? 0);
  return {
    negative,
    words: `${text.spectrum.here(readableText(state.gamma))}${counts}.`,
    lowest: isKnown ? (values[0] ?? Number.NaN) : undefined,
  };
}

/** Zeros at gamma besides the one along the line. */
function zerosAt(spectrum: Spectrum, gamma: number): number {
  return Math.max(0, inertia(eigenvaluesAt(spectrum, gamma)).zero - 1);
}

function write(section: Element, state: SpectrumState | undefined): void {
  section.setAttribute('data-state', state ? 'shown' : 'waiting');
  if (!state || state.gammas.length === 0) return;
  const { clean } = preparedFor(state);
  const { negative, words, lowest } = read(state);
  const count = section.querySelector<HTMLElement>('[data-readout="spectrum-negative"]');
  if (count) {
    count.dataset.value = String(negative);
    writeWords(count, words);
  }
  const least = section.querySelector<HTMLElement>('[data-readout="spectrum-lowest"]');
  if (least) writeNumber(least, lowest ?? Number.NaN);
  section.querySelector('[data-part="lowest"]')?.toggleAttribute('hidden', lowest === undefined);
  const note = section.querySelector('[data-part="note"]');
  if (note) note.textContent = text.spectrum.note(zerosAt(clean, 0), zerosAt(clean, 1));
}

/** The spectrum along the saddle line. */
export function SpectrumPlot({ source }: SpectrumPlotProps) {
  const { title, subtitle, lowest } = text.spectrum;
  const root = useSource<HTMLElement, SpectrumState>(source, write);
  return (
    <section className="land-panel" aria-label={title} ref={root} data-state="waiting">
      <header className="panel-header">
        <h3>{title}</h3>
        <p>{subtitle}</p>
      </header>
      <p className="land-sentence">
        <span data-readout="spectrum-negative" />
      </p>
      <Plot
        source={source}
        spec={spectrumPlot}
        height={HEIGHT}
        label={(state) => (state ? `${title}. ${read(state).words}` : title)}
      />
      <p className="land-note">
        <span data-part="lowest">
          {lowest} <span className="readout" data-readout="spectrum-lowest" />.{' '}
        </span>
        <span data-part="note" />
      </p>
    </section>
  );
}
