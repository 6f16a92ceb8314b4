import { describe, expect, it } from 'vitest';
import { duoFigure } from '#figures/duo/definition';
import { describeDuo, describeSettings, duoData } from '#figures/duo/describe';
import { channelOf } from '#figures/duo/floor';
import { duoPresets, duoSchema } from '#figures/duo/schema';
import { emptyLandscape, paperSpec } from '#landscape/landscape-data';
import { defaults, withValues } from '#state/schema';
import { paperLandscape } from '../../support/slices';

const start = defaults(duoSchema);
const { data } = paperLandscape([1.5, 1000]);

function words(eps: number): string {
  return describeDuo(withValues(duoSchema, start, { eps }), data);
}

describe('the figure in words', () => {
  it('says what is set, and that the landscape is being computed, before it is', () => {
    expect(describeSettings(start)).toBe('Two neurons at ε = 0.100 on the floor of a channel.');
    expect(describeDuo(start, emptyLandscape(paperSpec()))).toBe(
      `${describeSettings(start)} The landscape is being computed.`,
    );
  });

  it('says the weights, the function, and where the ball is', () => {
    const said = words(0.01);
    expect(said).toContain('ε = 0.0100');
    // a_i, a_j = c / 2 +- a / (2 epsilon).
    expect(said).toMatch(/output weights are 72\.\d and −71\.\d/);
    expect(said).toMatch(/0\.954 σ\(w·x\) \+ 1\.45 (.*)σ′/);
    expect(said).toMatch(/γ = 12\.\d, loss 0\.0394\d+/);
    expect(said).toMatch(/^[A-Z].*\.$/);
  });

  it('says at infinity that the weights are infinite and the function is exact', () => {
    const said = words(0);
    expect(said).toMatch(/infinite and of opposite sign/);
    expect(said).toMatch(/exactly 0\.955 σ/);
    expect(said).toMatch(/γ = ∞, loss 0\.03949, 0 above/);
  });

  it('never says NaN or undefined', () => {
    for (const eps of [0, 1e-6, 1e-5, 0.003, 0.1, 0.4]) expect(words(eps)).not.toMatch(/NaN|undefined|null/);
  });
});

describe('the exported numbers', () => {
  it('are the rows of the floor, epsilon = 0 first', () => {
    const [table] = duoData(data);
    const floor = channelOf(data)?.floor;
    expect(table?.name).toBe('floor');
    expect(table?.rows.length).toBe(floor?.epsilons.length);
    for (const [k, row] of (table?.rows ?? []).entries()) {
      expect(row.length).toBe(table?.columns.length);
      const get = (name: string) => row[table?.columns.indexOf(name) ?? -1] ?? NaN;
      const epsilon = get('epsilon');
      expect(epsilon).toBe(floor?.epsilons[k]);
      expect(get('loss')).toBe(floor?.losses[k]);
      expect(get('ai') + get('aj')).not.toBe(0);
      if (epsilon === 0) {
        expect([get('gamma'), get('outputGap'), get('ai'), get('aj')]).toEqual([
          Infinity,
          Infinity,
          Infinity,
          -Infinity,
        ]);
      } else {
        expect(get('outputGap')).toBeCloseTo(get('a') / epsilon, 9);
        expect((get('ai') - get('aj')) / get('outputGap')).toBeCloseTo(1, 9);
        expect((get('ai') + get('aj')) / get('c')).toBeCloseTo(1, 6);
      }
      expect(row.some(Number.isNaN)).toBe(false);
    }
  });

  it('are none before there is a floor', () => {
    expect(duoData(emptyLandscape(paperSpec()))).toEqual([]);
    expect(duoFigure.data(start as never)).toEqual([]);
  });
});

describe('the presets', () => {
  it('are all offered, and each shows something else', () => {
    expect(duoFigure.presets.map(({ id }) => id).sort()).toEqual(Object.keys(duoPresets).sort());
    const shown = Object.values(duoPresets).map((values) =>
      JSON.stringify(withValues(duoSchema, start, values)),
    );
    expect(new Set([JSON.stringify(start), ...shown]).size).toBe(shown.length + 1);
  });

  it('are what they say: at the entrance as far apart as it goes, at infinity at 0', () => {
    expect(duoPresets.entrance.eps).toBe(duoSchema.eps.max);
    expect(duoPresets.infinity.eps).toBe(0);
    expect(duoPresets['down-the-channel'].eps).toBeGreaterThan(0);
    expect(duoPresets['down-the-channel'].eps).toBeLessThan(duoSchema.eps.default);
  });
});
