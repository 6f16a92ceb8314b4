/** Keeps the browser's history in step with the talk: each shown step is an entry. */
import { useEffect, useRef } from 'react';
import { hashOfStep, stepOfHash } from './step-address';
import type { TalkAction, TalkState } from './talk-state';
import { text } from './text';

/** The step stored in a history entry; steps of a dropped file are not in the address. */
function stepOfEntry(entry: unknown): number | undefined {
  const step = (entry as { readonly step?: unknown } | null)?.step;
  return typeof step === 'number' ? step : undefined;
}

function addressOf({ origin, at }: TalkState): string {
  const { pathname, search } = window.location;
  return `${pathname}${search}${origin === 'own' ? '' : hashOfStep(at)}`;
}

/** Writes history entries, and follows Back and Forward. */
export function useTalkHistory(state: TalkState, dispatch: (action: TalkAction) => void): void {
  const latest = useRef(state);
  latest.current = state;
  const written = useRef(state);
  const fromHistory = useRef(false);

  useEffect(() => {
    const before = written.current;
    if (before === state) return;
    written.current = state;
    const moved = state.at !== before.at || state.talk !== before.talk;
    const called = fromHistory.current;
    fromHistory.current = false;
    if (!moved || called) return;
    const write = state.arrivals === before.arrivals ? 'replaceState' : 'pushState';
    try {
      window.history[write]({ step: state.at }, '', addressOf(state));
    } catch {
      // Browsers refuse too many entries a second and, in some sandboxes, all of them: the talk goes on without.
    }
  }, [state]);

  useEffect(() => {
    const read = () => {
      const { talk } = latest.current;
      const count = talk.steps.length;
      const step = stepOfEntry(window.history.state) ?? stepOfHash(window.location.hash, count) ?? 0;
      if (typeof step === 'object') {
        dispatch({ type: 'message', kind: 'problem', lines: [text.noStep(step.said, count)] });
        return;
      }
      if (Math.min(step, count - 1) === latest.current.at) return;
      fromHistory.current = true;
      dispatch({ type: 'go-to', at: step });
    };
    try {
      // Where Back ends up: the step with which the talk began.
      window.history.replaceState({ step: latest.current.at }, '');
    } catch {
      // As above.
    }
    window.addEventListener('popstate', read);
    return () => window.removeEventListener('popstate', read);
  }, [dispatch]);
}
