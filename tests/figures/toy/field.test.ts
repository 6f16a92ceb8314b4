import { describe, expect, it } from 'vitest';
import {
  ALPHA_RANGE,
  alphaAt,
  alphaPlace,
  GAMMA_RANGE,
  GRID_ALPHAS,
  GRID_GAMMAS,
  gammaAt,
  gammaPlace,
  toyAxisKinds,
} from '#figures/toy/axis';
import { colourOf, fieldOf, isOnPicture, logLossAt, pictureOf, rangeOf } from '#figures/toy/field';
import { surfacePoint, toyMesh } from '#figures/toy/surface-mesh';

const gammas = Float64Array.of(1, 2, 4, 8, 16);
const alphas = Float64Array.of(-1, -0.5, 0, 0.5, 1);
/** Linear in gamma and alpha, in the logarithm of the loss. */
const logOf = (gamma: number, alpha: number) => -4 + 0.05 * gamma + 0.4 * alpha;
const losses = Float64Array.from({ length: 25 }, (_, k) =>
  Math.exp(logOf(gammas[Math.floor(k / 5)] ?? 0, alphas[k % 5] ?? 0)),
);

describe('the axes', () => {
  it.each(toyAxisKinds)('%s: places and gammas are each other’s inverse', (kind) => {
    expect(gammaPlace(kind, GAMMA_RANGE[0])).toBeCloseTo(-1, 12);
    expect(gammaPlace(kind, GAMMA_RANGE[1])).toBeCloseTo(1, 12);
    for (const gamma of [0.7, 1, 3, 20]) expect(gammaAt(kind, gammaPlace(kind, gamma))).toBeCloseTo(gamma, 9);
    for (const alpha of [-1.2, 0, 3]) expect(alphaAt(alphaPlace(alpha))).toBeCloseTo(alpha, 12);
  });

  it('are covered by the grid, which has the saddle line in it', () => {
    expect(GRID_GAMMAS).toHaveLength(101);
    expect(GRID_ALPHAS).toHaveLength(201);
    expect(GRID_ALPHAS).toContain(0);
    expect(GRID_ALPHAS[0]).toBeLessThanOrEqual(ALPHA_RANGE[0]);
    expect(GRID_ALPHAS[200]).toBeGreaterThanOrEqual(ALPHA_RANGE[1]);
    expect(GRID_GAMMAS[100]).toBeCloseTo(GAMMA_RANGE[1], 9);
  });
});

describe('the field', () => {
  const field = fieldOf(gammas, alphas, losses);
  if (!field) throw new Error('no field');

  it('is exact on what is linear, between the points as on them', () => {
    for (const [gamma, alpha] of [
      [1, -1],
      [3, 0.1],
      [11, 0.7],
      [16, 1],
    ] as const) {
      expect(logLossAt(field, gamma, alpha)).toBeCloseTo(logOf(gamma, alpha), 12);
    }
  });

  it('goes on at its edge beyond it', () => {
    expect(logLossAt(field, 100, 0)).toBeCloseTo(logOf(16, 0), 12);
    expect(logLossAt(field, 4, -9)).toBeCloseTo(logOf(4, -1), 12);
  });

  it('shows what is known while the rest is not', () => {
    const coarse = losses.map((loss, k) =>
      Math.floor(k / 5) % 2 === 0 && k % 5 === 2 * Math.floor((k % 5) / 2) ? loss : NaN,
    );
    const rough = fieldOf(gammas, alphas, coarse);
    expect(rough?.rows).toEqual([0, 2, 4]);
    expect(rough?.columns).toEqual([0, 2, 4]);
    expect(rough && logLossAt(rough, 3, 0.2)).toBeCloseTo(logOf(3, 0.2), 12);
    expect(rough?.lowest).toBe(losses[0]);
    expect(
      fieldOf(
        gammas,
        alphas,
        losses.map(() => NaN),
      ),
    ).toBeUndefined();
  });

  it('has its largest alpha in the first row of a picture, its largest gamma in the last column', () => {
    const picture = pictureOf(field, 'log', 8);
    expect(picture[0]).toBeGreaterThan(picture[56] ?? NaN);
    expect(picture[7]).toBeGreaterThan(picture[0] ?? NaN);
  });

  it('has colours from the lowest loss to the walls, and no others', () => {
    const range = rangeOf(field);
    expect(colourOf(range, Math.log(range.low))).toBe(-1);
    expect(colourOf(range, Math.log(range.high))).toBeCloseTo(1, 12);
    expect(colourOf(range, 5)).toBe(1);
    expect(colourOf(range, Math.log(Math.sqrt(range.low * range.high)))).toBeCloseTo(0, 12);
  });

  it('knows what is on the picture', () => {
    expect(isOnPicture(2, 0)).toBe(true);
    expect(isOnPicture(51, 0)).toBe(false);
    expect(isOnPicture(2, 4.2)).toBe(false);
  });

  it('is a surface whose lines lie on it, inside the box', () => {
    const mesh = toyMesh(field, 'log');
    expect(mesh.positions.every(Number.isFinite)).toBe(true);
    expect(Math.max(...mesh.triangles)).toBe(mesh.values.length - 1);
    // The vertex next to (gamma, alpha) = (3, 0.5).
    let nearest = 0;
    const away = (k: number) =>
      Math.hypot((mesh.coordinates[2 * k] ?? 0) - 3, (mesh.coordinates[2 * k + 1] ?? 0) - 0.5);
    for (let k = 0; k < mesh.values.length; k++) if (away(k) < away(nearest)) nearest = k;
    const [gamma = NaN, alpha = NaN] = mesh.coordinates.subarray(2 * nearest, 2 * nearest + 2);
    const point = surfacePoint(field, 'log', gamma, alpha, 0);
    point.forEach((entry, k) => {
      expect(entry).toBeCloseTo(mesh.positions[3 * nearest + k] ?? NaN, 5);
    });
    expect(surfacePoint(field, 'log', 1e6, 99)[0]).toBeCloseTo(1.12, 9);
  });
});
