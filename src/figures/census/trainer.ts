/** Trains the networks of a census in several workers at a time. */
import type { CensusRun } from '#math/census/run';
import type { CensusSettings } from '#math/census/settings';
import { Cancelled, createTrainingClient, type WorkerClient } from '#workers/client';

/** One core is left to the page. */
function workerCount(): number {
  return Math.max(1, (navigator.hardwareConcurrency || 2) - 1);
}

export interface TrainingOptions {
  readonly settings: CensusSettings;
  readonly seeds: readonly number[];
  readonly onRun: (run: CensusRun) => void;
  /** Ends it; networks under way are dropped. */
  readonly signal: AbortSignal;
}

export interface Trainer {
  /** Resolves when all are trained or it was ended; rejects when a network failed twice. */
  readonly train: (options: TrainingOptions) => Promise<void>;
  readonly dispose: () => void;
}

/** A trainer; each of its workers starts with its first network. */
export function createTrainer(
  makeClient: () => WorkerClient = createTrainingClient,
  count = workerCount(),
): Trainer {
  const clients = Array.from({ length: count }, () => makeClient());

  async function trainOne(client: WorkerClient, options: TrainingOptions, seed: number): Promise<void> {
    const { settings, onRun, signal } = options;
    const once = () => client.start('census', { settings, seed }, { signal });
    // A worker that was killed has been replaced by then.
    const run = await once().catch((error: unknown) => {
      if (error instanceof Cancelled || signal.aborted) throw error;
      return once();
    });
    if (!signal.aborted) onRun(run);
  }

  return {
    async train(options) {
      const waiting = [...options.seeds];
      const work = async (client: WorkerClient) => {
        for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
          if (options.signal.aborted) return;
          await trainOne(client, options, seed);
        }
      };
      try {
        await Promise.all(clients.map(work));
      } catch (error) {
        if (!(error instanceof Cancelled || options.signal.aborted)) throw error;
      }
    },
    dispose() {
      for (const client of clients) client.dispose();
    },
  };
}
