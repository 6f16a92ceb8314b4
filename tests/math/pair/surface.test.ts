import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activations } from '#math/activation/activation';
import { type PairCoordinates, type TermId, termEvaluator, termIds, termValue } from '#math/pair/pair';
import { fillSurface } from '#math/pair/surface';
import { createSurfaceMesh, type SurfaceMesh } from '#math/pair/surface-mesh';

const HALF_WIDTH = Math.sqrt(3);
const at: PairCoordinates = { w: [0.8, 0.4, 0.1], delta: [-0.6, 0.8, 0], epsilon: 0.2, a: 1.1, c: 0.7 };

interface Corner {
  readonly x: readonly [number, number];
  readonly value: number;
}

function trianglesOf(mesh: SurfaceMesh): readonly (readonly [Corner, Corner, Corner])[] {
  const corner = (k: number): Corner => {
    const v = mesh.triangles[k] as number;
    return { x: [mesh.x[2 * v] as number, mesh.x[2 * v + 1] as number], value: mesh.value[v] as number };
  };
  return Array.from({ length: mesh.triangleCount }, (_, k) => [
    corner(3 * k),
    corner(3 * k + 1),
    corner(3 * k + 2),
  ]);
}

function area([a, b, c]: readonly [Corner, Corner, Corner]): number {
  return Math.abs((b.x[0] - a.x[0]) * (c.x[1] - a.x[1]) - (b.x[1] - a.x[1]) * (c.x[0] - a.x[0])) / 2;
}

describe('a smooth surface', () => {
  it('has the term’s values and slopes at its vertices', () => {
    const mesh = createSurfaceMesh(16, HALF_WIDTH);
    for (const term of termIds) {
      fillSurface(mesh, activations.softplus, term, at);
      for (const k of [0, 40, 144, 288]) {
        const x = [mesh.x[2 * k] as number, mesh.x[2 * k + 1] as number];
        expect(mesh.value[k]).toBeCloseTo(termValue(activations.softplus, term, at, x), 12);
        const h = 1e-5;
        for (const axis of [0, 1]) {
          const moved = (by: number) =>
            termValue(
              activations.softplus,
              term,
              at,
              x.map((v, j) => (j === axis ? v + by : v)),
            );
          expect(mesh.slope[2 * k + axis]).toBeCloseTo((moved(h) - moved(-h)) / (2 * h), 6);
        }
      }
    }
    expect(mesh.triangleCount).toBe(2 * 16 * 16);
  });

  it('goes back to the plain grid after ReLU', () => {
    const mesh = createSurfaceMesh(8, HALF_WIDTH);
    fillSurface(mesh, activations.relu, 'sum', at);
    expect(mesh.plain).toBe(false);
    fillSurface(mesh, activations.tanh, 'sum', at);
    expect(mesh.triangleCount).toBe(128);
    expect(mesh.vertexCount).toBe(81);
    expect(Math.max(...mesh.triangles.slice(0, 3 * 128))).toBe(80);
  });
});

const wide = fc.integer({ min: -20, max: 20 }).map((k) => k / 10);
const reluCase = fc.record({
  w: fc.tuple(wide, wide, wide),
  angle: wide,
  epsilon: fc.constantFrom(0, 1e-6, 1e-3, 0.05, 0.4, 1),
  a: wide,
  c: wide,
});

describe('a ReLU surface', () => {
  it('covers the square exactly once, is linear on every triangle, and fits its buffers', () => {
    fc.assert(
      fc.property(
        reluCase,
        fc.constantFrom<TermId>('sum', 'limit', 'gated', 'neuron', 'difference'),
        (drawn, term) => {
          const coordinates = { ...drawn, delta: [Math.cos(drawn.angle), Math.sin(drawn.angle), 0] };
          const mesh = createSurfaceMesh(12, HALF_WIDTH);
          fillSurface(mesh, activations.relu, term, coordinates);
          expect(2 * mesh.vertexCount).toBeLessThanOrEqual(mesh.x.length);
          const triangles = trianglesOf(mesh);
          const total = triangles.reduce((sum, t) => sum + area(t), 0);
          expect(total).toBeCloseTo(12, 9);
          const evaluate = termEvaluator(activations.relu, term, coordinates);
          const out = new Float64Array(3);
          for (const t of triangles) {
            if (area(t) < 1e-9) continue;
            const x = [0, 1].map((k) => t.reduce((sum, corner) => sum + (corner.x[k] as number), 0) / 3);
            const flat = t.reduce((sum, corner) => sum + corner.value, 0) / 3;
            const dot = (v: readonly number[]) =>
              (v[0] ?? 0) * (x[0] ?? 0) + (v[1] ?? 0) * (x[1] ?? 0) + (v[2] ?? 0);
            evaluate(dot(coordinates.w), dot(coordinates.delta), out);
            expect(Math.abs(flat - (out[0] as number))).toBeLessThan(1e-8);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('joins both sides of the cliff by a wall as high as the jump |a q|', () => {
    const coordinates = { ...at, epsilon: 0 };
    const mesh = createSurfaceMesh(20, HALF_WIDTH);
    fillSurface(mesh, activations.relu, 'limit', coordinates);
    const walls = trianglesOf(mesh).filter((t) => area(t) < 1e-12);
    expect(walls.length).toBeGreaterThan(20);
    const length = walls.reduce((sum, t) => {
      for (const { x, value } of t) {
        const [z, q] = [0.8 * x[0] + 0.4 * x[1] + 0.1, -0.6 * x[0] + 0.8 * x[1]];
        expect(Math.abs(z)).toBeLessThan(1e-12);
        expect(Math.min(Math.abs(value), Math.abs(value - 1.1 * q))).toBeLessThan(1e-12);
      }
      return sum + Math.max(Math.hypot(t[1].x[0] - t[0].x[0], t[1].x[1] - t[0].x[1]), 0);
    }, 0);
    // The line z = 0 crosses the whole square from x2 = -sqrt3 to sqrt3, at a slope of -2.
    expect(length).toBeCloseTo(2 * HALF_WIDTH * Math.hypot(1, 0.5), 9);
  });

  it('at epsilon = 1e-6 has the same outline as the limit, wall included', () => {
    const height = (epsilon: number) => {
      const mesh = createSurfaceMesh(20, HALF_WIDTH);
      fillSurface(mesh, activations.relu, 'sum', { ...at, epsilon });
      const values = mesh.value.subarray(0, mesh.vertexCount);
      return [Math.min(...values), Math.max(...values)];
    };
    const [low = 0, high = 0] = height(0);
    const [lowNear = 0, highNear = 0] = height(1e-6);
    expect(lowNear).toBeCloseTo(low, 5);
    expect(highNear).toBeCloseTo(high, 5);
  });
});
