/** The figure `ride`: along a channel by jumps, and to its end at once. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { FigureProps } from '#figures/figure';
import { NetworkControls } from '#landscape/network-controls';
import type { FigureStore } from '#state/figure-store';
import { defaults } from '#state/schema';
import { Select } from '#ui/choice';
import { useReady } from '#ui/figure-root';
import { FigureToolbar } from '#ui/figure-toolbar';
import { FigureShell } from '#ui/frame';
import { numberHandle } from '#ui/handle';
import { NumberControl } from '#ui/number-control';
import { PresetPicker } from '#ui/preset-picker';
import { type Source, sourceFrom, useSource } from '#ui/source';
import { CertificateCard } from './certificate-card';
import { Clock, Sharpness } from './clock-panels';
import { describeRide, rideData } from './describe';
import { LawPlots, type LawState } from './law-plots';
import { type RideView, rideView } from './model';
import { presets } from './presets';
import { RideBar } from './ride-bar';
import { type RideSchema, rideSchema } from './schema';
import { createRideSession, type RideSession } from './session';
import { text } from './text';
import './ride.css';

/** Milliseconds without a change after which another network is computed. */
const SETTLE_TIME = 200;

/** Settings of which each step of a slider would be a computation of its own. */
function isNetworkChange(now: ReturnType<FigureStore<RideSchema>['values']>, before: typeof now): boolean {
  return (['network', 'neuron', 'act', 'hidden', 'seed', 'grid', 'factor'] as const).some(
    (key) => now[key] !== before[key],
  );
}

/** The figure with all its plots and controls. */
export default function RideFigure({ store, prefix }: FigureProps<RideSchema>) {
  const root = useRef<HTMLElement>(null);
  const onFrame = useReady(root);
  const [session, setSession] = useState<RideSession>();
  useEffect(() => {
    const made = createRideSession();
    setSession(made);
    made.follow(store.values());
    let timer: number | undefined;
    let followed = store.values();
    const end = store.api.subscribe(({ values }) => {
      window.clearTimeout(timer);
      const follow = () => {
        followed = store.values();
        made.follow(followed);
      };
      if (isNetworkChange(values, followed)) timer = window.setTimeout(follow, SETTLE_TIME);
      else follow();
    });
    return () => {
      end();
      window.clearTimeout(timer);
      made.dispose();
    };
  }, [store]);
  return (
    <FigureShell id="ride" prefix={prefix} store={store} root={root}>
      <section className="ride" ref={root} data-figure="ride" data-ready="false" aria-label={text.title}>
        <header className="figure-title">
          <h2>{text.title}</h2>
          <p className="ride-lead">{text.lead}</p>
        </header>
        {session && <Body store={store} session={session} prefix={prefix} onFrame={onFrame} />}
      </section>
    </FigureShell>
  );
}

interface BodyProps {
  readonly store: FigureStore<RideSchema>;
  readonly session: RideSession;
  readonly prefix: string;
  readonly onFrame: () => void;
}

function Body({ store, session, prefix, onFrame }: BodyProps) {
  const { ride, laws, pick } = useMemo(() => {
    const picked = createStore<{ readonly at: number | undefined }>(() => ({ at: undefined }));
    const view = sourceFrom([session.api, store.api], () => rideView(session.api.getState(), store.values()));
    const state = sourceFrom([session.api, store.api, picked], (): LawState | undefined => {
      const now = view.get();
      const { at } = picked.getState();
      return now && { view: now, at: at !== undefined && at < now.points.length ? at : undefined };
    });
    return { ride: view, laws: state, pick: (at: number | undefined) => picked.setState({ at }) };
  }, [session, store]);
  return (
    <>
      <Start store={store} session={session} />
      <RideBar store={store} session={session} source={ride} />
      <Frames source={laws} onFrame={onFrame} />
      <LawPlots source={laws} onPick={pick} />
      <div className="ride-columns">
        <Clock store={store} source={ride} />
        <div className="ride-side">
          <CertificateCard source={ride} />
          <Sharpness source={ride} />
        </div>
      </div>
      <Description store={store} source={ride} />
      <FigureToolbar store={store} name="ride" prefix={prefix} data={() => rideData(ride.get())} />
    </>
  );
}

/** Counts what the plots draw. */
function Frames({ source, onFrame }: { readonly source: Source<LawState>; readonly onFrame: () => void }) {
  const ref = useSource<HTMLSpanElement, LawState>(source, (_, state) => {
    if (state) onFrame();
  });
  return <span hidden ref={ref} />;
}

const factorHandle = numberHandle<RideSchema>({
  key: 'factor',
  name: 'the factor',
  parameter: rideSchema.factor,
  read: (values) => values.factor,
  write: (factor) => ({ factor }),
});

/** Which channel: an example, a network, or another one from a random seed. */
function Start({ store, session }: Pick<BodyProps, 'store' | 'session'>) {
  const searching = useStore(session.api, (state) => state.searching);
  const another = async () => {
    if (searching) return session.stopSearch();
    const found = await session.search(store.values());
    if (found) store.set(found);
  };
  return (
    <div className="ride-start">
      <PresetPicker
        store={store}
        presets={presets}
        start={(values) => ({ ...defaults(rideSchema), ...values })}
        lasts={(values, preset) => {
          const { network, side, inf } = { ...defaults(rideSchema), ...preset };
          return values.network === network && values.side === side && values.inf === inf;
        }}
      />
      <button type="button" data-action="another" aria-pressed={searching} onClick={() => void another()}>
        {searching ? text.stopSearch : text.another}
      </button>
      <details className="ride-settings">
        <summary>{text.settings}</summary>
        <NetworkControls store={store}>
          <Select store={store} param="side" label={text.side.label} options={rideSchema.side.options} />
          <NumberControl store={store} handle={factorHandle} words={text.words.factor}>
            ×
          </NumberControl>
        </NetworkControls>
      </details>
    </div>
  );
}

/** Milliseconds without a change after which the figure is spoken. */
const PAUSE = 600;

function Description({
  store,
  source,
}: {
  readonly store: FigureStore<RideSchema>;
  readonly source: Source<RideView>;
}) {
  const [words, setWords] = useState('');
  useEffect(() => {
    let timer: number | undefined;
    const speak = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setWords(describeRide(store.values(), source.get())), PAUSE);
    };
    speak();
    const end = source.subscribe(speak);
    return () => {
      end();
      window.clearTimeout(timer);
    };
  }, [store, source]);
  return (
    <>
      <details className="figure-description">
        <summary>{text.described}</summary>
        <p data-readout="description">{words}</p>
      </details>
      <p className="visually-hidden" aria-live="polite" data-readout="spoken">
        {words}
      </p>
    </>
  );
}
