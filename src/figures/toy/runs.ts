/** The runs of the figure `toy`: their points, and which of them the replay shows. Pure. */
import type { ToyRunner, ToyRunPart } from '#workers/toy-messages';

/** A run so far. */
export interface ToyRun {
  readonly runner: ToyRunner;
  readonly times: readonly number[];
  readonly losses: readonly number[];
  readonly gammas: readonly number[];
  readonly alphas: readonly number[];
  /** w_1, w_2, a_1, a_2 of each point. */
  readonly thetas: readonly Float64Array[];
  readonly end?: NonNullable<ToyRunPart['end']>;
}

export type ToyRuns = Readonly<Partial<Record<ToyRunner, ToyRun>>>;

/** The runs with a stretch more. */
export function withPart(runs: ToyRuns, part: ToyRunPart): ToyRuns {
  const before = runs[part.runner];
  const rows = Array.from(part.times, (_, k) => part.thetas.slice(4 * k, 4 * k + 4));
  const run: ToyRun = {
    runner: part.runner,
    times: [...(before?.times ?? []), ...part.times],
    losses: [...(before?.losses ?? []), ...part.losses],
    gammas: [...(before?.gammas ?? []), ...part.gammas],
    alphas: [...(before?.alphas ?? []), ...part.alphas],
    thetas: [...(before?.thetas ?? []), ...rows],
    ...(part.end && { end: part.end }),
  };
  return { ...runs, [part.runner]: run };
}

/** The time that the replay shows, 0 to 1, even in the logarithm of time up to the end of the longest run. */
export function replayTime(runs: ToyRuns, share: number): number {
  const last = Math.max(0, ...Object.values(runs).map((run) => run.times.at(-1) ?? 0));
  return share >= 1 ? last : Math.expm1(share * Math.log1p(last));
}

/** Index of the last point of a run at or before a time. */
export function indexAt({ times }: ToyRun, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) <= time) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** A run's point in numbers. */
export interface ToyState {
  readonly time: number;
  readonly gamma: number;
  readonly alpha: number;
  readonly loss: number;
  /** a_1 - a_2 */
  readonly difference: number;
  readonly theta: Float64Array;
}

/** The point of a run that the replay shows. */
export function stateOf(runs: ToyRuns, runner: ToyRunner, share: number): ToyState | undefined {
  const run = runs[runner];
  if (!run || run.times.length === 0) return undefined;
  const k = share >= 1 ? run.times.length - 1 : indexAt(run, replayTime(runs, share));
  const theta = run.thetas[k] as Float64Array;
  return {
    time: run.times[k] as number,
    gamma: run.gammas[k] as number,
    alpha: run.alphas[k] as number,
    loss: run.losses[k] as number,
    difference: (theta[2] as number) - (theta[3] as number),
    theta,
  };
}

/** The channel a flow is in: 1 below the saddle line, 2 above it; undefined near the line or before it is far out. */
export function channelOf({ gamma, alpha }: Pick<ToyState, 'gamma' | 'alpha'>): 1 | 2 | undefined {
  if (gamma < 5) return undefined;
  if (alpha < -0.4) return 1;
  return alpha > 1.5 ? 2 : undefined;
}
