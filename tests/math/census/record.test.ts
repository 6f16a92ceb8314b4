import { describe, expect, it } from 'vitest';
import { type PackedCensus, packRecords, unpackRecords } from '#math/census/packed';
import { isRecord, readRecord, recordKey, recordLine } from '#math/census/record';
import type { CensusRecord } from '#math/census/run';

const run: CensusRecord = {
  seed: 7,
  dims: 2,
  widths: 4,
  depth: 1,
  target: 'gp0.5',
  activation: 'softplus',
  biases: true,
  inputs: 'normal',
  samples: 1000,
  loss: 0.0384641254144,
  class: 'other',
  closestPair: [2, 3],
  closestLayer: 1,
  cosineDistance: 7.963e-7,
  norm: 1001.2,
  outputWeights: 218.4,
  lossAtInfinity: 0.0384,
  verdict: 'minimum-at-infinity',
  groups: [
    { kind: 'pair', layer: 1, neurons: [2, 3] },
    { kind: 'pair', layer: 1, neurons: [0, 1] },
  ],
  time: 1.2e5,
};

const deep: CensusRecord = {
  ...run,
  depth: 3,
  closestPair: [1, 3],
  closestLayer: 2,
  groups: [
    { kind: 'pair', layer: 2, neurons: [1, 3] },
    { kind: 'triple', layer: 3, neurons: [0, 1, 2] },
  ],
};

describe('a line of a census', () => {
  it('is read as it was written', () => {
    expect(readRecord(recordLine(run))).toEqual(run);
    const single = { ...run, closestPair: null, lossAtInfinity: null, groups: [] };
    expect(readRecord(recordLine(single))).toEqual(single);
  });

  it('of a deep network names the layer of each group', () => {
    expect(readRecord(recordLine(deep))).toEqual(deep);
    expect(recordLine(deep)).toContain('{"kind":"pair","layer":2,"neurons":[1,3]}');
    const wrong = recordLine(deep).replace('"depth":3', '"depth":4');
    expect(readRecord(wrong)).toEqual({ code: 'value', name: 'depth' });
  });

  it('from before there were deep networks is of one hidden layer', () => {
    const old = recordLine(run)
      .replace('"depth":1,', '')
      .replace('"closestLayer":1,', '')
      .replaceAll('"layer":1,', '');
    expect(old).not.toMatch(/depth|ayer/);
    expect(readRecord(old)).toEqual(run);
  });

  it('that is none says why', () => {
    const line = recordLine(run);
    for (const bad of ['', 'no JSON', '[1]', '7', 'null'])
      expect(readRecord(bad)).toEqual({ code: 'unreadable' });
    expect(readRecord('{}')).toEqual({ code: 'value', name: 'seed' });
    expect(readRecord(line.replace('"version":1', '"version":2'))).toEqual({ code: 'version', version: 2 });
    expect(readRecord(line.replace('"version":1', '"v":1'))).toMatchObject({ code: 'version' });
    const wrong: readonly (readonly [string, string, string])[] = [
      ['"loss":0.0384641254144', '"loss":null', 'loss'],
      ['"class":"other"', '"class":"lost"', 'class'],
      ['"closestPair":[2,3]', '"closestPair":[2]', 'closestPair'],
      ['"kind":"pair"', '"kind":"crowd"', 'groups'],
      ['"dims":2', '"dims":40', 'dims'],
      ['"seed":7', '"seed":7.5', 'seed'],
      ['"verdict":"minimum-at-infinity"', '"verdict":"fine"', 'verdict'],
    ];
    for (const [from, to, name] of wrong)
      expect(readRecord(line.replace(from, to)), name).toEqual({ code: 'value', name });
  });

  it('is another run when a setting or the seed differs', () => {
    const others = [
      { seed: 8 },
      { dims: 3 },
      { widths: 5 },
      { depth: 2 },
      { target: 'gp2' },
      { biases: false },
      { samples: 1001 },
    ];
    const keys = [{}, ...others].map((change) => recordKey(Object.assign({}, run, change)));
    expect(new Set(keys).size).toBe(keys.length);
    const { loss: _, ...known } = run;
    expect(recordKey(known)).toBe(recordKey(run));
  });
});

describe('packed runs', () => {
  it('are the same runs, with the digits that a page needs', () => {
    const other: CensusRecord = { ...run, target: 'gp2', seed: 8, groups: [], closestPair: null };
    const packed = JSON.parse(JSON.stringify(packRecords([run, other, { ...run, seed: 9 }]))) as PackedCensus;
    const read = unpackRecords(packed);
    expect(read.map(recordKey)).toEqual([run, { ...run, seed: 9 }, other].map(recordKey));
    expect(read[0]).toEqual({ ...run, loss: 0.0384641254, norm: 1001 });
    expect(read.every(isRecord)).toBe(true);
  });

  it('keep the layers of deep networks, and are of one layer where none is told', () => {
    const packed = JSON.parse(JSON.stringify(packRecords([run, deep]))) as PackedCensus;
    const [first] = unpackRecords({
      ...packed,
      settings: packed.settings.map((one) => (one.depth === 1 ? { ...one, depth: undefined } : one)),
    } as unknown as PackedCensus);
    expect(first).toMatchObject({ depth: 1, closestLayer: 1, groups: run.groups });
    const { closestPair, closestLayer, groups } = deep;
    expect(unpackRecords(packed)[1]).toMatchObject({ depth: 3, closestPair, closestLayer, groups });
  });

  it('of another version are refused', () => {
    const packed = { ...packRecords([run]), version: 0 };
    expect(() => unpackRecords(packed)).toThrow(/version/);
  });
});
