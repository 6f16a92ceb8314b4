/** Playing the runs from their start to their end. */
import { useEffect, useState } from 'react';
import type { FigureStore } from '#state/figure-store';
import type { ToySchema } from './schema';

/** Seconds from the start to the end of all runs. */
const SECONDS = 6;

/** Whether the runs play, and a switch for it. Any other change of the replay stops it. */
export function usePlay(store: FigureStore<ToySchema>): {
  readonly playing: boolean;
  readonly toggle: () => void;
} {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    // Where motion is unwanted, the start and then the end.
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    let began: number | undefined;
    let shown = 0;
    let frame = 0;
    store.change({ time: 0 });
    const step = (now: number) => {
      began ??= now;
      if (store.values().time !== shown) return setPlaying(false);
      const share = (now - began) / 1000 / SECONDS;
      const next = still ? (share < 0.15 ? 0 : 1) : Math.min(1, share);
      store.change({ time: next });
      shown = store.values().time;
      if (shown >= 1) {
        store.commit();
        return setPlaying(false);
      }
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [playing, store]);
  return { playing, toggle: () => setPlaying(!playing) };
}
