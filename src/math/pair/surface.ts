/**
 * A term of the pair, or another function, as a surface over the square of inputs: values and slopes at mesh points. Smooth
 * functions use a regular grid; those of ReLU have creases (creased-surface.ts).
 */
import type { Activation } from '#math/activation/activation';
import { fillCreased } from './creased-surface';
import type { PairCoordinates, TermId } from './pair';
import { type PlaneFunction, pairFunction } from './plane-function';
import { plainCell, type SurfaceMesh } from './surface-mesh';

/** Fills the mesh with one term of the pair. */
export function fillSurface(
  mesh: SurfaceMesh,
  activation: Activation,
  term: TermId,
  coordinates: PairCoordinates,
): void {
  if (activation.id === 'relu') fillCreased(mesh, term, coordinates);
  else fillFunction(mesh, pairFunction(activation, term, coordinates));
}

/** Fills the mesh, a regular grid, with a smooth function. */
export function fillFunction(mesh: SurfaceMesh, of: PlaneFunction): void {
  const out = new Float64Array(3);
  const { cells, x, value, slope } = mesh;
  const count = (cells + 1) * (cells + 1);
  for (let k = 0; k < count; k++) {
    of(x[2 * k] as number, x[2 * k + 1] as number, out);
    value[k] = out[0] as number;
    slope[2 * k] = out[1] as number;
    slope[2 * k + 1] = out[2] as number;
  }
  if (mesh.plain) return;
  mesh.triangleCount = 0;
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) plainCell(mesh, row, column);
  }
  mesh.vertexCount = count;
  mesh.plain = true;
}
