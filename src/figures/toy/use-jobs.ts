/** Which computation belongs to which setting: each is started anew when what it depends on has come to rest. */
import { useEffect } from 'react';
import type { FigureStore } from '#state/figure-store';
import type { ToySchema, ToyValues } from './schema';
import type { ToySession } from './session';

/** Milliseconds without a change after which something is computed anew. */
const SETTLE_TIME = 120;

interface Watched {
  /** What it depends on. */
  readonly key: (values: ToyValues) => string;
  readonly start: (values: ToyValues) => void;
}

/** Starts the session's computations, now and after changes. */
export function useJobs(store: FigureStore<ToySchema>, session: ToySession): void {
  useEffect(() => {
    const watched: readonly Watched[] = [
      { key: ({ decay }) => `${decay}`, start: ({ decay }) => session.computeLandscape(decay) },
      {
        key: ({ gamma, alpha, seed, decay }) => [gamma, alpha, seed, decay].join(),
        start: ({ gamma, alpha, seed, decay }) => session.run({ gamma, alpha, seed, decay }),
      },
      { key: ({ eta, seed }) => [eta, seed].join(), start: ({ eta, seed }) => session.runEdge(eta, seed) },
      { key: ({ seed }) => `${seed}`, start: ({ seed }) => session.measureStalls(seed) },
    ];
    const started: string[] = [];
    const start = () => {
      session.setWaiting(false);
      const values = store.values();
      watched.forEach((job, k) => {
        const key = job.key(values);
        if (started[k] === key) return;
        started[k] = key;
        job.start(values);
      });
    };
    let timer: number | undefined;
    start();
    const end = store.api.subscribe(({ values }) => {
      session.setWaiting(watched.some((job, k) => started[k] !== job.key(values)));
      window.clearTimeout(timer);
      timer = window.setTimeout(start, SETTLE_TIME);
    });
    return () => {
      end();
      window.clearTimeout(timer);
    };
  }, [store, session]);
}
