import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  axisKinds,
  boundedPlace,
  COLUMN_GAMMAS,
  gammaAt,
  gammaPlace,
  gammaTicks,
  isOnAxis,
  PLANE_GAMMAS,
} from '#landscape/gamma-axis';
import { evenly } from '../support/arbitrary';

const places = evenly(-1, 1);

describe.each(axisKinds)('the %s axis', (kind) => {
  const first = gammaAt(kind, -1);
  const last = gammaAt(kind, 1);

  it('has the gamma at a place, and the place of a gamma, as each other’s inverse', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(gammaPlace(kind, gammaAt(kind, place))).toBeCloseTo(place, 9);
      }),
    );
    fc.assert(
      fc.property(places, (place) => {
        const gamma = gammaAt(kind, place);
        fc.pre(Number.isFinite(gamma));
        // Near infinity the same place is many gammas.
        expect(gammaAt(kind, gammaPlace(kind, gamma)) / gamma).toBeCloseTo(1, place > 0.999 ? 2 : 9);
      }),
    );
  });

  it('goes from one end to the other without turning back', () => {
    expect(gammaPlace(kind, first)).toBeCloseTo(-1, 12);
    expect(gammaPlace(kind, last)).toBeCloseTo(1, 12);
    fc.assert(
      fc.property(places, places, (a, b) => {
        fc.pre(Math.abs(a - b) > 1e-9);
        expect(Math.sign(gammaAt(kind, b) - gammaAt(kind, a))).toBe(Math.sign(b - a));
      }),
    );
  });

  it('has ticks with room between them, all on the axis, each naming its gamma', () => {
    const ticks = gammaTicks(kind);
    expect(ticks.length).toBeGreaterThan(2);
    for (const { at, text } of ticks) {
      expect(Math.abs(at)).toBeLessThanOrEqual(1 + 1e-9);
      const gamma = text === '∞' ? Infinity : Number(text);
      expect(gammaPlace(kind, gamma)).toBe(at);
      expect(isOnAxis(kind, gamma)).toBe(true);
    }
    for (const [k, { at }] of ticks.entries()) expect(at - (ticks[k - 1]?.at ?? -2)).toBeGreaterThan(0.1);
  });

  it('holds what is beyond it at its ends, for any gamma whatever', () => {
    expect(isOnAxis(kind, first) && isOnAxis(kind, last)).toBe(true);
    expect(isOnAxis(kind, first - 0.01)).toBe(false);
    expect(boundedPlace(kind, Infinity)).toBe(1);
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (gamma) => {
        const place = boundedPlace(kind, gamma);
        expect(place).toBeGreaterThanOrEqual(-1.3);
        expect(place).toBeLessThanOrEqual(1);
        if (gamma < first) expect(place).toBeLessThan(-1);
        if (gamma > last) expect(place).toBe(1);
        if (isOnAxis(kind, gamma)) expect(place).toBeCloseTo(gammaPlace(kind, gamma), 8);
      }),
    );
  });

  it('has columns at both of its ends, or as far as columns go', () => {
    const drawn = [...COLUMN_GAMMAS].filter((gamma) => isOnAxis(kind, gamma));
    expect(drawn[0]).toBe(first);
    expect(drawn.at(-1)).toBe(Math.min(last, 1000));
    expect(drawn.length).toBeGreaterThan(10);
  });
});

describe('infinity', () => {
  it('has a place on the compact axis alone', () => {
    expect(gammaPlace('compact', Infinity)).toBe(1);
    expect(gammaAt('compact', 1)).toBe(Infinity);
    // A place beyond the edge is still infinity, and not a negative gamma.
    expect(gammaAt('compact', 1.2)).toBe(Infinity);
    expect(axisKinds.filter((kind) => isOnAxis(kind, Infinity))).toEqual(['compact']);
    expect(axisKinds.filter((kind) => gammaTicks(kind).some(({ text }) => text === '∞'))).toEqual([
      'compact',
    ]);
  });
});

describe('the gammas that are computed', () => {
  it('ascend, each once, and spare gamma = 1, where the way down turns', () => {
    for (const gammas of [COLUMN_GAMMAS, PLANE_GAMMAS]) {
      for (const [k, gamma] of gammas.entries()) expect(gamma).toBeGreaterThan(gammas[k - 1] ?? 0);
      expect(gammas.includes(1)).toBe(false);
    }
  });

  it('are 81 for the plane slice, round ones and the ends of every axis among them', () => {
    expect(PLANE_GAMMAS.length).toBe(81);
    for (const gamma of [0.5, 1.03, 1.1, 1.5, 2, 3, 10, 100, 1000]) expect(PLANE_GAMMAS).toContain(gamma);
  });
});
