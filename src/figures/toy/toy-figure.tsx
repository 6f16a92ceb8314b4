/** The figure `toy`: a problem with four parameters in which everything about infinity is known. */

import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { FigureProps } from '#figures/figure';
import { lossColours } from '#landscape/loss-colours';
import type { FigureStore } from '#state/figure-store';
import { plainText } from '#state/number-text';
import { defaults } from '#state/schema';
import { Select } from '#ui/choice';
import { ColourBar } from '#ui/colour-bar';
import { FigureShell, isLocked, Part, useFigureSettings, useOffer, useShown } from '#ui/figure-context';
import { FigureDescription } from '#ui/figure-description';
import { useReady } from '#ui/figure-root';
import { FigureTitle } from '#ui/figure-title';
import { FigureToolbar } from '#ui/figure-toolbar';
import { NumberControl } from '#ui/number-control';
import { PresetPicker } from '#ui/preset-picker';
import { Sym } from '#ui/symbol';
import type { ThemeName } from '#ui/theme';
import { usePlayer } from '#ui/use-player';
import { DecayPanel } from './decay-panel';
import { describeToy, toyData } from './describe';
import { EdgePanel, EdgePictures, EdgeSentence } from './edge-panel';
import { rangeOf } from './field';
import { handles } from './handles';
import { MapView } from './map-view';
import { LearnPanel, LimitPanel } from './panels';
import { replayPath } from './play';
import { useTrajectory } from './prepare';
import { RunSentence, RunTable } from './run-table';
import { presets, type ToySchema, toySchema } from './schema';
import { createSession, type ToySession } from './session';
import { pictureSource } from './sources';
import { text } from './text';
import { useJobs } from './use-jobs';
import { type IsShown, useToyLayout } from './use-layout';
import '#scene/stage.css';
import '#ui/legend.css';
import './toy.css';

const SurfaceView = lazy(() => import('./surface-view'));

/** The figure with all its views and controls. */
export default function ToyFigure({ store, theme, prefix }: FigureProps<ToySchema>) {
  const root = useRef<HTMLElement>(null);
  const ready = useReady(root);
  const { controls } = useFigureSettings();
  const isShown = useToyLayout(root, store);
  const [session, setSession] = useState<ToySession>();
  useEffect(() => {
    const made = createSession();
    setSession(made);
    return () => made.dispose();
  }, []);
  return (
    <FigureShell id="toy" prefix={prefix} store={store} root={root}>
      <section
        className={controls === 'full' ? 'toy' : 'toy toy-fits'}
        ref={root}
        data-figure="toy"
        data-ready="false"
        aria-label={text.title}
      >
        <FigureTitle title={text.title} lead={text.lead} className="toy-lead" />
        {controls === 'full' && (
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
        )}
        {session && (
          <ToyBody store={store} session={session} theme={theme} onFrame={ready} isShown={isShown} />
        )}
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
  readonly isShown: IsShown;
}

function ToyBody(props: BodyProps) {
  const { store, session, theme, onFrame, isShown } = props;
  useJobs(store, session);
  useTrajectory(session);
  const isWhole = useFigureSettings().controls === 'full';
  const { playing, toggle } = usePlayer(store, replayPath);
  useOffer({ player: { playing: () => playing, toggle } });
  const view = useStore(store.api, ({ values }) => values.view);
  const source = useMemo(() => pictureSource(store, session), [store, session]);
  const news = useMemo(() => newsOf(session), [session]);
  const map = { store, source, onFrame, onPlay: toggle };
  return (
    <>
      <div className="toy-views">
        <LearnPanel store={store} session={session} isShown={isShown} />
        <div className="toy-middle">
          <Part name="landscape" level="view" label={text.map.title}>
            <section className="toy-landscape" aria-label={text.map.title}>
              {view === 'map' ? (
                <MapView {...map} />
              ) : (
                <Suspense fallback={<div className="toy-map" />}>
                  <SurfaceView {...map} session={session} theme={theme} />
                </Suspense>
              )}
              <Status session={session} />
              <Part name="scale" level="view" label={text.map.scale}>
                <Scale session={session} />
              </Part>
            </section>
          </Part>
          {isWhole && <Below {...props} playing={playing} toggle={toggle} />}
        </div>
        <LimitPanel store={store} session={session} isShown={isShown} />
        {!isWhole && (
          <Part name="edge" level="view" label={text.edge.title}>
            <EdgePictures store={store} session={session} isShown={isShown} />
          </Part>
        )}
      </div>
      {!isWhole && (
        <>
          <Part name="verdict" level="view" label={text.verdict.title}>
            <div className="toy-caption">
              {isShown('sharpness') ? (
                <EdgeSentence store={store} session={session} />
              ) : (
                <RunSentence store={store} session={session} />
              )}
              <Trouble session={session} />
            </div>
          </Part>
          <RunBar store={store} playing={playing} toggle={toggle} />
        </>
      )}
      {isWhole && (
        <Part name="edge" level="view" label={text.edge.title}>
          <EdgePanel store={store} session={session} />
        </Part>
      )}
      <Counter session={session} onFrame={onFrame} />
      <FigureDescription
        store={store}
        words={() => describeToy(store.values(), session.api.getState())}
        watched={[news]}
      />
    </>
  );
}

interface RunBarProps extends Pick<BodyProps, 'store'> {
  readonly playing: boolean;
  readonly toggle: () => void;
}

/** Lets the runs run, and shows how far they are. */
function RunBar({ store, playing, toggle }: RunBarProps) {
  const settings = useFigureSettings();
  const locked = isLocked(settings, store, 'play', ['time']);
  const isPlayed = useShown('play', 'min', text.play);
  const isTimed = useShown('time', 'min', text.time.label);
  if (!isPlayed && !isTimed) return null;
  return (
    <div className="toy-run-bar">
      {isPlayed && (
        <button
          type="button"
          className="button main-button toy-play"
          data-action={playing ? 'stop' : 'drop'}
          disabled={locked}
          onClick={toggle}
        >
          {playing ? text.stop : text.play}
        </button>
      )}
      <NumberControl
        store={store}
        handle={handles.time}
        words={text.time.words}
        colour="var(--epsilon)"
        level="min"
      >
        <Sym name="t" />
      </NumberControl>
    </div>
  );
}

/** What stands below the landscape on the page. */
function Below({ store, session, playing, toggle }: BodyProps & RunBarProps) {
  return (
    <>
      <RunBar store={store} playing={playing} toggle={toggle} />
      <Part name="runs" label={text.table.title}>
        <RunTable store={store} session={session} />
      </Part>
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
      <Part name="remark" label={text.map.remark}>
        <p className="toy-remark">{text.map.note}</p>
      </Part>
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

/** Where no landscape is drawn, what is computed counts as drawn. */
function Counter({ session, onFrame }: Pick<BodyProps, 'session' | 'onFrame'>) {
  const isHidden = useFigureSettings().hide.has('landscape');
  const { status } = useStatus(session);
  useEffect(() => (isHidden ? session.api.subscribe(onFrame) : undefined), [isHidden, session, onFrame]);
  return isHidden ? <span hidden data-status={status} /> : null;
}

function useStatus(session: ToySession) {
  const complete = useStore(session.api, (state) => state.complete);
  const running = useStore(session.api, (state) => state.running);
  const waiting = useStore(session.api, (state) => state.waiting);
  const failed = useStore(session.api, (state) => state.trouble !== '');
  const isThere = complete && !running && !waiting;
  return { complete, running, status: failed ? 'failed' : isThere ? 'ready' : 'computing' } as const;
}

function Status({ session }: { readonly session: ToySession }) {
  const { complete, running, status } = useStatus(session);
  return (
    <p className="stage-status toy-status" role="status" data-readout="status" data-status={status}>
      {complete ? (running ? text.map.running : text.map.ready) : text.map.computing}
    </p>
  );
}

function shownLoss(loss: number): string {
  return plainText(Number(loss.toPrecision(2)));
}

/** The colours of the loss. */
function Scale({ session }: { readonly session: ToySession }) {
  const field = useStore(session.api, (state) => state.field);
  const range = field && rangeOf(field);
  return (
    <div className="legend-scale toy-scale">
      <span className="legend-title">{text.map.scale}</span>
      <span className="legend-number">{range && shownLoss(range.low)}</span>
      <ColourBar table={lossColours()} />
      <span className="legend-number">{range && `≥ ${shownLoss(range.high)}`}</span>
    </div>
  );
}
