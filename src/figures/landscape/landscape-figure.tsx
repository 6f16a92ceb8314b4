/** The figure `landscape`: a loss landscape with its saddle line and the channel beside it, and a ball that rolls. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { FigureProps } from '#figures/figure';
import { ALPHA } from '#landscape/slice-mesh';
import type { FigureStore } from '#state/figure-store';
import { readableText } from '#state/number-text';
import { Select } from '#ui/choice';
import { FigureDescription } from '#ui/figure-description';
import { FigureHead } from '#ui/figure-head';
import { useReady } from '#ui/figure-root';
import { FigureShell, isLocked, Part, useFrame, useShown } from '#ui/frame';
import { type Handle, numberHandle } from '#ui/handle';
import { NumberControl } from '#ui/number-control';
import { Sym } from '#ui/symbol';
import { type BallState, ballState } from './ball';
import { Certificates } from './certificates';
import { describeLandscape } from './describe';
import { Presets, Toolbar, ToPair } from './extras';
import { LandscapeView } from './landscape-view';
import { NetworkControls } from './network-controls';
import { Panels } from './panel-sources';
import { useTrajectory } from './prepare';
import { type LandscapeSchema, type LandscapeValues, landscapeSchema } from './schema';
import { createSession, type LandscapeSession } from './session';
import { text } from './text';
import { ToRide } from './to-ride';
import './landscape.css';

type LandscapeHandle = Handle<LandscapeSchema>;

function simple(key: 'gamma' | 'along' | 'rate' | 'time', name: string): LandscapeHandle {
  return numberHandle({
    key,
    name,
    parameter: landscapeSchema[key],
    read: (values) => values[key],
    write: (value) => ({ [key]: value }),
  });
}

const gammaHandle = simple('gamma', 'γ');
const alongHandle = simple('along', 's');
/** On the plane slice the same in units of alpha. */
const alphaHandle: LandscapeHandle = numberHandle({
  key: 'along',
  name: 'α',
  parameter: {
    ...landscapeSchema.along,
    min: -ALPHA,
    max: ALPHA,
    scale: { type: 'linear', step: ALPHA / 100 },
  },
  read: (values) => values.along * ALPHA,
  write: (alpha) => ({ along: alpha / ALPHA }),
});
const rateHandle = simple('rate', 'η');
const timeHandle = simple('time', 'the replay');

/** Steps of the optimizers, and time of the flow, before they stop by themselves. */
const LIMITS = { time: 1e8, steps: 20_000, batch: 32 } as const;

/** Lets the ball roll from where the values put it. */
async function roll(session: LandscapeSession, values: LandscapeValues): Promise<void> {
  const { gamma, along, slice } = values;
  try {
    const { theta } = await session.place(
      slice === 'plane' ? { gamma, alpha: along * ALPHA } : { gamma, along },
    );
    session.run({
      theta,
      optimizer: values.opt,
      rate: values.rate,
      batch: LIMITS.batch,
      seed: 1,
      maxTime: LIMITS.time,
      maxSteps: LIMITS.steps,
    });
  } catch (error) {
    session.complain(error);
  }
}

/** Milliseconds without a change after which another network is computed. */
const SETTLE_TIME = 200;

/** The figure with all its views and controls. */
export default function LandscapeFigure({ store, theme, prefix }: FigureProps<LandscapeSchema>) {
  const root = useRef<HTMLElement>(null);
  const ready = useReady(root);
  const [session, setSession] = useState<LandscapeSession>();
  useEffect(() => {
    const made = createSession(store.values());
    setSession(made);
    const aim = () => {
      const { slice, gamma, along } = store.values();
      if (slice === 'plane') made.aim(gamma, along * ALPHA);
    };
    // Not at every step of a slider: each network is a computation of its own.
    let timer: number | undefined;
    const end = store.api.subscribe(() => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => made.compute(store.values()), SETTLE_TIME);
      aim();
    });
    const endAim = made.api.subscribe(({ plane }, before) => {
      if (plane !== before.plane) aim();
    });
    return () => {
      end();
      endAim();
      window.clearTimeout(timer);
      made.dispose();
    };
  }, [store]);

  return (
    <FigureShell id="landscape" prefix={prefix} store={store} root={root}>
      <section
        className="landscape"
        ref={root}
        data-figure="landscape"
        data-ready="false"
        aria-label={text.title}
      >
        <FigureHead title={text.title} />
        <div className="landscape-top">
          <Select
            store={store}
            param="slice"
            label={text.slice.label}
            options={landscapeSchema.slice.options}
          />
          <Select store={store} param="axis" label={text.axis.label} options={landscapeSchema.axis.options} />
          <Presets store={store} />
        </div>
        <NetworkControls store={store} />
        {session && (
          <LandscapeBody store={store} session={session} theme={theme} prefix={prefix} onFrame={ready} />
        )}
        <Toolbar store={store} session={session} prefix={prefix} />
      </section>
    </FigureShell>
  );
}

interface BodyProps extends FigureProps<LandscapeSchema> {
  readonly session: LandscapeSession;
  readonly onFrame: () => void;
}

function LandscapeBody({ store, session, theme, prefix, onFrame }: BodyProps) {
  const start = useMemo(
    () => () => {
      store.set({ time: 1 });
      void roll(session, store.values());
    },
    [session, store],
  );
  useTrajectory(session, () => roll(session, store.values()));
  return (
    <>
      <div className="landscape-views">
        <LandscapeView store={store} session={session} theme={theme} onFrame={onFrame} onDrop={start} />
        <div className="landscape-side">
          <Part name="numbers" level="view" label={text.parts.numbers}>
            <BallReadouts store={store} session={session} />
          </Part>
          <Part name="ways" label={text.parts.ways}>
            <ToPair store={store} session={session} prefix={prefix} />
            <ToRide store={store} prefix={prefix} />
          </Part>
          <Part name="certificates" label={text.parts.certificates}>
            <Certificates session={session} />
          </Part>
        </div>
      </div>
      <RunBar store={store} session={session} onDrop={start} />
      <Part name="panels" label={text.parts.panels}>
        <Panels store={store} session={session} theme={theme} />
      </Part>
      <FigureDescription
        words={() => describeLandscape(store.values(), session.api.getState())}
        watched={[store.api, session.api]}
      />
    </>
  );
}

function RunBar({
  store,
  session,
  onDrop,
}: {
  readonly store: FigureStore<LandscapeSchema>;
  readonly session: LandscapeSession;
  readonly onDrop: () => void;
}) {
  const running = useStore(session.api, (state) => state.running);
  const computable = useStore(session.api, (state) => state.columns.length > 1 || state.plane !== undefined);
  const runs = useStore(session.api, (state) => state.runs.length);
  const trouble = useStore(session.api, (state) => state.trouble);
  const plane = useStore(store.api, ({ values }) => values.slice === 'plane');
  const stepwise = useStore(store.api, ({ values }) => values.opt !== 'flow');
  const frame = useFrame();
  const droppable = useShown('drop', 'min', text.drop);
  return (
    <div className="run-bar">
      {droppable && (
        <button
          type="button"
          className="main-button"
          data-action={running ? 'stop' : 'drop'}
          disabled={!computable || isLocked(frame, store, 'drop', [])}
          onClick={() => (running ? session.stop() : onDrop())}
        >
          {running ? text.stop : text.drop}
        </button>
      )}
      <Select store={store} param="opt" label={text.opt.label} options={landscapeSchema.opt.options} />
      <NumberControl store={store} handle={gammaHandle} words={text.words.gamma}>
        <Sym name="gamma" />
      </NumberControl>
      <NumberControl
        key={plane ? 'alpha' : 's'}
        store={store}
        handle={plane ? alphaHandle : alongHandle}
        words={text.words.along}
      >
        <Sym name={plane ? 'alpha' : 's'} />
      </NumberControl>
      {stepwise && (
        <NumberControl store={store} handle={rateHandle} words={text.words.rate}>
          <Sym name="eta" />
        </NumberControl>
      )}
      <NumberControl
        store={store}
        handle={timeHandle}
        words={text.words.time}
        colour="var(--epsilon)"
        level="min"
      >
        <Sym name="t" />
      </NumberControl>
      <Part name="clear" label={text.parts.clear}>
        <button type="button" data-action="clear" disabled={runs === 0} onClick={() => session.clear()}>
          {text.clear}
        </button>
      </Part>
      <p className="run-trouble" role="status" data-readout="trouble">
        {trouble}
      </p>
    </div>
  );
}

/** Numbers of the ball, from the store and the session. */
function BallReadouts({
  store,
  session,
}: {
  readonly store: FigureStore<LandscapeSchema>;
  readonly session: LandscapeSession;
}) {
  const ref = useRef<HTMLDListElement>(null);
  useEffect(() => {
    let frame = 0;
    const write = () => {
      frame = 0;
      const element = ref.current;
      const ball = ballState(session.api.getState(), store.values());
      if (element) writeBall(element, ball);
    };
    const ask = () => {
      if (frame === 0) frame = requestAnimationFrame(write);
    };
    ask();
    const ends = [store.api.subscribe(ask), session.api.subscribe(ask)];
    return () => {
      for (const end of ends) end();
      cancelAnimationFrame(frame);
    };
  }, [store, session]);
  const row = (name: string, label: React.ReactNode) => (
    <div key={name}>
      <dt>{label}</dt>
      <dd data-readout={name}>–</dd>
    </div>
  );
  return (
    <section className="ball-readouts" aria-label={text.ball}>
      <dl ref={ref}>
        {row('ball-loss', text.lossAxis)}
        {row('ball-gamma', <Sym name="gamma" />)}
        {row('ball-time', <Sym name="t" />)}
        {row('ball-epsilon', <Sym name="epsilon" />)}
        {row(
          'ball-gap',
          <>
            <Sym name="ai" /> − <Sym name="aj" />
          </>,
        )}
        {row('ball-off', text.off)}
      </dl>
      <EndSentence session={session} />
    </section>
  );
}

function writeBall(element: HTMLElement, ball: BallState | undefined): void {
  const values: Record<string, number | undefined> = {
    'ball-loss': ball?.loss,
    'ball-gamma': ball?.gamma,
    'ball-time': ball?.time,
    'ball-epsilon': ball?.epsilon,
    'ball-gap': ball?.gap,
    'ball-off': ball?.off,
  };
  for (const [name, value] of Object.entries(values)) {
    const target = element.querySelector<HTMLElement>(`[data-readout="${name}"]`);
    if (!target) continue;
    const shown = value === undefined ? '–' : readableText(value, name === 'ball-loss' ? 6 : 4);
    if (target.textContent !== shown) target.textContent = shown;
    target.dataset.value = value === undefined ? '' : String(value);
  }
}

function EndSentence({ session }: { readonly session: LandscapeSession }) {
  const end = useStore(session.api, (state) => state.runs.at(-1)?.end);
  return (
    <p className="ball-sentence" role="status" data-readout="run-end" data-place={end?.place ?? ''}>
      {end ? text.ends[end.place] : ''}
    </p>
  );
}
