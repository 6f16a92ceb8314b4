/** What the views of the figure `census` follow: both its stores at one moment. */
import type { CensusRecord } from '#math/census/run';
import type { FigureStore } from '#state/figure-store';
import { type Source, sourceFrom } from '#ui/source';
import type { Shares, Shown } from './plots';
import { type CensusSchema, settingsOf } from './schema';
import { type CensusSession, runsOf } from './session';

/** Targets by their roughness. */
const ROUGHNESS = { 'gp0.1': 0.1, 'gp0.5': 0.5, gp2: 2, gp10: 10 } as const;

export interface CensusSources {
  readonly shown: Source<Shown>;
  readonly shares: Source<Shares>;
  /** Runs of these settings that the reader trained. */
  readonly own: Source<readonly CensusRecord[]>;
}

/** The sources of a figure. They have nothing until the precomputed runs are there. */
export function censusSources(store: FigureStore<CensusSchema>, session: CensusSession): CensusSources {
  const stores = [store.api, session.api];
  const state = () => session.api.getState();
  return {
    shown: sourceFrom(stores, () => {
      if (!state().precomputed) return undefined;
      const { shown, run, only } = store.values();
      const all = runsOf(state(), settingsOf(store.values())).toSorted((a, b) => a.seed - b.seed);
      const runs = all.slice(0, Math.ceil(shown * all.length));
      return { runs, chosen: runs.find(({ seed }) => seed === run), only };
    }),
    shares: sourceFrom(stores, () => {
      if (!state().precomputed) return undefined;
      const values = store.values();
      const rows = Object.entries(ROUGHNESS).map(([target, roughness]) => ({
        roughness,
        runs: runsOf(state(), settingsOf({ ...values, target: target as keyof typeof ROUGHNESS })),
        isChosen: values.target === target,
      }));
      return { rows, only: values.only };
    }),
    own: sourceFrom(stores, () => runsOf({ precomputed: [], own: state().own }, settingsOf(store.values()))),
  };
}
