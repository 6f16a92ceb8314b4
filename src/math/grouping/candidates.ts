/** Groupings that weights may be on their way to. (Ours.) */
import type { Activation } from '#math/activation/activation';
import { type NetworkShape, networkOutput } from '#math/network/network';
import { createSamples, type Samples } from '#math/network/samples';
import { distance, dot, norm } from '#math/numerics/linear-algebra';
import { alignedNeurons, type GroupMembers, isEven, toGrouping } from './coordinates';
import { GROUP_SIZES, type UnitKind, unitParameters } from './grouping';
import { limitOutput } from './limit-loss';
import { loneNeurons } from './lone';

/** A grouping of all neurons that are not by themselves. */
export interface Candidate {
  readonly groups: readonly GroupMembers[];
  /** Root mean square of what the limits of the groups leave out of the network's output. */
  readonly mismatch: number;
}

export interface CandidateOptions {
  /** Neurons further apart than this, by cosine and in a chain, are in no group; 0.3 unless told. */
  readonly cosineDistance?: number;
  /** Most groupings returned; 12 unless told. */
  readonly most?: number;
  /** Whether neurons may go to infinity by themselves as well. */
  readonly lone?: boolean;
}

/**
 * Largest mismatch of each kind of group, for targets of variance 1. Larger groups close more slowly and are found from
 * further away: of 20 runs to a quadruple all were certified from a mismatch of 2, with the limit that the whole run had.
 */
const LARGEST_MISMATCH: Readonly<Record<UnitKind, number>> = {
  neuron: 0.02,
  pair: 0.1,
  triple: 0.5,
  quadruple: 4,
  crease: 0,
  tail: 0,
};

/**
 * The leading vector (v of a pair), relative to w, below which neurons are copies and no group: v = |w_i - w_j| |a_i -
 * a_j| / 2 stays finite in a channel and vanishes for copies, however large and opposite their output weights.
 */
export const LEAST_LEADING = 1e-4;

/** Samples that a mismatch is measured on. */
const MISMATCH_SAMPLES = 256;

/**
 * 1 - cosine of the angle between two vectors of input weights, bias included; 1 where one vanishes. `mirrored`: w and
 * -w are weights of the same neuron, and the smaller distance counts.
 */
export function cosineDistance(u: Float64Array, v: Float64Array, mirrored: boolean): number {
  const lengths = norm(u) * norm(v);
  if (!(lengths > 0)) return 1;
  const cosine = dot(u, v) / lengths;
  return Math.max(0, 1 - (mirrored ? Math.abs(cosine) : cosine));
}

/** The two neurons with the smallest cosine distance; undefined for a single neuron. */
export function closestPair(
  shape: NetworkShape,
  activation: Activation,
  theta: Float64Array,
): { readonly pair: readonly [number, number]; readonly distance: number } | undefined {
  const distances = allDistances(shape, activation, theta);
  let best: { pair: readonly [number, number]; distance: number } | undefined;
  for (let i = 0; i < shape.width; i++) {
    for (let j = i + 1; j < shape.width; j++) {
      const between = distances[i]?.[j] as number;
      if (best === undefined || between < best.distance) best = { pair: [i, j], distance: between };
    }
  }
  return best;
}

/**
 * Groupings whose limit is near the network, those with many neurons in groups and a small mismatch first, each at first
 * with few neurons that go to infinity by themselves. Neurons are in a group only with neighbours in the sense of `cosineDistance`; a neighbour may stay out.
 */
export function groupingCandidates(
  shape: NetworkShape,
  activation: Activation,
  theta: Float64Array,
  samples: Samples,
  { cosineDistance: widest = 0.3, most = 12, lone = false }: CandidateOptions = {},
): Candidate[] {
  const distances = allDistances(shape, activation, theta);
  const few = thinned(samples);
  const parts: Candidate[] = [];
  for (const component of components(distances, widest)) {
    for (const neurons of subsets(component, GROUP_SIZES.quadruple)) {
      if (components(distances, widest, neurons).length > 1) continue;
      for (const kind of kindsOf(neurons.length)) {
        const left = groupMismatch(shape, activation, theta, few, { kind, neurons });
        if (left <= LARGEST_MISMATCH[kind]) parts.push({ groups: [{ kind, neurons }], mismatch: left });
      }
    }
  }
  parts.sort((p, q) => p.mismatch - q.mismatch);
  // A larger group is tried first unless its mismatch is larger by this factor for each neuron more.
  const score = ({ groups, mismatch }: Candidate) =>
    mismatch * 0.1 ** groups.reduce((sum, { neurons }) => sum + neurons.length, 0);
  const combined = combinations(parts).sort((p, q) => score(p) - score(q));
  const alone = lone ? loneNeurons(shape, activation, theta, samples) : [];
  const all = [...combined, { groups: [], mismatch: 0 }].flatMap((one) => withLone(one, alone));
  return all.slice(0, most);
}

/** The candidate with none, one, two, ... of the neurons outside its groups that go to infinity by themselves. */
function withLone({ groups, mismatch }: Candidate, alone: readonly GroupMembers[]): Candidate[] {
  const taken = new Set(groups.flatMap(({ neurons }) => neurons));
  const free = alone.filter(({ neurons }) => neurons.every((j) => !taken.has(j)));
  const first = groups.length > 0 ? 0 : 1;
  return Array.from({ length: free.length + 1 - first }, (_, k) => ({
    groups: [...groups, ...free.slice(0, k + first)],
    mismatch,
  }));
}

function allDistances(shape: NetworkShape, activation: Activation, theta: Float64Array): number[][] {
  const mirrored = activation.odd || isEven(activation);
  const rows = Array.from({ length: shape.width }, (_, j) =>
    theta.subarray(j * shape.inputSize, (j + 1) * shape.inputSize),
  );
  return rows.map((u) => rows.map((v) => cosineDistance(u, v, mirrored)));
}

/** Connected components of the neurons (all unless listed) that are closer than `widest`; single ones as well. */
export function components(
  distances: readonly (readonly number[])[],
  widest: number,
  neurons: readonly number[] = distances.map((_, j) => j),
): number[][] {
  const left = new Set(neurons);
  const out: number[][] = [];
  for (const first of neurons) {
    if (!left.delete(first)) continue;
    const component = [first];
    for (const i of component) {
      for (const j of left) if ((distances[i]?.[j] as number) < widest && left.delete(j)) component.push(j);
    }
    out.push(component.sort((i, j) => i - j));
  }
  return out;
}

/** All subsets of 2 to `largest` neurons. */
function subsets(neurons: readonly number[], largest: number): number[][] {
  let all: number[][] = [[]];
  for (const j of neurons) all = [...all, ...all.filter((s) => s.length < largest).map((s) => [...s, j])];
  return all.filter((s) => s.length > 1);
}

function kindsOf(count: number): UnitKind[] {
  const kind = (['pair', 'triple', 'quadruple'] as const).find((name) => GROUP_SIZES[name] === count);
  return kind === undefined ? ['neuron'] : [kind, 'neuron'];
}

/** Root mean square difference of these neurons' output and that of their limit; infinite when they have none. */
function groupMismatch(
  shape: NetworkShape,
  activation: Activation,
  theta: Float64Array,
  samples: Samples,
  { kind, neurons }: GroupMembers,
): number {
  const [rows, outputs] = alignedNeurons(shape, activation, theta, neurons);
  const signs = outputs.reduce((sum, a) => sum + Math.sign(a), 0);
  // Output weights of a divided difference have alternating signs.
  if (kind !== 'neuron' && Math.abs(signs) !== neurons.length % 2) return Number.POSITIVE_INFINITY;
  const own: NetworkShape = { inputSize: shape.inputSize, width: neurons.length, outputBias: false };
  const weights = Float64Array.from([...rows.flatMap((w) => Array.from(w)), ...outputs]);
  try {
    const point = toGrouping(own, activation, weights, [{ kind, neurons: neurons.map((_, k) => k) }]);
    const [w, ...others] = unitParameters(point.grouping, point.phi, 0).vectors;
    const leading = others.at(-1);
    if (w !== undefined && leading !== undefined && norm(leading) < LEAST_LEADING * norm(w)) {
      return Number.POSITIVE_INFINITY;
    }
    const limit = limitOutput(point.grouping, activation, point.phi, samples);
    const output = networkOutput(own, activation, weights, samples.inputs);
    return distance(limit, output) / Math.sqrt(samples.count);
  } catch (error) {
    if (error instanceof RangeError) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

/** Combinations looked at, however many groups there may be. */
const MOST_COMBINATIONS = 200;

/** All sets of parts without a common neuron, each part first in turn. */
export function combinations(parts: readonly Candidate[]): Candidate[] {
  const out: Candidate[] = [];
  const extend = (chosen: Candidate, from: number): void => {
    for (let k = from; k < parts.length && out.length < MOST_COMBINATIONS; k++) {
      const part = parts[k] as Candidate;
      const taken = new Set(chosen.groups.flatMap(({ neurons }) => neurons));
      if (part.groups.some(({ neurons }) => neurons.some((j) => taken.has(j)))) continue;
      const next = {
        groups: [...chosen.groups, ...part.groups],
        mismatch: Math.hypot(chosen.mismatch, part.mismatch),
      };
      out.push(next);
      extend(next, k + 1);
    }
  };
  extend({ groups: [], mismatch: 0 }, 0);
  return out;
}

/** About `MISMATCH_SAMPLES` of the samples, evenly taken. */
export function thinned(samples: Samples): Samples {
  const step = Math.max(1, Math.floor(samples.count / MISMATCH_SAMPLES));
  const size = samples.inputSize;
  const chosen = Array.from({ length: Math.ceil(samples.count / step) }, (_, n) => n * step);
  return createSamples(
    Float64Array.from(chosen.flatMap((n) => Array.from(samples.inputs.subarray(n * size, (n + 1) * size)))),
    Float64Array.from(chosen, (n) => samples.targets[n] as number),
    size,
  );
}
