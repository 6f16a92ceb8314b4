/** What the worker has computed for the figure `levels`. Views subscribe to the store; nothing here knows of them. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorText } from '#landscape/problem-text';
import type { LineSpectra, PerturbedEnd, Side } from '#math/levels/copied-minimum';
import { type Level, withRun } from '#math/levels/level-table';
import { type Kind, tableOf } from '#math/levels/precomputed';
import { Cancelled, createTrainingClient, type WorkerClient } from '#workers/client';
import { GAMMAS, WIDTHS } from './schema';

/** Networks that one press of the button trains. */
export const BATCH = 20;

/** Levels of every width, from width 1 on; those that were precomputed come first. */
export type Tables = Readonly<Record<Kind, readonly (readonly Level[])[]>>;

export interface Session {
  readonly tables: Tables;
  /** Runs that were trained here, by kind and width. */
  readonly trained: Readonly<Record<string, number>>;
  readonly training?: { readonly kind: Kind; readonly width: number; readonly done: number } | undefined;
  readonly spectra?: LineSpectra & { readonly gammas: Float64Array };
  /** Ends of training beside the copied minimum, at the gamma asked for last. */
  readonly ends: Readonly<Partial<Record<Side, PerturbedEnd>>>;
  readonly gamma?: number;
  /** A sentence when something could not be computed. */
  readonly trouble: string;
}

export interface LevelsSession {
  readonly api: StoreApi<Session>;
  /** Trains more networks of a width. */
  readonly train: (kind: Kind, width: number) => void;
  readonly stop: () => void;
  /** Computes the spectra along the line, once. */
  readonly computeSpectra: () => void;
  /** Trains from both sides of the line. */
  readonly computeEnds: (gamma: number) => void;
  readonly dispose: () => void;
}

/** Of the spectra; none lies at 0 or 1, where eigenvectors of several eigenvalues cannot be told apart. */
const SPECTRA = 200;

/** By what trained runs are counted. */
export const trainedKey = (kind: Kind, width: number) => `${kind} ${width}`;

const startTables = (): Tables => {
  const of = (kind: Kind) =>
    Array.from({ length: WIDTHS.max }, (_, k) => tableOf(kind, WIDTHS.min + k).levels);
  return { plain: of('plain'), biases: of('biases') };
};

/** A session; its worker starts with the first job. */
export function createSession(client: WorkerClient = createTrainingClient()): LevelsSession {
  const api = createStore<Session>(() => ({ tables: startTables(), trained: {}, ends: {}, trouble: '' }));
  const fail = (error: unknown) => {
    if (error instanceof Cancelled) return;
    api.setState({ training: undefined, trouble: errorText(error) });
  };
  let stopping = new AbortController();
  let hasSpectra = false;
  return {
    api,
    train(kind, width) {
      const key = trainedKey(kind, width);
      const { trained } = api.getState();
      const firstSeed = tableOf(kind, width).ends.length + (trained[key] ?? 0) + 1;
      stopping.abort();
      const stopper = new AbortController();
      stopping = stopper;
      api.setState({ training: { kind, width, done: 0 }, trouble: '' });
      client
        .start(
          'levels-train',
          { width, biases: kind === 'biases', firstSeed, count: BATCH },
          {
            signal: stopper.signal,
            onPart: (run) =>
              api.setState(({ tables, trained: before, training }) => ({
                tables: {
                  ...tables,
                  [kind]: tables[kind].with(width - 1, withRun(tables[kind][width - 1] ?? [], run)),
                },
                trained: { ...before, [key]: (before[key] ?? 0) + 1 },
                training: training && { ...training, done: training.done + 1 },
              })),
          },
        )
        .then(() => api.setState({ training: undefined }), fail);
    },
    stop() {
      stopping.abort();
      api.setState({ training: undefined });
    },
    computeSpectra() {
      if (hasSpectra) return;
      hasSpectra = true;
      const [low, high] = GAMMAS;
      const gammas = Float64Array.from(
        { length: SPECTRA },
        (_, k) => low + ((high - low) * (k + 0.5)) / SPECTRA,
      );
      const asked = Float64Array.from(gammas);
      client.start('levels-spectra', { gammas: asked }).then(
        (spectra) => api.setState({ spectra: { ...spectra, gammas } }),
        (error: unknown) => {
          hasSpectra = false;
          fail(error);
        },
      );
    },
    computeEnds(gamma) {
      api.setState({ ends: {}, gamma, trouble: '' });
      client
        .start(
          'levels-ends',
          { gamma },
          {
            onPart: ({ side, end }) => api.setState(({ ends }) => ({ ends: { ...ends, [side]: end } })),
          },
        )
        .catch(fail);
    },
    dispose: () => client.dispose(),
  };
}
