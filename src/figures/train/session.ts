/** Which runs the reader has followed to infinity in the figure `train`, and where they ended. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { arrivalOf, type Outcome, outcomeOf, runKey } from './model';
import type { TrainValues } from './schema';

/** The end of each run that was met, by its key. */
export type Met = Readonly<Record<string, Outcome>>;

/** A memory of runs. */
export function createMemory(): StoreApi<{ readonly met: Met }> {
  return createStore(() => ({ met: {} }));
}

/** Counts the run of these values once it has arrived. */
export function remember(memory: ReturnType<typeof createMemory>, values: TrainValues): void {
  if (values.infinity < 1) return;
  const key = runKey(values);
  const { met } = memory.getState();
  if (!(key in met)) memory.setState({ met: { ...met, [key]: outcomeOf(arrivalOf(values)) } });
}

/** How many runs ended in one way. */
export const countOf = (met: Met, outcome: Outcome) =>
  Object.values(met).filter((one) => one === outcome).length;
