import { describe, expect, it } from 'vitest';
import { summaryOf } from '#math/levels/level-table';
import { precomputed, tableOf } from '#math/levels/precomputed';
import fixture from '../../fixtures/census.json';

const { noBias } = fixture.levels;
const of = (kind: 'plain' | 'biases', width: number) => summaryOf(tableOf(kind, width).levels);

describe('the runs that come with the figure', () => {
  it('are counted in their levels', () => {
    for (const table of [...precomputed.plain, ...precomputed.biases]) {
      expect(table.ends.length).toBe(table.losses.length);
      table.levels.forEach((level, k) => {
        expect(table.ends.filter((end) => end === k)).toHaveLength(level.count);
      });
    }
  });

  it('of two neurons have one finite minimum and two channels, with the losses of the oracle', () => {
    const levels = tableOf('plain', 2).levels;
    const losses = (kind: string) =>
      levels
        .filter((level) => level.kind === kind)
        .map(({ loss }) => loss)
        .sort((p, q) => p - q);
    expect(losses('finite')).toHaveLength(1);
    expect(Math.abs((losses('finite')[0] ?? NaN) - noBias.r2Finite)).toBeLessThan(1e-8);
    const known = noBias.r2Channels.map(({ lossAtInfinity }) => lossAtInfinity);
    expect(losses('infinite')).toHaveLength(2);
    losses('infinite').forEach((loss, k) => {
      expect(Math.abs(loss - (known[k] ?? NaN))).toBeLessThan(1e-8);
    });
    expect(losses('copies')).toEqual([]);
  });

  it('of one neuron are finite; of two about seventy in a hundred go to infinity, as the oracle has it', () => {
    expect(of('plain', 1).infinite.share).toBe(noBias.infiniteShareR1);
    const { share, interval } = of('plain', 2).infinite;
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(0.8);
    const [low = 0, high = 1] = noBias.infiniteShareR2.wilson95;
    expect(interval[0]).toBeLessThan(high);
    expect(interval[1]).toBeGreaterThan(low);
  });

  it('of four neurons have copies in ten to thirty of a hundred, and with biases in hardly any', () => {
    const { share, interval } = of('plain', 4).copies;
    expect(interval[1]).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.3);
    for (const width of [1, 2, 3, 4]) expect(of('biases', width).copies.share).toBeLessThan(0.03);
  });

  it('beside the copied minimum end where the oracle says', () => {
    const { insideGamma01: inside, atGamma0or1: shallow, outside: deep } = fixture.perturbation;
    const { gammas, plus, minus } = precomputed.ends;
    gammas.forEach((gamma, k) => {
      const ends = [plus[k], minus[k]].map((end) => end?.lossAtInfinity ?? NaN).sort((p, q) => p - q);
      const known = gamma > 0 && gamma < 1 ? [inside, inside] : [deep.lossAtInfinity, shallow.lossAtInfinity];
      ends.forEach((end, side) => {
        expect(Math.abs(end - (known[side] ?? NaN)), `${gamma}`).toBeLessThan(1e-8);
      });
    });
  });
});
