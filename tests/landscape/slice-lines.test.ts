import { describe, expect, it } from 'vitest';
import { type AxisKind, axisKinds, gammaPlace } from '#landscape/gamma-axis';
import { emptyLandscape, type LandscapeData, paperSpec } from '#landscape/landscape-data';
import { finitePoint, floorPlace, infinityPoint, roadLine, saddleStretches } from '#landscape/slice-lines';
import { arcPlace, descentMesh, EXTENT, longestArc, lossHeight } from '#landscape/slice-mesh';
import { descentPlace, LIFT } from '#landscape/slice-points';
import type { ScenePoint } from '#scene/box';
import { meshHeight } from '../support/on-mesh';
import {
  CREST,
  madeColumns,
  madeFrame,
  madePath,
  madeRoad,
  networkPart,
  tearsAfter,
} from '../support/slices';

const columns = madeColumns([0.5, 0.7, 0.97, 1.03, 1.2, 1.5, 2, 3, 12, 100, 1000]);

/** A landscape whose saddle line is at the crest, and stable where it is told to be. */
function landscape(stable: Parameters<typeof networkPart>[0]): LandscapeData {
  return { ...emptyLandscape(paperSpec()), network: networkPart(stable) };
}

const xOf = (kind: AxisKind, gamma: number) => gammaPlace(kind, gamma) * EXTENT.x;

describe('the saddle line', () => {
  it.each([
    ['between', [true, false]],
    ['outside', [false, true]],
  ] as const)(
    'stable %s the two copies: a plateau there, and a saddle line elsewhere',
    (stable, plateaus) => {
      const frame = madeFrame('middle', columns);
      const stretches = saddleStretches(frame, landscape(stable));
      expect(stretches.map(({ plateau }) => plateau)).toEqual(plateaus);
      const ends = stretches.map(({ points }) => [points[0]?.[0], points.at(-1)?.[0]]);
      // The first stretch ends at gamma = 1, where the second begins.
      expect(ends).toEqual([
        [-EXTENT.x, xOf('middle', 1)],
        [xOf('middle', 1), EXTENT.x],
      ]);
    },
  );

  it.each(['nowhere', 'undecided'] as const)('stable %s is one line with one name', (stable) => {
    const stretches = saddleStretches(madeFrame('middle', columns), landscape(stable));
    expect(stretches.map(({ plateau }) => plateau)).toEqual([false]);
    expect(stretches[0]?.points.map(([x]) => x)).toEqual([-EXTENT.x, EXTENT.x]);
  });

  it.each(['linear', 'log', 'compact'] as const)(
    'is one stretch on the %s axis, which begins after 1',
    (kind) => {
      for (const [stable, plateau] of [
        ['between', false],
        ['outside', true],
        ['nowhere', false],
      ] as const) {
        const stretches = saddleStretches(madeFrame(kind, columns), landscape(stable));
        expect(stretches.map((stretch) => stretch.plateau)).toEqual([plateau]);
      }
    },
  );

  it('lies on the crest, from one end of the axis to the other', () => {
    for (const kind of axisKinds) {
      const frame = madeFrame(kind, columns);
      const points = saddleStretches(frame, landscape('outside')).flatMap((stretch) => stretch.points);
      expect(Math.min(...points.map(([x]) => x))).toBe(-EXTENT.x);
      expect(Math.max(...points.map(([x]) => x))).toBe(EXTENT.x);
      for (const [, y, z] of points) {
        expect(y).toBeCloseTo(lossHeight(frame.range, CREST) + LIFT, 12);
        expect(z).toBeCloseTo(0, 12);
      }
    }
    expect(saddleStretches(madeFrame('linear', columns), emptyLandscape(paperSpec()))).toEqual([]);
  });
});

describe('the line of a road', () => {
  const road = madeRoad('plus', 0.3);

  it('ends at infinity, at its loss there, on the compact axis alone', () => {
    for (const kind of axisKinds) {
      const frame = madeFrame(kind, columns);
      const end = infinityPoint(frame, road);
      const line = roadLine(frame, 'plus', road);
      expect(end !== undefined, kind).toBe(kind === 'compact');
      const last = line.at(-1)?.at(-1);
      if (!end) {
        const furthest = columns.findLast(({ gamma }) => gammaPlace(kind, gamma) <= 1 + 1e-9)?.gamma ?? NaN;
        expect(last?.[0]).toBeCloseTo(xOf(kind, furthest), 9);
        continue;
      }
      expect(last).toEqual(end);
      expect(end[0]).toBe(EXTENT.x);
      expect(end[1]).toBeCloseTo(lossHeight(frame.range, 0.3) + LIFT, 12);
      // As far across as the last foot: the channel runs straight into infinity.
      const length = columns.at(-1)?.plus.length ?? NaN;
      expect(end[2]).toBeCloseTo(-arcPlace(length, longestArc(columns)) * EXTENT.z, 12);
    }
  });

  it('has no end where the road has none, and is drawn without it while it is not known', () => {
    const frame = madeFrame('compact', columns);
    const line = roadLine(frame, 'plus', { ...road, verdict: 'no-limit' });
    expect(line).toEqual(roadLine(frame, 'plus', undefined));
    expect(line.at(-1)?.at(-1)?.[0]).toBeCloseTo(xOf('compact', 1000), 9);
    expect(roadLine(madeFrame('compact', []), 'plus', road)).toEqual([]);
  });

  it('follows the feet on the surface, on its own side, between columns too', () => {
    const frame = madeFrame('log', columns);
    const mesh = descentMesh(columns, undefined, 'log', frame.range);
    for (const [side, sign] of [
      ['plus', 1],
      ['minus', -1],
    ] as const) {
      const points = roadLine(frame, side, undefined).flat();
      expect(points.length).toBeGreaterThan(20);
      for (const point of points) {
        expect(Math.sign(-point[2])).toBe(sign);
        const height = meshHeight(mesh, point) ?? NaN;
        expect(point[1] - height).toBeGreaterThan(0);
        expect(point[1] - height).toBeLessThan(2 * LIFT);
      }
      const at = (gamma: number) => points.find(([x]) => Math.abs(x - xOf('log', gamma)) < 1e-9);
      for (const { gamma, [side]: path } of columns.filter((column) => column.gamma > 1)) {
        expect(at(gamma)?.[1]).toBeCloseTo(lossHeight(frame.range, path.footLoss) + LIFT, 9);
      }
    }
  });

  it('is in pieces where its side is torn or nothing descends', () => {
    const torn = tearsAfter(columns, { plus: [5] });
    const frame = madeFrame('linear', columns, torn);
    const spans = (side: 'plus' | 'minus') =>
      roadLine(frame, side, undefined).map((piece) => [piece[0]?.[0], piece.at(-1)?.[0]]);
    const expected = [
      [xOf('linear', 1.03), xOf('linear', 1.5)],
      [xOf('linear', 2), xOf('linear', 3)],
    ].map((span) => span.map((x) => expect.closeTo(x, 9) as number));
    expect(spans('plus')).toEqual(expected);
    expect(spans('minus').length).toBe(1);
    const flat = columns.map((column) => ({ ...column, plus: madePath({ length: 0, foot: CREST }) }));
    expect(roadLine(madeFrame('linear', flat), 'plus', undefined)).toEqual([]);
  });
});

describe('the floor of a road', () => {
  const road = madeRoad('plus', 0.3);

  it('is at infinity for an infinite gamma, and at its own points for theirs', () => {
    const frame = madeFrame('compact', columns);
    expect(floorPlace(frame, road, Infinity)).toEqual(infinityPoint(frame, road));
    const { gammas, along, losses } = road.floor;
    for (const k of [1, 2]) {
      const [gamma = NaN, s = NaN, loss = NaN] = [gammas[k], along[k], losses[k]];
      expect(floorPlace(frame, road, gamma)).toEqual(descentPlace(frame, gamma, s, loss));
    }
  });

  it('moves steadily from one to the other, and into infinity', () => {
    const frame = madeFrame('compact', columns);
    const gammas = [5.5, 8, 12, 20, 40, 50.5, 80, 300, 1000, 1e5, Infinity];
    const places = gammas.map((gamma) => floorPlace(frame, road, gamma) as ScenePoint);
    for (const [k, place] of places.entries()) {
      expect(place.every(Number.isFinite)).toBe(true);
      if (k > 0) expect(place[0]).toBeGreaterThan(places[k - 1]?.[0] ?? NaN);
    }
  });
});

describe('the finite minimum', () => {
  const at = (gamma: number, along = -0.9) => ({
    ...landscape('nowhere'),
    finite: { part: 'finite', theta: new Float64Array(2), loss: 0.5, gamma, along, off: 0 } as const,
  });

  it('is drawn where its gamma is, also just before the axis begins, and not far off', () => {
    const frame = madeFrame('linear', columns);
    expect(finitePoint(frame, at(1.5))?.[0]).toBeCloseTo(xOf('linear', 1.5), 9);
    expect(finitePoint(frame, at(0.93))?.[0]).toBeCloseTo(xOf('linear', 0.93), 9);
    expect(finitePoint(frame, at(3.5))).toBeUndefined();
    expect(finitePoint(frame, at(0.55))).toBeUndefined();
    expect(finitePoint({ ...frame, slice: 'plane' }, at(1.5))).toBeUndefined();
    expect(finitePoint(frame, landscape('nowhere'))).toBeUndefined();
  });

  it('is the same with the two copies exchanged', () => {
    const frame = madeFrame('linear', columns);
    expect(finitePoint(frame, at(-0.5))).toEqual(finitePoint(frame, at(1.5)));
  });
});
