/** The equation in pictures: neuron i + neuron j = the pair -> a neuron + a gated linear unit. Each picks the surface. */

import { type ReactNode, useRef } from 'react';
import { useStore } from 'zustand';
import { HALF_WIDTH } from '#math/network/inputs';
import { isInfinite, type TermId } from '#math/pair/pair';
import { paintTerm } from '#pair/term-map';
import type { FigureStore } from '#state/figure-store';
import { exponentText, fixedText, numberSeparator, plainText } from '#state/number-text';
import { isLocked, useFigureSettings } from '#ui/figure-context';
import { divergingColours } from '#ui/heatmap';
import { useLive, writeNumber, writeWords } from '#ui/live';
import { Readout } from '#ui/readout';
import { Formula, Sym } from '#ui/symbol';
import type { ThemeName } from '#ui/theme';
import {
  activationOf,
  coordinatesOf,
  differenceMagnification,
  neuronReduction,
  pairHeight,
  sameShape,
  termsAt,
} from './model';
import type { PairSchema, PairValues } from './schema';
import { text } from './text';
import './term-tiles.css';

/** Pixels a side; ReLU's edges are sharp and its values cheap. */
const SIDE = 48;
const SHARP_SIDE = 96;

interface TermTilesProps {
  readonly store: FigureStore<PairSchema>;
  readonly theme: ThemeName;
}

const formulas: Readonly<Record<TermId, ReactNode>> = {
  neuronI: (
    <Formula>
      <Sym name="ai" /> <Sym name="sigma" />(<Sym name="wi" />
      ·x)
    </Formula>
  ),
  neuronJ: (
    <Formula>
      <Sym name="aj" /> <Sym name="sigma" />(<Sym name="wj" />
      ·x)
    </Formula>
  ),
  sum: null,
  limit: null,
  neuron: (
    <Formula>
      <Sym name="c" /> <Sym name="sigma" />(<Sym name="w" />
      ·x)
    </Formula>
  ),
  gated: (
    <Formula>
      <Sym name="a" /> (<Sym name="delta" />
      ·x) <Sym name="sigma" />
      ′(
      <Sym name="w" />
      ·x)
    </Formula>
  ),
  difference: null,
};

/** How many times a tile's colours are weaker (above 1) or stronger than those of the pair. */
function tileReduction(values: PairValues, term: TermId): number {
  if (term === 'neuronI' || term === 'neuronJ') return neuronReduction(values);
  return term === 'difference' ? 1 / differenceMagnification(values) : 1;
}

/** Decimals with which the numbers of one row of the equation add up to the eye: four digits of the result. */
function rowDecimals(result: number): number {
  if (!(Math.abs(result) > 0)) return 3;
  return Math.min(6, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(result)))));
}

const LONGEST = 12;

function writeTileValue(element: HTMLElement, values: PairValues, term: TermId): void {
  const found = termsAt(values);
  const value = found[term];
  const isNear = term === 'sum' || term === 'neuronI' || term === 'neuronJ';
  const fixed = fixedText(value, rowDecimals(isNear ? found.sum : found.limit));
  if (term === 'difference' || !Number.isFinite(value) || fixed.length > LONGEST) {
    writeNumber(element, value);
    return;
  }
  element.dataset.value = String(value);
  element.dataset.shown = fixed;
  element.textContent = fixed;
}

/** All terms as pictures in an equation. */
export function TermTiles({ store, theme }: TermTilesProps) {
  const locked = isLocked(useFigureSettings(), store, 'show');
  const tile = (term: TermId) => <Tile key={term} store={store} theme={theme} term={term} />;
  return (
    <fieldset className="tiles" disabled={locked}>
      <legend className="visually-hidden">{text.show.label}</legend>
      <div className="tile-row">
        {tile('neuronI')}
        <Sign>+</Sign>
        {tile('neuronJ')}
        <Sign>=</Sign>
        {tile('sum')}
      </div>
      <div className="tile-arrow" aria-hidden="true">
        <Formula>
          <Sym name="epsilon" /> → 0
        </Formula>
        <svg viewBox="0 0 48 10" width="48" height="10" aria-hidden="true">
          <path d="M0 5h44M39 1l5 4-5 4" fill="none" stroke="currentColor" strokeWidth="1.2" />
        </svg>
      </div>
      <div className="tile-row">
        {tile('limit')}
        <Sign>=</Sign>
        {tile('neuron')}
        <Sign>+</Sign>
        {tile('gated')}
      </div>
      <div className="tile-row tile-row-difference">{tile('difference')}</div>
      <p className="tiles-point">
        {text.readAt} <Sym name="x1" /> = <Readout store={store} name="x1" value={({ at }) => at[0] ?? 0} />
        {numberSeparator()}
        <Sym name="x2" /> = <Readout store={store} name="x2" value={({ at }) => at[1] ?? 0} /> ({text.readHow}
        )
      </p>
    </fieldset>
  );
}

function Sign({ children }: { readonly children: ReactNode }) {
  return (
    <span className="tile-sign" aria-hidden="true">
      {children}
    </span>
  );
}

function Tile({ store, theme, term }: TermTilesProps & { readonly term: TermId }) {
  const chosen = useStore(store.api, (state) => state.values.show === term);
  const painted = useRef<{ values: PairValues; canvas: HTMLCanvasElement }>(undefined);
  const canvas = useLive<HTMLCanvasElement, PairSchema>(store, (element, values) => {
    const context = element.getContext('2d');
    const last = painted.current;
    if (!context || (last?.canvas === element && sameShape(last.values, values))) return;
    painted.current = { values, canvas: element };
    const activation = activationOf(values);
    const side = activation.smooth ? SIDE : SHARP_SIDE;
    element.width = side;
    element.height = side;
    const picture = context.createImageData(side, side);
    const away = isInfinite(term, coordinatesOf(values));
    if (!away) {
      const range = pairHeight(values) * tileReduction(values, term);
      paintTerm(picture.data, side, {
        activation,
        term,
        coordinates: coordinatesOf(values),
        half: HALF_WIDTH,
        table: divergingColours(theme),
        range,
      });
    }
    context.putImageData(picture, 0, 0);
    element.classList.toggle('tile-away', away);
  });
  const value = useLive<HTMLSpanElement, PairSchema>(store, (element, values) =>
    writeTileValue(element, values, term),
  );
  const dot = useLive<HTMLSpanElement, PairSchema>(store, (element, { at }) => {
    element.style.left = `${50 + (50 * (at[0] ?? 0)) / HALF_WIDTH}%`;
    element.style.top = `${50 - (50 * (at[1] ?? 0)) / HALF_WIDTH}%`;
  });
  return (
    <label className={chosen ? 'tile tile-chosen' : 'tile'} data-term={term} title={text.terms[term]}>
      <input
        className="visually-hidden"
        type="radio"
        name="show"
        value={term}
        checked={chosen}
        aria-label={text.terms[term]}
        data-param="show"
        onChange={() => store.set({ show: term })}
      />
      <span className="tile-picture">
        <canvas ref={canvas} width={SIDE} height={SIDE} key={theme} />
        <span className="tile-infinite" aria-hidden="true">
          ±∞
        </span>
        <span className="tile-dot" ref={dot} />
        <Scale store={store} term={term} />
      </span>
      <span className="tile-name">{text.terms[term]}</span>
      <span className="tile-formula">{formulas[term]}</span>
      <span className="tile-value">
        <span className="readout" data-readout={`at-${term}`} ref={value} />
      </span>
    </label>
  );
}

/** The scale of a tile where it differs from that of the pair: the other tiles would be all one colour. */
function Scale({ store, term }: { readonly store: FigureStore<PairSchema>; readonly term: TermId }) {
  const ref = useLive<HTMLSpanElement, PairSchema>(store, (element, values) => {
    const reduction = tileReduction(values, term);
    element.hidden = reduction === 1 || isInfinite(term, coordinatesOf(values));
    const factor = reduction > 1 ? reduction : 1 / reduction;
    const rounded = Number(factor.toPrecision(1));
    const whole = rounded < 1e4 ? plainText(rounded) : exponentText(rounded);
    element.dataset.value = String(reduction);
    writeWords(element, `${text.colours} ${reduction > 1 ? '÷' : '×'} ${whole}`);
  });
  if (term !== 'neuronI' && term !== 'neuronJ' && term !== 'difference') return null;
  return <span className="tile-scale" ref={ref} data-readout={`scale-${term}`} hidden />;
}
