/** Sources over both stores of the figure `levels`. */
import type { FigureStore } from '#state/figure-store';
import { type Source, sourceFrom } from '#ui/source';
import type { LevelsSchema, LevelsValues } from './schema';
import type { LevelsSession, Session } from './session';

/** Both stores, for what shows the figure. */
export interface Both {
  readonly store: FigureStore<LevelsSchema>;
  readonly session: LevelsSession;
}

/** A source over both stores. */
export function bothSource<T>(
  { store, session }: Both,
  make: (session: Session, values: LevelsValues) => T | undefined,
): Source<T> {
  return sourceFrom([store.api, session.api], () => make(session.api.getState(), store.values()));
}
