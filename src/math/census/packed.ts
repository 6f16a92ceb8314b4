/** Many runs in few letters, for a file that the page loads. */
import { CENSUS_VERSION, isRecord, readRecord, recordLine, settingsOf } from './record';
import type { CensusGroup, CensusRecord } from './run';
import type { CensusSettings } from './settings';

/** Runs by their settings; each run has the values of `COLUMNS` in order. */
export interface PackedCensus {
  readonly version: number;
  readonly settings: readonly (Omit<CensusSettings, 'depth'> & {
    /** 1 unless told. */
    readonly depth?: number;
    readonly runs: readonly (readonly unknown[])[];
  })[];
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

/** Neurons are counted through all layers, those of the first one first. */
function short(record: CensusRecord, name: (typeof COLUMNS)[number]): unknown {
  const value = record[name];
  const through = (layer: number, neurons: readonly number[]) =>
    neurons.map((j) => (layer - 1) * record.widths + j);
  if (name === 'groups')
    return record.groups.map(({ kind, layer, neurons }) => [kind, ...through(layer, neurons)]);
  if (name === 'closestPair') return record.closestPair && through(record.closestLayer, record.closestPair);
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
    group.runs.push(COLUMNS.map((name) => short(record, name)));
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
      const packed = named.groups as unknown as readonly (readonly [CensusGroup['kind'], ...number[]])[];
      const layerOf = (neurons: readonly number[]) => 1 + Math.floor((neurons[0] ?? 0) / shared.widths);
      const within = (neurons: readonly number[]) => neurons.map((j) => j % shared.widths);
      const closest = named.closestPair;
      const record: CensusRecord = {
        ...shared,
        ...named,
        depth: shared.depth ?? 1,
        closestPair: closest && (within(closest) as [number, number]),
        closestLayer: layerOf(closest ?? []),
        groups: packed.map(([kind, ...neurons]) => ({
          kind,
          layer: layerOf(neurons),
          neurons: within(neurons),
        })),
      };
      const line = recordLine(record).replace(/"version":\d+}$/, `"version":${version}}`);
      const read = readRecord(line);
      if (!isRecord(read)) throw new Error(`a packed run is none: ${JSON.stringify(read)}`);
      return read;
    }),
  );
}
