/** The figure `census`: many small networks, and where each of them ends. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { FigureProps } from '#figures/figure';
import { CLASSES } from '#math/census/record';
import type { CensusRecord } from '#math/census/run';
import type { PlotSpec } from '#plot/frame';
import { Legend } from '#plot/legend';
import { PickPlot } from '#plot/pick-plot';
import { Plot } from '#plot/plot';
import type { FigureStore } from '#state/figure-store';
import { defaults } from '#state/schema';
import { Select, Switch } from '#ui/choice';
import { FigureShell, isLocked, Part, useFigureSettings, useShown } from '#ui/figure-context';
import { FigureDescription } from '#ui/figure-description';
import { useReady } from '#ui/figure-root';
import { FigureTitle } from '#ui/figure-title';
import { FigureToolbar } from '#ui/figure-toolbar';
import { parameterHandle } from '#ui/handle';
import { NumberControl } from '#ui/number-control';
import { PresetPicker } from '#ui/preset-picker';
import { Segments } from '#ui/segments';
import { useSource } from '#ui/source';
import { ChosenRun, chosenWords } from './chosen-run';
import { CountsTable } from './counts-table';
import { type Course, createCourse } from './course';
import { CoursePanel } from './course-panel';
import { censusData, describeCensus } from './describe';
import { groupsPlot } from './groups';
import { OpenRun } from './open-run';
import { Panel } from './panel';
import { looks, lossPlot, lossPoint, type Shown, scatterPlot, scatterPoint, sharesPlot } from './plots';
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
  const [made, setMade] = useState<Pick<BodyProps, 'session' | 'course'>>();
  useEffect(() => {
    const [session, course] = [createSession(), createCourse()];
    setMade({ session, course });
    return () => {
      session.dispose();
      course.dispose();
    };
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
        {made && <Body store={store} {...made} prefix={prefix} onFrame={onFrame} />}
      </section>
    </FigureShell>
  );
}

interface BodyProps {
  readonly store: FigureStore<CensusSchema>;
  readonly session: CensusSession;
  readonly course: Course;
}

interface RunPickerProps extends Pick<BodyProps, 'store'> {
  readonly sources: CensusSources;
  /** Where a run stands in the plot. */
  readonly point: (run: CensusRecord) => readonly [number, number];
  readonly spec: (shown: Shown) => PlotSpec;
  readonly title: string;
  readonly height: number;
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
  course,
  prefix,
  onFrame,
}: BodyProps & { readonly prefix: string; readonly onFrame: () => void }) {
  const sources = useMemo(() => censusSources(store, session), [store, session]);
  const { controls } = useFigureSettings();
  const side = useStore(store.api, ({ values }) => values.side);
  const runs = () => sources.shown.get()?.runs ?? [];
  return (
    <>
      {controls === 'full' && <Choices store={store} />}
      <div className="census-views" data-side={controls === 'full' ? side : undefined}>
        <Part name="scatter" level="view" label={text.parts.scatter}>
          <Panel {...text.scatter} name="scatter">
            <Classes store={store} />
            <RunPicker
              {...{ store, sources, point: scatterPoint, spec: scatterPlot }}
              title={text.scatter.title}
              height={500}
            />
            <ChosenRun sources={sources} />
            <Part name="open" label={text.parts.open}>
              <OpenRun store={store} sources={sources} prefix={prefix} />
            </Part>
          </Panel>
        </Part>
        <SideChoice store={store} />
        <div className="census-side">
          <Part name="shares" level="view" label={text.parts.shares}>
            <Panel {...text.shares} name="shares">
              <Plot
                source={sources.shares}
                spec={sharesPlot}
                height={200}
                label={text.shares.title}
                waiting={text.loading}
              />
            </Panel>
          </Part>
          <Part name="losses" level="view" label={text.parts.losses}>
            <Panel {...text.losses} name="losses">
              <RunPicker
                {...{ store, sources, point: lossPoint, spec: lossPlot }}
                title={text.losses.title}
                height={170}
              />
            </Panel>
          </Part>
          <Part name="groups" label={text.parts.groups}>
            <Panel {...text.groups} name="groups">
              <Plot
                source={sources.shown}
                spec={groupsPlot}
                height={170}
                label={text.groups.title}
                waiting={text.loading}
              />
            </Panel>
          </Part>
        </div>
        <Part name="course" label={text.parts.course}>
          <CoursePanel store={store} session={session} sources={sources} course={course} />
        </Part>
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
      <FigureToolbar
        store={store}
        name="census"
        prefix={prefix}
        data={() => censusData(runs(), course.api.getState())}
      />
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

/** Runs of which one can be chosen. */
function RunPicker({ store, sources, ...plot }: RunPickerProps) {
  const { point, title } = plot;
  // From left to right, so that arrow keys go where they point.
  const ordered = ({ runs }: Shown) => runs.toSorted((a, b) => point(a)[0] - point(b)[0]);
  return (
    <PickPlot
      source={sources.shown}
      spec={plot.spec}
      height={plot.height}
      by="press"
      waiting={text.loading}
      label={() => title}
      picked={(shown) => {
        const all = ordered(shown);
        const places = all.map(point);
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
  );
}

/** What the looks of the dots mean; pressing one makes its class stand out in all plots. */
function Classes({ store }: Pick<BodyProps, 'store'>) {
  const only = useStore(store.api, ({ values }) => values.only);
  const locked = isLocked(useFigureSettings(), store, 'only');
  const isShown = useShown('only', 'full', text.only.label);
  return (
    <Legend
      entries={CLASSES.map((one) => ({
        key: one,
        point: looks[one],
        words: isShown ? (
          <button
            type="button"
            className="census-class"
            data-param="only"
            value={one}
            aria-pressed={only === one}
            disabled={locked}
            onClick={() => store.set({ only: only === one ? 'all' : one })}
          >
            {text.class[one]}
          </button>
        ) : (
          text.class[one]
        ),
      }))}
    />
  );
}

/** Which plot stands below the dots where there is room for one. */
function SideChoice({ store }: Pick<BodyProps, 'store'>) {
  const settings = useFigureSettings();
  const isShown = useShown('side', 'full', text.side.label);
  const side = useStore(store.api, ({ values }) => values.side);
  if (!isShown) return null;
  return (
    <Segments
      className="census-choice"
      legend={text.side.label}
      quiet
      options={censusSchema.side.options.map((option) => ({ ...option, param: 'side' }))}
      chosen={side}
      disabled={isLocked(settings, store, 'side')}
      onChoose={(id) => store.set({ side: id })}
    />
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
