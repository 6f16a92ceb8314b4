/**
 * Surfaces of ReLU: their creases (and, in the limit, a cliff) are drawn where they are. Cells that a crease runs through
 * are cut along it, and a cliff gets a wall of its own.
 */

import { along, centre, crossing, cutAll, type Line, never, type Point } from '#math/numerics/polygon';
import type { PairCoordinates, TermId } from './pair';
import { reluEvaluator } from './pair-relu';
import { plainCell, type SurfaceMesh, triangle } from './surface-mesh';

/** Slope given to walls, so that their normals come out horizontal. */
const WALL_SLOPE = 1e9;

/** The lines of the three gates, which of them crease this term, and whether the middle one is a cliff. */
function creasesOf(term: TermId, { w, delta, epsilon }: PairCoordinates) {
  const line = (k: number): Line => [
    (w[0] ?? 0) + k * (delta[0] ?? 0),
    (w[1] ?? 0) + k * (delta[1] ?? 0),
    (w[2] ?? 0) + k * (delta[2] ?? 0),
  ];
  const plus = line(epsilon);
  const minus = line(-epsilon);
  const middle = line(0);
  const gates = [plus, minus, middle] as const;
  switch (term) {
    case 'sum':
      return epsilon === 0
        ? { gates, cuts: [middle], cliff: true }
        : { gates, cuts: [plus, minus], cliff: false };
    case 'neuronI':
      return { gates, cuts: [plus], cliff: false };
    case 'neuronJ':
      return { gates, cuts: [minus], cliff: false };
    case 'neuron':
      return { gates, cuts: [middle], cliff: false };
    case 'gated':
    case 'limit':
      return { gates, cuts: [middle], cliff: true };
    case 'difference':
      return epsilon === 0
        ? { gates, cuts: [], cliff: false }
        : { gates, cuts: [plus, minus, middle], cliff: true };
  }
}

/** Fills a mesh with one term of a pair of ReLU neurons. */
export function fillCreased(mesh: SurfaceMesh, term: TermId, coordinates: PairCoordinates): void {
  const { cells, x } = mesh;
  const { w, delta } = coordinates;
  const side = cells + 1;
  const { gates, cuts, cliff } = creasesOf(term, coordinates);
  const evaluate = reluEvaluator(term, coordinates);
  const out = new Float64Array(3);

  const [w1 = 0, w2 = 0, w0 = 0] = w;
  const [d1 = 0, d2 = 0, d0 = 0] = delta;

  /** Writes the vertex at `at`, on the piece of the function whose gates are given. */
  const put = (at: number, x1: number, x2: number, p: number, r: number, m: number) => {
    evaluate(w1 * x1 + w2 * x2 + w0, d1 * x1 + d2 * x2 + d0, p, r, m, out);
    x[2 * at] = x1;
    x[2 * at + 1] = x2;
    mesh.value[at] = out[0] as number;
    mesh.slope[2 * at] = (out[1] as number) * w1 + (out[2] as number) * d1;
    mesh.slope[2 * at + 1] = (out[1] as number) * w2 + (out[2] as number) * d2;
  };
  const gate = (line: Line, point: Point) => (along(line, point) > 0 ? 1 : 0);

  const [plus, minus, middleLine] = gates;
  const [cutA = never, cutB = never, cutC = never] = cuts;
  const { codes } = mesh;
  for (let k = 0; k < side * side; k++) {
    const x1 = x[2 * k] as number;
    const x2 = x[2 * k + 1] as number;
    const p = plus[0] * x1 + plus[1] * x2 + plus[2] > 0 ? 1 : 0;
    const r = minus[0] * x1 + minus[1] * x2 + minus[2] > 0 ? 1 : 0;
    const m = middleLine[0] * x1 + middleLine[1] * x2 + middleLine[2] > 0 ? 1 : 0;
    put(k, x1, x2, p, r, m);
    codes[k] =
      (cutA[0] * x1 + cutA[1] * x2 + cutA[2] > 0 ? 1 : 0) +
      (cutB[0] * x1 + cutB[1] * x2 + cutB[2] > 0 ? 2 : 0) +
      (cutC[0] * x1 + cutC[1] * x2 + cutC[2] > 0 ? 4 : 0);
  }

  mesh.vertexCount = side * side;
  mesh.triangleCount = 0;
  mesh.plain = false;
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const k = row * side + column;
      const code = codes[k];
      if (code === codes[k + 1] && code === codes[k + side] && code === codes[k + side + 1]) {
        plainCell(mesh, row, column);
        continue;
      }
      const corners: Point[] = [k, k + 1, k + side + 1, k + side].map((v) => [
        x[2 * v] as number,
        x[2 * v + 1] as number,
      ]);
      for (const piece of cutAll(corners, cuts)) {
        const inside = centre(piece);
        const first = mesh.vertexCount;
        for (const [x1, x2] of piece) {
          put(
            mesh.vertexCount,
            x1,
            x2,
            gate(gates[0], inside),
            gate(gates[1], inside),
            gate(gates[2], inside),
          );
          mesh.vertexCount += 1;
        }
        for (let v = 2; v < piece.length; v++) triangle(mesh, first, first + v - 1, first + v);
      }
      if (!cliff) continue;
      const ends = crossing(corners, gates[2]);
      if (!ends) continue;
      const middle = centre(ends);
      const first = mesh.vertexCount;
      for (const [x1, x2] of ends) {
        for (const m of [0, 1]) {
          put(mesh.vertexCount, x1, x2, gate(gates[0], middle), gate(gates[1], middle), m);
          mesh.slope[2 * mesh.vertexCount] = WALL_SLOPE * gates[2][0];
          mesh.slope[2 * mesh.vertexCount + 1] = WALL_SLOPE * gates[2][1];
          mesh.vertexCount += 1;
        }
      }
      triangle(mesh, first, first + 1, first + 3);
      triangle(mesh, first, first + 3, first + 2);
    }
  }
}
