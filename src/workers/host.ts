/** The worker's end: runs jobs in short slices, several in turn, and sends what comes of them. */
import { buffersOf, type Job } from './job';
import type { FromWorker, JobName, Jobs, ToWorker } from './messages';
import { JobError, type Problem } from './problem';

export interface HostOptions {
  readonly post: (message: FromWorker, transfer: ArrayBuffer[]) => void;
  /** Lets the event loop take a turn, so that messages arrive. */
  readonly pause: () => Promise<void>;
  /** The jobs that this worker has. */
  readonly jobs: (now: () => number) => Partial<JobTable>;
  readonly now?: () => number;
}

/** Each job by its name. Those that need a result that is not there yet throw a `JobError`. */
export type JobTable = {
  readonly [Name in JobName]: (request: Jobs[Name]['request']) => Job<Name>;
};

/** Milliseconds of computing between two turns of the event loop; one step of a job may be a little over. */
const SLICE = 10;
/** A job that has nothing to send repeats its progress this often (milliseconds), so that it does not count as dead. */
const HEARTBEAT = 500;

/** Returns what is to be called with every message from the page. */
export function createHost({ post, pause, jobs, now = () => performance.now() }: HostOptions) {
  const table = jobs(now);
  const running = new Map<JobName, number>();

  async function start(message: ToWorker & { type: 'start' }): Promise<void> {
    const { id, job: name } = message;
    running.set(name, id);
    const isCurrent = () => running.get(name) === id;
    try {
      // Of a union the compiler does not see that name and request belong together.
      const create = table[name] as ((request: typeof message.request) => Job<JobName>) | undefined;
      if (!create) throw new Error(`this worker has no job ${name}`);
      const end = await runInSlices(create(message.request), id, isCurrent);
      if (isCurrent()) send({ type: 'end', id, end });
    } catch (error) {
      if (isCurrent()) send({ type: 'failed', id, problem: problemOf(error) });
    } finally {
      if (isCurrent()) running.delete(name);
    }
  }

  async function runInSlices(
    job: Job<JobName>,
    id: number,
    isCurrent: () => boolean,
  ): Promise<Jobs[JobName]['end'] | undefined> {
    let done = 0;
    let sent = now();
    for (;;) {
      const sliceStart = now();
      while (now() - sliceStart < SLICE) {
        const next = job.next();
        if (next.done) return next.value;
        if (next.value === undefined) continue;
        const { part, done: isDone } = next.value;
        if (part !== undefined) send({ type: 'part', id, part });
        if (isDone !== undefined && isDone !== done) {
          done = isDone;
          send({ type: 'progress', id, done });
        }
        sent = now();
      }
      if (now() - sent > HEARTBEAT) {
        sent = now();
        send({ type: 'progress', id, done });
      }
      await pause();
      if (!isCurrent()) return undefined;
    }
  }

  function send(message: FromWorker): void {
    post(message, [...buffersOf(message)]);
  }

  return {
    handle(message: ToWorker): void {
      if (message.type === 'start') void start(message);
      else for (const [name, id] of running) if (id === message.id) running.delete(name);
    },
  };
}

function problemOf(error: unknown): Problem {
  if (error instanceof JobError) return error.problem;
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error) };
}
