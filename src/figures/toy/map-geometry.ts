/** Where things stand on the map of the landscape. Pure. */
import { type ToyRunner, toyRunners } from '#workers/toy-messages';
import { alphaAt, alphaPlace, gammaAt, gammaPlace, type ToyAxisKind } from './axis';
import { isOnPicture } from './field';
import type { Frame, PlotMark } from './plot';
import { indexAt, replayTime, type ToyRuns } from './runs';

/** The mark of each run. */
export const runnerShapes: Readonly<Record<ToyRunner, PlotMark['shape']>> = {
  flow: 'circle',
  data: 'diamond',
  sgd: 'square',
  adam: 'triangle',
};

/** Pixels of a point of the landscape. */
export function mapPixel(
  { left, right, top, bottom }: Frame,
  axis: ToyAxisKind,
  gamma: number,
  alpha: number,
): readonly [number, number] {
  return [
    left + ((gammaPlace(axis, gamma) + 1) / 2) * (right - left),
    bottom - ((alphaPlace(alpha) + 1) / 2) * (bottom - top),
  ];
}

/** The point of the landscape under a pixel, brought onto the picture. */
export function mapPoint(
  { left, right, top, bottom }: Frame,
  axis: ToyAxisKind,
  x: number,
  y: number,
): { readonly gamma: number; readonly alpha: number } {
  const across = Math.min(1, Math.max(-1, (2 * (x - left)) / (right - left) - 1));
  const up = Math.min(1, Math.max(-1, (2 * (bottom - y)) / (bottom - top) - 1));
  return { gamma: gammaAt(axis, across), alpha: alphaAt(up) };
}

/** Points of a track that are drawn: as many as are seen. */
const TRACK_POINTS = 500;

/** Indices of a run's points on its track up to what the replay shows. */
export function trackIndices(runs: ToyRuns, runner: ToyRunner, share: number): readonly number[] {
  const run = runs[runner];
  if (!run || run.times.length === 0) return [];
  const last = share >= 1 ? run.times.length - 1 : indexAt(run, replayTime(runs, share));
  const stride = Math.max(1, Math.floor(last / TRACK_POINTS));
  const indices = Array.from({ length: Math.ceil(last / stride) }, (_, k) => k * stride);
  return [...indices, last];
}

/** A run's ball: where it is, held at the picture's edge when it has left it. */
export function ballsOf(
  runs: ToyRuns,
  share: number,
): readonly {
  readonly runner: ToyRunner;
  readonly gamma: number;
  readonly alpha: number;
  readonly isOut: boolean;
}[] {
  return toyRunners.flatMap((runner) => {
    const k = trackIndices(runs, runner, share).at(-1);
    const run = runs[runner];
    if (!run || k === undefined) return [];
    const gamma = run.gammas[k] as number;
    const alpha = run.alphas[k] as number;
    return [{ runner, gamma: Math.min(50, gamma), alpha, isOut: !isOnPicture(gamma, alpha) }];
  });
}
