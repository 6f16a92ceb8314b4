/**
 * The paper's Figure 3: the minimum of two neurons, one of them copied. Its neuron with negative output weight gets a
 * copy, with shares gamma and 1 - gamma of the output weight; then the copies are moved apart and training goes on.
 */
import { censusProblem } from '#math/census/problem';
import { trainGrouped } from '#math/grouping/train-grouped';
import { type SaddleLine, saddlePoint } from '#math/landscape/saddle-line';
import { networkLoss } from '#math/network/loss';
import { inputWeightIndex, type NetworkShape } from '#math/network/network';
import type { Problem } from '#math/network/training';
import { addScaled, dot } from '#math/numerics/linear-algebra';
import { newton } from '#math/numerics/newton';
import { derivativesAt } from '#math/numerics/objective';
import { type Eigen, eigenvector, symmetricEigen } from '#math/numerics/symmetric-eigen';
import type { LevelKind } from './level-kind';
import { levelKind, levelSettings } from './level-run';

/** The problem of three neurons, and the saddle line in it. */
export interface CopiedMinimum {
  readonly problem: Problem;
  readonly line: SaddleLine;
  /** Loss of the minimum, which is the loss all along the line. */
  readonly loss: number;
}

/** w_1, w_2, a of the minimum, of loss 0.74331938; Newton's method makes it exact. */
const MINIMUM = [-1.6080957, 1.0146311, 0.5386737, -0.1815441, 0.2412976, -0.2766435] as const;
/** The neuron of it with negative output weight. */
const COPIED = 1;

/** The minimum of two neurons with its second neuron copied. */
export function copiedMinimum(): CopiedMinimum {
  const { problem } = censusProblem(levelSettings(3, false), 1);
  const shape: NetworkShape = { ...problem.shape, width: 2 };
  const objective = networkLoss(shape, problem.activation, problem.samples);
  const { theta, loss } = newton(objective, Float64Array.from(MINIMUM));
  return { problem, line: { shape, theta, neuron: COPIED }, loss };
}

/** Eigenvalues (ascending) and eigenvectors of the Hessian at gamma on the line; nine of each. */
export function spectrumAt({ problem, line }: CopiedMinimum, gamma: number): Eigen {
  const { shape, activation, samples } = problem;
  const objective = networkLoss(shape, activation, samples);
  const { hessian } = derivativesAt(objective, saddlePoint(line, gamma));
  return symmetricEigen(hessian, objective.size);
}

/** To which side of the line: the sign of what parts the copies. */
export type Side = 'plus' | 'minus';

/** At gamma = 0 and 1 the smallest eigenvalue is not alone: the direction is that from this far outside. */
const OUTSIDE = 1e-4;

/**
 * The unit eigenvector of the smallest eigenvalue, its sign such that the first copy's input weights move with their
 * first coordinate away from the second's. At gamma = 0 and 1, where several eigenvalues vanish, its limit from outside.
 */
function partingDirection(copied: CopiedMinimum, gamma: number): Float64Array {
  const isEdge = Math.abs(gamma) < OUTSIDE || Math.abs(gamma - 1) < OUTSIDE;
  const direction = eigenvector(
    spectrumAt(copied, isEdge ? gamma + (gamma < 0.5 ? -OUTSIDE : OUTSIDE) : gamma),
    0,
  );
  const { shape } = copied.problem;
  const first = inputWeightIndex(shape, COPIED);
  const second = inputWeightIndex(shape, shape.width - 1);
  const apart = (direction[first] as number) - (direction[second] as number);
  return apart < 0 ? direction.map((x) => -x) : direction;
}

/** Where training goes from beside the line. */
export interface PerturbedEnd {
  readonly kind: LevelKind;
  readonly loss: number;
  readonly lossAtInfinity: number;
  /** Of the group that goes to infinity; 0 without one. */
  readonly h: number;
  /** Neurons of each group that goes to infinity, and of each set of copies. */
  readonly groups: readonly (readonly number[])[];
  readonly theta: Float64Array;
}

/**
 * How far along the eigenvector training begins. The paper takes 1e-7; from there to here the flow only stretches the
 * step by exp(|lambda| t), so that both end alike.
 */
const STEP = 1e-3;
/** At gamma = 0 and 1 exactly the loss falls with the third power of the step only. */
const EDGE_STEP = 1e-2;
/** The loss of the line again, relative: training has not left it. */
const STAYED = 1e-9;

/** Trains from beside the line at gamma; yields after every step. (Paper, Figure 3; the end: ours.) */
export function* perturbedEnd(
  copied: CopiedMinimum,
  gamma: number,
  side: Side,
): Generator<undefined, PerturbedEnd, undefined> {
  const step = gamma === 0 || gamma === 1 ? EDGE_STEP : STEP;
  const start = addScaled(
    saddlePoint(copied.line, gamma),
    side === 'plus' ? step : -step,
    partingDirection(copied, gamma),
  );
  const training = trainGrouped(copied.problem, start);
  let next = training.next();
  while (!next.done) {
    yield undefined;
    next = training.next();
  }
  const found = next.value;
  const { loss, theta, groups, limit } = found;
  const hasStayed = Math.abs(loss - copied.loss) < STAYED * copied.loss;
  return {
    kind: hasStayed ? 'copies' : levelKind(found),
    loss,
    lossAtInfinity: hasStayed ? copied.loss : (found.lossAtInfinity ?? loss),
    h: limit?.h.find((h) => h !== 0) ?? 0,
    groups: groups.map(({ neurons }) => neurons),
    theta,
  };
}

/** Spectra along the line. */
export interface LineSpectra {
  readonly size: number;
  /** Row after row, one a gamma: eigenvalues, each in the place of the eigenvector that it continues. */
  readonly eigenvalues: Float64Array;
  /** The same for how fast the eigenvectors turn: degrees each 0.1 of gamma, to the next gamma; 0 at the last one. */
  readonly turning: Float64Array;
}

/**
 * Spectra at ascending gammas, the eigenvectors followed from gamma = 1/2 both ways by their largest overlap, through
 * crossings and along repulsions. (Paper, Figure A3.) Yields after each gamma.
 */
export function* lineSpectra(
  copied: CopiedMinimum,
  gammas: ArrayLike<number>,
): Generator<number, LineSpectra> {
  const count = gammas.length;
  const all = new Map<number, Eigen>();
  for (let k = 0; k < count; k++) {
    all.set(k, spectrumAt(copied, gammas[k] as number));
    yield (k + 1) / count;
  }
  const size = all.get(0)?.values.length ?? 0;
  const eigenvalues = new Float64Array(count * size);
  const turning = new Float64Array(count * size);
  const followed: (readonly Float64Array[])[] = [];
  let middle = 0;
  for (let k = 0; k < count; k++)
    if (Math.abs((gammas[k] as number) - 0.5) < Math.abs((gammas[middle] as number) - 0.5)) middle = k;
  const first = all.get(middle) as Eigen;
  const reference = vectorsOf(first, size);
  for (const way of [1, -1]) {
    let before = reference;
    for (let k = middle; k >= 0 && k < count; k += way) {
      const here = all.get(k) as Eigen;
      const vectors = vectorsOf(here, size);
      const places = matched(before, vectors);
      before = places.map((place) => vectors[place] as Float64Array);
      places.forEach((place, j) => {
        eigenvalues[k * size + j] = here.values[place] as number;
      });
      followed[k] = before;
    }
  }
  for (let k = 0; k + 1 < count; k++) {
    const step = (gammas[k + 1] as number) - (gammas[k] as number);
    for (let j = 0; j < size; j++) {
      const [here, next] = [followed[k]?.[j], followed[k + 1]?.[j]];
      const overlap = here && next ? Math.abs(dot(here, next)) : 1;
      turning[k * size + j] = ((Math.acos(Math.min(1, overlap)) * 180) / Math.PI) * (0.1 / step);
    }
  }
  return { size, eigenvalues, turning };
}

function vectorsOf(eigen: Eigen, size: number): readonly Float64Array[] {
  return Array.from({ length: size }, (_, k) => eigenvector(eigen, k));
}

/** For each vector the place of another one each, those of largest overlap first. */
function matched(before: readonly Float64Array[], after: readonly Float64Array[]): readonly number[] {
  const pairs = before
    .flatMap((u, i) => after.map((v, j) => ({ i, j, overlap: Math.abs(dot(u, v)) })))
    .sort((p, q) => q.overlap - p.overlap);
  const places = Array.from(before, () => -1);
  const taken = new Set<number>();
  for (const { i, j } of pairs) {
    if (places[i] !== -1 || taken.has(j)) continue;
    places[i] = j;
    taken.add(j);
  }
  return places;
}
