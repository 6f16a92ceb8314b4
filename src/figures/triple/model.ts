/** What the figure `triple` shows for given values: pure, and computed once for each state. */
import { type Activation, activations } from '#math/activation/activation';
import { HALF_WIDTH } from '#math/network/inputs';
import { type PairCoordinates, toPair } from '#math/pair/pair';
import { type ErrorNorms, functionNorms } from '#math/pair/pair-error';
import { rangeOf, type TermRange } from '#math/pair/pair-range';
import { type PlaneFunction, pairFunction, sumOf } from '#math/pair/plane-function';
import { type TripleCoordinates, tripleNeurons, type WeightedNeuron } from '#math/pair/triple';
import { neuronFunction, tripleFunction } from '#math/pair/triple-function';
import { errorCurve as curveOf, type ErrorCurvePoint } from '#pair/error-curve';
import { niceHeight, roundFactor } from '#scene/box';
import { type shownIds, type TripleValues, W_DIRECTION } from './schema';

export type ShownId = (typeof shownIds)[number];

export function activationOf({ act }: Pick<TripleValues, 'act'>): Activation {
  return activations[act];
}

/** A vector over (x1, x2, 1) without bias. */
function vector(length: number, degrees: number): readonly number[] {
  const angle = (degrees * Math.PI) / 180;
  return [length * Math.cos(angle), length * Math.sin(angle), 0];
}

/**
 * The coordinates of the three neurons. omega_1 is sqrt 2 long, so that epsilon is half the distance of the outer two, as in
 * a pair; omega_2 lies along w.
 */
export function tripleOf(values: TripleValues, epsilon = values.eps): TripleCoordinates {
  const { a0, a1, a2, dir, bend, wlen } = values;
  return {
    omega: [vector(Math.sqrt(3) * wlen, W_DIRECTION), vector(Math.SQRT2, dir), vector(bend, W_DIRECTION)],
    alpha: [a0, a1, a2],
    epsilon,
  };
}

/** The coordinates of the two pairs: the second one is turned by a right angle. Both have a neuron of weight alpha_0. */
export function pairsOf(
  { a0, a1, a2, dir, wlen, eps }: TripleValues,
  epsilon = eps,
): readonly [PairCoordinates, PairCoordinates] {
  const pair = (a: number, turn: number): PairCoordinates => ({
    w: vector(wlen, W_DIRECTION + turn),
    delta: vector(1, dir + turn),
    epsilon,
    a,
    c: a0,
  });
  return [pair(a1, 0), pair(a2, -90)];
}

/** The weights of all neurons: three, or four where there are two pairs. */
export function neuronsOf(values: TripleValues, epsilon = values.eps): readonly WeightedNeuron[] {
  if (values.group === 'triple') return tripleNeurons(tripleOf(values, epsilon));
  return pairsOf(values, epsilon).flatMap((coordinates) => {
    const { wi, wj, ai, aj } = toPair(coordinates);
    return [
      { w: wi, a: ai },
      { w: wj, a: aj },
    ];
  });
}

/** The names of a pair's terms. */
const pairTerms = { sum: 'sum', limit: 'limit', new: 'gated', difference: 'difference' } as const;

/** What is shown, as a function of the inputs. */
export function functionOf(
  values: TripleValues,
  shown: ShownId = values.show,
  epsilon = values.eps,
): PlaneFunction {
  const activation = activationOf(values);
  if (values.group === 'triple') return tripleFunction(activation, shown, tripleOf(values, epsilon));
  const terms = pairsOf(values, epsilon).map((pair) => pairFunction(activation, pairTerms[shown], pair));
  return sumOf(terms);
}

/** The functions of which the sum is made: each neuron, or each pair; undefined where one is not finite. */
export function sheetsOf(values: TripleValues): readonly (PlaneFunction | undefined)[] {
  const activation = activationOf(values);
  if (values.group === 'pairs') return pairsOf(values).map((pair) => pairFunction(activation, 'sum', pair));
  return neuronsOf(values).map((neuron) =>
    Number.isFinite(neuron.a) ? neuronFunction(activation, neuron) : undefined,
  );
}

/** Least, greatest and largest value of what is shown, over a coarse grid of the square. */
export function rangeShown(values: TripleValues, shown: ShownId, epsilon = values.eps): TermRange {
  return rangeOf(functionOf(values, shown, epsilon), HALF_WIDTH, 24);
}

/** The largest value of any sheet; infinite where one is not finite. */
export function sheetSize(values: TripleValues): number {
  const sizes = sheetsOf(values).map((of) => (of ? rangeOf(of, HALF_WIDTH).size : Infinity));
  return Math.max(...sizes);
}

/** Everything that the neurons depend on except epsilon, as one text. */
export function shapeKey({ act, group, a0, a1, a2, dir, bend, wlen }: TripleValues): string {
  return [act, group, a0, a1, a2, dir, bend, wlen].join(' ');
}

/** True when the neurons are the same: the camera and what is shown may differ. */
export function sameShape(a: TripleValues, b: TripleValues): boolean {
  return a.eps === b.eps && shapeKey(a) === shapeKey(b);
}

/** Epsilons whose sums have to fit the frame, so that moving epsilon never changes the frame. */
const FITTED_EPSILONS = [1, 0.5, 0.25, 0.1, 0] as const;

const lastHeight = { key: '', height: 1 };

/** Half the height of a frame that holds the sum at every epsilon. */
function sumHeight(values: TripleValues): number {
  const key = shapeKey(values);
  if (key !== lastHeight.key) {
    const sizes = FITTED_EPSILONS.map((epsilon) => rangeShown(values, 'sum', epsilon).size);
    lastHeight.height = niceHeight(Math.max(...sizes) * 1.02);
    lastHeight.key = key;
  }
  return lastHeight.height;
}

/** How many times the difference is magnified to fill the frame of the sum; 1 where there is none. */
export function differenceMagnification(values: TripleValues): number {
  const { size } = rangeShown(values, 'difference');
  return size > 0 ? roundFactor(sumHeight(values) / size) : 1;
}

/** Half the height of the frame: sum, limit and the new part share one; the difference has its own. */
export function frameHeight(values: TripleValues): number {
  if (values.show !== 'difference') return sumHeight(values);
  return sumHeight(values) / differenceMagnification(values);
}

/** True when the shown surface is taller than the frame. */
export function isClipped(values: TripleValues): boolean {
  return rangeShown(values, values.show).size > frameHeight(values) * (1 + 1e-9);
}

const SAMPLES = 40;
const lastError: { key: string; norms?: ErrorNorms } = { key: '' };

/** How far the neurons are from their limit, at one epsilon, 0 included. */
export function errorAt(values: TripleValues, epsilon = values.eps): ErrorNorms {
  const key = `${shapeKey(values)} ${epsilon}`;
  // Several read-outs ask for the same norms in one frame.
  if (lastError.key !== key || !lastError.norms) {
    lastError.norms = functionNorms(functionOf(values, 'difference', epsilon), HALF_WIDTH, SAMPLES);
    lastError.key = key;
  }
  return lastError.norms;
}

const lastCurve: { key: string; curve: readonly ErrorCurvePoint[] } = { key: '', curve: [] };

/** The error plot's curves; they change only when something else than epsilon and the camera does. */
export function errorCurve(values: TripleValues): readonly ErrorCurvePoint[] {
  const key = shapeKey(values);
  if (key !== lastCurve.key) {
    lastCurve.curve = curveOf((epsilon) => errorAt(values, epsilon), true);
    lastCurve.key = key;
  }
  return lastCurve.curve;
}

/** Sizes of the weights at one epsilon. */
export interface Growth {
  /** |a_1|, |a_2|, ..., infinite at epsilon = 0. */
  readonly outputs: readonly number[];
  /** |w_1 - w_3|, or |w_1 - w_2| of the first pair. */
  readonly apart: number;
  /** How far w_2 is from the middle of w_1 and w_3; undefined for pairs. */
  readonly off: number | undefined;
}

/** Sizes of the weights: the hierarchy of the paper, a_i ~ eps^-2 and differences of w ~ eps and eps^2. */
export function growthAt(values: TripleValues, epsilon = values.eps): Growth {
  const outputs = neuronsOf(values, epsilon).map(({ a }) => Math.abs(a));
  const isTriple = values.group === 'triple';
  const off = isTriple ? (3 / Math.sqrt(6)) * Math.abs(values.bend) * epsilon * epsilon : undefined;
  return { outputs, apart: 2 * epsilon, off };
}
