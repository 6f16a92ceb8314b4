/** What the figure `pair` shows for given values: pure, and computed once for each state. */
import { type Activation, activations } from '#math/activation/activation';
import { HALF_WIDTH } from '#math/network/inputs';
import {
  isInfinite,
  type Pair,
  type PairCoordinates,
  type TermId,
  termEvaluator,
  toPair,
} from '#math/pair/pair';
import { type ErrorNorms, errorNorms } from '#math/pair/pair-error';
import { termRange as rangeOfTerm, type TermRange } from '#math/pair/pair-range';
import { errorCurve as curveOf, type ErrorCurvePoint } from '#pair/error-curve';
import { niceHeight, roundFactor } from '#scene/box';
import type { PairValues } from './schema';

/** The coordinates that the values stand for; epsilon may be set to another. */
export function coordinatesOf(values: PairValues, epsilon = values.eps): PairCoordinates {
  const flat = Math.sqrt(1 - values.dbias ** 2);
  const direction = values.dir * (Math.PI / 180);
  return {
    w: [...values.w, values.bias],
    delta: [flat * exactCos(direction), flat * exactSin(direction), values.dbias],
    epsilon,
    a: values.a,
    c: values.c,
  };
}

/** Right angles come out without rounding errors. */
function exactCos(angle: number): number {
  const value = Math.cos(angle);
  return Math.abs(value) < 1e-15 ? 0 : value;
}
function exactSin(angle: number): number {
  const value = Math.sin(angle);
  return Math.abs(value) < 1e-15 ? 0 : value;
}

export function activationOf(values: PairValues): Activation {
  return activations[values.act];
}

export function pairOf(values: PairValues): Pair {
  return toPair(coordinatesOf(values));
}

/** a_i - a_j = a / epsilon, infinite at epsilon = 0 unless a = 0. */
export function outputGap(values: PairValues): number {
  return values.a === 0 ? 0 : values.a / values.eps;
}

/** The largest |value| and the least and greatest value of a term over a coarse grid of the square. */
export function termRange(values: PairValues, term: TermId, epsilon = values.eps, cells = 16): TermRange {
  return rangeOfTerm(activationOf(values), term, coordinatesOf(values, epsilon), HALF_WIDTH, cells);
}

/** How many times the difference is magnified to fill the frame of the pair; 1 where there is none. */
export function differenceMagnification(values: PairValues): number {
  const { size } = termRange(values, 'difference', values.eps, 24);
  return size > 0 ? roundFactor(pairHeight(values) / size) : 1;
}

/** How many times both neurons are made smaller to fit the frame of the pair; less than 1 magnifies. */
export function neuronReduction(values: PairValues): number {
  const size = Math.max(termRange(values, 'neuronI').size, termRange(values, 'neuronJ').size);
  if (!(size > 0) || !Number.isFinite(size)) return 1;
  const factor = roundFactor(pairHeight(values) / size);
  return 1 / factor;
}

/** Epsilons whose pairs have to fit the frame, so that moving epsilon never changes the frame. */
const FITTED_EPSILONS = [1, 0.5, 0.25, 0.1, 0] as const;

/**
 * Half the height of the frame. The pair, its limit and the limit's parts share one that holds the pair at every
 * epsilon; the single neurons and the parts of the limit are cut at it; the difference has its own.
 */
export function frameHeight(values: PairValues): number {
  if (values.show === 'difference') return pairHeight(values) / differenceMagnification(values);
  return pairHeight(values);
}

/** Half the height of a frame that holds the pair at every epsilon. */
export function pairHeight(values: PairValues): number {
  const key = shapeKey(values);
  if (key === remembered.key) return remembered.height;
  const size = Math.max(...FITTED_EPSILONS.map((epsilon) => termRange(values, 'sum', epsilon).size));
  remembered.key = key;
  remembered.height = niceHeight(size * 1.02);
  return remembered.height;
}

const remembered = { key: '', height: 1 };

/** Everything that the pair depends on except epsilon, as one text. */
export function shapeKey({ act, a, c, w, bias, dir, dbias }: PairValues): string {
  return [act, a, c, ...w, bias, dir, dbias].join(' ');
}

/** True when the shown surface is taller than the frame. */
export function isClipped(values: PairValues): boolean {
  if (isInfinite(values.show, coordinatesOf(values))) return true;
  return termRange(values, values.show).size > frameHeight(values) * (1 + 1e-9);
}

/** True when the pair itself is the same: the camera, the read-out point and what is shown may differ. */
export function sameShape(a: PairValues, b: PairValues): boolean {
  return a.eps === b.eps && shapeKey(a) === shapeKey(b);
}

/** Values of all terms at the read-out point. */
export function termsAt(
  values: PairValues,
  at: readonly number[] = values.at,
): Readonly<Record<TermId, number>> {
  const coordinates = coordinatesOf(values);
  const { w, delta } = coordinates;
  const [x1 = 0, x2 = 0] = at;
  const z = (w[0] ?? 0) * x1 + (w[1] ?? 0) * x2 + (w[2] ?? 0);
  const q = (delta[0] ?? 0) * x1 + (delta[1] ?? 0) * x2 + (delta[2] ?? 0);
  const out = new Float64Array(3);
  const of = (term: TermId) => {
    termEvaluator(activationOf(values), term, coordinates)(z, q, out);
    return out[0] as number;
  };
  return {
    sum: of('sum'),
    neuronI: of('neuronI'),
    neuronJ: of('neuronJ'),
    neuron: of('neuron'),
    gated: of('gated'),
    limit: of('limit'),
    difference: of('difference'),
  };
}

const SAMPLES = 40;

/** The error norms at one epsilon, 0 included. */
export function errorAt(values: PairValues, epsilon = values.eps): ErrorNorms {
  const key = `${shapeKey(values)} ${epsilon}`;
  if (lastError.key !== key || !lastError.norms) {
    lastError.norms = errorNorms(activationOf(values), coordinatesOf(values, epsilon), HALF_WIDTH, SAMPLES);
    lastError.key = key;
  }
  return lastError.norms;
}

/** Several read-outs ask for the same norms in one frame. */
const lastError: { key: string; norms?: ErrorNorms } = { key: '' };

/** The error plot's curves, remembered: they change only when something else than epsilon, the camera or the point does. */
export function errorCurve(values: PairValues): readonly ErrorCurvePoint[] {
  const key = shapeKey(values);
  if (key !== lastCurve.key) {
    lastCurve.curve = curveOf((epsilon) => errorAt(values, epsilon), activationOf(values).smooth);
    lastCurve.key = key;
  }
  return lastCurve.curve;
}

const lastCurve: { key: string; curve: readonly ErrorCurvePoint[] } = { key: '', curve: [] };
