/** The figure `landscape`: a loss landscape with its saddle line and the channel beside it, and a ball that rolls. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { FigureProps } from '#figures/figure';
import { ALPHA } from '#landscape/slice-mesh';
import { Select } from '#ui/choice';
import { FigureShell, Part, useOffer } from '#ui/figure-context';
import { FigureDescription } from '#ui/figure-description';
import { useReady } from '#ui/figure-root';
import { FigureTitle } from '#ui/figure-title';
import { BallReadouts } from './ball-readouts';
import { Certificates } from './certificates';
import { describeLandscape } from './describe';
import { Presets, Toolbar, ToPair } from './extras';
import { LandscapeView } from './landscape-view';
import { NetworkControls } from './network-controls';
import { Panels } from './panel-sources';
import { useTrajectory } from './prepare';
import { RunBar } from './run-bar';
import { type LandscapeSchema, type LandscapeValues, landscapeSchema } from './schema';
import { createSession, type LandscapeSession } from './session';
import { SwarmBar } from './swarm-bar';
import { text } from './text';
import { ToRide } from './to-ride';
import { useSwarm } from './use-swarm';
import './landscape.css';

/** Steps of the optimizers, and time of the flow, before they stop by themselves. */
const LIMITS = { time: 1e8, steps: 20_000, batch: 32 } as const;

/** Lets the ball roll from where the values put it. */
function roll(session: LandscapeSession, values: LandscapeValues): void {
  const { gamma, along, slice } = values;
  session.run({
    start: slice === 'plane' ? { gamma, alpha: along * ALPHA } : { gamma, along },
    optimizer: values.opt,
    rate: values.rate,
    batch: LIMITS.batch,
    seed: 1,
    maxTime: LIMITS.time,
    maxSteps: LIMITS.steps,
  });
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
    const locate = () => {
      const { slice, gamma, along } = store.values();
      if (slice === 'plane') made.locate(gamma, along * ALPHA);
    };
    // Not at every step of a slider: each network is a computation of its own.
    let timer: number | undefined;
    const end = store.api.subscribe(({ values }, { values: before }) => {
      // Who puts the ball elsewhere, by whatever means, sees it there, and who moves the replay sees the run again.
      const isMoved = values.gamma !== before.gamma || values.along !== before.along;
      if (isMoved || values.time !== before.time) made.setBallMoved(isMoved);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => made.compute(store.values()), SETTLE_TIME);
      locate();
    });
    const endLocate = made.api.subscribe(({ plane }, before) => {
      if (plane !== before.plane) locate();
    });
    return () => {
      end();
      endLocate();
      window.clearTimeout(timer);
      made.dispose();
    };
  }, [store]);
  useSwarm(store, session);

  return (
    <FigureShell id="landscape" prefix={prefix} store={store} root={root}>
      <section
        className="landscape"
        ref={root}
        data-figure="landscape"
        data-ready="false"
        aria-label={text.title}
      >
        <FigureTitle title={text.title} />
        <div className="landscape-top">
          <Select
            store={store}
            param="slice"
            label={text.slice.label}
            options={landscapeSchema.slice.options}
          />
          <Select store={store} param="axis" label={text.axis.label} options={landscapeSchema.axis.options} />
          <CropChoice store={store} />
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

/** How much of the descent slice is drawn; the plane slice has no other parts. */
function CropChoice({ store }: Pick<FigureProps<LandscapeSchema>, 'store'>) {
  const isPlane = useStore(store.api, ({ values }) => values.slice === 'plane');
  return isPlane ? null : (
    <Select store={store} param="crop" label={text.crop.label} options={landscapeSchema.crop.options} />
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
      roll(session, store.values());
    },
    [session, store],
  );
  useTrajectory(session, () => roll(session, store.values()));
  useOffer({ roll: start });
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
      <SwarmBar store={store} session={session} />
      <Part name="panels" label={text.parts.panels}>
        <Panels store={store} session={session} theme={theme} />
      </Part>
      <FigureDescription
        store={store}
        words={() => describeLandscape(store.values(), session.api.getState())}
        watched={[session.api]}
      />
    </>
  );
}
