/** The figure `census` in words and numbers. */

import type { DataTable } from '#figures/figure';
import { activations } from '#math/activation/activation';
import { CLASSES } from '#math/census/record';
import { type CensusRecord, isPaperChannel } from '#math/census/run';
import type { CourseState } from './course';
import { countGroups, GROUP_ROWS } from './groups';
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
  const groups = countGroups(runs);
  const list = GROUP_ROWS.map((row) => `${groups[row]} ${text.groups[row]}`).join(', ');
  return `${settings} ${text.describe.counts(finite, channel, other, unfinished)} ${text.describe.groups(list)}`;
}

/** The runs that are shown, one a row: what is true of a run is 1, groups are counted. And the run that was recorded. */
export function censusData(runs: readonly CensusRecord[], course?: CourseState): readonly DataTable[] {
  const numbers = ['loss', 'lossAtInfinity', 'cosineDistance', 'outputWeights', 'norm', 'time'] as const;
  return [
    {
      name: 'runs',
      columns: ['seed', ...CLASSES, 'paperChannel', ...GROUP_ROWS, ...numbers],
      rows: runs.map((run) => [
        run.seed,
        ...CLASSES.map((one) => Number(run.class === one)),
        Number(isPaperChannel(run)),
        ...Object.values(countGroups([run])),
        ...numbers.map((name) => run[name] ?? Number.NaN),
      ]),
    },
    ...courseTables(course),
  ];
}

const COURSE = ['time', 'pairShare', 'groupShare', 'smallest', 'largest', 'rounding'] as const;

function courseTables(course: CourseState | undefined): readonly DataTable[] {
  if (!course?.run || !course.points) return [];
  const rows = course.points.map((point) => COURSE.map((name) => point[name]));
  return [{ name: `run-${course.run.seed}`, columns: COURSE, rows }];
}
