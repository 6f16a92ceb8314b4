/** The figure `census`: many small networks, and where each of them ends. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { FigureProps } from '#figures/figure';
import { CLASSES } from '#math/census/record';
import { Legend } from '#plot/legend';
import { PickPlot } from '#plot/pick-plot';
import { Plot } from '#plot/plot';
import type { FigureStore } from '#state/figure-store';
import { defaults } from '#state/schema';
import { Select, Switch } from '#ui/choice';
import { FigureShell, Part, useFigureSettings } from '#ui/figure-context';
import { FigureDescription } from '#ui/figure-description';
import { useReady } from '#ui/figure-root';
import { FigureTitle } from '#ui/figure-title';
import { FigureToolbar } from '#ui/figure-toolbar';
import { parameterHandle } from '#ui/handle';
import { NumberControl } from '#ui/number-control';
import { PresetPicker } from '#ui/preset-picker';
import { useSource } from '#ui/source';
import { ChosenRun, chosenWords } from './chosen-run';
import { CountsTable } from './counts-table';
import { censusData, describeCensus } from './describe';
import { looks, lossPlot, type Shown, scatterPlot, scatterPoint, sharesPlot } from './plots';
import { type CensusSchema, censusSchema, presets } from './schema';
import { type CensusSession, createSession } from './session';
import { type CensusSources, censusSources } from './sources';
import { text } from './text';
import { OwnRuns, TrainBar } from './train-bar';
import './census.css';

/** The figure with all its plots and controls. */
export default function CensusFigure({ store, prefix }: FigureProps<CensusSchema>) {
  const root = useRef<HTMLElement>(null);
  const onFrame = useReady(root);
  const { controls } = useFigureSettings();
  const [session, setSession] = useState<CensusSession>();
  useEffect(() => {
    const made = createSession();
    setSession(made);
    return () => made.dispose();
  }, []);
  return (
    <FigureShell id="census" prefix={prefix} store={store} root={root}>
      <section
        className={controls === 'full' ? 'census' : 'census census-fits'}
        ref={root}
        data-figure="census"
        data-ready="false"
        aria-label={text.title}
      >
        <FigureTitle title={text.title} lead={text.lead} className="census-lead" />
        {session && <Body store={store} session={session} prefix={prefix} onFrame={onFrame} />}
      </section>
    </FigureShell>
  );
}

interface BodyProps {
  readonly store: FigureStore<CensusSchema>;
  readonly session: CensusSession;
}

const handles = {
  width: parameterHandle(censusSchema, 'width', 'r'),
  depth: parameterHandle(censusSchema, 'depth', text.names.depth),
  dims: parameterHandle(censusSchema, 'dims', 'd'),
  runs: parameterHandle(censusSchema, 'runs', text.names.runs),
  seed: parameterHandle(censusSchema, 'seed', text.names.seed),
};

function Body({
  store,
  session,
  prefix,
  onFrame,
}: BodyProps & { readonly prefix: string; readonly onFrame: () => void }) {
  const sources = useMemo(() => censusSources(store, session), [store, session]);
  const { controls } = useFigureSettings();
  const runs = () => sources.shown.get()?.runs ?? [];
  return (
    <>
      {controls === 'full' && <Choices store={store} />}
      <div className="census-views">
        <Part name="scatter" level="view" label={text.parts.scatter}>
          <Scatter store={store} sources={sources} />
        </Part>
        <div className="census-side">
          <Part name="shares" level="view" label={text.parts.shares}>
            <Panel {...text.shares}>
              <Plot
                source={sources.shares}
                spec={sharesPlot}
                height={230}
                label={text.shares.title}
                waiting={text.loading}
              />
            </Panel>
          </Part>
          <Part name="losses" level="view" label={text.parts.losses}>
            <Panel {...text.losses} name="census-losses">
              <Plot
                source={sources.shown}
                spec={lossPlot}
                height={200}
                label={text.losses.title}
                waiting={text.loading}
              />
            </Panel>
          </Part>
        </div>
      </div>
      <TrainBar store={store} session={session} />
      {controls === 'full' && (
        <div className="census-below">
          <Part name="counts" level="full" label={text.parts.counts}>
            <CountsTable sources={sources} />
          </Part>
          <div className="census-controls">
            <NumberControl store={store} handle={handles.runs} words={text.runs.words}>
              {text.names.runs}
            </NumberControl>
            <NumberControl store={store} handle={handles.width} words={text.width.words}>
              r
            </NumberControl>
            <NumberControl store={store} handle={handles.depth} words={text.depth.words}>
              {text.names.depth}
            </NumberControl>
            <NumberControl store={store} handle={handles.dims} words={text.dims.words}>
              d
            </NumberControl>
            <NumberControl store={store} handle={handles.seed} words={text.seed.words}>
              {text.names.seed}
            </NumberControl>
            <OwnRuns session={session} />
          </div>
        </div>
      )}
      <Frames sources={sources} session={session} onFrame={onFrame} />
      <FigureDescription
        store={store}
        words={() => describeCensus(store.values(), session.api.getState())}
        watched={[sources.shown]}
      />
      <FigureToolbar store={store} name="census" prefix={prefix} data={() => censusData(runs())} />
    </>
  );
}

/** What is trained. */
function Choices({ store }: Pick<BodyProps, 'store'>) {
  return (
    <div className="census-top">
      <Select store={store} param="target" label={text.target.label} options={censusSchema.target.options} />
      <Select store={store} param="act" label={text.act.label} options={censusSchema.act.options} />
      <Switch store={store} param="biases" label={text.biases.label} />
      <PresetPicker
        store={store}
        presets={presets}
        start={(values) => ({ ...defaults(censusSchema), ...values })}
        lasts={(values, preset) =>
          (Object.keys(preset) as (keyof typeof preset)[]).every((key) => values[key] === preset[key])
        }
      />
    </div>
  );
}

function Panel({
  title,
  subtitle,
  name = '',
  children,
}: {
  readonly name?: string;
  readonly title: string;
  readonly subtitle: string;
  readonly children: React.ReactNode;
}) {
  return (
    <section className={`census-panel ${name}`} aria-label={title}>
      <header className="panel-header">
        <h3>{title}</h3>
        <p>{subtitle}</p>
      </header>
      {children}
    </section>
  );
}

/** The dots, of which one can be chosen. */
function Scatter({ store, sources }: Pick<BodyProps, 'store'> & { readonly sources: CensusSources }) {
  // From left to right, so that arrow keys go where they point.
  const ordered = ({ runs }: Shown) => runs.toSorted((a, b) => scatterPoint(a)[0] - scatterPoint(b)[0]);
  return (
    <Panel {...text.scatter} name="census-scatter">
      <Legend entries={CLASSES.map((one) => ({ key: one, words: text.class[one], point: looks[one] }))} />
      <PickPlot
        source={sources.shown}
        spec={scatterPlot}
        height={430}
        by="press"
        waiting={text.loading}
        label={() => text.scatter.title}
        picked={(shown) => {
          const all = ordered(shown);
          const places = all.map(scatterPoint);
          const at = shown.chosen && all.indexOf(shown.chosen);
          return { xs: places.map(([x]) => x), ys: places.map(([, y]) => y), at };
        }}
        words={(shown, at) => chosenWords(shown && ordered(shown)[at])}
        onPick={(at) => {
          const shown = sources.shown.get();
          const run = shown && at !== undefined ? ordered(shown)[at] : undefined;
          if (run) store.set({ run: run.seed });
        }}
      />
      <ChosenRun sources={sources} />
    </Panel>
  );
}

/** Counts what the plots draw, and says when all of it is there. */
function Frames({
  sources,
  session,
  onFrame,
}: {
  readonly sources: CensusSources;
  readonly session: CensusSession;
  readonly onFrame: () => void;
}) {
  const isLoaded = useStore(session.api, (state) => state.precomputed !== undefined);
  const ref = useSource<HTMLSpanElement, Shown>(sources.shown, (_, shown) => {
    if (shown) onFrame();
  });
  return <span hidden ref={ref} data-status={isLoaded ? 'ready' : 'computing'} />;
}
