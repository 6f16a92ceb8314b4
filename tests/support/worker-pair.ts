/** A client and the worker's host in one process, talking through copies as over a real boundary. */
import type { MakeWorker } from '#workers/client';
import { createHost } from '#workers/host';
import { createJobTable } from '#workers/job-table';
import type { FromWorker, ToWorker } from '#workers/messages';
import { trainingJobs } from '#workers/training-jobs';

/** Counts of what happened inside, for tests. */
export interface WorkerLog {
  /** Turns of the event loop that jobs took. */
  pauses: number;
  readonly sent: FromWorker['type'][];
}

/** A maker of such workers, and the log they share. */
export function pairedWorker(): { makeWorker: MakeWorker; log: WorkerLog } {
  const log: WorkerLog = { pauses: 0, sent: [] };
  const makeWorker: MakeWorker = (onMessage) => {
    let alive = true;
    const host = createHost({
      jobs: (now) => ({ ...createJobTable(now), ...trainingJobs }),
      post(message, transfer) {
        // Detaches what is transferred: a worker that goes on using it fails here as it would in a browser.
        const copy: FromWorker = structuredClone(message, { transfer });
        log.sent.push(copy.type);
        setImmediate(() => alive && onMessage(copy));
      },
      pause() {
        log.pauses++;
        return new Promise((resolve) => {
          setImmediate(resolve);
        });
      },
    });
    return {
      post(message) {
        const copy: ToWorker = structuredClone(message);
        setImmediate(() => alive && host.handle(copy));
      },
      terminate() {
        alive = false;
      },
    };
  };
  return { makeWorker, log };
}
