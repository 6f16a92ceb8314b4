import { describe, expect, it, vi } from 'vitest';
import { createSession, type SessionOptions, seedsLeft } from '#figures/census/session';
import type { Kept } from '#figures/census/storage';
import { createTrainer, type Trainer, type TrainingOptions } from '#figures/census/trainer';
import { recordLine } from '#math/census/record';
import type { CensusRecord, CensusRun } from '#math/census/run';
import type { CensusSettings } from '#math/census/settings';
import { Cancelled, type WorkerClient } from '#workers/client';
import { JobError } from '#workers/problem';

const settings: CensusSettings = {
  dims: 2,
  widths: 4,
  depth: 1,
  target: 'gp0.5',
  activation: 'softplus',
  biases: true,
  inputs: 'normal',
  samples: 100,
};

const runOf = (seed: number): CensusRun => ({
  seed,
  loss: 0.1,
  class: 'finite',
  closestPair: [0, 1],
  closestLayer: 1,
  cosineDistance: 0.5,
  norm: 2,
  outputWeights: 3,
  lossAtInfinity: 0.1,
  verdict: 'finite-minimum',
  groups: [],
  time: 1e4,
});
const recordOf = (seed: number): CensusRecord => ({ ...settings, ...runOf(seed) });
const order = { settings, from: 1, to: 4 };

/** Trains when it is told to. */
function handTrainer() {
  const asked: TrainingOptions[] = [];
  const ends: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  const trainer: Trainer = {
    train: (options) =>
      new Promise<void>((resolve, reject) => {
        asked.push(options);
        ends.push({ resolve, reject });
      }),
    dispose: () => {},
  };
  return { trainer, asked, ends };
}

/** A browser that keeps things, or refuses. */
function memory(kept: Kept = { runs: [], order: undefined }) {
  const state = { kept };
  return {
    state,
    storage: {
      load: async () => state.kept,
      save: async (next: Kept) => {
        state.kept = next;
      },
    },
  };
}

async function open(options: SessionOptions) {
  const session = createSession({ loadPrecomputed: async () => [recordOf(2)], ...options });
  await vi.waitFor(() => expect(session.api.getState().precomputed).toBeDefined());
  return session;
}

const seedsOf = (runs: readonly CensusRecord[]) => runs.map(({ seed }) => seed);

describe('a census in the page', () => {
  it('trains what is not there yet, keeps each run, and is done', async () => {
    const { trainer, asked, ends } = handTrainer();
    const { storage, state } = memory();
    const { api, begin } = await open({ trainer, storage });
    begin(order);
    expect(asked[0]?.seeds).toEqual([1, 3, 4]);
    expect(api.getState().running).toBe(true);
    for (const seed of [3, 1, 4]) asked[0]?.onRun(runOf(seed));
    expect(seedsOf(state.kept.runs)).toEqual([3, 1, 4]);
    ends[0]?.resolve();
    await vi.waitFor(() => expect(api.getState()).toMatchObject({ running: false, order: undefined }));
    expect(state.kept.order).toBeUndefined();
  });

  it('paused and opened again, it goes on with what is left, and counts nothing twice', async () => {
    const { trainer, asked } = handTrainer();
    const { storage } = memory();
    const first = await open({ trainer, storage });
    first.begin(order);
    asked[0]?.onRun(runOf(3));
    first.pause();
    expect(asked[0]?.signal.aborted).toBe(true);
    first.dispose();

    const again = await open({ trainer, storage });
    expect(again.api.getState()).toMatchObject({ running: false, order });
    again.resume();
    expect(asked[1]?.seeds).toEqual([1, 4]);
    asked[1]?.onRun(runOf(1));
    asked[1]?.onRun(runOf(1));
    expect(seedsOf(again.api.getState().own)).toEqual([3, 1]);
    expect(seedsLeft(order, [...again.api.getState().own, recordOf(2)])).toEqual([4]);
    again.stop();
    expect(again.api.getState().order).toBeUndefined();
    expect(seedsOf(again.api.getState().own)).toEqual([3, 1]);
  });

  it('says when the browser keeps nothing, and goes on', async () => {
    const { trainer, asked } = handTrainer();
    const denied = {
      load: () => Promise.reject(new Error('denied')),
      save: () => Promise.reject(new Error('full')),
    };
    const { api, begin } = await open({ trainer, storage: denied });
    expect(api.getState().notice).toContain('keeps nothing');
    begin(order);
    asked[0]?.onRun(runOf(1));
    expect(seedsOf(api.getState().own)).toEqual([1]);
    await vi.waitFor(() => expect(api.getState().notice).toContain('save your runs'));
  });

  it('says when what is precomputed does not load', async () => {
    const { storage } = memory();
    const { trainer } = handTrainer();
    const { api } = await open({
      trainer,
      storage,
      loadPrecomputed: () => Promise.reject(new Error('offline')),
    });
    expect(api.getState().precomputed).toEqual([]);
    expect(api.getState().notice).toContain('did not load');
  });

  it('takes the runs of a file once, and says what else was in it', async () => {
    const { storage } = memory();
    const { trainer } = handTrainer();
    const { api, add, clear } = await open({ trainer, storage });
    const lines = [recordOf(5), recordOf(5), recordOf(2)].map(recordLine);
    add([...lines, recordLine(recordOf(6)).replace('"version":1', '"version":9'), 'no run', ''].join('\n'));
    expect(seedsOf(api.getState().own)).toEqual([5]);
    expect(api.getState().notice).toBe(
      '1 run was added. 2 were here already. 1 line is of another version of the census. 1 line is no run; open a file that “Save runs” or npm run census wrote.',
    );
    clear();
    expect(api.getState().own).toEqual([]);
  });
});

describe('the trainer', () => {
  /** A client whose first `failures` jobs break off. */
  const clientOf = (failures: number, seeds: number[]): WorkerClient => {
    let left = failures;
    return {
      start: async (_, request) => {
        const { seed } = request as { readonly seed: number };
        if (left-- > 0) throw new JobError({ code: 'crashed' });
        seeds.push(seed);
        return runOf(seed);
      },
      onRestart: () => () => {},
      dispose: () => {},
    };
  };
  const training = (trainer: Trainer, seeds: readonly number[], signal = new AbortController().signal) => {
    const runs: number[] = [];
    return { runs, end: trainer.train({ settings, seeds, onRun: ({ seed }) => runs.push(seed), signal }) };
  };

  it('shares the seeds out, each trained once', async () => {
    const seeds: number[] = [];
    const { runs, end } = training(
      createTrainer(() => clientOf(0, seeds), 3),
      [1, 2, 3, 4, 5, 6, 7],
    );
    await end;
    expect(runs.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(seeds.length).toBe(7);
  });

  it('trains a network again whose worker was killed, and gives up at the second time', async () => {
    const once = training(
      createTrainer(() => clientOf(1, []), 1),
      [1, 2],
    );
    await once.end;
    expect(once.runs).toEqual([1, 2]);
    await expect(
      training(
        createTrainer(() => clientOf(2, []), 1),
        [1],
      ).end,
    ).rejects.toBeInstanceOf(JobError);
  });

  it('ended, it drops what is under way', async () => {
    const controller = new AbortController();
    const waiting: WorkerClient = {
      ...clientOf(0, []),
      start: (_, __, listeners) =>
        new Promise((_resolve, reject) => {
          listeners?.signal?.addEventListener('abort', () => reject(new Cancelled('ended')));
        }),
    };
    const { runs, end } = training(
      createTrainer(() => waiting, 2),
      [1, 2, 3],
      controller.signal,
    );
    controller.abort();
    await end;
    expect(runs).toEqual([]);
  });
});
