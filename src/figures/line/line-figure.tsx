/** The figure `line`: a pair of neurons of one input, and what becomes of both and of their sum as epsilon goes to 0. */
import { useEffect, useMemo, useRef } from 'react';
import type { FigureProps } from '#figures/figure';
import { EpsilonBar } from '#pair/epsilon-bar';
import { EpsilonReadout } from '#pair/epsilon-readout';
import { Odometer } from '#pair/odometer';
import { neuronsSpec, sumSpec } from '#pair/pair-on-line';
import { Plot } from '#plot/plot';
import type { FigureStore } from '#state/figure-store';
import { defaults } from '#state/schema';
import { FigureShell, Part, useFigureSettings } from '#ui/figure-context';
import { FigureDescription } from '#ui/figure-description';
import { useReady } from '#ui/figure-root';
import { FigureTitle } from '#ui/figure-title';
import { FigureToolbar } from '#ui/figure-toolbar';
import { parameterHandle } from '#ui/handle';
import { NumberControl } from '#ui/number-control';
import { PresetPicker } from '#ui/preset-picker';
import { TextReadout } from '#ui/readout';
import { sourceFrom } from '#ui/source';
import { Sym } from '#ui/symbol';
import { describeLine, lineData } from './describe';
import { shownPair } from './model';
import { type LineSchema, lineSchema, presets } from './schema';
import { text } from './text';
import '#pair/pair-on-line.css';
import './line.css';

interface StoreProps {
  readonly store: FigureStore<LineSchema>;
}

/** The figure with all its views and controls. */
export default function LineFigure({ store, prefix }: FigureProps<LineSchema>) {
  const root = useRef<HTMLElement>(null);
  const ready = useReady(root);
  const { controls } = useFigureSettings();
  useEffect(() => {
    ready();
    return store.api.subscribe(ready);
  }, [store, ready]);
  return (
    <FigureShell id="line" prefix={prefix} store={store} root={root}>
      <section
        className={controls === 'full' ? 'line' : 'line line-fits'}
        ref={root}
        data-figure="line"
        data-ready="false"
        aria-label={text.title}
      >
        <FigureTitle title={text.title} lead={text.lead} className="line-lead">
          <EpsilonReadout store={store} />
        </FigureTitle>
        <Views store={store} />
        <EpsilonBar store={store} />
        {controls === 'full' && <Sliders store={store} />}
        <FigureDescription store={store} words={() => describeLine(store.values())} />
        <FigureToolbar store={store} name="line" prefix={prefix} data={lineData} />
      </section>
    </FigureShell>
  );
}

function Views({ store }: StoreProps) {
  const source = useMemo(
    () =>
      sourceFrom([store.api], () => ({
        pair: shownPair(store.values()),
        limit: shownPair({ ...store.values(), eps: 0 }),
      })),
    [store],
  );
  const pair = useMemo(() => sourceFrom([store.api], () => shownPair(store.values())), [store]);
  return (
    <div className="line-views">
      <Part name="neurons" level="view" label={text.parts.neurons}>
        <figure className="line-neurons">
          <figcaption>
            <TextReadout
              store={store}
              name="line-inside"
              value={(values) => (shownPair(values).regrouped < 0.5 ? text.neurons : text.limit)}
            />
          </figcaption>
          <Odometer source={pair} name="line" />
          <Plot source={pair} spec={neuronsSpec} height={360} label={text.neurons} />
        </figure>
      </Part>
      <Part name="sum" level="view" label={text.parts.sum}>
        <figure className="line-sum">
          <figcaption>
            {text.sum} <span>({text.dashed})</span>
          </figcaption>
          <Plot
            source={source}
            spec={({ pair: shown, limit }) => sumSpec(shown, { before: limit, name: text.target })}
            height={360}
            label={text.sum}
          />
        </figure>
      </Part>
    </div>
  );
}

const handles = (['a', 'c', 'w'] as const).map((key) => ({
  key,
  handle: parameterHandle(lineSchema, key, key),
}));

function Sliders({ store }: StoreProps) {
  return (
    <div className="line-sliders">
      <Part name="sliders" label={text.parts.sliders}>
        {handles.map(({ key, handle }) => (
          <NumberControl
            key={key}
            store={store}
            handle={handle}
            words={text.words[key]}
            colour={`var(--${key})`}
          >
            <Sym name={key} />
          </NumberControl>
        ))}
      </Part>
      <PresetPicker
        store={store}
        presets={presets}
        start={(values) => ({ ...defaults(lineSchema), ...values })}
        lasts={(values, preset) =>
          (Object.keys(lineSchema) as (keyof LineSchema)[]).every(
            (key) => values[key] === (preset[key] ?? lineSchema[key].default),
          )
        }
      />
    </div>
  );
}
