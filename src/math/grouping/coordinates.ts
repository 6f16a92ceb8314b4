/** Weights of a network in the coordinates of a grouping, and back. (MATH.md sections 1, 7 and 9; ours.) */
import type { Activation } from '#math/activation/activation';
import {
  inputWeightIndex,
  inputWeights,
  type NetworkShape,
  outputWeight,
  outputWeightIndex,
  parameterCount,
} from '#math/network/network';
import { dot, norm } from '#math/numerics/linear-algebra';
import { GROUP_SIZES, type Grouping, type Unit, type UnitKind, unitParameters } from './grouping';
import { readLone, writeLone } from './lone';
import { centredPowers, readCopies, readGroup } from './read-group';

/** How the neurons of one unit lie apart. */
export interface Spread {
  /**
   * |w_i - w_j| / 2 of a pair, (sum |w_i - mean w|^2)^(1/2) of a larger group to leading order, kappa of a crease or
   * a tail, 0 of a neuron.
   */
  readonly epsilon: number;
  /**
   * Of a group: where its neurons lie along its curve, numbers of sum 0 and sum of squares 1. Of a neuron: the share
   * of the output weight that each of its copies has, numbers of sum 1.
   */
  readonly layout: readonly number[];
}

/** A point of parameter space in the coordinates of a grouping. */
export interface GroupedPoint {
  readonly grouping: Grouping;
  /** Parameters of the limit network. */
  readonly phi: Float64Array;
  /** One for each unit. */
  readonly spreads: readonly Spread[];
}

/** Neurons that form a unit; those of no list are neurons by themselves. */
export interface GroupMembers {
  readonly kind: UnitKind;
  readonly neurons: readonly number[];
}

/** The usual layouts: equal distances along the curve. */
export const EVEN_LAYOUTS: Readonly<Record<UnitKind, readonly number[]>> = {
  neuron: [1],
  pair: [Math.SQRT1_2, -Math.SQRT1_2],
  triple: [Math.SQRT1_2, 0, -Math.SQRT1_2],
  quadruple: [3, 1, -1, -3].map((t) => t / Math.sqrt(20)),
  crease: [1],
  tail: [1],
};

/**
 * Coordinates of theta for these groups, each with the signs of its neurons aligned to its first one where (w, a) and
 * (-w, -a) are the same neuron. Exact for neurons, exact copies, pairs and triples; of a quadruple up to O(epsilon).
 * Throws a RangeError when a group has a wrong number of neurons, a neuron is missing or in two groups, or the weights
 * have no such coordinates (a pair of equal output weights, copies whose output weights cancel).
 */
export function toGrouping(
  shape: NetworkShape,
  activation: Activation,
  theta: Float64Array,
  groups: readonly GroupMembers[],
): GroupedPoint {
  checkMembers(shape, groups);
  const taken = new Set(groups.flatMap((group) => group.neurons));
  const single = Array.from({ length: shape.width }, (_, j) => j).filter((j) => !taken.has(j));
  const all = [...groups, ...single.map((j) => ({ kind: 'neuron' as const, neurons: [j] }))];
  const units: Unit[] = [];
  const spreads: Spread[] = [];
  const numbers: number[] = [];
  for (const { kind, neurons } of all) {
    const [w, a] = alignedNeurons(shape, activation, theta, neurons);
    if (kind === 'crease' || kind === 'tail') {
      const { sign, u, kappa } = readLone(kind, w[0] as Float64Array, a[0] as number);
      units.push({ kind, neurons, sign, ...(kind === 'crease' && { kappa }) });
      spreads.push({ epsilon: kappa, layout: [1] });
      numbers.push(...u);
      continue;
    }
    const read = kind === 'neuron' ? readCopies(w, a) : readGroup(kind, w, a);
    units.push({ kind, neurons, sign: read.sign });
    spreads.push({ epsilon: read.epsilon, layout: read.layout });
    numbers.push(...read.vectors.flatMap((vector) => Array.from(vector)), read.c);
  }
  if (shape.outputBias) numbers.push(theta[theta.length - 1] as number);
  const grouping = { inputSize: shape.inputSize, outputBias: shape.outputBias, units };
  return { grouping, phi: Float64Array.from(numbers), spreads };
}

/**
 * The weights at finite epsilons. Throws a RangeError when the epsilon of a group is not positive: its output weights
 * would be infinite.
 */
export function fromGrouping({ grouping, phi, spreads }: GroupedPoint): Float64Array {
  const width = grouping.units.reduce((sum, unit) => sum + unit.neurons.length, 0);
  const { inputSize, outputBias } = grouping;
  const shape: NetworkShape = { inputSize, width, outputBias };
  const theta = new Float64Array(parameterCount(shape));
  grouping.units.forEach((unit, index) => {
    const { epsilon, layout } = spreads[index] as Spread;
    const { vectors, c } = unitParameters(grouping, phi, index);
    const [w = new Float64Array(0), ...curve] = vectors;
    const write = (k: number, weights: Float64Array, output: number): void => {
      const j = unit.neurons[k] as number;
      theta.set(weights, inputWeightIndex(shape, j));
      theta[outputWeightIndex(shape, j)] = output;
    };
    if (unit.kind === 'neuron') {
      for (const [k, share] of layout.entries()) write(k, w, share * c);
      return;
    }
    if (!(epsilon > 0)) throw new RangeError(`output weights are finite only at epsilon > 0, got ${epsilon}`);
    if (unit.kind === 'crease' || unit.kind === 'tail') {
      const lone = writeLone(unit.kind, w, unit.sign, epsilon);
      write(0, lone.w, lone.a);
      return;
    }
    const coefficients = curve.reverse();
    const speed = norm(coefficients[0] as Float64Array);
    const scale = (unit.kind === 'pair' ? Math.SQRT2 : 1) * (speed > 0 ? epsilon / speed : 0);
    const t = layout.map((place) => scale * place);
    const powers = centredPowers(t);
    t.forEach((ti, k) => {
      const weights = Float64Array.from(w);
      coefficients.forEach((vector, p) => {
        // The vector v of a triple has its sign apart: sign (v.x) t^2.
        const factor =
          ((powers[p] as number[])[k] as number) * (p === 1 && unit.kind === 'triple' ? unit.sign : 1);
        for (let l = 0; l < weights.length; l++)
          weights[l] = (weights[l] as number) + factor * (vector[l] as number);
      });
      const gaps = t.reduce((product, tj, j) => (j === k ? product : product * (ti - tj)), 1);
      write(k, weights, c / t.length + unit.sign / gaps);
    });
  });
  if (outputBias) theta[theta.length - 1] = phi[phi.length - 1] as number;
  return theta;
}

/** The same limit seen from epsilon times 1 (equal distances) in every group. */
export function atEpsilon(point: GroupedPoint, epsilon: number): GroupedPoint {
  const spreads = point.spreads.map((spread, k): Spread => {
    const { kind } = point.grouping.units[k] as Unit;
    return kind === 'neuron' ? spread : { epsilon, layout: EVEN_LAYOUTS[kind] };
  });
  return { ...point, spreads };
}

/** Input weights (a row each) and output weights of these neurons, signs aligned to the first where that is free. */
export function alignedNeurons(
  shape: NetworkShape,
  activation: Activation,
  theta: Float64Array,
  neurons: readonly number[],
): [Float64Array[], number[]] {
  const rows: Float64Array[] = [];
  const outputs: number[] = [];
  for (const j of neurons) {
    const w = Float64Array.from(inputWeights(shape, theta, j));
    let a = outputWeight(shape, theta, j);
    if ((activation.odd || isEven(activation)) && rows[0] !== undefined && dot(rows[0], w) < 0) {
      for (let k = 0; k < w.length; k++) w[k] = -(w[k] as number);
      if (activation.odd) a = -a;
    }
    rows.push(w);
    outputs.push(a);
  }
  return [rows, outputs];
}

/** True when s(-z) = s(z): then (w, a) and (-w, a) are the same neuron. */
export function isEven({ value }: Activation): boolean {
  return value(0.7) === value(-0.7) && value(1.9) === value(-1.9);
}

function checkMembers(shape: NetworkShape, groups: readonly GroupMembers[]): void {
  const seen = new Set<number>();
  for (const { kind, neurons } of groups) {
    const size = GROUP_SIZES[kind];
    if (kind === 'neuron' ? neurons.length < 1 : neurons.length !== size)
      throw new RangeError(`a ${kind} has ${size} neurons, got ${neurons.length}`);
    for (const j of neurons) {
      if (!Number.isInteger(j) || j < 0 || j >= shape.width) throw new RangeError(`there is no neuron ${j}`);
      if (seen.has(j)) throw new RangeError(`neuron ${j} is in two groups`);
      seen.add(j);
    }
  }
}
