/** Where things stand on the map of the landscape. Pure. */
import { type LaidOut, layOut, type Pixel, type PlotSpec, type Size } from '#plot/frame';
import type { Dot } from '#plot/points';
import { linear, log } from '#plot/scale';
import { type ToyRunner, toyRunners } from '#workers/toy-messages';
import { ALPHA_RANGE, GAMMA_RANGE, type ToyAxisKind } from './axis';
import { isOnPicture } from './field';
import { indexAt, replayTime, type ToyRuns } from './runs';

/** The mark of each run. */
export const runnerShapes: Readonly<Record<ToyRunner, NonNullable<Dot['shape']>>> = {
  flow: 'circle',
  data: 'diamond',
  sgd: 'square',
  adam: 'triangle',
};

/** The axes of the map. */
export function mapSpec(axis: ToyAxisKind): PlotSpec {
  const kind = axis === 'log' ? log : linear;
  return {
    x: kind(GAMMA_RANGE, { title: '{gamma}' }),
    y: linear(ALPHA_RANGE, { title: '{alpha}' }),
    marks: [],
  };
}

/** The frame of a map of this size. */
export function mapFrame(axis: ToyAxisKind, size: Size): LaidOut {
  return layOut(mapSpec(axis), size);
}

/** Pixels of a point of the landscape. */
export function mapPixel({ x, y }: LaidOut, gamma: number, alpha: number): Pixel {
  return [x.at(Math.max(gamma, 1e-9)), y.at(alpha)];
}

/** The point of the landscape under a pixel, brought onto the picture. */
export function mapPoint({ x, y, left, right, top, bottom }: LaidOut, [px, py]: Pixel) {
  const inside = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  return { gamma: x.valueAt(inside(px, left, right)), alpha: y.valueAt(inside(py, top, bottom)) };
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
