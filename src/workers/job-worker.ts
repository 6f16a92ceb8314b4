/** Entry of the worker that runs all jobs. */
import { createHost } from './host';
import type { ToWorker } from './messages';

const scope = self as unknown as DedicatedWorkerGlobalScope;

// A message to oneself comes after those of the page, without the 4 ms that a timer waits.
const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

const host = createHost({
  post: (message, transfer) => scope.postMessage(message, transfer),
  pause: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    }),
});

scope.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => host.handle(data));
