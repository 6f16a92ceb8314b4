/** The numbers of the ball that rolls in the figure `landscape`, and where it ended. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { FigureStore } from '#state/figure-store';
import { readableText } from '#state/number-text';
import { writeWords } from '#ui/live';
import { Sym } from '#ui/symbol';
import { type BallState, ballState } from './ball';
import type { LandscapeSchema } from './schema';
import type { LandscapeSession } from './session';
import { text } from './text';
import './ball-readouts.css';

interface BallReadoutsProps {
  readonly store: FigureStore<LandscapeSchema>;
  readonly session: LandscapeSession;
}

/** Numbers of the ball, from the store and the session. */
export function BallReadouts({ store, session }: BallReadoutsProps) {
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
      <dl className="number-list" ref={ref}>
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
    writeWords(target, shown);
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
