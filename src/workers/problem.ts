/** What can go wrong in a worker and is told to a reader: a code with its values. The words are the page's (`#landscape/text`). */
import type { Side } from '#math/landscape/descent-path';

export type Problem =
  /** This browser lets no worker start. */
  | { readonly code: 'no-workers' }
  /** The worker was given up because it did not answer. */
  | { readonly code: 'silent'; readonly seconds: number }
  /** The worker crashed, or sent what cannot be read; both end it. */
  | { readonly code: 'crashed' | 'unreadable' }
  /** Anything that is not foreseen. */
  | { readonly code: 'unexpected'; readonly message: string }
  /** A job needs what an earlier one computes. */
  | { readonly code: 'no-landscape' | 'no-ride' | 'no-columns' }
  | { readonly code: 'no-minimum'; readonly attempts: number }
  /** Counted from 0. */
  | { readonly code: 'no-output-weight'; readonly neuron: number }
  | { readonly code: 'no-way-down' }
  | { readonly code: 'no-channel'; readonly side: Side | 'either' }
  | { readonly code: 'no-other-channel'; readonly seeds: number; readonly width: number }
  /** Settings of which no network can be trained; a network of a census that ends in another way than it is to be shown. */
  | { readonly code: 'census-settings' }
  | { readonly code: 'census-end'; readonly end: 'finite' | 'channel' }
  /** Channel 1 of the problem with four parameters. */
  | { readonly code: 'no-toy-channel' }
  /** Of a run: the step, and the learning rate that was too large. */
  | { readonly code: 'diverged'; readonly step: number; readonly rate: number }
  /** Of a run: the flow time from which on no step is accurate. */
  | { readonly code: 'stuck'; readonly time: number };

/** A problem that is thrown; its message is for developers. */
export class JobError extends Error {
  override readonly name = 'JobError';
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(JSON.stringify(problem), options);
    this.problem = problem;
  }
}
