import { performance } from 'node:perf_hooks';

/** Figures by their names; `console.table` prints them. */
export type Figures = Record<string, { readonly here: number; readonly goal?: number }>;

/** Three digits of a number. */
export const short = (value: number) => Number(value.toPrecision(3));

/** A figure beside the most that it should be. */
export const figure = (here: number, goal?: number) => ({
  here: short(here),
  ...(goal !== undefined && { goal }),
});

/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Milliseconds of one run. */
export function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/**
 * The median time of one run in milliseconds, after half as many runs to warm up.
 *
 * @param work is given the number of the run, for values of its own
 */
export function medianTime(runs: number, work: (run: number) => unknown): number {
  for (let run = 1; run < runs / 2; run++) work(-run);
  return median(Array.from({ length: runs }, (_, run) => timed(() => work(run))));
}

/** Takes all steps of a job, hears its parts, and returns its end. */
export function through<Step, End>(job: Generator<Step, End>, hear?: (step: Step) => void): End {
  for (;;) {
    const next = job.next();
    if (next.done) return next.value;
    hear?.(next.value);
  }
}
