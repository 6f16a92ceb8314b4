/** A computation in steps of a few milliseconds: whoever runs it may pause or stop between two of them. */
export type Steps<R> = Generator<undefined, R, undefined>;

/** Takes all steps at once. */
export function runSteps<R>(steps: Generator<unknown, R, undefined>): R {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}
