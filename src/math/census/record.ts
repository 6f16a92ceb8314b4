/** Lines of census files: one run each, as JSON. */
import type { TrainedClass } from '#math/grouping/classify';
import { GROUP_SIZES } from '#math/grouping/grouping';
import type { VerdictCode } from '#math/grouping/verdict';
import { LEVEL_KINDS, type LevelEnd } from '#math/levels/level-kind';
import type { CensusRecord } from './run';
import {
  CENSUS_ACTIVATIONS,
  CENSUS_INPUTS,
  CENSUS_TARGETS,
  type CensusSettings,
  settingsProblem,
} from './settings';

/** The classes, in the order in which they are shown. */
export const CLASSES = [
  'finite',
  'channel',
  'other',
  'unfinished',
] as const satisfies readonly TrainedClass[];

/** Each verdict that a line can have; the compiler sees to it that none is missing. */
const VERDICTS: Readonly<Record<VerdictCode, true>> = {
  'minimum-at-infinity': true,
  'finite-minimum': true,
  'comes-back': true,
  'saddle-at-infinity': true,
  'plateau-saddle': true,
  sharp: true,
  undecided: true,
  'not-certified': true,
  'no-limit': true,
};

/** Of the format and of the mathematics behind it: runs of different versions are not counted together. */
export const CENSUS_VERSION = 1;

/** The settings, which all runs of a kind share, in the order in which they are written. */
export function settingsOf({
  dims,
  widths,
  depth,
  target,
  activation,
  biases,
  inputs,
  samples,
}: CensusSettings): CensusSettings {
  return { dims, widths, depth, target, activation, biases, inputs, samples };
}

/** Two runs with the same key are the same run. */
export function recordKey(record: CensusSettings & { readonly seed: number }): string {
  return JSON.stringify({ ...settingsOf(record), seed: record.seed });
}

/** A run as a line, without its end. */
export function recordLine(record: CensusRecord): string {
  const { seed, loss, closestPair, closestLayer, cosineDistance, norm, outputWeights } = record;
  const { lossAtInfinity, verdict, groups, time } = record;
  return JSON.stringify({
    seed,
    ...settingsOf(record),
    loss,
    class: record.class,
    closestPair,
    closestLayer,
    cosineDistance,
    norm,
    outputWeights,
    lossAtInfinity,
    verdict,
    groups,
    time,
    ...(record.level && { level: record.level }),
    version: CENSUS_VERSION,
  });
}

/** Why a line is no run: no JSON, of another version, or the first name whose value cannot be. */
export type RecordProblem =
  | { readonly code: 'unreadable' }
  | { readonly code: 'version'; readonly version: unknown }
  | { readonly code: 'value'; readonly name: string };

const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;
const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
const isPositive = (value: unknown) => isNumber(value) && (value as number) >= 0;
const isOneOf = (all: readonly unknown[]) => (value: unknown) => all.includes(value);
const isNeurons = (value: unknown): value is number[] => Array.isArray(value) && value.every(isCount);
const isGroup = isOneOf(Object.keys(GROUP_SIZES));

const isNumbers = (value: unknown) => Array.isArray(value) && value.every(isNumber);

const levelChecks: Readonly<Record<keyof LevelEnd, (value: unknown) => boolean>> = {
  kind: isOneOf(LEVEL_KINDS),
  loss: isPositive,
  lossAtInfinity: isNumber,
  groups: (value) => Array.isArray(value) && value.every(isNeurons),
  isInfinite: isOneOf([true, false]),
  h: isNumber,
  theta: isNumbers,
  signature: isNumbers,
};

function isLevel(value: unknown): boolean {
  const level = Object(value) as Readonly<Record<string, unknown>>;
  return Object.entries(levelChecks).every(([name, isRight]) => isRight(level[name]));
}

/** What each value of a line has to be. */
const checks: Readonly<Record<keyof CensusRecord, (value: unknown) => boolean>> = {
  seed: Number.isInteger,
  dims: isCount,
  widths: isCount,
  depth: isCount,
  target: isOneOf(CENSUS_TARGETS),
  activation: isOneOf(CENSUS_ACTIVATIONS),
  biases: isOneOf([true, false]),
  inputs: isOneOf(CENSUS_INPUTS),
  samples: isCount,
  loss: isPositive,
  class: isOneOf(CLASSES),
  closestPair: (value) => value === null || (isNeurons(value) && value.length === 2),
  closestLayer: isCount,
  cosineDistance: isPositive,
  norm: isPositive,
  outputWeights: isPositive,
  lossAtInfinity: (value) => value === null || isNumber(value),
  verdict: isOneOf(Object.keys(VERDICTS)),
  groups: (value) =>
    Array.isArray(value) &&
    value.every((group: unknown) => {
      const { kind, layer, neurons } = Object(group) as Readonly<Record<string, unknown>>;
      return isGroup(kind) && isCount(layer) && isNeurons(neurons);
    }),
  time: isPositive,
  level: (value) => value === undefined || isLevel(value),
};

/** Files from before there were deep networks have neither depth nor layers: they are of one hidden layer. */
function withLayers(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if ('depth' in values || !Array.isArray(values.groups)) return values;
  const groups = values.groups.map((group: unknown): unknown => ({ ...Object(group), layer: 1 }));
  return { ...values, depth: 1, closestLayer: 1, groups };
}

/** The run of a line, or why it is none. */
export function readRecord(line: string): CensusRecord | RecordProblem {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    return { code: 'unreadable' };
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return { code: 'unreadable' };
  const values = withLayers(read as Readonly<Record<string, unknown>>);
  if (values.version !== CENSUS_VERSION && 'seed' in values)
    return { code: 'version', version: values.version };
  for (const [name, isRight] of Object.entries(checks))
    if (!isRight(values[name])) return { code: 'value', name };
  const { version: _, ...record } = values;
  const settings = record as unknown as CensusRecord;
  const wrong = settingsProblem(settings);
  return wrong ? { code: 'value', name: wrong.name } : settings;
}

/** Whether `readRecord` read a run. */
export function isRecord(read: CensusRecord | RecordProblem): read is CensusRecord {
  return !('code' in read);
}
