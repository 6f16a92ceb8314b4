/** Keeps the swarm of a session in step with what is set, and says where its balls are drawn. */
import { useEffect, useMemo } from 'react';
import { specOf } from '#landscape/network-choice';
import type { Dot } from '#landscape/slice-dots';
import { type SliceFrame, sliceFrame } from '#landscape/slice-frame';
import { isDrawn } from '#landscape/slice-points';
import type { FigureStore } from '#state/figure-store';
import { prefersReducedMotion } from '#state/motion';
import type { Palette } from '#ui/theme';
import type { SwarmPart } from '#workers/swarm-messages';
import { swarmDots } from './run-places';
import type { LandscapeSchema } from './schema';
import type { LandscapeSession } from './session';
import { swarmFrame, swarmKey, swarmStarts } from './swarm';

/**
 * Lets the swarm go that the values ask for, once the landscape is complete: before that the same starts would be other
 * points. Whatever changes the network, the slice or the starts ends the swarm before.
 */
export function useSwarm(store: FigureStore<LandscapeSchema>, session: LandscapeSession | undefined): void {
  useEffect(() => {
    if (!session) return;
    const look = () => {
      const values = store.values();
      const key = swarmKey(values);
      const state = session.api.getState();
      const { swarm, status, spec } = state;
      if (swarm && swarm.key !== key) return session.clearSwarm();
      const isThere = status === 'ready' && JSON.stringify(spec) === JSON.stringify(specOf(values));
      if (key === '' || swarm || !isThere) return;
      const frame = sliceFrame(state, values.slice, values.axis, values.crop === 'whole');
      const isOnSurface = (gamma: number, across: number) =>
        values.slice === 'plane' || (frame !== undefined && isDrawn(frame, gamma, across));
      session.toss(key, swarmStarts(values, isOnSurface));
    };
    look();
    const ends = [store.api.subscribe(look), session.api.subscribe(look)];
    return () => {
      for (const end of ends) end();
    };
  }, [store, session]);
}

const NO_DOTS: readonly Dot[] = [];

/** The balls of the swarm as dots: the same list as long as nothing about them has changed. */
export function useSwarmDots(
  store: FigureStore<LandscapeSchema>,
  { api }: LandscapeSession,
  frame: SliceFrame | undefined,
  palette: Palette,
): () => readonly Dot[] {
  return useMemo(() => {
    let seen: SwarmPart | undefined;
    let dots = NO_DOTS;
    return () => {
      const { swarm } = api.getState();
      const part = swarm && swarmFrame(swarm, store.values().time);
      if (part !== seen) {
        seen = part;
        // Without motion balls are there when they have arrived.
        const ended = swarm?.running === true && prefersReducedMotion();
        dots = frame && part ? swarmDots(frame, part, palette, ended) : NO_DOTS;
      }
      return dots;
    };
  }, [store, api, frame, palette]);
}
