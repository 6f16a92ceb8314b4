/** The equation in pictures: neuron i + neuron j = the pair -> a neuron + a gated linear unit. Each picks the surface. */
import { type ReactNode, useRef } from 'react';
import { useStore } from 'zustand';
import type { TermId } from '#math/pair';
import { niceHeight } from '#scene/box';
import type { FigureStore } from '#state/figure-store';
import { readableText } from '#state/number-text';
import { useLive, writeNumber } from '#ui/live';
import { Readout } from '#ui/readout';
import { Formula, Sym } from '#ui/symbol';
import type { ThemeName } from '#ui/theme';
import { valueColours } from './colours';
import { activationOf, coordinatesOf, frameHeight, sameShape, termRange, termsAt } from './model';
import { HALF_WIDTH, type PairSchema, type PairValues } from './schema';
import { paintTerm } from './term-map';
import { text } from './text';

const SIDE = 48;

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
  sum: <Formula>{text.terms.sum}</Formula>,
  limit: <Formula>{text.terms.limit}</Formula>,
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
  difference: <Formula>{text.terms.difference}</Formula>,
};

/** True for the terms drawn on the scale of the pair itself. */
function sharesScale(term: TermId): boolean {
  return term === 'sum' || term === 'limit' || term === 'neuron' || term === 'gated';
}

/** Value of the last colour of a tile. */
function tileRange(values: PairValues, term: TermId): number {
  if (sharesScale(term)) return frameHeight({ ...values, show: 'sum' });
  const { size } = termRange(values, term, values.eps, 8);
  return niceHeight(size);
}

/** All terms as pictures in an equation. */
export function TermTiles({ store, theme }: TermTilesProps) {
  const tile = (term: TermId) => <Tile key={term} store={store} theme={theme} term={term} />;
  return (
    <fieldset className="tiles">
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
        {text.readAt} <Sym name="x1" /> = <Readout store={store} name="x1" value={({ at }) => at[0] ?? 0} />,{' '}
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
    const picture = context.createImageData(SIDE, SIDE);
    const away = values.eps === 0 && values.a !== 0 && (term === 'neuronI' || term === 'neuronJ');
    if (!away) {
      const range = tileRange(values, term);
      const coordinates = coordinatesOf(values);
      paintTerm(picture.data, SIDE, activationOf(values), term, coordinates, valueColours(theme), range);
    }
    context.putImageData(picture, 0, 0);
    element.classList.toggle('tile-away', away);
  });
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
      <span className="tile-formula">{formulas[term]}</span>
      <span className="tile-value">
        <Readout store={store} name={`at-${term}`} value={(values) => termsAt(values)[term]} />
      </span>
    </label>
  );
}

/** The scale of a tile where it differs from that of the pair: the other tiles would be all one colour. */
function Scale({ store, term }: { readonly store: FigureStore<PairSchema>; readonly term: TermId }) {
  const ref = useLive<HTMLSpanElement, PairSchema>(store, (element, values) => {
    const factor = frameHeight({ ...values, show: 'sum' }) / tileRange(values, term);
    const known = Number.isFinite(factor) && values.eps > 0;
    element.hidden = !known || Math.abs(Math.log10(factor)) < 0.05;
    if (element.hidden) return;
    const number = element.firstElementChild;
    if (number instanceof HTMLElement) writeNumber(number, factor >= 1 ? factor : 1 / factor, 2);
    element.title = readableText(factor);
    element.dataset.sign = factor >= 1 ? '×' : '÷';
  });
  if (sharesScale(term)) return null;
  return (
    <span className="tile-scale" ref={ref} hidden>
      <span data-readout={`scale-${term}`} />
    </span>
  );
}
