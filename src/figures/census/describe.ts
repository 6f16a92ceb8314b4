/** The figure `census` in words and numbers. */

import type { DataTable } from '#figures/figure';
import { activations } from '#math/activation/activation';
import { CLASSES } from '#math/census/record';
import { type CensusRecord, isPaperChannel } from '#math/census/run';
import { tally } from './plots';
import { type CensusValues, settingsOf } from './schema';
import { type CensusState, runsOf } from './session';
import { text } from './text';

/** What is set, and what has come of it. */
export function describeCensus(values: CensusValues, state: CensusState | undefined): string {
  const runs = state ? runsOf(state, settingsOf(values)) : [];
  const { dims, widths, depth, activation, target, biases } = settingsOf(values);
  const { name } = activations[activation];
  const settings = text.describe.settings(
    runs.length,
    widths,
    depth,
    name,
    dims,
    text.target[target],
    biases,
  );
  if (!state?.precomputed) return `${settings} ${text.describe.waiting}`;
  const { finite, channel, other, unfinished } = tally(runs);
  return `${settings} ${text.describe.counts(finite, channel, other, unfinished)}`;
}

/** The runs that are shown, one a row; what is true of a run is 1. */
export function censusData(runs: readonly CensusRecord[]): readonly DataTable[] {
  const numbers = ['loss', 'lossAtInfinity', 'cosineDistance', 'outputWeights', 'norm', 'time'] as const;
  return [
    {
      name: 'runs',
      columns: ['seed', ...CLASSES, 'paperChannel', ...numbers],
      rows: runs.map((run) => [
        run.seed,
        ...CLASSES.map((one) => Number(run.class === one)),
        Number(isPaperChannel(run)),
        ...numbers.map((name) => run[name] ?? Number.NaN),
      ]),
    },
  ];
}
