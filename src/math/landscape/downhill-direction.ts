import { outputWeightIndex } from '#math/network/network';
import { dot, largestEntry } from '#math/numerics/linear-algebra';
import { derivativesAt, type Objective } from '#math/numerics/objective';
import { type Eigen, eigenvector, symmetricEigen } from '#math/numerics/symmetric-eigen';
import { type SaddleLine, saddlePoint, splitShape } from './saddle-line';

/** The steepest way off the saddle line at one gamma; where the line is stable, the least steep way up. */
export interface DownhillDirection {
  readonly gamma: number;
  /**
   * Unit eigenvector of the smallest eigenvalue beside the line's own zero, its sign continuous along gamma.
   */
  readonly direction: Float64Array;
  /** That eigenvalue; positive where the line is a plateau saddle. */
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

/** A stretch of the line on which e_min turns continuously: gamma below 0, from 0 to 1, above 1. */
interface Stretch {
  /** Where e_min has its largest entry positive. */
  readonly reference: number;
  readonly known: DownhillDirection[];
}

/**
 * e_min(gamma) along a saddle line. An eigenvector has no sign of its own; here it is carried over from the
 * nearest gamma asked for before, by way of as many in between as the overlap demands, so the result does not
 * depend on the order of questions as long as no eigenvalues cross. At gamma = 0 and 1 they do: B has the
 * factor gamma (1 - gamma), and e_min turns into another direction; so each stretch between has a sign of its
 * own, by the largest entry at `reference` (above 1), at 1/2, and at 1 - `reference`. `loss` is that of the
 * duplicated network. Throws a RangeError unless reference > 1.
 */
export function downhillDirections(line: SaddleLine, loss: Objective, reference: number) {
  if (!(reference > 1)) throw new RangeError(`the reference gamma must be above 1, got ${reference}`);
  const stretches: readonly Stretch[] = [1 - reference, 0.5, reference].map((at) => ({
    reference: at,
    known: [],
  }));
  const stretchOf = (gamma: number) => stretches[gamma < 0 ? 0 : gamma <= 1 ? 1 : 2] as Stretch;

  const wide = splitShape(line.shape);
  const i = outputWeightIndex(wide, line.neuron);
  const j = outputWeightIndex(wide, line.shape.width);

  function raw(gamma: number): { eigen: Eigen; index: number } {
    const eigen = symmetricEigen(derivativesAt(loss, saddlePoint(line, gamma)).hessian, loss.size);
    // The line's own direction, (1, -1) / sqrt2 in the two output weights, is an eigenvector of eigenvalue 0.
    const along = (k: number): number => {
      const row = k * loss.size;
      return ((eigen.vectors[row + i] as number) - (eigen.vectors[row + j] as number)) * Math.SQRT1_2;
    };
    return { eigen, index: Math.abs(along(0)) > Math.SQRT1_2 ? 1 : 0 };
  }

  function keep(
    { known }: Stretch,
    gamma: number,
    { eigen, index }: { eigen: Eigen; index: number },
    towards: Float64Array | undefined,
  ): DownhillDirection {
    const direction = eigenvector(eigen, index);
    const sign = towards === undefined ? largestEntry(direction) : dot(direction, towards);
    if (sign < 0) for (let p = 0; p < direction.length; p++) direction[p] = -(direction[p] as number);
    const made = { gamma, direction, curvature: eigen.values[index] as number, eigenvalues: eigen.values };
    known.push(made);
    return made;
  }

  function at(gamma: number, depth = 0): DownhillDirection {
    const stretch = stretchOf(gamma);
    let nearest = stretch.known[0] ?? keep(stretch, stretch.reference, raw(stretch.reference), undefined);
    for (const one of stretch.known) {
      if (one.gamma === gamma) return one;
      if (Math.abs(one.gamma - gamma) < Math.abs(nearest.gamma - gamma)) nearest = one;
    }
    const found = raw(gamma);
    const overlap = dot(eigenvector(found.eigen, found.index), nearest.direction);
    if (Math.abs(overlap) >= TRUSTED_OVERLAP || depth >= MAX_DEPTH)
      return keep(stretch, gamma, found, nearest.direction);
    return keep(stretch, gamma, found, at((gamma + nearest.gamma) / 2, depth + 1).direction);
  }

  return { at: (gamma: number) => at(gamma) };
}
