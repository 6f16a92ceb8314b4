/** The buttons of the ride, and where it is. */
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { FigureStore } from '#state/figure-store';
import { numberText, readableText } from '#state/number-text';
import { isLocked, Part, useFigureSettings, useOffer, useShown } from '#ui/figure-context';
import { numberHandle } from '#ui/handle';
import { NumberControl } from '#ui/number-control';
import { type Source, useSource } from '#ui/source';
import { Sym } from '#ui/symbol';
import { CertificateLine } from './certificate-card';
import { stopText } from './describe';
import { type RideView, rideStatus } from './model';
import { canJump, createPlayer, shownJumps } from './player';
import { writeRich } from './rich-text';
import { type RideSchema, rideSchema } from './schema';
import type { RideSession } from './session';
import { text } from './text';
import './ride-bar.css';

interface RideBarProps {
  readonly store: FigureStore<RideSchema>;
  readonly session: RideSession;
  readonly source: Source<RideView>;
}

const goalHandle = numberHandle<RideSchema>({
  key: 'goal',
  name: 'ε',
  parameter: rideSchema.goal,
  reversed: true,
  read: (values) => values.goal,
  write: (goal) => ({ goal }),
});

/** Jump, play, undo, infinity; and where that has led. */
export function RideBar(props: RideBarProps) {
  const { store, session, source } = props;
  const { controls } = useFigureSettings();
  return (
    <div className="ride-bar">
      <Buttons {...props} />
      <NumberControl store={store} handle={goalHandle} words={text.words.goal} colour="var(--epsilon)">
        <Sym name="epsilon" />
      </NumberControl>
      <div className="ride-caption">
        <Part name="position" level="view" label={text.positionName}>
          <Position session={session} source={source} />
        </Part>
        {controls !== 'full' && (
          <Part name="certificate" level="view" label={text.certificate.title}>
            <CertificateLine source={source} />
          </Part>
        )}
      </div>
      <Status store={store} session={session} />
    </div>
  );
}

/** Whether everything that is asked for has been computed, for whoever waits for it. */
function Status({ store, session }: Omit<RideBarProps, 'source'>) {
  const values = useStore(store.api, (state) => state.values);
  const status = useStore(session.api, (state) => rideStatus(state, values));
  return <span hidden data-readout="computed" data-status={status} />;
}

function Buttons({ store, session }: RideBarProps) {
  const settings = useFigureSettings();
  const player = useMemo(() => createPlayer(session, store), [session, store]);
  useEffect(() => player.dispose, [player]);
  useOffer({ player: { playing: () => player.api.getState().playing, toggle: player.toggle } });
  const shown = {
    jump: useShown('jump', 'min', text.halve),
    play: useShown('play', 'min', text.play),
    back: useShown('back', 'min', text.back),
    infinity: useShown('infinity', 'min', text.infinity),
  };
  const playing = useStore(player.api, (state) => state.playing);
  const factor = useStore(store.api, ({ values }) => values.factor);
  const infinite = useStore(store.api, ({ values }) => values.inf);
  const jumps = useStore(store.api, ({ values }) => values.jumps);
  // Both stores decide; either renders these buttons, which are small.
  useStore(session.api, (state) => state.points.length);
  useStore(session.api, (state) => state.stop);
  const status = useStore(session.api, (state) => state.status);
  const found = useStore(session.api, (state) => state.found !== undefined);
  const on = canJump(session, store);
  if (!Object.values(shown).includes(true)) return null;

  const jump = () => {
    player.stop();
    store.set({ jumps: shownJumps(session, store) + 1, inf: false });
  };
  const back = () => {
    player.stop();
    store.set({ jumps: Math.max(0, shownJumps(session, store) - 1), inf: false });
  };
  const infinity = () => {
    player.stop();
    store.set({ jumps: shownJumps(session, store), inf: !infinite });
  };
  const locked = (name: keyof typeof shown, key = 'jumps') => isLocked(settings, store, name, [key]);
  return (
    <div className="ride-buttons">
      {shown.jump && (
        <button
          type="button"
          className="button main-button"
          data-action="jump"
          disabled={!on || playing || locked('jump')}
          onClick={jump}
        >
          {factor === 0.5 ? text.halve : text.jump(numberText(factor))}
        </button>
      )}
      {shown.play && (
        <button
          type="button"
          className="button"
          data-action={playing ? 'stop' : 'play'}
          disabled={(!on && !playing) || locked('play')}
          aria-pressed={playing}
          onClick={player.toggle}
        >
          {playing ? text.stop : text.play}
        </button>
      )}
      {shown.back && (
        <button
          type="button"
          className="button"
          data-action="back"
          disabled={(jumps === 0 && !infinite) || !found || status === 'computing' || locked('back')}
          onClick={back}
        >
          {text.back}
        </button>
      )}
      {shown.infinity && (
        <button
          type="button"
          className="button ride-infinity-button"
          data-action="infinity"
          aria-pressed={infinite}
          disabled={!found || status !== 'ready' || locked('infinity', 'inf')}
          onClick={infinity}
        >
          {infinite ? text.fromInfinity : text.infinity}{' '}
          <span aria-hidden="true">{infinite ? '' : '→ ∞'}</span>
        </button>
      )}
    </div>
  );
}

/** Where the ride is and why it goes no further, in sentences; none of them moves what is around. */
function Position({ session, source }: Omit<RideBarProps, 'store'>) {
  const { controls } = useFigureSettings();
  const time = useRef<number | undefined>(undefined);
  const ref = useSource<HTMLDivElement, RideView>(source, (element, view) => {
    time.current = session.api.getState().jumpTime;
    const find = (name: string) => element.querySelector<HTMLElement>(`[data-readout="${name}"]`);
    const position = find('position');
    if (position && view) {
      const { last, points } = view;
      const took =
        // A picture of the same state is always the same.
        controls === 'full' && points.length > 1 && time.current !== undefined
          ? ` ${text.took(String(Math.round(time.current)))}`
          : '';
      const where =
        text.position(points.length - 1, readableText(last.epsilon), readableText(last.outputDifference)) +
        took;
      writeRich(position, where);
      position.dataset.value = String(last.epsilon);
    }
    const end = find('ride-end');
    if (end) {
      // A picture of infinity needs not be told that the jumps end before it.
      const isPast = controls !== 'full' && view?.infinite;
      writeRich(end, view?.stop && !isPast ? stopText(view.stop) : '');
      end.dataset.place = view?.stop?.kind ?? '';
    }
  });
  const status = useStore(session.api, (state) => state.status);
  const message = useStore(session.api, (state) => state.message);
  return (
    <div className="ride-position" ref={ref}>
      <p>
        <span className="readout" data-readout="position" />
      </p>
      <p className="ride-status" role="status">
        <span data-readout="ride-end" data-place="" />{' '}
        <span data-readout="status" data-status={status}>
          {message}
        </span>
      </p>
    </div>
  );
}
