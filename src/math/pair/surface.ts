/**
 * A term of the pair as a surface over the square of inputs: values and slopes at mesh points. Smooth activations use a
 * regular grid; those of ReLU have creases (creased-surface.ts).
 */
import type { Activation } from '#math/activation/activation';
import { fillCreased } from './creased-surface';
import { type PairCoordinates, type TermId, termEvaluator } from './pair';
import { plainCell, type SurfaceMesh } from './surface-mesh';

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
