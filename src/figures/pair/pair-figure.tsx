/** The figure `pair`: two neurons become a neuron plus a gated linear unit. */
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { FigureProps } from '#figures/figure';
import { activationIds, activations } from '#math/activation/activation';
import { EpsilonBar } from '#pair/epsilon-bar';
import { EpsilonReadout } from '#pair/epsilon-readout';
import { ErrorView } from '#pair/error-view';
import { PairFormula } from '#pair/pair-formula';
import type { FigureStore } from '#state/figure-store';
import { defaults } from '#state/schema';
import { Select, Switch } from '#ui/choice';
import { FigureShell, isLocked, Part, useFigureSettings } from '#ui/figure-context';
import { FigureDescription } from '#ui/figure-description';
import { useReady } from '#ui/figure-root';
import { FigureTitle } from '#ui/figure-title';
import { FigureToolbar } from '#ui/figure-toolbar';
import { NumberControl } from '#ui/number-control';
import { PresetPicker } from '#ui/preset-picker';
import { Segments } from '#ui/segments';
import { sourceFrom } from '#ui/source';
import { Formula, Sym } from '#ui/symbol';
import { describePair, pairData } from './describe';
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
import { activationOf, coordinatesOf, errorAt, errorCurve, shapeKey } from './model';
import { type PairSchema, type PairValues, pairSchema, presets } from './schema';
import { SurfaceView } from './surface-view';
import { TermTiles } from './term-tiles';
import { text } from './text';
import { WeightsView } from './weights-view';
import '#pair/figure-layout.css';

const activationOptions = activationIds.map((id) => ({ id, label: activations[id].name }));

/** What the error plot shows. */
function errorsOf(values: PairValues) {
  const smooth = activationOf(values).smooth;
  return { epsilon: values.eps, here: errorAt(values), curve: errorCurve(values), smooth };
}

function errorNote(values: PairValues): string {
  return activationOf(values).smooth ? '' : text.error.relu;
}

/** The figure with all its views and controls. */
export default function PairFigure({ store, theme, prefix }: FigureProps<PairSchema>) {
  const root = useRef<HTMLElement>(null);
  const onFrame = useReady(root);
  const coordinates = useMemo(() => sourceFrom([store.api], () => coordinatesOf(store.values())), [store]);
  return (
    <FigureShell id="pair" prefix={prefix} store={store} root={root}>
      <section className="pair" ref={root} data-figure="pair" data-ready="false" aria-label={text.title}>
        {/* Leading its page, the figure stands below the page's own headline. */}
        <FigureTitle title={text.title} quiet={prefix === ''}>
          <EpsilonReadout store={store} />
        </FigureTitle>
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
            <ErrorView store={store} errors={errorsOf} words={text.error} note={errorNote} />
          </Part>
        </div>
        <FigureToolbar store={store} name="pair" prefix={prefix} data={pairData} />
        <FigureDescription store={store} words={() => describePair(store.values())} />
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
  const choose = (id: 'pair' | 'limit') => {
    if (id === 'pair') return store.set({ eps: last.current });
    if (store.values().eps > 0) last.current = store.values().eps;
    store.set({ eps: 0 });
  };
  return (
    <Segments
      legend={text.toLimit.legend}
      quiet
      options={[
        { id: 'pair', label: text.toLimit.pair, param: 'to-pair' },
        { id: 'limit', label: text.toLimit.limit, param: 'to-limit' },
      ]}
      chosen={atLimit ? 'limit' : 'pair'}
      disabled={locked}
      onChoose={choose}
    />
  );
}

/** The sliders of the weights: handle, colour, and the symbol with what stands before and after it. */
const weightControls = [
  [aHandle, 'a', 'a', '', ''],
  [cHandle, 'c', 'c', '', ''],
  [lengthHandle, 'w', 'w', '|', '|'],
  [wDirectionHandle, 'w', 'w', '∠', ''],
  [directionHandle, 'delta', 'delta', '∠', ''],
  [deltaBiasHandle, 'delta', 'delta0', '', ''],
  [biasHandle, 'w', 'w0', '', ''],
] as const;

function Controls({ store }: { readonly store: FigureStore<PairSchema> }) {
  return (
    <div className="pair-controls">
      {weightControls.map(([handle, colour, symbol, before, after]) => (
        <NumberControl
          key={handle.key}
          store={store}
          handle={handle}
          words={text.words[handle.key as keyof typeof text.words]}
          colour={`var(--${colour})`}
        >
          <Formula>
            {before}
            <Sym name={symbol} />
            {after}
          </Formula>
        </NumberControl>
      ))}
    </div>
  );
}
