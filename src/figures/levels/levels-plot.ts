/** What the plots of levels and of shares show, from both stores. */
import { isSameLoss, type Level, type Share, summaryOf } from '#math/levels/level-table';
import type { PlotSpec } from '#plot/frame';
import { type Dot, points } from '#plot/points';
import { linear, log } from '#plot/scale';
import { type Segment, segments } from '#plot/segments';
import { chosenLevel, kindLooks, kindOf, sortedLevels } from './chosen';
import { tableOf } from './precomputed';
import { type LevelsValues, WIDTHS } from './schema';
import type { Session } from './session';
import { text } from './text';

const ACROSS = [WIDTHS.min - 0.5, WIDTHS.max + 0.5] as const;
/** The length of a bar for all runs, in widths. */
const LONGEST = 0.42;
const SHORTEST = 0.03;

const widths = Array.from({ length: WIDTHS.max - WIDTHS.min + 1 }, (_, k) => WIDTHS.min + k);

/** Where the bar of a level ends: copies to the left, minima to the right; by the square root of its share of runs. */
export function barEnd(width: number, { kind, count }: Level, runs: number): number {
  const length = SHORTEST + LONGEST * Math.sqrt(count / Math.max(1, runs));
  return width + (kind === 'copies' ? -length : length);
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
  return [0.92 * Math.min(...losses, 0.2), 1.06 * Math.max(...losses, 0.5)];
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
    for (const level of levels) {
      const { loss } = level;
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
      const same = next.find((other) => isSameLoss(other.loss, loss));
      if (same && levels.findIndex((other) => isSameLoss(other.loss, loss)) === levels.indexOf(level))
        joins.push({ from: [width, loss], to: [width + 1, loss], colour: 'axis', width: 1, dash: 'dotted' });
    }
  }
  return {
    x: linear(ACROSS, { title: text.levels.width }),
    y: log(lossRange(session, values), { title: text.levels.axis }),
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
    y: linear([0, 100], { title: text.levels.share }),
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
    return levels.map((level, k) => ({
      width,
      level: k + 1,
      x: barEnd(width, level, runs),
      y: level.loss,
    }));
  });
}
