/** The figure `levels`: where random starts end, and what becomes of one neuron that is copied. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { FigureProps } from '#figures/figure';
import type { PlotSpec } from '#plot/frame';
import { Legend } from '#plot/legend';
import { Plot } from '#plot/plot';
import { defaults } from '#state/schema';
import { Switch } from '#ui/choice';
import { FigureShell, isLocked, Part, useFigureSettings, useShown } from '#ui/figure-context';
import { FigureDescription } from '#ui/figure-description';
import { useReady } from '#ui/figure-root';
import { FigureTitle } from '#ui/figure-title';
import { FigureToolbar } from '#ui/figure-toolbar';
import { NumberControl } from '#ui/number-control';
import { PresetPicker } from '#ui/preset-picker';
import { Segments } from '#ui/segments';
import { kindLooks } from './chosen';
import { CopySentence, EndsPlot, GammaControl, SpectrumPlots } from './copy-panel';
import { describeLevels, levelsData } from './describe';
import { handles } from './handles';
import { LevelPicker } from './level-picker';
import { sharesSpec } from './levels-plot';
import { NetworkPanel } from './network-panel';
import { type LevelsSchema, levelsSchema, presets } from './schema';
import { createSession, type LevelsSession } from './session';
import { type Both, bothSource } from './sources';
import { text } from './text';
import { Summary, TrainBar } from './train-bar';
import { useJobs } from './use-jobs';
import './levels.css';

/** The figure with all its views and controls. */
export default function LevelsFigure({ store, prefix }: FigureProps<LevelsSchema>) {
  const root = useRef<HTMLElement>(null);
  const ready = useReady(root);
  const { controls } = useFigureSettings();
  const view = useStore(store.api, ({ values }) => values.view);
  const [session, setSession] = useState<LevelsSession>();
  useEffect(() => {
    const made = createSession();
    setSession(made);
    return () => made.dispose();
  }, []);
  return (
    <FigureShell id="levels" prefix={prefix} store={store} root={root}>
      <section
        className={controls === 'full' ? 'levels' : 'levels levels-fits'}
        ref={root}
        data-figure="levels"
        data-ready="false"
        data-view={view}
        aria-label={text.title}
      >
        <FigureTitle
          title={text.title}
          lead={view === 'copy' ? text.copyLead : text.lead}
          className="levels-lead"
        />
        {controls === 'full' && <TopRow store={store} />}
        {session && <Body store={store} session={session} onFrame={ready} />}
        <FigureToolbar
          store={store}
          name="levels"
          prefix={prefix}
          data={(values) => (session ? levelsData(values, session.api.getState()) : [])}
        />
      </section>
    </FigureShell>
  );
}

function TopRow({ store }: Pick<Both, 'store'>) {
  const settings = useFigureSettings();
  const view = useStore(store.api, ({ values }) => values.view);
  const isShown = useShown('view', 'full', text.view.label);
  return (
    <div className="levels-top">
      {isShown && (
        <Segments
          legend={text.view.label}
          quiet
          options={levelsSchema.view.options.map((option) => ({ ...option, param: 'view' }))}
          chosen={view}
          disabled={isLocked(settings, store, 'view')}
          onChoose={(id) => store.set({ view: id })}
        />
      )}
      {view === 'levels' && <Switch store={store} param="biases" label={text.biases.label} />}
      <PresetPicker
        store={store}
        presets={presets}
        start={(values) => ({ ...defaults(levelsSchema), ...values })}
        lasts={(values, preset) =>
          (Object.keys(preset) as (keyof typeof preset)[]).every((key) => values[key] === preset[key])
        }
      />
    </div>
  );
}

function Body({ store, session, onFrame }: Both & { readonly onFrame: () => void }) {
  const both = { store, session };
  const isWhole = useFigureSettings().controls === 'full';
  const view = useStore(store.api, ({ values }) => values.view);
  useJobs(store, session);
  // What is drawn follows both stores: each change of them counts as a frame.
  useEffect(() => {
    onFrame();
    const ends = [store.api.subscribe(onFrame), session.api.subscribe(onFrame)];
    return () => {
      for (const end of ends) end();
    };
  }, [store, session, onFrame]);
  return (
    <>
      <div className="levels-views">
        <Part name="picture" level="view" label={text.levels.title}>
          <div className="levels-main">
            {view === 'levels' ? <LevelsView {...both} /> : <CopyView {...both} />}
          </div>
        </Part>
        <Part name="network" level="view" label={text.network.title}>
          <div className="levels-side">
            {view === 'copy' && <EndChoice store={store} />}
            <NetworkPanel {...both} />
          </div>
        </Part>
        {isWhole && (
          <div className="levels-below">
            {view === 'levels' ? <SharesPlot {...both} /> : <SpectrumPlots {...both} />}
          </div>
        )}
      </div>
      {!isWhole && (view === 'levels' ? <TrainBar {...both} /> : <GammaControl store={store} />)}
      <Status {...both} />
      <FigureDescription
        store={store}
        words={() => describeLevels(store.values(), session.api.getState())}
        watched={[session.api]}
      />
    </>
  );
}

const asIs = (spec: PlotSpec) => spec;

function LevelsView(both: Both) {
  const isWhole = useFigureSettings().controls === 'full';
  const { store } = both;
  const kinds = (['finite', 'infinite', 'copies', 'open'] as const).map((kind) => ({
    key: kind,
    point: kindLooks[kind],
    words: text.kind[kind],
  }));
  const longer = { key: 'longer', line: { colour: 'quiet', width: 2.5 }, words: text.levels.longer } as const;
  const now = { shape: 'circle', colour: 'ink', isHollow: true } as const;
  return (
    <>
      <Part name="legend" level="view" label={text.parts.legend}>
        <Legend
          entries={
            isWhole
              ? [...kinds, { key: 'now', point: now, words: text.levels.now }, longer]
              : kinds.slice(0, 3)
          }
        />
      </Part>
      <LevelPicker {...both} height={460} />
      <Summary {...both} />
      {isWhole && (
        <div className="levels-row">
          <NumberControl store={store} handle={handles.width}>
            {text.width.label}
          </NumberControl>
          <TrainBar {...both} />
        </div>
      )}
    </>
  );
}

function SharesPlot({ store, session }: Both) {
  const source = useMemo(() => bothSource({ store, session }, sharesSpec), [store, session]);
  return (
    <Part name="shares" label={text.levels.shares}>
      <section className="levels-block" aria-label={text.levels.shares}>
        <h3>{text.levels.shares}</h3>
        <Plot source={source} spec={asIs} height={170} label={text.levels.shares} />
        <Legend
          entries={[
            { key: 'infinite', point: kindLooks.infinite, words: text.levels.infinite },
            { key: 'copies', point: kindLooks.copies, words: text.levels.copies },
          ]}
        />
      </section>
    </Part>
  );
}

function CopyView(both: Both) {
  const isWhole = useFigureSettings().controls === 'full';
  return (
    <>
      <EndsPlot {...both} />
      {isWhole && <GammaControl store={both.store} />}
      <Part name="outcome" level="view" label={text.copy.outcome}>
        <CopySentence {...both} />
      </Part>
    </>
  );
}

function EndChoice({ store }: Pick<Both, 'store'>) {
  const settings = useFigureSettings();
  const isShown = useShown('end', 'full', text.end.label);
  const end = useStore(store.api, ({ values }) => values.end);
  if (!isShown) return null;
  return (
    <Segments
      legend={text.end.label}
      quiet
      options={levelsSchema.end.options.map((option) => ({ ...option, param: 'end' }))}
      chosen={end}
      disabled={isLocked(settings, store, 'end')}
      onChoose={(id) => store.set({ end: id })}
    />
  );
}

/** Whether all that is shown has been computed. */
function Status({ store, session }: Both) {
  const view = useStore(store.api, ({ values }) => values.view);
  const gamma = useStore(store.api, ({ values }) => values.gamma);
  const isThere = useStore(
    session.api,
    ({ spectra, ends, gamma: known }) =>
      view === 'levels' ||
      (spectra !== undefined && known === gamma && ends.plus !== undefined && ends.minus !== undefined),
  );
  const failed = useStore(session.api, ({ trouble }) => trouble !== '');
  const status = failed ? 'failed' : isThere ? 'ready' : 'computing';
  return <span hidden data-readout="levels-status" data-status={status} />;
}
