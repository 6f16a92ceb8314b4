/** Lets many balls go at once, and counts where they end. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { FigureStore } from '#state/figure-store';
import { plainText } from '#state/number-text';
import { isLocked, useFigureSettings, useShown } from '#ui/figure-context';
import { type Handle, numberHandle } from '#ui/handle';
import { writeNumber } from '#ui/live';
import { NumberControl } from '#ui/number-control';
import { sourceFrom, useSource } from '#ui/source';
import { Sym } from '#ui/symbol';
import type { SwarmPart } from '#workers/swarm-messages';
import { type LandscapeSchema, landscapeSchema } from './schema';
import type { LandscapeSession } from './session';
import { countSwarm, swarmFrame } from './swarm';
import { text } from './text';
import './swarm-bar.css';

/** Another number of balls is another swarm: the one that is there goes. */
const ballsHandle: Handle<LandscapeSchema> = numberHandle({
  key: 'balls',
  name: text.names.balls,
  parameter: landscapeSchema.balls,
  read: (values) => values.balls,
  write: (balls) => ({ balls, toss: 0 }),
});

interface SwarmBarProps {
  readonly store: FigureStore<LandscapeSchema>;
  readonly session: LandscapeSession;
}

/** The button, how many balls, and where they are. */
export function SwarmBar({ store, session }: SwarmBarProps) {
  const running = useStore(session.api, ({ swarm }) => swarm?.running === true);
  const balls = useStore(store.api, ({ values }) => values.balls);
  const tossed = useStore(store.api, ({ values }) => values.toss > 0);
  const locked = isLocked(useFigureSettings(), store, 'swarm', ['toss']);
  if (!useShown('swarm', 'min', text.parts.swarm)) return null;
  const toss = () => store.set({ toss: (store.values().toss % landscapeSchema.toss.max) + 1, time: 1 });
  return (
    <div className="swarm-bar">
      <button
        type="button"
        className="button"
        data-action="swarm"
        disabled={locked}
        onClick={() => (running ? session.stopSwarm() : toss())}
      >
        {running ? text.stop : text.swarm.drop(plainText(balls))}
      </button>
      <NumberControl store={store} handle={ballsHandle} words={text.words.balls}>
        n
      </NumberControl>
      {tossed && <SwarmCounts store={store} session={session} />}
    </div>
  );
}

/** Where the balls are, counted as they roll. */
function SwarmCounts({ store, session }: SwarmBarProps) {
  const waiting = useStore(session.api, ({ swarm }) => swarm === undefined);
  const running = useStore(session.api, ({ swarm }) => swarm?.running === true);
  const source = useMemo(
    () =>
      sourceFrom([store.api, session.api], () => {
        const { swarm } = session.api.getState();
        return swarm && swarmFrame(swarm, store.values().time);
      }),
    [store, session],
  );
  const list = useSource<HTMLDivElement, SwarmPart>(source, (element, part) => {
    const { channel, finite, rolling, elsewhere } = countSwarm(part);
    const numbers = { channel, finite, rest: rolling + elsewhere };
    for (const [name, value] of Object.entries(numbers)) {
      const target = element.querySelector<HTMLElement>(`[data-readout="swarm-${name}"]`);
      if (target) Object.assign(target, { textContent: plainText(value) }).dataset.value = String(value);
    }
    const time = element.querySelector<HTMLElement>('[data-readout="swarm-time"]');
    if (time) writeNumber(time, part?.time ?? 0, 2);
  });
  if (waiting) return <p className="swarm-counts">{text.swarm.waiting}</p>;
  const count = (name: string, words: string) => (
    <span className={`swarm-count swarm-${name}`}>
      <b data-readout={`swarm-${name}`}>0</b> {words}
    </span>
  );
  return (
    <div className="swarm-counts" ref={list}>
      {count('channel', text.swarm.channel)}
      {count('finite', text.swarm.finite)}
      {count('rest', running ? text.swarm.rolling : text.swarm.unfinished)}
      <span>
        <Sym name="t" /> = <span data-readout="swarm-time">0</span>
      </span>
    </div>
  );
}
