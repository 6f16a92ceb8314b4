import fc from 'fast-check';
import { BufferAttribute, type BufferGeometry } from 'three';
import { describe, expect, it } from 'vitest';
import { activations } from '#math/activation/activation';
import { type PairCoordinates, termValue } from '#math/pair/pair';
import { fillSurface } from '#math/pair/surface';
import { createSurfaceMesh } from '#math/pair/surface-mesh';
import { place } from '#scene/box';
import { SurfaceGeometry } from '#scene/surface-geometry';

const box = { halfWidth: Math.sqrt(3), height: 3 };
const at: PairCoordinates = { w: [0.8, 0.4, 0.1], delta: [-0.6, 0.8, 0], epsilon: 0.2, a: 1.1, c: 0.7 };

function vector(geometry: BufferGeometry, name: string, k: number): [number, number, number] {
  const attribute = geometry.getAttribute(name);
  return [attribute.getX(k), attribute.getY(k), attribute.getZ(k)];
}

function surface(cells: number, activation = activations.gelu, coordinates = at, drawnIn = box) {
  const mesh = createSurfaceMesh(cells, box.halfWidth);
  const geometry = new SurfaceGeometry(mesh);
  fillSurface(mesh, activation, 'sum', coordinates);
  geometry.update(mesh, drawnIn);
  return { mesh, geometry };
}

describe('a surface on the graphics card', () => {
  it('has its vertices where the box places inputs and values', () => {
    const { mesh, geometry } = surface(8);
    for (let k = 0; k < mesh.vertexCount; k++) {
      const [x1, x2] = [mesh.x[2 * k] ?? 0, mesh.x[2 * k + 1] ?? 0];
      const value = termValue(activations.gelu, 'sum', at, [x1, x2]);
      const expected = place(box, x1, x2, value);
      for (const [axis, v] of vector(geometry, 'position', k).entries()) {
        expect(v).toBeCloseTo(expected[axis] ?? 0, 6);
      }
      // In units of the frame, for the colours.
      expect(geometry.getAttribute('value').getX(k)).toBeCloseTo(value / box.height, 6);
      expect(geometry.getAttribute('point').getY(k)).toBeCloseTo(x2, 6);
    }
    expect(geometry.drawRange.count).toBe(3 * 2 * 64);
  });

  it('has the normals of the surface as it stands in the scene', () => {
    const number = fc.double({ min: -1.5, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(number, number, number),
        number,
        fc.double({ min: 0.5, max: 20, noNaN: true }),
        (w, a, height) => {
          const coordinates = { ...at, w, a };
          const drawnIn = { ...box, height };
          const { mesh, geometry } = surface(4, activations.tanh, coordinates, drawnIn);
          const point = (x1: number, x2: number) =>
            place(drawnIn, x1, x2, termValue(activations.tanh, 'sum', coordinates, [x1, x2]));
          const h = 1e-4;
          for (let k = 0; k < mesh.vertexCount; k++) {
            const [x1, x2] = [mesh.x[2 * k] ?? 0, mesh.x[2 * k + 1] ?? 0];
            const normal = vector(geometry, 'normal', k);
            expect(Math.hypot(...normal)).toBeCloseTo(1, 5);
            expect(normal[1]).toBeGreaterThan(0);
            for (const [to, from] of [
              [point(x1 + h, x2), point(x1 - h, x2)],
              [point(x1, x2 + h), point(x1, x2 - h)],
            ] as const) {
              const along = to.map((v, axis) => v - (from[axis] ?? 0));
              const dot = along.reduce((sum, v, axis) => sum + v * (normal[axis] ?? 0), 0);
              expect(Math.abs(dot) / Math.hypot(...along)).toBeLessThan(1e-5);
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('stays finite where values are far beyond the frame', () => {
    const { mesh, geometry } = surface(
      8,
      activations.cube,
      { ...at, c: 3, epsilon: 1e-6 },
      { ...box, height: 1e-9 },
    );
    for (let k = 0; k < mesh.vertexCount; k++) {
      for (const name of ['position', 'normal']) {
        expect(vector(geometry, name, k).every(Number.isFinite)).toBe(true);
      }
    }
  });
});

describe('a cliff', () => {
  it('has a wall whose normals are level and point across it', () => {
    const coordinates = { ...at, epsilon: 0 };
    const { mesh, geometry } = surface(16, activations.relu, coordinates);
    let walls = 0;
    for (let k = 0; k < mesh.triangleCount; k++) {
      const corners = [0, 1, 2].map((j) => mesh.triangles[3 * k + j] ?? 0);
      const [a, b, c] = corners.map((v) => vector(geometry, 'position', v));
      if (!a || !b || !c) continue;
      const area = Math.abs((b[0] - a[0]) * (c[2] - a[2]) - (b[2] - a[2]) * (c[0] - a[0]));
      const tall = Math.max(a[1], b[1], c[1]) - Math.min(a[1], b[1], c[1]);
      if (area > 1e-7 || tall < 1e-3) continue;
      walls += 1;
      for (const v of corners) {
        const [n1, n2, n3] = vector(geometry, 'normal', v);
        expect(Math.abs(n2)).toBeLessThan(1e-6);
        // Across the line w.x = 0, that is along (w1, w2), with x2 against z.
        expect(Math.abs(n1 * 0.4 + n3 * 0.8)).toBeLessThan(1e-5);
      }
    }
    expect(walls).toBeGreaterThan(15);
  });
});

describe('an update', () => {
  it('draws exactly the triangles of the mesh, after ReLU and back', () => {
    const mesh = createSurfaceMesh(8, box.halfWidth);
    const geometry = new SurfaceGeometry(mesh);
    for (const id of ['tanh', 'relu', 'tanh', 'gelu'] as const) {
      fillSurface(mesh, activations[id], 'sum', at);
      geometry.update(mesh, box);
      const index = geometry.getIndex();
      const count = 3 * mesh.triangleCount;
      expect(geometry.drawRange.count).toBe(count);
      expect(Array.from(index?.array.slice(0, count) ?? [])).toEqual(
        Array.from(mesh.triangles.slice(0, count)),
      );
    }
  });

  it('sends the plain grid’s triangles only once', () => {
    const { mesh, geometry } = surface(8);
    const version = () => {
      const index = geometry.getIndex();
      return index instanceof BufferAttribute ? index.version : -1;
    };
    const before = version();
    geometry.update(mesh, box);
    expect(version()).toBe(before);
  });
});
