/** What a job is to the worker that runs it: a generator that pauses every few milliseconds. */
import type { JobName, Jobs } from './messages';

/** What a job says when it pauses: a part of its result, how far it is (0 to 1), both, or nothing. */
export type JobStep<Name extends JobName> =
  | { readonly part?: Jobs[Name]['part']; readonly done?: number }
  | undefined;

export type Job<Name extends JobName> = Generator<JobStep<Name>, Jobs[Name]['end'], undefined>;

/** A stretch of a job that results in something for the rest of it. */
export type JobStretch<Name extends JobName, R> = Generator<JobStep<Name>, R, undefined>;

/** The buffers of all typed arrays in a message, to be transferred and not copied. */
export function buffersOf(value: unknown, found: Set<ArrayBuffer> = new Set()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) buffersOf(inner, found);
  }
  return found;
}
