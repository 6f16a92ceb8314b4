/** The levels of a width in the order in which they are counted, and the one that is looked at. */
import type { LevelKind } from '#math/levels/level-kind';
import { type Level, summaryOf } from '#math/levels/level-table';
import type { Kind } from '#math/levels/precomputed';
import type { Dot } from '#plot/points';
import type { Colour } from '#plot/style';
import type { LevelsValues } from './schema';
import type { Session } from './session';

/** How each kind looks: told apart by shape and colour. */
export const kindLooks = {
  finite: { shape: 'circle', colour: 'a' },
  infinite: { shape: 'diamond', colour: 'channel' },
  copies: { shape: 'triangle', colour: 'saddleLine' },
  open: { shape: 'square', colour: 'quiet', isHollow: true },
} as const satisfies Readonly<
  Record<LevelKind, Pick<Dot, 'shape' | 'isHollow'> & { readonly colour: Colour }>
>;

/** Whether runs with biases are shown. */
export function kindOf({ biases }: Pick<LevelsValues, 'biases'>): Kind {
  return biases ? 'biases' : 'plain';
}

/** Levels of a width, lowest loss first. */
export function sortedLevels({ tables }: Session, kind: Kind, width: number): readonly Level[] {
  return [...(tables[kind][width - 1] ?? [])].sort((p, q) => p.loss - q.loss);
}

/** The level that is looked at, with the number of runs of its width; undefined where there are none. */
export function chosenLevel(session: Session, values: LevelsValues) {
  const levels = sortedLevels(session, kindOf(values), values.width);
  const rank = Math.min(values.level, levels.length);
  const level = levels[rank - 1];
  return level && { level, rank, levels, runs: summaryOf(levels).runs };
}
