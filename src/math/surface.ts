/**
 * A term of the pair as a surface over the square of inputs: values and slopes at mesh points, in reused
 * buffers.
 *
 * Smooth activations use a regular grid. ReLU's surfaces have creases (and, in the limit, a cliff), which are
 * drawn where they are: cells that a crease runs through are cut along it, and a cliff gets a wall of its
 * own.
 */
import type { Activation } from './activation';
import { type PairCoordinates, reluEvaluator, type TermId, termEvaluator } from './pair';

/** A mesh over (x1, x2). Arrays are larger than needed; the counts say how much is in use. */
export interface SurfaceMesh {
  /** Cells a side. */
  readonly cells: number;
  readonly halfWidth: number;
  /** x1, x2 of each vertex. */
  readonly x: Float64Array;
  /** The function there. */
  readonly value: Float64Array;
  /** Its derivatives by x1 and x2; on a wall, a steep slope across it. */
  readonly slope: Float64Array;
  readonly triangles: Uint32Array;
  /** On which sides of the creases each regular vertex lies: reused, for a new one each time keeps the collector busy. */
  readonly codes: Uint8Array;
  vertexCount: number;
  triangleCount: number;
  /** True while `triangles` is the plain grid's, which then need not be sent again. */
  plain: boolean;
}

/** Slope given to walls, so that their normals come out horizontal. */
const WALL_SLOPE = 1e9;

/**
 * Room for the pieces of cut cells: three lines through at most 2 cells + 1 cells a row each, 4 pieces of 6
 * corners.
 */
function spareVertices(cells: number): number {
  return 3 * (2 * cells + 1) * 24;
}

/**
 * A mesh with no values yet.
 * @param cells cells a side, so (cells + 1)^2 regular vertices
 */
export function createSurfaceMesh(cells: number, halfWidth: number): SurfaceMesh {
  const side = cells + 1;
  const capacity = side * side + spareVertices(cells);
  const mesh: SurfaceMesh = {
    cells,
    halfWidth,
    x: new Float64Array(2 * capacity),
    value: new Float64Array(capacity),
    slope: new Float64Array(2 * capacity),
    triangles: new Uint32Array(6 * cells * cells + 3 * spareVertices(cells)),
    codes: new Uint8Array(side * side),
    vertexCount: side * side,
    triangleCount: 2 * cells * cells,
    plain: false,
  };
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const k = 2 * (row * side + column);
      mesh.x[k] = gridCoordinate(mesh, column);
      mesh.x[k + 1] = gridCoordinate(mesh, row);
    }
  }
  return mesh;
}

/** Symmetric about zero to the last bit. */
function gridCoordinate({ cells, halfWidth }: SurfaceMesh, index: number): number {
  return (halfWidth * (2 * index - cells)) / cells;
}

/** Fills the mesh with one term of the pair. */
export function fillSurface(
  mesh: SurfaceMesh,
  activation: Activation,
  term: TermId,
  coordinates: PairCoordinates,
): void {
  if (activation.id === 'relu') fillCreased(mesh, term, coordinates);
  else fillGrid(mesh, activation, term, coordinates);
}

function fillGrid(
  mesh: SurfaceMesh,
  activation: Activation,
  term: TermId,
  coordinates: PairCoordinates,
): void {
  const { w, delta } = coordinates;
  const [w1 = 0, w2 = 0, w0 = 0] = w;
  const [d1 = 0, d2 = 0, d0 = 0] = delta;
  const evaluate = termEvaluator(activation, term, coordinates);
  const out = new Float64Array(3);
  const { cells, x, value, slope } = mesh;
  const count = (cells + 1) * (cells + 1);
  for (let k = 0; k < count; k++) {
    const x1 = x[2 * k] as number;
    const x2 = x[2 * k + 1] as number;
    evaluate(w1 * x1 + w2 * x2 + w0, d1 * x1 + d2 * x2 + d0, out);
    value[k] = out[0] as number;
    slope[2 * k] = (out[1] as number) * w1 + (out[2] as number) * d1;
    slope[2 * k + 1] = (out[1] as number) * w2 + (out[2] as number) * d2;
  }
  if (mesh.plain) return;
  mesh.triangleCount = 0;
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) plainCell(mesh, row, column);
  }
  mesh.vertexCount = count;
  mesh.plain = true;
}

function plainCell(mesh: SurfaceMesh, row: number, column: number): void {
  const side = mesh.cells + 1;
  const k = row * side + column;
  triangle(mesh, k, k + 1, k + side + 1);
  triangle(mesh, k, k + side + 1, k + side);
}

function triangle(mesh: SurfaceMesh, a: number, b: number, c: number): void {
  const at = 3 * mesh.triangleCount;
  mesh.triangles[at] = a;
  mesh.triangles[at + 1] = b;
  mesh.triangles[at + 2] = c;
  mesh.triangleCount += 1;
}

/** A line u(x) = u1 x1 + u2 x2 + u0 = 0 on which a ReLU opens. */
type Line = readonly [u1: number, u2: number, u0: number];
type Point = readonly [x1: number, x2: number];

/** A line that is nowhere: no point is on its positive side. */
const never: Line = [0, 0, 0];

function along([u1, u2, u0]: Line, [x1, x2]: Point): number {
  return u1 * x1 + u2 * x2 + u0;
}

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

function fillCreased(mesh: SurfaceMesh, term: TermId, coordinates: PairCoordinates): void {
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

function centre(points: readonly Point[]): Point {
  let x1 = 0;
  let x2 = 0;
  for (const point of points) {
    x1 += point[0];
    x2 += point[1];
  }
  return [x1 / points.length, x2 / points.length];
}

/** A convex polygon cut along every line. */
function cutAll(polygon: readonly Point[], lines: readonly Line[]): readonly (readonly Point[])[] {
  let pieces: readonly (readonly Point[])[] = [polygon];
  for (const line of lines) {
    pieces = pieces.flatMap((piece) => [half(piece, line, 1), half(piece, line, -1)]);
  }
  return pieces.filter((piece) => piece.length >= 3);
}

/** The part of a convex polygon where sign * u >= 0. */
function half(polygon: readonly Point[], line: Line, sign: 1 | -1): readonly Point[] {
  const kept: Point[] = [];
  for (let k = 0; k < polygon.length; k++) {
    const here = polygon[k] as Point;
    const next = polygon[(k + 1) % polygon.length] as Point;
    const u = sign * along(line, here);
    const v = sign * along(line, next);
    if (u >= 0) kept.push(here);
    if ((u > 0 && v < 0) || (u < 0 && v > 0)) kept.push(between(here, next, u / (u - v)));
  }
  // A polygon that only touches the line has no area on the other side.
  return kept.some((point) => sign * along(line, point) > 0) ? kept : [];
}

function between(a: Point, b: Point, t: number): Point {
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}

/** The two points where a line enters and leaves a convex polygon. */
function crossing(polygon: readonly Point[], line: Line): readonly [Point, Point] | undefined {
  const found: Point[] = [];
  for (let k = 0; k < polygon.length; k++) {
    const here = polygon[k] as Point;
    const next = polygon[(k + 1) % polygon.length] as Point;
    const u = along(line, here);
    const v = along(line, next);
    if (u === 0) found.push(here);
    else if ((u > 0 && v < 0) || (u < 0 && v > 0)) found.push(between(here, next, u / (u - v)));
  }
  const [a, b] = found;
  return a && b ? [a, b] : undefined;
}
