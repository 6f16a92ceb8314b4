/** The figure `train`: a small network that looks trained, and where it really goes. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { FigureProps } from '#figures/figure';
import { Odometer } from '#pair/odometer';
import type { PlotSpec } from '#plot/frame';
import { Plot } from '#plot/plot';
import type { FigureStore } from '#state/figure-store';
import { plainText } from '#state/number-text';
import { defaults } from '#state/schema';
import { FigureShell, isLocked, Part, useFigureSettings } from '#ui/figure-context';
import { FigureDescription } from '#ui/figure-description';
import { useReady } from '#ui/figure-root';
import { FigureTitle } from '#ui/figure-title';
import { FigureToolbar } from '#ui/figure-toolbar';
import { NumberControl } from '#ui/number-control';
import { PresetPicker } from '#ui/preset-picker';
import { TextReadout } from '#ui/readout';
import { Segments } from '#ui/segments';
import { type Source, sourceFrom } from '#ui/source';
import { TrainBar } from './controls';
import { describeTrain, lossText, trainData, verdictOf } from './describe';
import { handles } from './handles';
import { trainState } from './model';
import { functionSpec, insideSpec, lossSpec } from './plots';
import { presets, type TrainSchema, type TrainValues, trainSchema } from './schema';
import { createMemory, remember } from './session';
import { Tally } from './tally';
import { text } from './text';
import '#pair/pair-on-line.css';
import './train.css';

interface StoreProps {
  readonly store: FigureStore<TrainSchema>;
}

/** The figure with all its views and controls. */
export default function TrainFigure({ store, prefix }: FigureProps<TrainSchema>) {
  const root = useRef<HTMLElement>(null);
  const ready = useReady(root);
  const { controls } = useFigureSettings();
  const [memory] = useState(createMemory);
  const isOpen = useStore(store.api, ({ values }) => values.reveal > 0 || values.infinity > 0);
  useEffect(() => {
    const look = () => {
      ready();
      remember(memory, store.values());
    };
    look();
    return store.api.subscribe(look);
  }, [store, memory, ready]);
  return (
    <FigureShell id="train" prefix={prefix} store={store} root={root}>
      <section
        className={controls === 'full' ? 'train' : 'train train-fits'}
        ref={root}
        data-figure="train"
        data-ready="false"
        aria-label={text.title}
      >
        <FigureTitle title={text.title} lead={text.lead} className="train-lead" />
        <Views store={store} isOpen={isOpen} />
        <Part name="verdict" level="view" label={text.parts.verdict}>
          <p className="train-verdict" role="status">
            <TextReadout store={store} name="train-verdict" value={verdictOf} />
          </p>
        </Part>
        <TrainBar store={store} />
        <Tally memory={memory} />
        {controls === 'full' && <Settings store={store} />}
        <FigureDescription store={store} words={() => describeTrain(store.values())} />
        <FigureToolbar store={store} name="train" prefix={prefix} data={trainData} />
      </section>
    </FigureShell>
  );
}

const asIs = (spec: PlotSpec) => spec;

/** A source of something that the values say. */
function useOf<T>(store: FigureStore<TrainSchema>, make: (values: TrainValues) => T): Source<T> {
  return useMemo(() => sourceFrom([store.api], () => make(store.values())), [store, make]);
}

const pairOf = (values: TrainValues) => trainState(values).pair;

/** What the plot of the inside shows. */
function insideWords(values: TrainValues): string {
  const { pair, arrival } = trainState(values);
  if (pair.regrouped < 0.5) return text.plots.neurons;
  return arrival?.kind === 'copies' ? text.plots.copies : text.plots.limit;
}

function Views({ store, isOpen }: StoreProps & { readonly isOpen: boolean }) {
  const sources = {
    function: useOf(store, functionSpec),
    neurons: useOf(store, insideSpec),
    loss: useOf(store, lossSpec),
    pair: useOf(store, pairOf),
  };
  const { plots } = text;
  return (
    <div className="line-views" data-open={isOpen}>
      <Part name="function" level="view" label={text.parts.function}>
        <figure className="line-sum">
          <Plot source={sources.function} spec={asIs} height={420} label={plots.function} />
        </figure>
      </Part>
      <div className="line-side">
        <Part name="neurons" level="view" label={text.parts.neurons}>
          <figure className="line-neurons" inert={!isOpen}>
            <figcaption>
              <TextReadout store={store} name="train-inside" value={insideWords} />
            </figcaption>
            <Odometer source={sources.pair} name="train" />
            <Plot source={sources.neurons} spec={asIs} height={200} label={plots.neurons} />
          </figure>
        </Part>
        <Part name="loss" level="view" label={text.parts.loss}>
          <figure className="train-loss">
            <figcaption>
              {plots.loss}{' '}
              <strong>
                <TextReadout
                  store={store}
                  name="train-loss"
                  value={(values) => lossText(trainState(values).loss)}
                />
              </strong>
              <span>
                {plots.step}{' '}
                <TextReadout
                  store={store}
                  name="train-steps"
                  value={(values) => plainText(trainState(values).steps)}
                />
              </span>
            </figcaption>
            <Plot source={sources.loss} spec={asIs} height={200} label={plots.loss} />
          </figure>
        </Part>
      </div>
    </div>
  );
}

/** Which run, and how far. */
function Settings({ store }: StoreProps) {
  const settings = useFigureSettings();
  const method = useStore(store.api, ({ values }) => values.method);
  return (
    <div className="train-settings">
      <NumberControl store={store} handle={handles.steps}>
        {text.steps.label}
      </NumberControl>
      <NumberControl store={store} handle={handles.seed}>
        {text.seed.label}
      </NumberControl>
      <Part name="method">
        <Segments
          legend={text.method.label}
          quiet
          options={trainSchema.method.options.map((option) => ({ ...option, param: 'method' }))}
          chosen={method}
          disabled={isLocked(settings, store, 'method')}
          onChoose={(id) => store.set({ method: id })}
        />
      </Part>
      <PresetPicker
        store={store}
        presets={presets}
        start={(values) => ({ ...defaults(trainSchema), ...values })}
        lasts={(values, preset) =>
          (Object.keys(trainSchema) as (keyof TrainSchema)[]).every(
            (key) => values[key] === (preset[key] ?? trainSchema[key].default),
          )
        }
      />
    </div>
  );
}
