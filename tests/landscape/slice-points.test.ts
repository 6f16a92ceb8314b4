import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisKinds, gammaAt, gammaPlace, isOnAxis } from '#landscape/gamma-axis';
import { sliceFrame } from '#landscape/slice-frame';
import { ALPHA, descentMesh, drawnPieces, EXTENT, lossHeight } from '#landscape/slice-mesh';
import {
  descentPlace,
  descentPoint,
  isDrawn,
  LIFT,
  leftOut,
  planeLoss,
  planePlace,
} from '#landscape/slice-points';
import { HALF_HEIGHT, type ScenePoint } from '#scene/box';
import { evenly } from '../support/arbitrary';
import { meshHeight } from '../support/on-mesh';
import { CREST, madeColumns, madeFrame, paperLandscape, tearsAfter } from '../support/slices';

const GAMMAS = [0.5, 0.7, 0.97, 1.03, 1.2, 1.5, 2, 3, 12, 100, 1000] as const;
const columns = madeColumns(GAMMAS);
const paper = paperLandscape([1.03, 1.06, 1.1, 1.2, 1.35, 1.5, 1.75, 2, 2.45, 3]);

const fraction = evenly(-1, 1);
const share = evenly(0, 1);

function finite(point: ScenePoint | undefined): ScenePoint {
  if (!point?.every(Number.isFinite)) throw new Error(`not a place: ${String(point)}`);
  return point;
}

describe('a place on the descent slice', () => {
  it.each(axisKinds)('is at a vertex of the mesh where there is one, on the %s axis', (kind) => {
    const frame = madeFrame(kind, columns);
    const { positions, coordinates } = descentMesh(columns, undefined, kind, frame.range);
    let compared = 0;
    for (let k = 0; k < coordinates.length / 2; k++) {
      const [gamma = NaN, along = NaN] = coordinates.subarray(2 * k);
      const [x = NaN, y = NaN, z = NaN] = positions.subarray(3 * k);
      // Rounded to 32 bits, the ends of the axis are not quite on it.
      const at = finite(descentPlace(frame, Number(gamma.toPrecision(6)), along, 0));
      // At the foot, and not on the climb beyond it, which has the same coordinates.
      if (Math.abs(along) === 1 && Math.abs(z) > Math.abs(at[2]) + 1e-4) continue;
      compared++;
      expect(at[0]).toBeCloseTo(x, 4);
      expect(at[1] - LIFT).toBeCloseTo(y, 4);
      expect(at[2]).toBeCloseTo(z, 4);
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('floats above the surface everywhere on it, and hardly higher than it is lifted', () => {
    const { data } = paper;
    for (const kind of ['linear', 'log', 'compact'] as const) {
      const frame = sliceFrame(data, 'descent', kind);
      if (!frame) throw new Error('no frame');
      const mesh = descentMesh(frame.columns, frame.tears, kind, frame.range);
      const [first, last] = [gammaPlace(kind, 1.03), gammaPlace(kind, 3)];
      let compared = 0;
      fc.assert(
        fc.property(share, fraction, (t, along) => {
          const at = finite(descentPlace(frame, gammaAt(kind, first + t * (last - first)), along, 0));
          const height = meshHeight(mesh, at);
          // Nothing is drawn in a tear.
          if (height === undefined) return;
          compared++;
          expect(at[1] - height).toBeGreaterThan(0);
          // Beside the crest, before the first point of a path, the surface is straight and this is not.
          expect(at[1] - height).toBeLessThan((Math.abs(along) < 1 / 32 ? 3.2 : 2) * LIFT);
        }),
        { numRuns: 300 },
      );
      expect(compared).toBeGreaterThan(200);
    }
  });

  it('is never below the surface, and as high as a loss that is above it', () => {
    const frame = madeFrame('linear', columns);
    const low = finite(descentPlace(frame, 1.6, 0.7, 0.01));
    const on = finite(descentPlace(frame, 1.6, 0.7, descentPoint(frame, 1.6, 0.7)?.loss ?? NaN));
    expect(low[1]).toBeCloseTo(on[1], 2);
    const high = finite(descentPlace(frame, 1.6, 0.7, 0.95 * CREST));
    expect(high[1]).toBeCloseTo(lossHeight(frame.range, 0.95 * CREST) + LIFT, 9);
    expect([high[0], high[2]]).toEqual([low[0], low[2]]);
    // Not out of the box, however high the loss.
    expect(finite(descentPlace(frame, 1.6, 0.7, 1e9))[1]).toBeCloseTo(HALF_HEIGHT + LIFT, 9);
  });

  it('is a place of the picture for any gamma, loss and way whatever', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...axisKinds),
        fc.double({ noNaN: true }),
        fc.double({ noNaN: true }),
        fc.double({ min: 0, noNaN: true }),
        fc.boolean(),
        (kind, gamma, along, loss, torn) => {
          const tears = torn ? tearsAfter(columns, { plus: [4], minus: [5] }) : undefined;
          const at = finite(descentPlace(madeFrame(kind, columns, tears), gamma, along, loss));
          expect(Math.abs(at[0])).toBeLessThanOrEqual(1.3 * EXTENT.x + 1e-9);
          expect(Math.abs(at[2])).toBeLessThanOrEqual(EXTENT.z);
          expect(at[1]).toBeLessThanOrEqual(HALF_HEIGHT + LIFT + 1e-9);
        },
      ),
    );
  });

  it('is on the nearer column across a tear, where nothing is drawn between', () => {
    const frame = madeFrame('linear', columns, tearsAfter(columns, { plus: [5] }));
    const foot = (gamma: number) => finite(descentPlace(frame, gamma, 1, 0))[2];
    expect(foot(1.55)).toBe(foot(1.5));
    expect(foot(1.95)).toBe(foot(2));
    expect(foot(1.5)).not.toBe(foot(2));
    // The other side is whole there.
    const other = (gamma: number) => finite(descentPlace(frame, gamma, -1, 0))[2];
    expect(other(1.75)).toBeGreaterThan(other(1.5));
    expect(other(1.75)).toBeLessThan(other(2));
  });

  it('is unknown without columns', () => {
    expect(descentPlace(madeFrame('linear', []), 1.5, 0.5, 1)).toBeUndefined();
    expect(descentPoint(madeFrame('linear', []), 1.5, 0.5)).toBeUndefined();
  });
});

describe('a point of the descent slice', () => {
  it('has the loss and the parameters of its column at equal fractions of its way', () => {
    const frame = madeFrame('linear', columns);
    const column = columns.find(({ gamma }) => gamma === 1.5);
    for (const [along, path] of [
      [0.25, column?.plus],
      [-0.75, column?.minus],
      [1, column?.plus],
      [0, column?.plus],
    ] as const) {
      const point = descentPoint(frame, 1.5, along);
      const k = Math.abs(along) * 32;
      expect(point?.loss).toBe(path?.losses[k]);
      expect([...(point?.theta ?? [])]).toEqual([...(path?.thetas.subarray(2 * k, 2 * k + 2) ?? [])]);
      expect(point?.length).toBe(path?.length);
    }
  });

  it('is mixed between columns, and that of the last one beyond them', () => {
    const frame = madeFrame('linear', columns);
    const [low, high] = [1.5, 2].map((gamma) => descentPoint(frame, gamma, 0.4));
    const middle = descentPoint(frame, 1.75, 0.4);
    expect(middle?.loss).toBeCloseTo(((low?.loss ?? NaN) + (high?.loss ?? NaN)) / 2, 12);
    expect(middle?.theta[0]).toBeCloseTo(((low?.theta[0] ?? NaN) + (high?.theta[0] ?? NaN)) / 2, 12);
    expect(descentPoint(frame, 5000, 0.4)).toEqual(descentPoint(frame, 1000, 0.4));
    expect(descentPoint(frame, -3, 0.4)).toEqual(descentPoint(frame, 0.5, 0.4));
    expect(descentPoint(frame, 1.75, 7)).toEqual(descentPoint(frame, 1.75, 1));
  });

  it('has the loss of its parameters, in the paper’s landscape: nearly on columns, roughly between them', () => {
    const { world, data } = paper;
    const { loss } = world.landscape;
    const error = (gamma: number, along: number) => {
      const point = descentPoint(data, gamma, along);
      return point ? Math.abs(loss.loss(point.theta) / point.loss - 1) : NaN;
    };
    for (const [k, { gamma }] of data.columns.entries()) {
      const next = data.columns[k + 1]?.gamma ?? gamma;
      for (const along of [-1, 0, 1]) expect(error(gamma, along)).toBeLessThan(1e-9);
      // The paths themselves are straight between their points.
      for (const along of [-0.7, -0.5, 0.3125, 0.6]) expect(error(gamma, along)).toBeLessThan(2e-3);
      for (const along of [-0.5, 0.5]) expect(error((gamma + next) / 2, along)).toBeLessThan(0.1);
    }
  });
});

describe('a place on the plane slice', () => {
  const plane = {
    gammas: Float64Array.of(1.03, 2, 3),
    alphas: Float64Array.of(-ALPHA, 0, ALPHA),
    losses: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9),
  };
  const frame = {
    ...madeFrame('linear', columns),
    slice: 'plane',
    plane,
    range: { low: 0, high: 10 },
  } as const;

  it('has the loss of the nearest grid point', () => {
    expect(planeLoss(plane, 2, 0)).toBe(5);
    expect(planeLoss(plane, 2.4, 0.2)).toBe(6);
    expect(planeLoss(plane, 1000, -9)).toBe(7);
    const [x, y, z] = finite(planePlace(frame, 3, ALPHA));
    expect([x, z]).toEqual([EXTENT.x, -EXTENT.z]);
    expect(y).toBeCloseTo(lossHeight(frame.range, 9) + LIFT, 12);
  });

  it('is none beyond the plane’s edge, nor without a plane', () => {
    expect(planePlace(frame, 2, 1.01 * ALPHA)).toBeUndefined();
    expect(planePlace({ ...frame, plane: undefined } as never, 2, 0)).toBeUndefined();
    expect(isOnAxis('linear', 3.2)).toBe(false);
    expect(finite(planePlace(frame, 3.2, 0))[0]).toBe(EXTENT.x);
    for (const gamma of [0.2, 0, -5]) expect(finite(planePlace(frame, gamma, 0))[0]).toBe(-EXTENT.x);
  });
});

describe('a slice without its torn parts', () => {
  const columns = madeColumns([1.1, 1.2, 1.5, 2, 2.5, 3]);
  // The minus side is torn after its first and its third column.
  const tears = tearsAfter(columns, { minus: [0, 2] });
  const frame = madeFrame('linear', columns, tears, true);

  it('keeps the longest piece of each side, and says which gammas that leaves out', () => {
    const gammas = (side: 'plus' | 'minus') =>
      drawnPieces(frame, side).map((piece) => piece.map(({ gamma }) => gamma));
    expect(gammas('plus')).toEqual([[1.1, 1.2, 1.5, 2, 2.5, 3]]);
    expect(gammas('minus')).toEqual([[2, 2.5, 3]]);
    expect([leftOut(frame, 'plus'), leftOut(frame, 'minus')]).toEqual([[], [[1.1, 2]]]);
    expect(leftOut({ ...frame, whole: false }, 'minus')).toEqual([]);
  });

  it('has triangles there and nowhere else', () => {
    const mesh = descentMesh(columns, tears, 'linear', frame.range, true);
    const minus = Array.from(mesh.coordinates.filter((_, k) => k % 2 === 0)).filter(
      (_, k) => (mesh.coordinates[2 * k + 1] ?? 0) < 0,
    );
    expect(Math.min(...minus)).toBeCloseTo(2, 6);
    expect(Math.min(...mesh.coordinates.filter((_, k) => k % 2 === 0))).toBeCloseTo(1.1, 6);
    for (const gamma of [1.1, 1.5, 1.99]) expect(isDrawn(frame, gamma, -0.5)).toBe(false);
    for (const gamma of [2, 2.2, 3]) expect(isDrawn(frame, gamma, -0.5)).toBe(true);
    for (const gamma of [1.1, 3]) expect(isDrawn(frame, gamma, 0.5)).toBe(true);
    expect(isDrawn(frame, 3.1, 0.5)).toBe(false);
  });

  it('has what rolls off it at its own height, beside the edge', () => {
    const edge = finite(descentPlace(frame, 2, -1, 0));
    const off = finite(descentPlace(frame, 1.5, -1, 0.3));
    expect(off[2]).toBeCloseTo(edge[2], 9);
    expect(off[1]).toBeCloseTo(lossHeight(frame.range, 0.3) + LIFT, 9);
  });
});
