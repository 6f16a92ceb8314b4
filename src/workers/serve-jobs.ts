/** What is the same in each worker: its jobs run in short slices, and the page is heard in between. */
import { createHost, type HostOptions } from './host';
import type { ToWorker } from './messages';

/** Makes the worker that this runs in do these jobs. */
export function serveJobs(jobs: HostOptions['jobs']): void {
  const scope = self as unknown as DedicatedWorkerGlobalScope;

  // A message to oneself comes after those of the page, without the 4 ms that a timer waits.
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();

  const host = createHost({
    jobs,
    post: (message, transfer) => scope.postMessage(message, transfer),
    pause: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        port2.postMessage(null);
      }),
  });

  scope.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => host.handle(data));
}
