/** The figure `pair`: two neurons become a neuron plus a gated linear unit. */
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { FigureProps } from '#figures/figure';
import { activationIds, activations } from '#math/activation/activation';
import { EpsilonBar } from '#pair/epsilon-bar';
import { EpsilonReadout } from '#pair/epsilon-readout';
import { PairFormula } from '#pair/pair-formula';
import type { FigureStore } from '#state/figure-store';
import { defaults } from '#state/schema';
import { Select, Switch } from '#ui/choice';
import { FigureShell, isLocked, Part, useFigureSettings } from '#ui/figure-context';
import { FigureDescription } from '#ui/figure-description';
import { FigureHead } from '#ui/figure-head';
import { useReady } from '#ui/figure-root';
import { FigureToolbar } from '#ui/figure-toolbar';
import { NumberControl } from '#ui/number-control';
import { PresetPicker } from '#ui/preset-picker';
import { sourceFrom } from '#ui/source';
import { Formula, Sym } from '#ui/symbol';
import { describePair, pairData } from './describe';
import { ErrorView } from './error-view';
import {
  aHandle,
  biasHandle,
  cHandle,
  deltaBiasHandle,
  directionHandle,
  gapHandle,
  lengthHandle,
  wDirectionHandle,
} from './handles';
import { coordinatesOf, shapeKey } from './model';
import { type PairSchema, pairSchema, presets } from './schema';
import { SurfaceView } from './surface-view';
import { TermTiles } from './term-tiles';
import { text } from './text';
import { WeightsView } from './weights-view';
import './pair.css';

const activationOptions = activationIds.map((id) => ({ id, label: activations[id].name }));

/** The figure with all its views and controls. */
export default function PairFigure({ store, theme, prefix }: FigureProps<PairSchema>) {
  const root = useRef<HTMLElement>(null);
  const onFrame = useReady(root);
  const coordinates = useMemo(() => sourceFrom([store.api], () => coordinatesOf(store.values())), [store]);
  return (
    <FigureShell id="pair" prefix={prefix} store={store} root={root}>
      <section className="pair" ref={root} data-figure="pair" data-ready="false" aria-label={text.title}>
        {/* Leading its page, the figure stands below the page's own headline. */}
        <FigureHead title={text.title} quiet={prefix === ''}>
          <EpsilonReadout store={store} />
        </FigureHead>
        <div className="pair-top">
          <Select store={store} param="act" label={text.act.label} options={activationOptions} />
          <PresetPicker
            store={store}
            presets={presets}
            start={(values) => ({ ...defaults(pairSchema), cam: store.values().cam, ...values })}
            lasts={(values, preset) => shapeKey(values) === shapeKey({ ...defaults(pairSchema), ...preset })}
          />
          <Part name="limit" label={text.toLimit.legend}>
            <LimitSwitch store={store} />
          </Part>
          <Switch store={store} param="sheets" label={text.sheets.label} />
        </div>
        <div className="pair-views">
          <SurfaceView store={store} theme={theme} onFrame={onFrame} />
          <Part name="weights" label={text.weights.title}>
            <WeightsView store={store} />
          </Part>
        </div>
        <EpsilonBar store={store}>
          {/* a_i - a_j, the second grip on epsilon. */}
          <NumberControl store={store} handle={gapHandle} colour="var(--a)">
            <Formula>
              <Sym name="ai" /> − <Sym name="aj" />
            </Formula>
          </NumberControl>
        </EpsilonBar>
        <Part name="formula" level="view" label={text.parts.formula}>
          <PairFormula source={coordinates} />
        </Part>
        <Part name="tiles" label={text.parts.tiles}>
          <TermTiles store={store} theme={theme} />
        </Part>
        <div className="pair-bottom">
          <Part name="sliders" label={text.parts.sliders}>
            <Controls store={store} />
          </Part>
          <Part name="errors" label={text.error.title}>
            <ErrorView store={store} />
          </Part>
        </div>
        <FigureToolbar store={store} name="pair" prefix={prefix} data={pairData} />
        <FigureDescription words={() => describePair(store.values())} watched={[store.api]} />
      </section>
    </FigureShell>
  );
}

/** The two-way switch: the pair at its epsilon, or the limit. The limit is epsilon = 0, nothing else. */
function LimitSwitch({ store }: { readonly store: FigureStore<PairSchema> }) {
  const locked = isLocked(useFigureSettings(), store, 'limit', ['eps']);
  const atLimit = useStore(store.api, ({ values }) => values.eps === 0);
  const last = useRef<number>(pairSchema.eps.default);
  useEffect(
    () =>
      store.api.subscribe(({ values }) => {
        if (values.eps > 0) last.current = values.eps;
      }),
    [store],
  );
  const option = (limit: boolean) => (
    <label className={limit === atLimit ? 'segment segment-chosen' : 'segment'}>
      <input
        className="visually-hidden"
        type="radio"
        name="limit"
        checked={limit === atLimit}
        data-param={limit ? 'to-limit' : 'to-pair'}
        onChange={() => {
          if (!limit) store.set({ eps: last.current });
          else {
            if (store.values().eps > 0) last.current = store.values().eps;
            store.set({ eps: 0 });
          }
        }}
      />
      {limit ? text.toLimit.limit : text.toLimit.pair}
    </label>
  );
  return (
    <fieldset className="segments" disabled={locked}>
      <legend className="visually-hidden">{text.toLimit.legend}</legend>
      {option(false)}
      {option(true)}
    </fieldset>
  );
}

function Controls({ store }: { readonly store: FigureStore<PairSchema> }) {
  return (
    <div className="pair-controls">
      <NumberControl store={store} handle={aHandle} words={text.words.a} colour="var(--a)">
        <Sym name="a" />
      </NumberControl>
      <NumberControl store={store} handle={cHandle} words={text.words.c} colour="var(--c)">
        <Sym name="c" />
      </NumberControl>
      <NumberControl store={store} handle={lengthHandle} words={text.words.wlen} colour="var(--w)">
        <Formula>
          |<Sym name="w" />|
        </Formula>
      </NumberControl>
      <NumberControl
        store={store}
        handle={wDirectionHandle}
        words={text.words.wdir}
        colour="var(--w)"
        unit="°"
      >
        <Formula>
          ∠<Sym name="w" />
        </Formula>
      </NumberControl>
      <NumberControl
        store={store}
        handle={directionHandle}
        words={text.words.dir}
        colour="var(--delta)"
        unit="°"
      >
        <Formula>
          ∠<Sym name="delta" />
        </Formula>
      </NumberControl>
      <NumberControl store={store} handle={deltaBiasHandle} words={text.words.dbias} colour="var(--delta)">
        <Sym name="delta0" />
      </NumberControl>
      <NumberControl store={store} handle={biasHandle} words={text.words.bias} colour="var(--w)">
        <Formula>
          <Sym name="w0" />
        </Formula>
      </NumberControl>
    </div>
  );
}
