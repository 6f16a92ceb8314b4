/** What the figure `levels` shows before the reader trains more, made of the runs of a census. */
import type { CensusRecord } from '#math/census/run';
import { runSteps } from '#math/numerics/steps';
import { copiedMinimum, perturbedEnd, type Side } from './copied-minimum';
import { type Level, levelIndex, withRun } from './level-table';
import type { KnownEnd, Precomputed, WidthTable } from './precomputed';

const digits = (value: number, count: number) => Number(value.toPrecision(count));

/** One width, of runs with seeds 1, 2, 3, ... without a gap: others are left out. */
function tableOf(width: number, records: readonly CensusRecord[]): WidthTable {
  const bySeed = new Map(records.map((record) => [record.seed, record]));
  let levels: readonly Level[] = [];
  const runs: NonNullable<CensusRecord['level']>[] = [];
  for (let seed = 1; bySeed.get(seed)?.level; seed++) {
    const level = bySeed.get(seed)?.level as NonNullable<CensusRecord['level']>;
    levels = withRun(levels, { seed, ...level });
    runs.push(level);
  }
  return {
    width,
    levels: levels.map((level) => ({ ...level, loss: digits(level.loss, 10) })),
    ends: runs.map((run) => levelIndex(levels, run)),
    losses: runs.map(({ loss }) => digits(loss, 6)),
  };
}

/** Ends beside the copied minimum. Takes minutes. */
function copiedEnds(): Precomputed['ends'] {
  const copied = copiedMinimum();
  const gammas = Array.from({ length: 26 }, (_, k) => Number((-2 + 0.2 * k).toFixed(1)));
  const side = (which: Side) =>
    gammas.map((gamma): KnownEnd => {
      const { kind, loss, lossAtInfinity, h } = runSteps(perturbedEnd(copied, gamma, which));
      return { kind, loss: digits(loss, 8), lossAtInfinity: digits(lossAtInfinity, 12), h: digits(h, 6) };
    });
  return { gammas, plus: side('plus'), minus: side('minus') };
}

/** The tables of all widths that the records with a level have, and the ends beside the copied minimum, computed unless given. */
export function levelsFile(records: readonly CensusRecord[], ends = copiedEnds()): Precomputed {
  const tables = (biases: boolean) => {
    const some = records.filter((record) => record.level && record.biases === biases);
    const widths = [...new Set(some.map((record) => record.widths))].sort((p, q) => p - q);
    return widths.map((width) =>
      tableOf(
        width,
        some.filter((record) => record.widths === width),
      ),
    );
  };
  return { plain: tables(false), biases: tables(true), ends };
}
