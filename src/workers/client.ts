/** The page's end of the worker: starts jobs, receives their parts, and replaces a worker that crashed. */
// oxlint-disable-next-line import/default -- Vite makes the module: it has the worker's address
import jobWorkerUrl from './job-worker?worker&url';
import type { FromWorker, JobName, Jobs, ToWorker } from './messages';
import { JobError, type Problem } from './problem';
// oxlint-disable-next-line import/default -- Vite makes the module: it has the worker's address
import trainingWorkerUrl from './training-worker?worker&url';

/** A worker as the client needs it. */
export interface WorkerPort {
  post(message: ToWorker): void;
  terminate(): void;
}

/** Why a worker is of no use any more. */
export type WorkerFailure = Extract<Problem, { code: 'silent' | 'crashed' | 'unreadable' }>;

/** Makes a worker that reports its messages and its failure. */
export type MakeWorker = (
  onMessage: (message: FromWorker) => void,
  onFailure: (why: WorkerFailure) => void,
) => WorkerPort;

/** How a job that was cancelled, or replaced by a newer one, rejects; nothing to show to a reader. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

export interface JobListeners<Name extends JobName> {
  readonly onPart?: (part: Jobs[Name]['part']) => void;
  /** How far the job is, 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** Cancels the job. */
  readonly signal?: AbortSignal;
}

export interface WorkerClient {
  /**
   * Starts a job and cancels the one of the same name that is still running. Rejects with `Cancelled`, or with
   * a `JobError`.
   */
  start<Name extends JobName>(
    job: Name,
    request: Jobs[Name]['request'],
    listeners?: JobListeners<Name>,
  ): Promise<Jobs[Name]['end']>;
  /**
   * Calls back when a worker had to be given up. Its jobs have rejected then, and what it had
   * computed is gone: the landscape has to be started again before runs. Returns how to stop listening.
   */
  onRestart(listener: (why: WorkerFailure) => void): () => void;
  /** Cancels everything and ends the worker. */
  dispose(): void;
}

/** Milliseconds without a message from a busy worker after which it counts as dead. */
const LONGEST_SILENCE = 20_000;

interface Pending {
  readonly job: JobName;
  readonly part: (part: unknown) => void;
  readonly progress: (done: number) => void;
  readonly resolve: (end: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A client whose worker is made at the first job, and made anew at the first job after a failure. */
export function createWorkerClient(
  makeWorker: MakeWorker = workerAt(jobWorkerUrl),
  longestSilence = LONGEST_SILENCE,
): WorkerClient {
  const pending = new Map<number, Pending>();
  const restartListeners = new Set<(why: WorkerFailure) => void>();
  let worker: WorkerPort | undefined;
  let disposed = false;
  let nextId = 1;
  let silenceTimer: ReturnType<typeof setTimeout> | undefined;

  /** Counts the silence from now on, as long as there is something to wait for. */
  function restartSilenceTimer(): void {
    clearTimeout(silenceTimer);
    if (pending.size === 0) return;
    silenceTimer = setTimeout(() => {
      dropWorker({ code: 'silent', seconds: Math.round(longestSilence / 1000) });
    }, longestSilence);
  }

  function removePending(id: number): Pending | undefined {
    const one = pending.get(id);
    pending.delete(id);
    restartSilenceTimer();
    return one;
  }

  function cancel(id: number, why: string): void {
    const one = removePending(id);
    if (one === undefined) return;
    worker?.post({ type: 'cancel', id });
    one.reject(new Cancelled(why));
  }

  function handleMessage(message: FromWorker): void {
    restartSilenceTimer();
    const one = pending.get(message.id);
    // A cancelled job may still have a message under way.
    if (one === undefined) return;
    if (message.type === 'part') one.part(message.part);
    else if (message.type === 'progress') one.progress(message.done);
    else if (message.type === 'end') removePending(message.id)?.resolve(message.end);
    else removePending(message.id)?.reject(new JobError(message.problem));
  }

  function dropWorker(why: WorkerFailure): void {
    if (worker === undefined) return;
    worker.terminate();
    worker = undefined;
    const lost = [...pending.values()];
    pending.clear();
    restartSilenceTimer();
    for (const one of lost) one.reject(new JobError(why));
    for (const listener of restartListeners) listener(why);
  }

  function ensureWorker(): WorkerPort {
    if (worker !== undefined) return worker;
    const made: WorkerPort = makeWorker(
      (message) => worker === made && handleMessage(message),
      (why) => worker === made && dropWorker(why),
    );
    worker = made;
    return made;
  }

  return {
    start<Name extends JobName>(
      job: Name,
      request: Jobs[Name]['request'],
      { onPart, onProgress, signal }: JobListeners<Name> = {},
    ) {
      return new Promise<Jobs[Name]['end']>((resolve, reject) => {
        if (disposed) throw new Cancelled('the figure is closed');
        if (signal?.aborted) throw new Cancelled('cancelled before it began');
        for (const [id, one] of pending) if (one.job === job) cancel(id, 'a newer one was started');
        const id = nextId++;
        const stop = () => cancel(id, 'cancelled');
        const settled =
          <T>(how: (value: T) => void) =>
          (value: T) => {
            signal?.removeEventListener('abort', stop);
            how(value);
          };
        const port = ensureWorker();
        pending.set(id, {
          job,
          part: (part) => onPart?.(part as Jobs[Name]['part']),
          progress: (done) => onProgress?.(done),
          resolve: settled((end) => resolve(end as Jobs[Name]['end'])),
          reject: settled(reject),
        });
        signal?.addEventListener('abort', stop);
        restartSilenceTimer();
        port.post({ type: 'start', id, job, request } as ToWorker);
      });
    },
    onRestart(listener) {
      restartListeners.add(listener);
      return () => restartListeners.delete(listener);
    },
    dispose() {
      disposed = true;
      for (const id of [...pending.keys()]) cancel(id, 'the figure is closed');
      worker?.terminate();
      worker = undefined;
      restartListeners.clear();
    },
  };
}

/**
 * Makes a worker. In a frame with `sandbox="allow-scripts"` the page has no origin, and every script of the site is of
 * another one, from which no worker may be made: there a script of the page's own loads it. Chromium takes such a script
 * only in its classic form, as which the build writes the worker.
 */
function newWorker(workerUrl: string): Worker {
  if (globalThis.origin !== 'null') return new Worker(workerUrl, { type: 'module' });
  const code = `importScripts(${JSON.stringify(new URL(workerUrl, import.meta.url).href)});`;
  const stub = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const worker = new Worker(stub);
  worker.addEventListener('message', () => URL.revokeObjectURL(stub), { once: true });
  return worker;
}

/** Makes the real worker of an address. It throws a `JobError` when this browser has none. */
function workerAt(workerUrl: string): MakeWorker {
  return (onMessage, onFailure) => {
    let worker: Worker;
    try {
      worker = newWorker(workerUrl);
    } catch (error) {
      throw new JobError({ code: 'no-workers' }, { cause: error });
    }
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => onMessage(data));
    worker.addEventListener('messageerror', () => onFailure({ code: 'unreadable' }));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      onFailure({ code: 'crashed' });
    });
    return { post: (message) => worker.postMessage(message), terminate: () => worker.terminate() };
  };
}

/** A client of the worker that trains many networks. */
export function createTrainingClient(): WorkerClient {
  return createWorkerClient(workerAt(trainingWorkerUrl));
}
