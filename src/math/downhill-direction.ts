import { dot } from './linear-algebra';
import { derivativesAt, type Objective } from './objective';
import { type SaddleLine, saddlePoint } from './saddle-line';
import { type Eigen, eigenvector, symmetricEigen } from './symmetric-eigen';

/** The steepest way off the saddle line at one gamma. */
export interface DownhillDirection {
  readonly gamma: number;
  /** Unit eigenvector of the smallest eigenvalue, its sign continuous along gamma. */
  readonly direction: Float64Array;
  /** The smallest eigenvalue. */
  readonly curvature: number;
  /** All eigenvalues, ascending. */
  readonly eigenvalues: Float64Array;
}

/**
 * Below this overlap of neighbouring unit vectors a sign is not trusted and a gamma between them is looked
 * at.
 */
const TRUSTED_OVERLAP = 0.7;
const MAX_DEPTH = 12;

/**
 * e_min(gamma) along a saddle line. An eigenvector has no sign of its own; here it is carried over from the
 * nearest gamma asked for before, by way of as many in between as the overlap demands, so the result does not
 * depend on the order of questions as long as no eigenvalues cross. The first one has its largest entry
 * positive, unless `reference` fixes another gamma where it has. `loss` is that of the duplicated network.
 */
export function downhillDirections(line: SaddleLine, loss: Objective, reference?: number) {
  const known: DownhillDirection[] = [];

  function raw(gamma: number): Eigen {
    return symmetricEigen(derivativesAt(loss, saddlePoint(line, gamma)).hessian, loss.size);
  }

  function keep(gamma: number, eigen: Eigen, towards: Float64Array | undefined): DownhillDirection {
    const direction = eigenvector(eigen, 0);
    const sign = towards === undefined ? largestEntry(direction) : dot(direction, towards);
    if (sign < 0) for (let p = 0; p < direction.length; p++) direction[p] = -(direction[p] as number);
    const made = { gamma, direction, curvature: eigen.values[0] as number, eigenvalues: eigen.values };
    known.push(made);
    return made;
  }

  function at(gamma: number, depth = 0): DownhillDirection {
    if (known.length === 0 && reference !== undefined) keep(reference, raw(reference), undefined);
    let nearest: DownhillDirection | undefined;
    for (const one of known) {
      if (one.gamma === gamma) return one;
      if (nearest === undefined || Math.abs(one.gamma - gamma) < Math.abs(nearest.gamma - gamma))
        nearest = one;
    }
    const eigen = raw(gamma);
    if (nearest === undefined) return keep(gamma, eigen, undefined);
    const overlap = dot(eigenvector(eigen, 0), nearest.direction);
    if (Math.abs(overlap) >= TRUSTED_OVERLAP || depth >= MAX_DEPTH)
      return keep(gamma, eigen, nearest.direction);
    return keep(gamma, eigen, at((gamma + nearest.gamma) / 2, depth + 1).direction);
  }

  return { at: (gamma: number) => at(gamma) };
}

/** The entry of largest size, with its sign. */
function largestEntry(v: Float64Array): number {
  return v.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
}
