/** A mesh over the square of inputs, in buffers that are used again. */

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

/** Adds the two triangles of a whole cell. */
export function plainCell(mesh: SurfaceMesh, row: number, column: number): void {
  const side = mesh.cells + 1;
  const k = row * side + column;
  triangle(mesh, k, k + 1, k + side + 1);
  triangle(mesh, k, k + side + 1, k + side);
}

/** Adds a triangle of three vertices. */
export function triangle(mesh: SurfaceMesh, a: number, b: number, c: number): void {
  const at = 3 * mesh.triangleCount;
  mesh.triangles[at] = a;
  mesh.triangles[at + 1] = b;
  mesh.triangles[at + 2] = c;
  mesh.triangleCount += 1;
}
