/** The figure `toy`: a problem with four parameters in which everything about infinity is known. */
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { FigureProps } from '#figures/figure';
import { lossColours } from '#landscape/slice-scene';
import type { FigureStore } from '#state/figure-store';
import { defaults } from '#state/schema';
import { Select } from '#ui/choice';
import { FigureDescription } from '#ui/figure-description';
import { useReady } from '#ui/figure-root';
import { FigureToolbar } from '#ui/figure-toolbar';
import { FigureShell } from '#ui/frame';
import { NumberControl } from '#ui/number-control';
import { PresetPicker } from '#ui/preset-picker';
import { Sym } from '#ui/symbol';
import type { ThemeName } from '#ui/theme';
import { DecayPanel } from './decay-panel';
import { describeToy, toyData } from './describe';
import { EdgePanel } from './edge-panel';
import { rangeOf } from './field';
import { handles } from './handles';
import { MapView } from './map-view';
import { LearnPanel, LimitPanel } from './panels';
import { usePlay } from './play';
import { useTrajectory } from './prepare';
import { presets } from './presets';
import { RunTable } from './run-table';
import { type ToySchema, toySchema } from './schema';
import { createSession, type ToySession } from './session';
import { pictureSource } from './sources';
import { text } from './text';
import { useJobs } from './use-jobs';
import './toy.css';

const SurfaceView = lazy(() => import('./surface-view'));

/** The figure with all its views and controls. */
export default function ToyFigure({ store, theme, prefix }: FigureProps<ToySchema>) {
  const root = useRef<HTMLElement>(null);
  const ready = useReady(root);
  const [session, setSession] = useState<ToySession>();
  useEffect(() => {
    const made = createSession();
    setSession(made);
    return () => made.dispose();
  }, []);
  return (
    <FigureShell id="toy" prefix={prefix} store={store} root={root}>
      <section className="toy" ref={root} data-figure="toy" data-ready="false" aria-label={text.title}>
        <header className="figure-title">
          <h2>{text.title}</h2>
          <p className="toy-lead">{text.lead}</p>
        </header>
        <div className="toy-top">
          <Select store={store} param="view" label={text.view.label} options={toySchema.view.options} />
          <Select store={store} param="axis" label={text.axis.label} options={toySchema.axis.options} />
          <PresetPicker
            store={store}
            presets={presets}
            start={(values) => ({ ...defaults(toySchema), ...values })}
            lasts={(values, preset) =>
              (Object.keys(preset) as (keyof typeof preset)[]).every((key) => values[key] === preset[key])
            }
          />
        </div>
        {session && <ToyBody store={store} session={session} theme={theme} onFrame={ready} />}
        <FigureToolbar
          store={store}
          name="toy"
          prefix={prefix}
          data={() => (session ? toyData(session.api.getState()) : [])}
        />
      </section>
    </FigureShell>
  );
}

interface BodyProps {
  readonly store: FigureStore<ToySchema>;
  readonly session: ToySession;
  readonly theme: ThemeName;
  readonly onFrame: () => void;
}

function ToyBody({ store, session, theme, onFrame }: BodyProps) {
  useJobs(store, session);
  useTrajectory(session);
  const { playing, toggle } = usePlay(store);
  const view = useStore(store.api, ({ values }) => values.view);
  const source = useMemo(() => pictureSource(store, session), [store, session]);
  const news = useMemo(() => newsOf(session), [session]);
  const map = { store, source, onFrame, onPlay: toggle };
  return (
    <>
      <div className="toy-views">
        <LearnPanel store={store} session={session} />
        <div className="toy-middle">
          <section className="toy-landscape" aria-label={text.map.title}>
            {view === 'map' ? (
              <MapView {...map} />
            ) : (
              <Suspense fallback={<div className="toy-map" />}>
                <SurfaceView {...map} session={session} theme={theme} />
              </Suspense>
            )}
            <Status session={session} />
            <Scale session={session} />
          </section>
          <div className="toy-run-bar">
            <button
              type="button"
              className="toy-play"
              data-action={playing ? 'stop' : 'drop'}
              onClick={toggle}
            >
              {playing ? text.stop : text.play}
            </button>
            <NumberControl
              store={store}
              handle={handles.time}
              words={text.time.words}
              colour="var(--epsilon)"
            >
              <Sym name="t" />
            </NumberControl>
          </div>
          <RunTable store={store} session={session} />
          <div className="toy-controls">
            <NumberControl store={store} handle={handles.gamma} words={text.gamma.words}>
              <Sym name="gamma" />
            </NumberControl>
            <NumberControl store={store} handle={handles.alpha} words={text.alpha.words}>
              <Sym name="alpha" />
            </NumberControl>
            <NumberControl store={store} handle={handles.seed} words={text.seed.words}>
              {text.seed.label}
            </NumberControl>
          </div>
          <DecayPanel store={store} session={session} />
          <p className="toy-trouble" role="status" data-readout="trouble">
            <Trouble session={session} />
          </p>
          <p className="toy-remark">{text.map.note}</p>
        </div>
        <LimitPanel store={store} session={session} />
      </div>
      <EdgePanel store={store} session={session} />
      <FigureDescription
        words={() => describeToy(store.values(), session.api.getState())}
        watched={[store.api, news]}
      />
    </>
  );
}

/** Tells of what is described; stalls are measured long after everything else has come to rest. */
function newsOf({ api }: ToySession) {
  return {
    subscribe: (listener: () => void) =>
      api.subscribe((now, before) => {
        const isNews =
          now.limits !== before.limits || now.runs !== before.runs || now.edge?.end !== before.edge?.end;
        if (isNews) listener();
      }),
  };
}

function Trouble({ session }: { readonly session: ToySession }) {
  return useStore(session.api, (state) => state.trouble);
}

function Status({ session }: { readonly session: ToySession }) {
  const complete = useStore(session.api, (state) => state.complete);
  const running = useStore(session.api, (state) => state.running);
  const failed = useStore(session.api, (state) => state.trouble !== '');
  const status = failed ? 'failed' : complete && !running ? 'ready' : 'computing';
  return (
    <p className="stage-status toy-status" role="status" data-readout="status" data-status={status}>
      {complete ? (running ? text.map.running : text.map.ready) : text.map.computing}
    </p>
  );
}

function shownLoss(loss: number): string {
  return String(Number(loss.toPrecision(2)));
}

/** The colours of the loss. */
function Scale({ session }: { readonly session: ToySession }) {
  const field = useStore(session.api, (state) => state.field);
  const table = lossColours();
  const stops = Array.from({ length: 13 }, (_, k) => {
    const at = 4 * Math.round((255 * k) / 12);
    return `rgb(${table[at]},${table[at + 1]},${table[at + 2]})`;
  });
  const range = field && rangeOf(field);
  return (
    <div className="legend-scale toy-scale">
      <span className="legend-title">{text.map.scale}</span>
      <span className="legend-number">{range && shownLoss(range.low)}</span>
      <span className="legend-bar" style={{ background: `linear-gradient(to right,${stops.join(',')})` }} />
      <span className="legend-number">{range && `≥ ${shownLoss(range.high)}`}</span>
    </div>
  );
}
