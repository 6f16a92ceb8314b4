/** Playing epsilon -> 0: a steady walk on the logarithmic scale, whole decades at a time when motion is unwanted. */
import { useEffect, useState } from 'react';
import type { FigureStore } from '#state/figure-store';
import { isLocked, useFigureSettings, useOffer, useShown } from '#ui/figure-context';
import { strings } from '#ui/strings';
import type { EpsilonSchema } from './epsilon-bar';
import './playback.css';

const SECONDS_PER_DECADE = 1.4;

/** The positive epsilons that are played through, before 0. */
export interface PlayedRange {
  readonly min: number;
  readonly max: number;
}

/** Epsilon after playing for some seconds from a start. */
export function playedEpsilon(
  start: number,
  seconds: number,
  stepwise: boolean,
  { min, max }: PlayedRange,
): number {
  const from = start === 0 ? max : start;
  const passed = seconds / SECONDS_PER_DECADE;
  const next = from * 10 ** -(stepwise ? Math.floor(passed) : passed);
  return next < min * (1 - 1e-9) ? 0 : Number(next.toPrecision(3));
}

/** Whether it plays, and a switch for it. Any other change of epsilon stops it. */
function usePlayback(store: FigureStore<EpsilonSchema>): readonly [playing: boolean, toggle: () => void] {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const get = () => store.values().eps;
    const stepwise = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const start = get();
    let began: number | undefined;
    let frame = 0;
    let shown = start;
    const stop = () => {
      setPlaying(false);
      store.commit();
    };
    const step = (now: number) => {
      began ??= now;
      if (get() !== shown) return stop();
      store.change({ eps: playedEpsilon(start, (now - began) / 1000, stepwise, store.schema.eps) });
      shown = get();
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

/** The button that plays and pauses. */
export function PlayButton({ store }: { readonly store: FigureStore<EpsilonSchema> }) {
  const [playing, toggle] = usePlayback(store);
  useOffer({ player: { playing: () => playing, toggle } });
  const isShown = useShown('play', 'min', strings.figure.play);
  const locked = isLocked(useFigureSettings(), store, 'play', ['eps']);
  if (!isShown) return null;
  const label = playing ? strings.figure.pause : strings.figure.play;
  return (
    <button
      type="button"
      className="play"
      data-action="play"
      disabled={locked}
      aria-pressed={playing}
      aria-label={label}
      title={label}
      onClick={toggle}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d={playing ? 'M5 4h4v12H5zM11 4h4v12h-4z' : 'M6 3.5v13l11-6.5z'} fill="currentColor" />
      </svg>
    </button>
  );
}
