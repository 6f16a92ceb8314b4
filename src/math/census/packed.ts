/** Many runs in few letters, for a file that the page loads. */
import { CENSUS_VERSION, isRecord, readRecord, recordLine, settingsOf } from './record';
import type { CensusRecord } from './run';
import type { CensusSettings } from './settings';

/** Runs by their settings; each run has the values of `COLUMNS` in order. */
export interface PackedCensus {
  readonly version: number;
  readonly settings: readonly (CensusSettings & { readonly runs: readonly (readonly unknown[])[] })[];
}

const COLUMNS = [
  'seed',
  'loss',
  'class',
  'closestPair',
  'cosineDistance',
  'norm',
  'outputWeights',
  'lossAtInfinity',
  'verdict',
  'groups',
  'time',
] as const satisfies readonly (keyof CensusRecord)[];

/** Digits that are kept of numbers; losses keep more, as levels are told apart by them. */
const DIGITS = { usual: 4, loss: 9 } as const;

function short(name: (typeof COLUMNS)[number], value: unknown): unknown {
  if (name === 'groups')
    return (value as CensusRecord['groups']).map(({ kind, neurons }) => [kind, ...neurons]);
  if (typeof value !== 'number' || name === 'seed') return value;
  return Number(value.toPrecision(name.startsWith('loss') ? DIGITS.loss : DIGITS.usual));
}

/** The runs, packed. */
export function packRecords(records: readonly CensusRecord[]): PackedCensus {
  const groups = new Map<string, { settings: CensusSettings; runs: unknown[][] }>();
  for (const record of records) {
    const settings = settingsOf(record);
    const key = JSON.stringify(settings);
    const group = groups.get(key) ?? { settings, runs: [] };
    groups.set(key, group);
    group.runs.push(COLUMNS.map((name) => short(name, record[name])));
  }
  return {
    version: CENSUS_VERSION,
    settings: [...groups.values()].map(({ settings, runs }) => ({ ...settings, runs })),
  };
}

/**
 * The runs of a packed census.
 *
 * @throws Error when one of them is none of this version: the file is made by `npm run census -- --pack`.
 */
export function unpackRecords({ version, settings }: PackedCensus): readonly CensusRecord[] {
  return settings.flatMap(({ runs, ...shared }) =>
    runs.map((values) => {
      const named = Object.fromEntries(
        COLUMNS.map((name, k) => [name, values[k]]),
      ) as unknown as CensusRecord;
      const packed = named.groups as unknown as readonly (readonly [
        CensusRecord['groups'][number]['kind'],
        ...number[],
      ])[];
      const groups = packed.map(([kind, ...neurons]) => ({ kind, neurons }));
      const record: CensusRecord = { ...shared, ...named, groups };
      const line = recordLine(record).replace(/"version":\d+}$/, `"version":${version}}`);
      const read = readRecord(line);
      if (!isRecord(read)) throw new Error(`a packed run is none: ${JSON.stringify(read)}`);
      return read;
    }),
  );
}
