/** What is computed for the copied minimum: spectra once, ends when gamma has come to rest. */
import { useEffect } from 'react';
import type { FigureStore } from '#state/figure-store';
import type { LevelsSchema } from './schema';
import type { LevelsSession } from './session';

/** Milliseconds without a change after which training begins. */
const SETTLE_TIME = 120;

/** Starts the session's computations, now and after changes, while they are to be seen. */
export function useJobs(store: FigureStore<LevelsSchema>, session: LevelsSession): void {
  useEffect(() => {
    let timer: number | undefined;
    const start = () => {
      const { view, gamma } = store.values();
      if (view !== 'copy') return;
      if (session.api.getState().gamma !== gamma) session.computeEnds(gamma);
      session.computeSpectra();
    };
    start();
    const end = store.api.subscribe(() => {
      window.clearTimeout(timer);
      timer = window.setTimeout(start, SETTLE_TIME);
    });
    return () => {
      end();
      window.clearTimeout(timer);
    };
  }, [store, session]);
}
