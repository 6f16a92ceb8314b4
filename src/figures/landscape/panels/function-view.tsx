/** The function that a point of the landscape stands for: network, target, residual; pair, limit, their difference. */
import { type ReactNode, useId, useRef, useState } from 'react';
import { type Source, useSource } from '#ui/source';
import { Formula, Sym } from '#ui/symbol';
import type { ThemeName } from '#ui/theme';
import { type FunctionState, HALF, type TileId } from './function-maps';
import { type Buffers, createBuffers, drawFunctions, LARGE_SIDE, TILE_SIDE } from './function-paint';
import { text } from './text';
import '#ui/panel.css';
import './panel.css';
import './function-view.css';

export interface FunctionViewProps {
  /** Gives a new object for every new state. */
  readonly source: Source<FunctionState>;
  readonly theme: ThemeName;
  /** The tile shown large; without it the view keeps its own choice. */
  readonly chosen?: TileId;
  readonly onChoose?: (tile: TileId) => void;
}

const formulas: Readonly<Record<TileId, ReactNode>> = {
  network: 'f(x)',
  target: 'y(x)',
  residual: 'f(x) − y(x)',
  pair: (
    <>
      <Sym name="ai" /> <Sym name="sigma" />(<Sym name="wi" />
      ·x) + <Sym name="aj" /> <Sym name="sigma" />(<Sym name="wj" />
      ·x)
    </>
  ),
  limit: (
    <>
      <Sym name="c" /> <Sym name="sigma" />(<Sym name="w" />
      ·x) + <Sym name="a" /> (<Sym name="delta" />
      ·x) <Sym name="sigma" />
      ′(
      <Sym name="w" />
      ·x)
    </>
  ),
  difference: (
    <>
      ≈ <Sym name="epsilon" />² f₂(x)
    </>
  ),
};

const rows: readonly (readonly [TileId, TileId, TileId])[] = [
  ['network', 'target', 'residual'],
  ['pair', 'limit', 'difference'],
];

/** Six maps, one of them large, and the pair's numbers. */
export function FunctionView({ source, theme, chosen, onChoose }: FunctionViewProps) {
  const [own, setOwn] = useState<TileId>('network');
  const shown = chosen ?? own;
  const name = useId();
  const buffers = useRef<Buffers>(undefined);
  const root = useSource<HTMLElement, FunctionState>(source, (element, state) => {
    element.dataset.state = state ? 'shown' : 'waiting';
    if (!state) return;
    buffers.current ??= createBuffers();
    drawFunctions(element, state, shown, theme, buffers.current);
  });
  const choose = (tile: TileId) => {
    setOwn(tile);
    onChoose?.(tile);
  };
  const tile = (id: TileId) => (
    <label className={id === shown ? 'fn-tile fn-tile-chosen' : 'fn-tile'} data-tile={id} key={id}>
      <input
        className="visually-hidden"
        type="radio"
        name={name}
        value={id}
        checked={id === shown}
        aria-label={text.function.tiles[id]}
        onChange={() => choose(id)}
      />
      <canvas data-part={`map-${id}`} width={TILE_SIDE} height={TILE_SIDE} />
      <span className="fn-name">{text.function.tiles[id]}</span>
      <span className="fn-scale readout" data-part={`scale-${id}`} data-readout={`fn-scale-${id}`} />
    </label>
  );
  return (
    <section className="land-panel fn-view" aria-label={text.function.title} ref={root} data-state="waiting">
      <header className="panel-header">
        <h3>{text.function.title}</h3>
        <p>{text.function.subtitle}</p>
      </header>
      <div className="fn-body">
        <Large chosen={shown} />
        <div className="fn-side">
          <fieldset className="fn-tiles">
            <legend className="visually-hidden">{text.function.choose}</legend>
            {rows.map(([first, second, third]) => (
              <div className="fn-row" key={first}>
                {tile(first)}
                <Sign>−</Sign>
                {tile(second)}
                <Sign>=</Sign>
                {tile(third)}
              </div>
            ))}
          </fieldset>
          <Numbers />
        </div>
      </div>
    </section>
  );
}

function Sign({ children }: { readonly children: ReactNode }) {
  return (
    <span className="fn-sign" aria-hidden="true">
      {children}
    </span>
  );
}

const ticks = [-1, 0, 1] as const;
const signed = (value: number) => String(value).replace('-', '−');

function Large({ chosen }: { readonly chosen: TileId }) {
  return (
    <figure className="fn-large">
      <figcaption>
        <span className="fn-large-name">{text.function.tiles[chosen]}</span>{' '}
        <Formula>{formulas[chosen]}</Formula>
      </figcaption>
      <div className="fn-square">
        <canvas
          data-part="large"
          width={LARGE_SIDE}
          height={LARGE_SIDE}
          role="img"
          aria-label={text.function.tiles[chosen]}
        />
        <svg className="fn-overlay" viewBox="-1 -1 2 2" aria-hidden="true">
          <path className="fn-contour" data-part="contours" />
          <path className="fn-contour fn-contour-zero" data-part="zero-contour" />
          <path className="fn-gate-halo" data-part="gate-halo" />
          <path className="fn-gate" data-part="gate" />
        </svg>
        {ticks.map((tick) => (
          <span key={tick} aria-hidden="true">
            <span className="fn-tick fn-tick-x" style={{ left: `${50 + (50 * tick) / HALF}%` }}>
              {signed(tick)}
            </span>
            <span className="fn-tick fn-tick-y" style={{ top: `${50 - (50 * tick) / HALF}%` }}>
              {signed(tick)}
            </span>
          </span>
        ))}
        <span className="fn-axis fn-axis-x" aria-hidden="true">
          <Sym name="x1" />
        </span>
        <span className="fn-axis fn-axis-y" aria-hidden="true">
          <Sym name="x2" />
        </span>
      </div>
      <div className="fn-legend">
        <span className="readout" data-part="low" />
        <canvas data-part="legend" width={256} height={1} />
        <span className="readout" data-part="high" />
      </div>
      <p className="panel-note fn-caption" data-part="caption">
        {text.function.captions[chosen]}
      </p>
    </figure>
  );
}

function Numbers() {
  const vector = (name: 'wi' | 'wj') => (
    <>
      <dt>
        <Sym name={name} />
      </dt>
      <dd className="fn-vector">
        {[1, 2, 0].map((k) => (
          <span className="readout" data-readout={`fn-${name}-${k}`} key={k} />
        ))}
      </dd>
    </>
  );
  const number = (symbol: ReactNode, name: string) => (
    <>
      <dt>{symbol}</dt>
      <dd>
        <span className="readout" data-readout={`fn-${name}`} />
      </dd>
    </>
  );
  return (
    <dl className="fn-numbers" aria-label={text.function.numbers}>
      <div className="fn-number-row fn-number-vector">{vector('wi')}</div>
      <div className="fn-number-row fn-number-vector">{vector('wj')}</div>
      <div className="fn-number-row">{number(<Sym name="ai" />, 'ai')}</div>
      <div className="fn-number-row">{number(<Sym name="aj" />, 'aj')}</div>
      <div className="fn-number-row">{number(<Sym name="c" />, 'c')}</div>
      <div className="fn-number-row">{number(<Sym name="a" />, 'a')}</div>
      <div className="fn-number-row">{number(<Sym name="epsilon" />, 'eps')}</div>
      <div className="fn-number-row">{number(text.function.loss, 'loss')}</div>
    </dl>
  );
}
