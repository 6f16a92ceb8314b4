/** What goes to infinity together: how many groups of each kind. */
import { CLASSES } from '#math/census/record';
import type { CensusRecord } from '#math/census/run';
import type { UnitKind } from '#math/grouping/grouping';
import type { PlotSpec } from '#plot/frame';
import { points } from '#plot/points';
import { categories, linear } from '#plot/scale';
import { segments } from '#plot/segments';
import { faint, looks, type Shown } from './plots';
import { text } from './text';

export const GROUP_ROWS = ['pair', 'triple', 'quadruple', 'copies', 'lone'] as const;
export type GroupRow = (typeof GROUP_ROWS)[number];

const rowOf: Readonly<Record<UnitKind, GroupRow>> = {
  pair: 'pair',
  triple: 'triple',
  quadruple: 'quadruple',
  neuron: 'copies',
  crease: 'lone',
  tail: 'lone',
};

/** How many groups of each kind these runs have. */
export function countGroups(
  runs: readonly Pick<CensusRecord, 'groups'>[],
): Readonly<Record<GroupRow, number>> {
  const counts = { pair: 0, triple: 0, quadruple: 0, copies: 0, lone: 0 };
  for (const { groups } of runs) for (const { kind } of groups) counts[rowOf[kind]] += 1;
  return counts;
}

/** Bars of groups by kind, parted by where their networks end; a ring at the bars of the chosen network's. */
export function groupsPlot({ runs, chosen, only }: Shown): PlotSpec {
  const rows = GROUP_ROWS.toReversed();
  const byClass = CLASSES.map((one) => ({
    one,
    counts: countGroups(runs.filter((run) => run.class === one)),
  }));
  const total = countGroups(runs);
  const own = countGroups(chosen ? [chosen] : []);
  const bars = rows.flatMap((row, y) => {
    let end = 0;
    return byClass.map(({ one, counts }) => {
      const from = [end, y] as const;
      end += counts[row];
      const { colour = 'ink' } = looks[one];
      return {
        from,
        to: [end, y] as const,
        colour,
        width: 14,
        opacity: faint(only, one),
        name: `groups-${one}`,
      };
    });
  });
  return {
    x: linear([0, Math.max(4, ...Object.values(total)) * 1.05], { title: text.groups.count }),
    y: categories(rows.map((row) => text.groups[row])),
    marks: [
      segments(bars.filter(({ from, to }) => to[0] > from[0])),
      points(
        rows.flatMap((row, y) =>
          own[row] > 0 ? [{ x: total[row], y, isHollow: true, isChosen: true, name: 'chosen-group' }] : [],
        ),
      ),
    ],
    ...(runs.length === 0 && { note: text.none }),
  };
}
