/** The worker's end: runs jobs in short slices, several in turn, and says what comes of them. */
import { clockJob } from './clock-job';
import { buffersOf, type Job } from './job';
import { arriveJob, jumpJob } from './jump-job';
import { landscapeJob } from './landscape-job';
import type { FromWorker, JobName, Jobs, ToWorker } from './messages';
import { placeJob } from './place-job';
import { rideJob } from './ride-job';
import type { RideWorld } from './ride-world';
import { runJob } from './run-job';
import { toyEdgeJob, toyStallsJob } from './toy-edge-job';
import { toyLandscapeJob } from './toy-landscape-job';
import { toyRunJob } from './toy-run-job';
import type { World } from './world';

export interface HostOptions {
  readonly post: (message: FromWorker, transfer: ArrayBuffer[]) => void;
  /** Lets the event loop take a turn, so that messages are heard. */
  readonly pause: () => Promise<void>;
  readonly now?: () => number;
}

/** Milliseconds of computing between two turns of the event loop; one step of a job may be a little over. */
const SLICE = 10;
/** A job that has nothing to say says at least, this often in milliseconds, that it is alive. */
const SIGN_OF_LIFE = 500;

/** Returns what is to be called with every message from the page. */
export function createHost({ post, pause, now = () => performance.now() }: HostOptions) {
  let world: World | undefined;
  let ride: RideWorld | undefined;
  const running = new Map<JobName, number>();

  function jobOf(message: ToWorker & { type: 'start' }): Job<JobName> {
    if (message.job === 'landscape') {
      return landscapeJob(message.request, (made) => {
        world = made;
      });
    }
    if (message.job === 'ride') {
      return rideJob(
        message.request,
        (found) => {
          ride = found;
        },
        now,
      );
    }
    if (message.job === 'jump' || message.job === 'arrive' || message.job === 'clock') {
      return rideJobOf(message);
    }
    if (message.job === 'toy-landscape') return toyLandscapeJob(message.request, now);
    if (message.job === 'toy-run') return toyRunJob(message.request);
    if (message.job === 'toy-edge') return toyEdgeJob(message.request);
    if (message.job === 'toy-stalls') return toyStallsJob(message.request);
    if (world === undefined) {
      throw new Error('There is no landscape yet: wait until it is computed, or choose another network.');
    }
    return message.job === 'run' ? runJob(world, message.request, now) : placeJob(world, message.request);
  }

  function rideJobOf(message: ToWorker & { type: 'start'; job: 'jump' | 'arrive' | 'clock' }): Job<JobName> {
    if (ride === undefined) {
      throw new Error('There is no channel yet: wait until one is found, or choose another network.');
    }
    if (message.job === 'jump') return jumpJob(ride, message.request, now);
    return message.job === 'arrive'
      ? arriveJob(ride, message.request, now)
      : clockJob(ride, message.request, now);
  }

  async function start(message: ToWorker & { type: 'start' }): Promise<void> {
    const { id, job: name } = message;
    running.set(name, id);
    const isCurrent = () => running.get(name) === id;
    try {
      const end = await inSlices(jobOf(message), id, isCurrent);
      if (isCurrent()) send({ type: 'end', id, end });
    } catch (error) {
      if (isCurrent()) send({ type: 'failed', id, message: sentenceOf(error) });
    } finally {
      if (isCurrent()) running.delete(name);
    }
  }

  async function inSlices(
    job: Job<JobName>,
    id: number,
    isCurrent: () => boolean,
  ): Promise<Jobs[JobName]['end'] | undefined> {
    let done = 0;
    let heard = now();
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
        heard = now();
      }
      if (now() - heard > SIGN_OF_LIFE) {
        heard = now();
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

/** Errors of the mathematics are written for people and begin in lower case; others ask for a report. */
function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const known = error instanceof RangeError || error?.constructor === Error;
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
  const ended = /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
  return known ? ended : `The computation failed (${message}); choose other settings, and please report it.`;
}
