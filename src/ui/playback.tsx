/** Playing epsilon -> 0: a steady walk on the logarithmic scale, whole decades at a time when motion is unwanted. */
import { useEffect, useRef, useState } from 'react';
import { isLocked, useFrame, useOffer, usePort, useShown } from './frame';
import { strings } from './strings';

const SECONDS_PER_DECADE = 1.4;

/** The positive epsilons that are played through, before 0. */
export interface PlayedRange {
  readonly min: number;
  readonly max: number;
}

/** What is played: where epsilon is kept. */
export interface Played {
  readonly range: PlayedRange;
  readonly get: () => number;
  readonly change: (epsilon: number) => void;
  readonly commit: () => void;
  /** The key under which it is kept. */
  readonly key?: string;
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
function usePlayback(played: Played): readonly [playing: boolean, toggle: () => void] {
  const [playing, setPlaying] = useState(false);
  const latest = useRef(played);
  latest.current = played;
  useEffect(() => {
    if (!playing) return;
    const { get, change, commit, range } = latest.current;
    const stepwise = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const start = get();
    let began: number | undefined;
    let frame = 0;
    let shown = start;
    const stop = () => {
      setPlaying(false);
      commit();
    };
    const step = (now: number) => {
      began ??= now;
      if (get() !== shown) return stop();
      change(playedEpsilon(start, (now - began) / 1000, stepwise, range));
      shown = get();
      if (shown === 0) return stop();
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [playing]);
  return [
    playing,
    () => {
      if (playing) played.commit();
      setPlaying(!playing);
    },
  ];
}

/** The button that plays and pauses. */
export function PlayButton({ played }: { readonly played: Played }) {
  const [playing, toggle] = usePlayback(played);
  useOffer({ player: { playing: () => playing, toggle } });
  const isShown = useShown('play', 'min', strings.figure.play);
  const frame = useFrame();
  const store = usePort()?.store;
  const { key } = played;
  const locked = store !== undefined && isLocked(frame, store, 'play', key === undefined ? [] : [key]);
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
