/** The reader's own runs, kept by the browser (IndexedDB) across reloads. Nothing leaves it. */
import { get, set } from 'idb-keyval';
import { isRecord, readRecord, recordLine } from '#math/census/record';
import type { CensusRecord } from '#math/census/run';
import type { CensusSettings } from '#math/census/settings';

/** What is still to be trained: seeds `from` to `to` of these settings. */
export interface Order {
  readonly settings: CensusSettings;
  readonly from: number;
  readonly to: number;
}

export interface Kept {
  readonly runs: readonly CensusRecord[];
  readonly order: Order | undefined;
}

export interface Storage {
  readonly load: () => Promise<Kept>;
  readonly save: (kept: Kept) => Promise<void>;
}

const DEPTH_BEFORE = { depth: 1 } as const;

const KEY = 'minima-at-infinity-census';

/** The browser's. Rejects where it keeps nothing: denied, or full. */
export const browserStorage: Storage = {
  async load() {
    const kept = await get<{ readonly lines?: readonly string[]; readonly order?: Order }>(KEY);
    // Runs of another version are left out.
    const runs = (kept?.lines ?? []).map(readRecord).filter(isRecord);
    const order = kept?.order;
    // Orders from before there were deep networks are of one hidden layer.
    return { runs, order: order && { ...order, settings: { ...DEPTH_BEFORE, ...order.settings } } };
  },
  save: ({ runs, order }) => set(KEY, { lines: runs.map(recordLine), ...(order && { order }) }),
};
