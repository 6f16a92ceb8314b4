/** Announces changes of a figure to the host page: at most once a frame, and always the final state. */

import type { Clock } from '#state/motion';
import type { FigurePort } from '#ui/figure-context';
import { type HostedFigure, stateOf } from './figure-report';
import type { Playback } from './playback';
import type { Announcements } from './protocol';

export interface StateReporter {
  /** Runs a request of the host page: changes that it makes are not user-initiated. */
  readonly byHost: <T>(task: () => T) => T;
  readonly end: () => void;
}

/** Milliseconds after the end of playing in which a change still counts as its effect. */
const AFTER_PLAYING = 250;

/** Starts to announce the states of a figure. */
export function createStateReporter(
  figure: HostedFigure,
  port: FigurePort,
  playback: Playback,
  clock: Clock,
  report: (state: Announcements['state']) => void,
): StateReporter {
  const { store, prefix } = port;
  let depth = 0;
  /** Whether the host page started what is playing. */
  let playsForHost = false;
  let lastPlaying = Number.NEGATIVE_INFINITY;
  let isUserInitiated = false;
  let committed = store.values();
  let reported: { readonly values: unknown; readonly isFinal: boolean } = {
    values: committed,
    isFinal: true,
  };
  let cancel: (() => void) | undefined;

  const send = () => {
    cancel = undefined;
    const values = store.values();
    const isFinal = values === committed;
    if (values === reported.values && isFinal === reported.isFinal) return;
    reported = { values, isFinal };
    report({ ...stateOf(figure, store, prefix, playback.isPlaying()), isUserInitiated, isFinal });
  };
  const isByHost = () => {
    const now = clock.now();
    const isPlaying = playback.isPlaying();
    if (isPlaying) lastPlaying = now;
    else if (now - lastPlaying > AFTER_PLAYING && depth === 0) playsForHost = false;
    return depth > 0 || playsForHost || playback.motion.isMoving();
  };
  const unsubscribe = store.api.subscribe((state, before) => {
    if (state.commits !== before.commits) committed = state.values;
    if (state.values !== before.values) isUserInitiated = !isByHost();
    cancel ??= clock.soon(send);
  });
  return {
    byHost(task) {
      depth += 1;
      let done: unknown;
      const leave = () => {
        playsForHost = playback.isPlaying();
        if (playsForHost) lastPlaying = clock.now();
        depth -= 1;
      };
      try {
        const result = task();
        done = result;
        return result;
      } finally {
        // What plays has begun once its promise has settled.
        if (done instanceof Promise) done.then(leave, leave);
        else leave();
      }
    },
    end() {
      unsubscribe();
      cancel?.();
    },
  };
}
