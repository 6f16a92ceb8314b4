import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActivationId, activationIds, activations } from '#math/activation/activation';
import { erf } from '#math/numerics/erf';
import tails from '../../fixtures/activation-tails.json';
import oracle from '../../fixtures/activations.json';

const jet = new Float64Array(4);
const rows = Object.entries(oracle.values) as [keyof typeof oracle.values, number[][]][];

/** Largest size of each derivative over the oracle's points with |z| < 8: the scale that its zeros are measured against. */
function scaleOf(table: readonly number[][], column: number): number {
  return Math.max(
    ...table.filter((row) => Math.abs(row[0] ?? 0) < 8).map((row) => Math.abs(row[column] ?? 0)),
  );
}

describe('activations agree with 50-digit reference values', () => {
  it.each(rows)('%s: value and three derivatives', (id, table) => {
    const activation = activations[id];
    for (const row of table) {
      const z = row[0] as number;
      activation.jet(z, jet);
      for (let k = 0; k < 4; k++) {
        const expected = row[k + 1] as number;
        const tolerance = Math.max(1e-12 * Math.abs(expected), 1e-13 * Math.min(1, scaleOf(table, k + 1)));
        expect(
          Math.abs((jet[k] as number) - expected),
          `${id}, derivative ${k} at z = ${z}`,
        ).toBeLessThanOrEqual(tolerance);
      }
    }
  });

  it.each(Object.entries(tails.values))('%s: keeps its relative accuracy in the far tail', (id, table) => {
    for (const row of table) {
      activations[id as ActivationId].jet(row[0] as number, jet);
      for (let k = 0; k < 4; k++) {
        const expected = row[k + 1] as number;
        if (Math.abs(expected) < 1e-290) continue;
        expect(Math.abs((jet[k] as number) / expected - 1), `${id} ${k} at ${row[0]}`).toBeLessThan(1e-12);
      }
    }
  });
});

describe('every activation', () => {
  it.each(activationIds)('%s: value agrees with its jet and stays finite up to |z| = 1000', (id) => {
    const { value, jet: jetOf } = activations[id];
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (z) => {
        jetOf(z, jet);
        expect(jet.every(Number.isFinite)).toBe(true);
        expect(Math.abs(value(z) - (jet[0] as number))).toBeLessThanOrEqual(
          1e-15 * Math.abs(jet[0] as number),
        );
      }),
    );
  });

  it.each(activationIds)('%s: never NaN for any finite double', (id) => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (z) => {
        activations[id].jet(z, jet);
        expect(jet.some(Number.isNaN)).toBe(false);
        expect(activations[id].fourth(z)).not.toBeNaN();
      }),
    );
  });

  it.each(activationIds)('%s: is odd exactly when it says so', (id) => {
    const { value, odd } = activations[id];
    const antisymmetric = [0.3, 1.7, 4].every((z) => Math.abs(value(z) + value(-z)) < 1e-14);
    expect(antisymmetric).toBe(odd);
  });

  it.each(activationIds)('%s: derivatives agree with finite differences', (id) => {
    const h = 1e-4;
    const lower = new Float64Array(4);
    const upper = new Float64Array(4);
    for (const z of [-3.1, -0.9, 0.4, 2.2]) {
      activations[id].jet(z, jet);
      activations[id].jet(z - h, lower);
      activations[id].jet(z + h, upper);
      for (let k = 1; k < 4; k++) {
        const slope = ((upper[k - 1] as number) - (lower[k - 1] as number)) / (2 * h);
        expect(Math.abs(slope - (jet[k] as number))).toBeLessThan(2e-5);
      }
      const bend = ((upper[3] as number) - (lower[3] as number)) / (2 * h);
      expect(Math.abs(bend - activations[id].fourth(z))).toBeLessThan(1e-6);
    }
  });
});

describe('relu', () => {
  it('has 0, 1/2 and 1 as derivatives below, at and above the crease', () => {
    const slopes = [-2, 0, 2].map((z) => {
      activations.relu.jet(z, jet);
      return jet[1];
    });
    expect(slopes).toEqual([0, 0.5, 1]);
  });
});

describe('erf', () => {
  it('meets known values', () => {
    expect(erf(0)).toBe(0);
    expect(erf(0.5)).toBeCloseTo(0.5204998778130465, 15);
    expect(erf(1)).toBeCloseTo(0.8427007929497148, 15);
    expect(erf(-2)).toBeCloseTo(-0.9953222650189527, 15);
    expect(erf(Number.POSITIVE_INFINITY)).toBe(1);
  });
});
