/** Playing epsilon -> 0: a steady walk on the logarithmic scale, whole decades at a time when motion is unwanted. */
import type { FigureStore } from '#state/figure-store';
import { type MotionPath, prefersReducedMotion } from '#state/motion';
import { isLocked, useFigureSettings, useOffer, useShown } from '#ui/figure-context';
import { strings } from '#ui/strings';
import { usePlayer } from '#ui/use-player';
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

/** From epsilon as it is to 0. */
function playPath(start: number, range: PlayedRange): MotionPath {
  const inSteps = prefersReducedMotion();
  const decades = Math.log10((start === 0 ? range.max : start) / range.min);
  // The last step is shown as long as the others.
  const seconds = SECONDS_PER_DECADE * (inSteps ? Math.floor(decades + 1e-9) + 1 : decades);
  return {
    seconds,
    at: (share) => ({ eps: share === 1 ? 0 : playedEpsilon(start, share * seconds, inSteps, range) }),
    keys: ['eps'],
    inSteps,
  };
}

/** The button that plays and pauses. */
export function PlayButton({ store }: { readonly store: FigureStore<EpsilonSchema> }) {
  const { playing, toggle } = usePlayer(store, () => playPath(store.values().eps, store.schema.eps));
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
