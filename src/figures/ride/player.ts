/** Plays the jumps one after the other. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FigureStore } from '#state/figure-store';
import { prefersReducedMotion } from '#state/motion';
import type { RideSchema } from './schema';
import type { RideSession } from './session';

export interface Player {
  readonly api: StoreApi<{ readonly playing: boolean }>;
  readonly toggle: () => void;
  readonly stop: () => void;
  readonly dispose: () => void;
}

/** Milliseconds between two jumps; none when motion is unwanted. */
const PACE = 220;

/** Points that are shown: what is asked for, as far as the ride has gone. */
export function shownJumps(session: RideSession, store: FigureStore<RideSchema>): number {
  return Math.min(store.values().jumps, Math.max(0, session.api.getState().points.length - 1));
}

/** Whether from the point that is shown another jump is possible. */
export function canJump(session: RideSession, store: FigureStore<RideSchema>): boolean {
  const { status, points, stop } = session.api.getState();
  if (points.length === 0 || status !== 'ready') return false;
  return !(stop !== undefined && store.values().jumps >= points.length - 1);
}

/** Plays until epsilon is at most the goal, the ride ends, or something else changes the jumps. */
export function createPlayer(session: RideSession, store: FigureStore<RideSchema>): Player {
  const api = createStore(() => ({ playing: false }));
  let timer: number | undefined;
  let asked = 0;

  const stop = () => {
    window.clearTimeout(timer);
    timer = undefined;
    if (!api.getState().playing) return;
    api.setState({ playing: false });
    const shown = shownJumps(session, store);
    if (store.values().jumps > shown) store.change({ jumps: shown });
    store.commit();
  };
  const next = () => {
    timer = undefined;
    if (!api.getState().playing) return;
    const { jumps, goal } = store.values();
    const { points, riding } = session.api.getState();
    if (jumps !== asked || !canJump(session, store)) return stop();
    if (riding || points.length - 1 < jumps) return;
    const here = points[jumps];
    if (here !== undefined && here.epsilon <= goal) return stop();
    asked = jumps + 1;
    store.change({ jumps: asked });
    wait();
  };
  const wait = () => {
    const still = prefersReducedMotion();
    timer ??= window.setTimeout(next, still ? 0 : PACE);
  };
  const end = session.api.subscribe((state, before) => {
    if (!api.getState().playing) return;
    if (state.points !== before.points || state.stop !== before.stop || state.riding !== before.riding)
      wait();
  });

  return {
    api,
    toggle() {
      if (api.getState().playing) return stop();
      const shown = shownJumps(session, store);
      store.change({ jumps: shown, inf: false });
      asked = shown;
      api.setState({ playing: true });
      next();
    },
    stop,
    dispose() {
      window.clearTimeout(timer);
      end();
    },
  };
}
