import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisKinds, gammaAt, gammaPlace, isOnAxis } from '#landscape/gamma-axis';
import {
  ALPHA,
  arcPlace,
  between,
  type Column,
  descentMesh,
  EXTENT,
  isTorn,
  joinedPieces,
  longestArc,
  lossHeight,
  lossRange,
  planeMesh,
  type SliceMesh,
} from '#landscape/slice-mesh';
import { HALF_HEIGHT } from '#scene/box';
import { evenly } from '../support/arbitrary';
import { anyColumns, CREST, madeColumns, madeFrame, madePath, tearsAfter } from '../support/slices';

const GAMMAS = [1.03, 1.2, 1.5, 2, 3] as const;
const columns = madeColumns(GAMMAS);

interface Vertex {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly u: number;
  readonly across: number;
  readonly gamma: number;
  readonly along: number;
}

function vertices({ positions, points, coordinates }: SliceMesh): Vertex[] {
  return Array.from({ length: positions.length / 3 }, (_, k) => {
    const [x = NaN, y = NaN, z = NaN] = positions.subarray(3 * k);
    const [u = NaN, across = NaN] = points.subarray(2 * k);
    const [gamma = NaN, along = NaN] = coordinates.subarray(2 * k);
    return { x, y, z, u, across, gamma, along };
  });
}

/** The three corners of each triangle. */
function triangles(mesh: SliceMesh): (readonly [Vertex, Vertex, Vertex])[] {
  const all = vertices(mesh);
  return Array.from({ length: mesh.triangles.length / 3 }, (_, k) => {
    const [a, b, c] = [...mesh.triangles.subarray(3 * k, 3 * k + 3)].map((index) => all[index]);
    if (!a || !b || !c) throw new Error('a triangle with a corner that is no vertex');
    return [a, b, c] as const;
  });
}

function descent(of: readonly Column[], kind = 'linear' as (typeof axisKinds)[number], tears?: SliceTears) {
  return descentMesh(of, tears, kind, madeFrame(kind, of).range);
}
type SliceTears = ReturnType<typeof tearsAfter>;

/** Which way a triangle's front looks, up positive. */
function upwards([a, b, c]: readonly [Vertex, Vertex, Vertex]): number {
  return (b.z - a.z) * (c.x - a.x) - (b.x - a.x) * (c.z - a.z);
}

describe('the range of losses', () => {
  it('has the crest and the lowest foot inside, with the ends of the box at its own ends', () => {
    fc.assert(
      fc.property(evenly(1e-6, 100), evenly(0, 1), (crest, share) => {
        const range = lossRange(crest, share * crest);
        expect(range.low).toBeLessThan(share * crest);
        expect(range.high).toBeGreaterThan(crest);
        expect(lossHeight(range, range.low)).toBe(-HALF_HEIGHT);
        expect(lossHeight(range, range.high)).toBeCloseTo(HALF_HEIGHT, 12);
      }),
    );
  });
});

describe('a cubic between two columns', () => {
  it('goes through both, and never beyond them where neighbours would make it', () => {
    const value = evenly(-10, 10);
    const gap = evenly(0.01, 5);
    const t = evenly(0, 1);
    fc.assert(
      fc.property(
        fc.tuple(fc.option(value), value, value, fc.option(value)),
        fc.tuple(gap, gap, gap),
        t,
        ([before, from, to, after], gaps, at) => {
          const mix = (s: number) => between(before ?? undefined, from, to, after ?? undefined, gaps, s);
          expect(mix(0)).toBeCloseTo(from, 9);
          expect(mix(1)).toBeCloseTo(to, 9);
          const room = 1e-9 * (1 + Math.abs(from) + Math.abs(to));
          expect(mix(at)).toBeGreaterThanOrEqual(Math.min(from, to) - room);
          expect(mix(at)).toBeLessThanOrEqual(Math.max(from, to) + room);
        },
      ),
    );
  });

  it('has one slope at a column, seen from both sides', () => {
    const [g0, g1, g2] = [0.3, 0.5, 0.2];
    const step = 1e-6;
    const left = (between(1, 2, 4, 4.5, [1, g0, g1], 1) - between(1, 2, 4, 4.5, [1, g0, g1], 1 - step)) / g0;
    const right = (between(2, 4, 4.5, 6, [g0, g1, g2], step) - between(2, 4, 4.5, 6, [g0, g1, g2], 0)) / g1;
    expect(left / step).toBeCloseTo(right / step, 3);
    expect(left / step).toBeGreaterThan(0.1);
  });
});

describe('joined pieces', () => {
  it('are all columns in one where nothing is torn', () => {
    expect(joinedPieces(columns, undefined, 'plus')).toEqual([columns]);
    expect(joinedPieces(columns, tearsAfter(columns, {}), 'minus')).toEqual([columns]);
    expect(joinedPieces([], undefined, 'plus')).toEqual([]);
  });

  it('end at a tear, on its side only, and always at gamma = 1', () => {
    const tears = tearsAfter(columns, { plus: [1, 3] });
    const gammas = (side: 'plus' | 'minus', of = columns) =>
      joinedPieces(of, tears, side).map((piece) => piece.map(({ gamma }) => gamma));
    expect(gammas('plus')).toEqual([[1.03, 1.2], [1.5, 2], [3]]);
    expect(gammas('minus')).toEqual([[1.03, 1.2, 1.5, 2, 3]]);
    expect(gammas('minus', madeColumns([0.7, 0.97, 1.03, 1.2]))).toEqual([
      [0.7, 0.97],
      [1.03, 1.2],
    ]);
  });

  it('end at a tear that lies between columns of which some are not shown', () => {
    const tears = tearsAfter(columns, { plus: [2] });
    const shown = columns.filter(({ gamma }) => gamma !== 1.5);
    expect(isTorn(tears, 'plus', 1.2, 2)).toBe(true);
    expect(isTorn(tears, 'plus', 1.2, 1.5)).toBe(false);
    expect(joinedPieces(shown, tears, 'plus').length).toBe(2);
  });
});

describe('the mesh of the descent slice', () => {
  it('has the crest at its loss, and the feet at theirs, at the places of their arc lengths', () => {
    const frame = madeFrame('linear', columns);
    const all = vertices(descent(columns));
    const longest = longestArc(columns);
    expect(longest).toBe(columns.at(-1)?.plus.length);
    for (const { gamma, plus, minus } of columns) {
      const u = gammaPlace('linear', gamma);
      const row = all.filter((vertex) => Math.abs(vertex.u - u) < 1e-6);
      for (const [sign, path] of [
        [1, plus],
        [-1, minus],
      ] as const) {
        const side = row.filter(({ along }) => Math.sign(along) === sign || along === 0);
        const crest = side.filter(({ along }) => along === 0);
        expect(crest.length).toBeGreaterThan(0);
        for (const { y, across } of crest) {
          expect(y).toBeCloseTo(lossHeight(frame.range, CREST), 6);
          expect(across).toBeCloseTo(0, 6);
        }
        const ended = side.filter(({ along }) => along === sign).map((v) => Math.abs(v.across));
        const foot = side.find((v) => v.along === sign && Math.abs(v.across) === Math.min(...ended));
        expect(foot?.y).toBeCloseTo(lossHeight(frame.range, path.footLoss), 6);
        expect(foot?.across).toBeCloseTo(sign * arcPlace(path.length, longest), 6);
        // Beyond the foot it climbs to the crest's height.
        expect(ended.length).toBe(path.beyond.length);
        const outermost = side.find((v) => Math.abs(v.across) === Math.max(...ended));
        expect(outermost?.y).toBeCloseTo(lossHeight(frame.range, CREST), 6);
      }
    }
  });

  it('stands in the scene as its points say, within the extent of the picture', () => {
    for (const { x, z, u, across } of vertices(descent(columns))) {
      expect(x).toBeCloseTo(u * EXTENT.x, 5);
      expect(z).toBeCloseTo(-across * EXTENT.z, 5);
      expect(Math.abs(u)).toBeLessThanOrEqual(1 + 1e-6);
      expect(Math.abs(across)).toBeLessThanOrEqual(1);
    }
  });

  it.each(axisKinds)(
    'on the %s axis knows which gamma each of its places is: that is where a tap lands',
    (kind) => {
      const of = madeColumns([0.5, 0.7, 0.97, 1.03, 1.2, 1.5, 2, 3, 12, 100, 1000]);
      for (const { u, gamma } of vertices(descent(of, kind))) {
        expect(gamma / gammaAt(kind, u)).toBeCloseTo(1, gamma > 100 ? 2 : 4);
      }
    },
  );

  it('shows its front upwards everywhere, so that light falls on it', () => {
    for (const triangle of triangles(descent(columns)))
      expect(upwards(triangle)).toBeGreaterThanOrEqual(-1e-9);
  });

  it('is open where it is torn, and nowhere else', () => {
    const [u1, u2] = [gammaPlace('linear', 1.2), gammaPlace('linear', 1.5)];
    const inGap = (mesh: SliceMesh, sign: number) =>
      triangles(mesh).filter(
        (corners) =>
          corners.some(({ across }) => Math.sign(across) === sign) &&
          corners.every(({ u }) => u > u1 - 1e-6 && u < u2 + 1e-6),
      ).length;
    const whole = descent(columns);
    const torn = descent(columns, 'linear', tearsAfter(columns, { plus: [1] }));
    expect(inGap(whole, 1)).toBeGreaterThan(100);
    expect(inGap(torn, 1)).toBe(0);
    expect(inGap(torn, -1)).toBe(inGap(whole, -1));
    // No triangle spans the tear either.
    for (const corners of triangles(torn)) {
      const us = corners.map(({ u }) => u);
      if (corners.some(({ across }) => across > 0)) {
        expect(Math.min(...us) < u1 + 1e-6 && Math.max(...us) > u2 - 1e-6).toBe(false);
      }
    }
  });

  it('is only of the columns on the axis', () => {
    const of = madeColumns([0.6, 0.9, 1.1, 1.5, 2, 3, 30]);
    const seen = (kind: (typeof axisKinds)[number]) => {
      const gammas = vertices(descent(of, kind)).map(({ gamma }) => gamma);
      return [Math.min(...gammas), Math.max(...gammas)].map((gamma) => Number(gamma.toPrecision(5)));
    };
    expect(seen('linear')).toEqual([1.1, 3]);
    expect(seen('log')).toEqual([1.1, 30]);
    expect(seen('middle')).toEqual([0.6, 2]);
  });

  it('has no NaN and no infinity, whatever the columns are', () => {
    fc.assert(
      fc.property(anyColumns, fc.constantFrom(...axisKinds), fc.boolean(), (of, kind, torn) => {
        const mesh = descent(of, kind, torn ? tearsAfter(of, { plus: [0], minus: [1] }) : undefined);
        const { positions, values, points, coordinates } = mesh;
        for (const list of [positions, values, points, coordinates]) {
          expect(list.every(Number.isFinite)).toBe(true);
        }
        expect(mesh.triangles.every((index) => index < values.length)).toBe(true);
        // Every column that is shown is there, if only as a line.
        const shown = of.filter(({ gamma }) => isOnAxis(kind, gamma));
        if (shown.length < 2) expect(mesh.triangles.length).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('of a line from which nothing descends is the wall beside it alone, on both sides', () => {
    const flat = GAMMAS.map((gamma) => ({
      gamma,
      plus: madePath({ length: 0, foot: CREST, wall: 2 }),
      minus: madePath({ length: 0, foot: CREST, wall: 2 }),
    }));
    const mesh = descentMesh(flat, undefined, 'linear', { low: 0.9, high: 1.5 });
    const all = vertices(mesh);
    expect(all.every(({ across, y }) => Number.isFinite(across) && Number.isFinite(y))).toBe(true);
    const heights = all.filter(({ across }) => Math.abs(across) > 0.2).map(({ y }) => y);
    expect(heights.length).toBeGreaterThan(0);
    for (const y of heights) expect(y).toBeGreaterThan(lossHeight({ low: 0.9, high: 1.5 }, CREST));
    expect(new Set(all.map(({ across }) => Math.sign(across)))).toEqual(new Set([-1, 0, 1]));
  });
});

describe('the mesh of the plane slice', () => {
  const gammas = Float64Array.of(0.5, 0.97, 1.03, 1.5, 2, 3, 100);
  const alphas = Float64Array.of(-ALPHA, -0.1, 0, 0.1, ALPHA);
  const losses = Float64Array.from({ length: 35 }, (_, k) => 1 + 0.01 * (k % 7));
  const plane = { gammas, alphas, losses };
  const range = { low: 0.9, high: 1.2 };

  it('has each loss of its grid at its gamma and alpha', () => {
    const all = vertices(planeMesh(plane, 'log', range));
    expect(all.length).toBe(5 * alphas.length);
    for (const { gamma, along, y, across } of all) {
      const [i, j] = [
        gammas.findIndex((g) => Math.abs(g / gamma - 1) < 1e-6),
        alphas.indexOf(Math.fround(along)),
      ];
      const column = j < 0 ? alphas.findIndex((alpha) => Math.abs(alpha - along) < 1e-6) : j;
      expect(y).toBeCloseTo(lossHeight(range, losses[i * alphas.length + column] ?? NaN), 5);
      expect(across).toBeCloseTo(along / ALPHA, 5);
    }
  });

  it('is torn at gamma = 1, and has its front upwards', () => {
    const mesh = planeMesh(plane, 'middle', range);
    const all = triangles(mesh);
    expect(all.length).toBe(2 * (1 + 2) * (alphas.length - 1));
    for (const corners of all) {
      expect(corners.some(({ gamma }) => gamma < 1) && corners.some(({ gamma }) => gamma > 1)).toBe(false);
      expect(upwards(corners)).toBeGreaterThan(0);
    }
  });
});
