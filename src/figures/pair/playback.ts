/** Playing epsilon -> 0: a steady walk on the logarithmic scale, whole decades at a time when motion is unwanted. */
import { useEffect, useState } from 'react';
import type { FigureStore } from '#state/figure-store';
import { type PairSchema, pairSchema } from './schema';

const SECONDS_PER_DECADE = 1.4;
const { min, max } = pairSchema.eps;

/** Epsilon after playing for some seconds from a start. */
export function playedEpsilon(start: number, seconds: number, stepwise: boolean): number {
  const from = start === 0 ? max : start;
  const passed = seconds / SECONDS_PER_DECADE;
  const next = from * 10 ** -(stepwise ? Math.floor(passed) : passed);
  return next < min * (1 - 1e-9) ? 0 : Number(next.toPrecision(3));
}

/** Whether it plays, and a switch for it. Any other change of epsilon stops it. */
export function usePlayback(store: FigureStore<PairSchema>): readonly [playing: boolean, toggle: () => void] {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const stepwise = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const start = store.values().eps;
    let began: number | undefined;
    let frame = 0;
    let shown = start;
    const stop = () => {
      setPlaying(false);
      store.commit();
    };
    const step = (now: number) => {
      began ??= now;
      if (store.values().eps !== shown) return stop();
      const eps = playedEpsilon(start, (now - began) / 1000, stepwise);
      store.change({ eps });
      shown = store.values().eps;
      if (shown === 0) return stop();
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [playing, store]);
  return [
    playing,
    () => {
      if (playing) store.commit();
      setPlaying(!playing);
    },
  ];
}
