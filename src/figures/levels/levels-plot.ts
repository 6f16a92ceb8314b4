/** What the plots of levels and of shares show, from both stores. */
import { isSameLoss, type Level, type Share, summaryOf } from '#math/levels/level-table';
import { tableOf } from '#math/levels/precomputed';
import type { PlotSpec } from '#plot/frame';
import { type Dot, points } from '#plot/points';
import { linear } from '#plot/scale';
import { type Segment, segments } from '#plot/segments';
import { chosenLevel, kindLooks, kindOf, sortedLevels } from './chosen';
import { type LevelsValues, WIDTHS } from './schema';
import type { Session } from './session';
import { text } from './text';

const ACROSS = [WIDTHS.min - 0.5, WIDTHS.max + 0.5] as const;
/** The length of a bar for all runs, in widths. */
const LONGEST = 0.62;
const SHORTEST = 0.03;

const widths = Array.from({ length: WIDTHS.max - WIDTHS.min + 1 }, (_, k) => WIDTHS.min + k);

/** Where the bar of a level ends: copies to the left, minima to the right; by the square root of its share of runs. */
function barEnd(width: number, { kind, count }: Level, runs: number): number {
  const length = SHORTEST + LONGEST * Math.sqrt(count / Math.max(1, runs));
  return width + (kind === 'copies' ? -length : length);
}

/** Bars of one side that are nearer than this, in units of the loss, would cover each other. */
const NEAREST = 0.009;

/** Where levels of a width are drawn: at their losses, moved apart by a hair where bars would cover each other. */
function apart(levels: readonly Level[]): ReadonlyMap<Level, number> {
  const heights = new Map(levels.map((level) => [level, level.loss]));
  for (const side of [true, false]) {
    const bars = levels.filter(({ kind }) => (kind === 'copies') === side).sort((p, q) => p.loss - q.loss);
    for (let pass = 0; pass < 60; pass++) {
      for (let k = 1; k < bars.length; k++) {
        const [low, high] = [bars[k - 1], bars[k]] as [Level, Level];
        const [below, above] = [heights.get(low) ?? 0, heights.get(high) ?? 0];
        const lacking = NEAREST - (above - below);
        if (lacking <= 1e-6) continue;
        heights.set(low, below - lacking / 2);
        heights.set(high, above + lacking / 2);
      }
    }
  }
  return heights;
}

/** Runs of a level that were computed here. */
function countedNow(level: Level, known: readonly Level[]): number {
  const before = known.find(({ kind, loss }) => kind === level.kind && isSameLoss(loss, level.loss));
  return level.count - (before?.count ?? 0);
}

/** Lowest and highest loss of the axis. */
function lossRange(session: Session, values: LevelsValues): readonly [number, number] {
  const losses = widths.flatMap((width) =>
    sortedLevels(session, kindOf(values), width).map(({ loss }) => loss),
  );
  return [
    Math.max(0, Math.floor(10 * Math.min(...losses, 0.4)) / 10 - 0.05),
    Math.max(...losses, 0.5) + 0.04,
  ];
}

/** Levels of all widths. */
export function levelsSpec(session: Session, values: LevelsValues): PlotSpec {
  const kind = kindOf(values);
  const bars: Segment[] = [];
  const joins: Segment[] = [];
  const tips: Dot[] = [];
  const chosen = chosenLevel(session, values)?.level;
  for (const width of widths) {
    const levels = sortedLevels(session, kind, width);
    const known = tableOf(kind, width).levels;
    const next = sortedLevels(session, kind, width + 1);
    const { runs } = summaryOf(levels);
    const heights = apart(levels);
    for (const level of levels) {
      const loss = heights.get(level) ?? level.loss;
      const look = kindLooks[level.kind];
      const isChosen = level === chosen;
      const end = barEnd(width, level, runs);
      bars.push({
        from: [width, loss],
        to: [end, loss],
        colour: look.colour,
        width: isChosen ? 4.5 : 2.5,
        name: `bar-${level.kind}`,
      });
      tips.push({ ...look, x: end, y: loss, radius: 4, isChosen, name: `level-${level.kind}` });
      const now = countedNow(level, known);
      for (let k = 0; k < now; k++) {
        const away = 0.05 + 0.028 * k;
        tips.push({
          x: level.kind === 'copies' ? end - away : end + away,
          y: loss,
          radius: 2.1,
          isHollow: true,
          colour: 'ink',
          name: 'now',
        });
      }
      const isSame = (other: Level) => isSameLoss(other.loss, level.loss);
      const same = next.find(isSame);
      if (same && levels.find(isSame) === level) {
        const there = apart(next).get(same) ?? same.loss;
        joins.push({ from: [width, loss], to: [width + 1, there], colour: 'axis', width: 1, dash: 'dotted' });
      }
    }
  }
  return {
    x: linear(ACROSS, { title: text.levels.width }),
    y: linear(lossRange(session, values), { title: text.levels.axis }),
    marks: [
      segments(
        widths.map((width) => ({
          from: [width, lossRange(session, values)[0]],
          to: [width, lossRange(session, values)[1]],
          colour: 'hairline',
          width: 1,
        })),
      ),
      segments(joins),
      segments(bars),
      points(tips),
    ],
  };
}

/** Shares of runs that end at infinity, and that have copies, with Wilson's intervals. */
export function sharesSpec(session: Session, values: LevelsValues): PlotSpec {
  const shares = widths.flatMap((width) => {
    const summary = summaryOf(sortedLevels(session, kindOf(values), width));
    return summary.runs === 0 ? [] : [{ width, ...summary }];
  });
  const series = [
    ['infinite', -0.07],
    ['copies', 0.07],
  ] as const;
  const all = series.flatMap(([name, aside]) =>
    shares.map((one) => ({ x: one.width + aside, look: kindLooks[name], ...(one[name] satisfies Share) })),
  );
  return {
    x: linear(ACROSS, { title: text.levels.width }),
    y: linear([-3, 106], { title: text.levels.share }),
    marks: [
      segments(
        all.map(({ x, look, interval: [low, high] }) => ({
          from: [x, 100 * low],
          to: [x, 100 * high],
          colour: look.colour,
          width: 2,
        })),
      ),
      points(all.map(({ x, look, share }) => ({ ...look, x, y: 100 * share, radius: 4 }))),
    ],
  };
}

/** Where every level stands, for what picks one: the end of its bar. */
export function levelPlaces(session: Session, values: LevelsValues) {
  return widths.flatMap((width) => {
    const levels = sortedLevels(session, kindOf(values), width);
    const { runs } = summaryOf(levels);
    const heights = apart(levels);
    return levels.map((level, k) => ({
      width,
      level: k + 1,
      x: barEnd(width, level, runs),
      y: heights.get(level) ?? level.loss,
    }));
  });
}
