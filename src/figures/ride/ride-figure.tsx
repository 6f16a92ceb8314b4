/** The figure `ride`: along a channel by jumps, and to its end at once. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { FigureProps } from '#figures/figure';
import { isOfCensus } from '#landscape/network-choice';
import { NetworkControls } from '#landscape/network-controls';
import type { FigureStore } from '#state/figure-store';
import { defaults } from '#state/schema';
import { Select } from '#ui/choice';
import { FigureShell, Part, useFigureSettings } from '#ui/figure-context';
import { FigureDescription } from '#ui/figure-description';
import { useReady } from '#ui/figure-root';
import { FigureTitle } from '#ui/figure-title';
import { FigureToolbar } from '#ui/figure-toolbar';
import { parameterHandle } from '#ui/handle';
import { NumberControl } from '#ui/number-control';
import { PresetPicker } from '#ui/preset-picker';
import { type Source, sourceFrom, useSource } from '#ui/source';
import { CertificateCard } from './certificate-card';
import { Clock, ClockPicture, Sharpness } from './clock-panels';
import { describeRide, rideData } from './describe';
import { LawPlots, type LawState } from './law-plots';
import { rideView } from './model';
import { useRidden } from './prepare';
import { RideBar } from './ride-bar';
import { presets, type RideSchema, rideSchema } from './schema';
import { createRideSession, type RideSession } from './session';
import { text } from './text';
import { useRideLayout } from './use-layout';
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
  const { controls } = useFigureSettings();
  const root = useRef<HTMLElement>(null);
  const onFrame = useReady(root);
  useRideLayout(root);
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
      if (!isNetworkChange(values, followed)) return follow();
      made.setWaiting();
      timer = window.setTimeout(follow, SETTLE_TIME);
    });
    return () => {
      end();
      window.clearTimeout(timer);
      made.dispose();
    };
  }, [store]);
  return (
    <FigureShell id="ride" prefix={prefix} store={store} root={root}>
      <section
        className={controls === 'full' ? 'ride' : 'ride ride-fits'}
        ref={root}
        data-figure="ride"
        data-ready="false"
        aria-label={text.title}
      >
        <FigureTitle title={text.title} lead={text.lead} className="ride-lead" />
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
  const { controls } = useFigureSettings();
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
  useRidden(session, store);
  return (
    <>
      <Start store={store} session={session} />
      <RideBar store={store} session={session} source={ride} />
      <Frames source={laws} onFrame={onFrame} />
      <Part name="laws" level="view" label={text.plots.title}>
        <LawPlots source={laws} onPick={pick} />
      </Part>
      {controls === 'full' ? (
        <div className="ride-columns">
          <Part name="clock" level="view" label={text.clock.title}>
            <Clock store={store} source={ride} />
          </Part>
          <div className="ride-side">
            <Part name="certificate" level="view" label={text.certificate.title}>
              <CertificateCard source={ride} />
            </Part>
            <Part name="sharpness" label={text.sharpness.title}>
              <Sharpness source={ride} />
            </Part>
          </div>
        </div>
      ) : (
        <Part name="clock" level="view" label={text.clock.title}>
          <ClockPicture source={ride} />
        </Part>
      )}
      <FigureDescription
        store={store}
        words={() => describeRide(store.values(), ride.get())}
        watched={[ride]}
      />
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

const factorHandle = parameterHandle(rideSchema, 'factor', text.names.factor);

/** What another channel changes. */
const CHANNEL_KEYS = ['network', 'seed', 'neuron', 'side', 'jumps', 'inf'] as const;

/** Which channel: an example, a network, or another one from a random seed. */
function Start({ store, session }: Pick<BodyProps, 'store' | 'session'>) {
  const { controls, lock } = useFigureSettings();
  const network = useStore(store.api, ({ values }) => values.network);
  const census = isOfCensus({ network });
  const searching = useStore(session.api, (state) => state.searching);
  const locked = lock.has('another') || CHANNEL_KEYS.some((key) => store.locked.has(key));
  const another = async () => {
    if (searching) return session.stopSearch();
    const found = await session.search(store.values());
    if (found) store.set(found);
  };
  if (controls !== 'full') return null;
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
      <Part name="another" label={text.another}>
        <button
          type="button"
          className="button"
          data-action="another"
          aria-pressed={searching}
          disabled={locked}
          title={locked ? text.locked : undefined}
          onClick={() => void another()}
        >
          {searching ? text.stopSearch : text.another}
        </button>
      </Part>
      <Part name="settings" label={text.settings}>
        <details className="ride-settings" open={census}>
          <summary>{text.settings}</summary>
          <NetworkControls store={store}>
            {network !== 'channel' && (
              <Select store={store} param="side" label={text.side.label} options={rideSchema.side.options} />
            )}
            <NumberControl store={store} handle={factorHandle} words={text.words.factor}>
              ×
            </NumberControl>
          </NetworkControls>
        </details>
      </Part>
    </div>
  );
}
