/** Tells a page around how a figure changes: at most once a frame, and always how it ended. */

import type { Clock } from '#state/motion';
import type { FigurePort } from '#ui/figure-context';
import { type HostedFigure, stateOf } from './figure-report';
import type { Playback } from './playback';
import type { Announcements } from './protocol';

export interface StateTeller {
  /** Runs what a page around has asked for: what changes by it is not the reader's doing. */
  readonly byHost: <T>(task: () => T) => T;
  readonly end: () => void;
}

/** Milliseconds after the end of playing in which a change may still come of it. */
const AFTER_PLAYING = 250;

/** Begins to tell the states of a figure. */
export function tellState(
  figure: HostedFigure,
  port: FigurePort,
  playback: Playback,
  clock: Clock,
  tell: (state: Announcements['state']) => void,
): StateTeller {
  const { store, prefix } = port;
  let depth = 0;
  /** Set while what plays was begun by the page around. */
  let playsForHost = false;
  let lastPlaying = Number.NEGATIVE_INFINITY;
  let isUserInitiated = false;
  let committed = store.values();
  let told: { readonly values: unknown; readonly isFinal: boolean } = { values: committed, isFinal: true };
  let cancel: (() => void) | undefined;

  const send = () => {
    cancel = undefined;
    const values = store.values();
    const isFinal = values === committed;
    if (values === told.values && isFinal === told.isFinal) return;
    told = { values, isFinal };
    tell({ ...stateOf(figure, store, prefix, playback.isPlaying()), isUserInitiated, isFinal });
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
