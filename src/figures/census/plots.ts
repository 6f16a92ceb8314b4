/** The plots of the figure `census`. */
import { CLASSES } from '#math/census/record';
import type { CensusRecord } from '#math/census/run';
import type { TrainedClass } from '#math/grouping/classify';
import { wilsonInterval } from '#math/numerics/wilson';
import type { PlotSpec } from '#plot/frame';
import { line } from '#plot/line';
import { type Dot, points } from '#plot/points';
import { rule } from '#plot/rule';
import { categories, linear, log } from '#plot/scale';
import type { Colour } from '#plot/style';
import { text } from './text';

/** How the runs of each class look, told apart by shape as well. */
export const looks: Readonly<Record<TrainedClass, Pick<Dot, 'shape' | 'colour' | 'isHollow'>>> = {
  finite: { colour: 'a', shape: 'circle' },
  channel: { colour: 'channel', shape: 'diamond' },
  other: { colour: 'c', shape: 'square' },
  unfinished: { colour: 'axis', shape: 'circle', isHollow: true },
};

/** The runs that are shown, the seeds among them that were precomputed, and the one that is chosen. */
export interface Shown {
  readonly runs: readonly CensusRecord[];
  readonly chosen: CensusRecord | undefined;
  /** The class that stands out. */
  readonly only: Only;
}

export type Only = TrainedClass | 'all';

/** How strongly a class is drawn while one stands out. */
export function faint(only: Only, one: TrainedClass): number | undefined {
  return only === 'all' || only === one ? undefined : 0.25;
}

/** How many runs end in each class. */
export function tally(runs: readonly CensusRecord[]): Readonly<Record<TrainedClass, number>> {
  const counts = { finite: 0, channel: 0, other: 0, unfinished: 0 };
  for (const run of runs) counts[run.class] += 1;
  return counts;
}

/** Where a run has its loss: at the end of its way, if that is known. */
function endLoss({ loss, lossAtInfinity }: CensusRecord): number {
  return lossAtInfinity ?? loss;
}

/** Values below are drawn at the end of the axis. */
const LEAST = { cosine: 1e-8, weights: 0.1 } as const;
const MOST = { cosine: 2, weights: 5000 } as const;

/** Where a run stands in the scatter plot. */
export function scatterPoint({
  cosineDistance,
  outputWeights,
}: CensusRecord): readonly [x: number, y: number] {
  return [
    Math.min(MOST.cosine, Math.max(LEAST.cosine, cosineDistance)),
    Math.min(MOST.weights, Math.max(LEAST.weights, outputWeights)),
  ];
}

function dotsOf(
  { runs, chosen, only }: Shown,
  place: (run: CensusRecord) => readonly [number, number],
): Dot[] {
  const dots = runs.map((run) => {
    const [x, y] = place(run);
    const isChosen = run === chosen;
    return {
      ...looks[run.class],
      ...{ x, y, radius: 4.5, isChosen, opacity: isChosen ? undefined : faint(only, run.class) },
      name: `run-${run.class}`,
    };
  });
  // What stands out is not covered, least of all the chosen one.
  const rank = ({ isChosen, opacity }: Dot) => (isChosen ? 2 : opacity === undefined ? 1 : 0);
  return dots.toSorted((a, b) => rank(a) - rank(b));
}

/** Cosine distance against output weights of each network's most similar neurons. */
export function scatterPlot(shown: Shown): PlotSpec {
  return {
    x: log([LEAST.cosine, MOST.cosine], { title: text.scatter.cosine }),
    y: log([LEAST.weights, MOST.weights], { title: text.scatter.weights }),
    marks: [rule({ x: 0.01, colour: 'axis', dash: 'dashed' }), points(dotsOf(shown, scatterPoint))],
    ...(shown.runs.length === 0 && { note: text.none }),
  };
}

const rows = CLASSES.toReversed();

/** Where a run stands among the losses. */
export function lossPoint(run: CensusRecord): readonly [x: number, y: number] {
  return [endLoss(run), rows.indexOf(run.class) + spread(run.seed)];
}

/** Losses of the runs by class, in rows. */
export function lossPlot(shown: Shown): PlotSpec {
  const losses = shown.runs.map(endLoss).filter((loss) => loss > 0);
  const [low, high] = losses.length > 0 ? [Math.min(...losses), Math.max(...losses)] : [0.01, 1];
  const title = { title: '{loss}' };
  return {
    x: high > 8 * low ? log([low / 1.15, high * 1.15], title) : linear([0, high * 1.05], title),
    y: categories(rows.map((one) => text.class[one])),
    marks: [
      points(
        dotsOf(shown, (run) => {
          const [loss, row] = lossPoint(run);
          return [Math.max(low, loss), row];
        }),
      ),
    ],
  };
}

/** Dots of a row are moved up and down by their seed, so that equal losses are seen to be several. */
function spread(seed: number): number {
  return 0.5 * (((seed * 0.618034) % 1) - 0.5);
}

/** The runs of one roughness. */
export interface RoughnessRuns {
  readonly roughness: number;
  readonly runs: readonly CensusRecord[];
  readonly isChosen: boolean;
}

/** The runs of each roughness, and the class that stands out. */
export interface Shares {
  readonly rows: readonly RoughnessRuns[];
  readonly only: Only;
}

const SHARES = ['finite', 'channel', 'other', 'unfinished'] as const;
/** Beside each other, where they would cover each other. */
const BESIDE: Readonly<Record<TrainedClass, number>> = {
  finite: 0.955,
  channel: 0.985,
  other: 1.015,
  unfinished: 1.045,
};

/** Share of each class by the roughness of the target. */
export function sharesPlot({ rows: all, only }: Shares): PlotSpec {
  const known = all.filter(({ runs }) => runs.length > 0);
  const ways = SHARES.map((one) => ({
    one,
    at: known.map(({ roughness, runs }) => {
      const hits = tally(runs)[one];
      const x = roughness * BESIDE[one];
      return { x, share: hits / runs.length, interval: wilsonInterval(hits, runs.length) };
    }),
  }));
  const chosen = all.find(({ isChosen }) => isChosen);
  return {
    x: log([0.07, 15], { title: text.shares.roughness }),
    y: linear([0, 1], { title: text.shares.share }),
    marks: [
      ...(chosen ? [rule({ x: chosen.roughness, colour: 'axis', dash: 'dashed' })] : []),
      ...ways.flatMap(({ one, at }) => {
        const colour: Colour = looks[one].colour ?? 'ink';
        const opacity = faint(only, one);
        return [
          line(
            at.map(({ x, share }) => [x, share] as const),
            { colour, width: 1.5, opacity: opacity ?? 0.6 },
          ),
          ...at.map(({ x, interval: [low, high] }) =>
            line(
              [
                [x, low],
                [x, high],
              ],
              { colour, width: 1.5, opacity },
            ),
          ),
          points(
            at.map(({ x, share }) => ({
              ...looks[one],
              x,
              y: share,
              radius: 4,
              opacity,
              name: `share-${one}`,
            })),
          ),
        ];
      }),
    ],
    ...(known.length === 0 && { note: text.none }),
  };
}
