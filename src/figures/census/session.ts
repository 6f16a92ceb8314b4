/** The runs that the figure `census` shows: precomputed ones, and the reader's own, which are trained and kept here. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorText } from '#landscape/problem-text';
import { isRecord, readRecord, recordKey } from '#math/census/record';
import type { CensusRecord } from '#math/census/run';
import type { CensusSettings } from '#math/census/settings';
import { browserStorage, type Order, type Storage } from './storage';
import { text } from './text';
import { createTrainer, type Trainer } from './trainer';

export interface CensusState {
  /** Undefined until they are there. */
  readonly precomputed: readonly CensusRecord[] | undefined;
  readonly own: readonly CensusRecord[];
  /** What is being trained, or waits to be. */
  readonly order: Order | undefined;
  readonly running: boolean;
  /** Networks a second, since it was begun or resumed. */
  readonly rate: number | undefined;
  /** What the reader should know, as a sentence. */
  readonly notice: string;
}

export interface CensusSession {
  readonly api: StoreApi<CensusState>;
  readonly begin: (order: Order) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Trains no more of what is left; runs that have ended are kept. */
  readonly stop: () => void;
  /** Forgets the reader's own runs. */
  readonly clear: () => void;
  /** Adds the runs of a file of `npm run census` or of `save`, each once, and says what it had. */
  readonly add: (content: string) => void;
  readonly dispose: () => void;
}

export interface SessionOptions {
  readonly storage?: Storage;
  readonly trainer?: Trainer;
  readonly loadPrecomputed?: () => Promise<readonly CensusRecord[]>;
}

/** Runs, each once. */
function withoutDoubles(records: readonly CensusRecord[]): readonly CensusRecord[] {
  return [...new Map(records.map((record) => [recordKey(record), record])).values()];
}

/** Seeds of an order that have no run yet. */
export function seedsLeft({ settings, from, to }: Order, runs: readonly CensusRecord[]): readonly number[] {
  const known = new Set(runs.map(recordKey));
  const seeds = Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k);
  return seeds.filter((seed) => !known.has(recordKey({ ...settings, seed })));
}

/** All runs of these settings, the precomputed ones first, each once. */
export function runsOf(
  { precomputed = [], own }: Pick<CensusState, 'precomputed' | 'own'>,
  settings: CensusSettings,
) {
  const key = recordKey({ ...settings, seed: 0 });
  return withoutDoubles([...own, ...precomputed]).filter((run) => recordKey({ ...run, seed: 0 }) === key);
}

async function loadPacked(): Promise<readonly CensusRecord[]> {
  const [{ default: packed }, { unpackRecords }] = await Promise.all([
    import('./precomputed.json'),
    import('#math/census/packed'),
  ]);
  return unpackRecords(packed as unknown as Parameters<typeof unpackRecords>[0]);
}

/** A session; it begins by loading what is precomputed and what the browser has kept. */
export function createSession({
  storage = browserStorage,
  trainer = createTrainer(),
  loadPrecomputed = loadPacked,
}: SessionOptions = {}): CensusSession {
  const api = createStore<CensusState>(() => ({
    precomputed: undefined,
    own: [],
    order: undefined,
    running: false,
    rate: undefined,
    notice: '',
  }));
  let training: AbortController | undefined;
  let isKept = true;

  const save = () => {
    const { own, order } = api.getState();
    storage.save({ runs: own, order }).catch(() => {
      if (isKept) api.setState({ notice: text.notices.unkept });
      isKept = false;
    });
  };
  const keep = (change: Partial<CensusState>) => {
    api.setState(change);
    save();
  };

  function resume(): void {
    const { order, precomputed = [], own } = api.getState();
    if (!order || training) return;
    const controller = new AbortController();
    training = controller;
    const start = performance.now();
    let done = 0;
    api.setState({ running: true, rate: undefined, notice: '' });
    const onRun: Parameters<Trainer['train']>[0]['onRun'] = (run) => {
      done += 1;
      keep({
        own: withoutDoubles([...api.getState().own, { ...order.settings, ...run }]),
        rate: (1000 * done) / (performance.now() - start),
      });
    };
    const seeds = seedsLeft(order, [...precomputed, ...own]);
    trainer
      .train({ settings: order.settings, seeds, onRun, signal: controller.signal })
      .then(() => {
        if (!controller.signal.aborted) keep({ order: undefined });
      })
      .catch((error: unknown) => api.setState({ notice: errorText(error) }))
      .finally(() => {
        if (training !== controller) return;
        training = undefined;
        api.setState({ running: false });
      });
  }

  function pause(): void {
    training?.abort();
    training = undefined;
    api.setState({ running: false });
  }

  void Promise.allSettled([loadPrecomputed(), storage.load()]).then(([found, kept]) => {
    const { own, order } = api.getState();
    api.setState({
      precomputed: found.status === 'fulfilled' ? found.value : [],
      ...(kept.status === 'fulfilled' && {
        own: withoutDoubles([...kept.value.runs, ...own]),
        order: order ?? kept.value.order,
      }),
      ...(kept.status === 'rejected' && { notice: text.notices.unkept }),
      ...(found.status === 'rejected' && { notice: text.notices.unloaded }),
    });
  });

  return {
    api,
    begin(order) {
      pause();
      keep({ order });
      resume();
    },
    pause,
    resume,
    stop() {
      pause();
      keep({ order: undefined });
    },
    clear() {
      pause();
      keep({ own: [], order: undefined, notice: '' });
    },
    add(content) {
      const lines = content.split('\n').filter((line) => line.trim() !== '');
      const read = lines.map(readRecord);
      const runs = read.filter(isRecord);
      const problems = read.flatMap((one) => (isRecord(one) ? [] : [one]));
      const { own, precomputed = [] } = api.getState();
      const known = new Set([...own, ...precomputed].map(recordKey));
      const added = withoutDoubles(runs).filter((run) => !known.has(recordKey(run)));
      const versions = problems.filter(({ code }) => code === 'version').length;
      keep({
        own: [...own, ...added],
        notice: text.notices.added(
          added.length,
          runs.length - added.length,
          versions,
          problems.length - versions,
        ),
      });
    },
    dispose() {
      pause();
      trainer.dispose();
    },
  };
}
