import { describe, expect, it } from 'vitest';
import { figureOf, networkState } from '#figures/census/open-run';
import { withTrained } from '#landscape/census-network';
import { censusWords, networkSchema, specOf, widthOf } from '#landscape/network-choice';
import type { CensusRecord, CensusRun } from '#math/census/run';
import { censusRun } from '#math/census/run';
import type { CensusSettings } from '#math/census/settings';
import { runSteps } from '#math/numerics/steps';
import { decodeHash, encodeHash } from '#state/codec';
import { createWorkerClient } from '#workers/client';
import { clockJob } from '#workers/clock-job';
import { jumpJob } from '#workers/jump-job';
import { landscapeJob } from '#workers/landscape-job';
import { rideJob } from '#workers/ride-job';
import type { RideWorld } from '#workers/ride-world';
import { pairedWorker } from '../support/worker-pair';
import { drain } from '../support/world';

/** Of which a network is trained in a few hundredths of a second: odd, without biases, in three coordinates. */
const settings: CensusSettings = {
  dims: 3,
  widths: 2,
  depth: 1,
  target: 'gp0.1',
  activation: 'tanh',
  biases: false,
  inputs: 'normal',
  samples: 100,
};

const runs = Array.from({ length: 12 }, (_, k) => runSteps(censusRun(settings, k + 1)).run);
const first = (end: CensusRun['class']): CensusRecord => {
  const run = runs.find((one) => one.class === end);
  if (!run) throw new Error(`none of these networks is ${end}`);
  return { ...settings, ...run };
};
const training = () => createWorkerClient(pairedWorker().makeWorker);
const { signal } = new AbortController();

/** The spec at the other end of a link, and its network trained again. */
async function opened(record: CensusRecord) {
  const { values, notices } = decodeHash(networkSchema, encodeHash(networkState(record)));
  expect(notices).toEqual([]);
  expect(widthOf(values)).toBe(record.widths);
  const spec = specOf(values);
  expect(spec).toMatchObject({ seed: record.seed, target: { kind: 'census', settings } });
  return withTrained(spec, signal, training);
}

describe('a dot of the census', () => {
  it('is ridden from itself on when it is a channel', async () => {
    const record = first('channel');
    expect(figureOf(record)).toBe('ride');
    const request = await opened(record);
    let world: RideWorld | undefined;
    const { end } = drain(
      rideJob(request, (made) => {
        world = made;
      }),
    );
    expect(end.start.loss).toBeCloseTo(record.loss, 12);
    expect(end.start.outputDifference / record.outputWeights).toBeCloseTo(1, 9);
    expect(new Set([end.start.i, end.start.j])).toEqual(new Set(record.groups[0]?.neurons));
    expect(end.certificate.verdict).toBe('minimum-at-infinity');
    expect(end.certificate.lossAtInfinity / (record.lossAtInfinity ?? Number.NaN)).toBeCloseTo(1, 9);
    const { end: jump } = drain(jumpJob(world as RideWorld, { from: 0, factor: 0.5 }));
    expect(jump.kind).toBe('point');
    // No saddle line is known beside it.
    expect(end.side).toBeUndefined();
    expect(drain(clockJob(world as RideWorld, { maxTime: 1e4 })).end.finite).toBe(false);
  });

  it('is the minimum whose neuron is copied when it is a finite one', async () => {
    const record = first('finite');
    expect(figureOf(record)).toBe('landscape');
    const { spec, pair } = await opened(record);
    expect(pair).toBeUndefined();
    const network = landscapeJob({ spec, gammas: Float64Array.of(2) }, () => {});
    for (let next = network.next(); !next.done; next = network.next()) {
      const part = next.value?.part;
      if (part?.part !== 'network') continue;
      expect(part.loss / record.loss).toBeCloseTo(1, 9);
      expect(
        Math.max(...part.theta.map((value, k) => Math.abs(value - (spec.theta?.[k] ?? 0)))),
      ).toBeLessThan(1e-6);
      return;
    }
    throw new Error('the landscape has no network');
  });

  it('opens nothing where there is nothing to show', async () => {
    const other = { ...first('finite'), class: 'other' } as const;
    expect(figureOf(other)).toBeUndefined();
    expect(figureOf({ ...other, class: 'unfinished' })).toBeUndefined();
    expect(figureOf({ ...other, class: 'finite', activation: 'relu' })).toBeUndefined();
    // A link that says so all the same is answered.
    await expect(opened({ ...first('finite'), class: 'channel' })).rejects.toMatchObject({
      problem: { code: 'census-end', end: 'channel' },
    });
    const { values } = decodeHash(
      networkSchema,
      '#v=1&network=finite&act=softplus&target=rosenbrock&run=3,2,1,100,1',
    );
    await expect(withTrained(specOf(values), signal, training)).rejects.toMatchObject({
      problem: { code: 'census-settings' },
    });
    expect(censusWords(values)).toBe(
      'network 1 of the census: 2 softplus neurons, 3 inputs, biases; target: Rosenbrock’s function',
    );
  });
});
