/** Stands in for the browser's workers, for `vi.stubGlobal('Worker', PuppetWorker)`: says what a test makes it say. */

import type { FromWorker, LandscapePart, ToWorker } from '#workers/messages';
import type { Problem } from '#workers/problem';

/** All that were made, the last one last. */
export const puppets = {
  made: [] as PuppetWorker[],
  last(): PuppetWorker {
    const last = this.made.at(-1);
    if (!last) throw new Error('no worker was made');
    return last;
  },
};

export class PuppetWorker extends EventTarget {
  readonly heard: ToWorker[] = [];
  terminated = false;

  constructor() {
    super();
    puppets.made.push(this);
  }

  postMessage(message: ToWorker): void {
    this.heard.push(message);
  }

  terminate(): void {
    this.terminated = true;
  }

  /** The id of the job that was started last. */
  get asked(): number {
    return this.heard.findLast(({ type }) => type === 'start')?.id ?? NaN;
  }

  say(message: FromWorker): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: message }));
  }

  /** Sends a part of the landscape that was asked for last. */
  send(part: LandscapePart): void {
    this.say({ type: 'part', id: this.asked, part });
  }

  /** Ends the job that was asked for last. */
  end(end: unknown = { milliseconds: 1 }): void {
    this.say({ type: 'end', id: this.asked, end });
  }

  fail(problem: Problem): void {
    this.say({ type: 'failed', id: this.asked, problem });
  }

  die(): void {
    this.dispatchEvent(new Event('error', { cancelable: true }));
  }
}
