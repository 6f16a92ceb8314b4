/** Weights of a deep network whose pairs go to infinity, in the coordinates of their limit, and back. (Ours.) */
import type { Activation } from '#math/activation/activation';
import type { Samples } from '#math/network/samples';
import { dot, norm } from '#math/numerics/linear-algebra';
import { type DeepShape, deepInputWeights, deepOutputIndices, type Layer, layersOf } from './deep-shape';
import { type DeepPair, deepSweep, type LayerState } from './deep-sweep';

/** A point of the limit network of some pairs. */
export interface DeepLimitPoint {
  readonly pairs: readonly DeepPair[];
  /**
   * Laid out as the weights; of a pair row `first` has w, row `second` v, column `first` c, column `second` a, with the
   * limit c s(w.h) + a (v.h) s'(w.h).
   */
  readonly phi: Float64Array;
  /** The largest entry of each a, which is 1 or -1: only the product of a and v counts. */
  readonly fixed: readonly number[];
  /**
   * |w_i - w_j| / 2 of each pair, where below it pairs are at infinity in the coordinates of their limits (a difference of
   * weights that meet output weights c and a).
   */
  readonly epsilons: readonly number[];
}

/**
 * The coordinates of theta for these pairs, no two of which share a neuron:
 *
 *   w = (w_i + w_j) / 2,  c = a_i + a_j,  a v^T = (a_i - a_j) (w_i - w_j)^T / 2.
 *
 * Where (w, a) and (-w, -a) are the same neuron the second is turned towards the first. Throws a RangeError when the
 * output weights of a pair are equal.
 */
export function toDeepLimit(
  shape: DeepShape,
  activation: Activation,
  theta: Float64Array,
  pairs: readonly DeepPair[],
): DeepLimitPoint {
  const layers = layersOf(shape);
  const phi = Float64Array.from(theta);
  const fixed = pairs.map(() => -1);
  const kappas = pairs.map(() => 0);
  // From above: the columns of a layer are read when the rows above are those of phi.
  for (const [k, pair] of fromAbove(pairs)) {
    const { one, other, ones, others } = placesOf(layers, phi, pair);
    if (activation.odd && dot(one, other) < 0) {
      for (let p = 0; p < other.length; p++) other[p] = -(other[p] as number);
      for (const q of others) phi[q] = -(phi[q] as number);
    }
    const differences = ones.map((q, p) => (phi[q] as number) - (phi[others[p] as number] as number));
    const largest = differences.reduce(
      (best, value, p) => (Math.abs(value) > Math.abs(differences[best] as number) ? p : best),
      0,
    );
    const scale = Math.abs(differences[largest] as number);
    if (scale === 0) throw new RangeError('the output weights of a pair have to differ');
    ones.forEach((q, p) => {
      const [a, b] = [phi[q] as number, phi[others[p] as number] as number];
      phi[q] = a + b;
      phi[others[p] as number] = (a - b) / scale;
    });
    fixed[k] = others[largest] as number;
    for (let p = 0; p < one.length; p++) {
      const [a, b] = [one[p] as number, other[p] as number];
      one[p] = (a + b) / 2;
      other[p] = (scale * (a - b)) / 2;
    }
    kappas[k] = 1 / scale;
  }
  const epsilons = pairs.map((pair, k) => (kappas[k] as number) * leadingNorm(layers, phi, pair));
  return { pairs, phi, fixed, epsilons };
}

/**
 * The weights at these epsilons, those of the point unless given. Throws a RangeError when one is not positive: the
 * output weights would be infinite.
 */
export function fromDeepLimit(
  shape: DeepShape,
  { pairs, phi, epsilons: own }: DeepLimitPoint,
  epsilons: readonly number[] = own,
): Float64Array {
  const layers = layersOf(shape);
  const theta = Float64Array.from(phi);
  for (const [k, pair] of fromAbove(pairs).toReversed()) {
    const { one, other, ones, others } = placesOf(layers, theta, pair);
    const kappa = (epsilons[k] as number) / leadingNorm(layers, phi, pair);
    if (!(kappa > 0))
      throw new RangeError(`output weights are finite only at epsilon > 0, got ${epsilons[k]}`);
    for (let p = 0; p < one.length; p++) {
      const [w, d] = [one[p] as number, kappa * (other[p] as number)];
      one[p] = w + d;
      other[p] = w - d;
    }
    ones.forEach((q, p) => {
      const [half, a] = [(theta[q] as number) / 2, (theta[others[p] as number] as number) / (2 * kappa)];
      theta[q] = half + a;
      theta[others[p] as number] = half - a;
    });
  }
  return theta;
}

/** |v| of a pair. */
function leadingNorm(layers: readonly Layer[], phi: Float64Array, { layer, second }: DeepPair): number {
  return norm(deepInputWeights(layers, phi, layer, second));
}

/** Pairs with their numbers, those of higher layers first. */
function fromAbove(pairs: readonly DeepPair[]): readonly (readonly [number, DeepPair])[] {
  return [...pairs.entries()].sort(([, p], [, q]) => q.layer - p.layer);
}

/** Rows of the two neurons, as views, and where their output weights are. */
function placesOf(layers: readonly Layer[], theta: Float64Array, { layer, first, second }: DeepPair) {
  return {
    one: deepInputWeights(layers, theta, layer, first),
    other: deepInputWeights(layers, theta, layer, second),
    ones: deepOutputIndices(layers, layer, first),
    others: deepOutputIndices(layers, layer, second),
  };
}

/**
 * The h_k of L = L_inf + sum_k h_k epsilon_k^2 + O(epsilon^4): the mean of dl/df df, where the features of pair k change by
 * q^2 s'' / 2 and (v.h) q^2 s''' / 6, q = v.h / |v|. Even in each epsilon, so that pairs do not mix at second order, in
 * one layer or in several.
 */
export function deepSecondOrder(
  shape: DeepShape,
  activation: Activation,
  { pairs, phi }: DeepLimitPoint,
  samples: Samples,
): readonly number[] {
  const sweep = deepSweep(shape, activation, samples, pairs);
  const sums = pairs.map(() => 0);
  for (let n = 0; n < samples.count; n++) {
    const residual = sweep.forward(phi, n) - (samples.targets[n] as number);
    sweep.backward(phi);
    pairs.forEach(({ layer, first, second }, k) => {
      const { z, above, bend, crossBend } = sweep.states[layer] as LayerState;
      const along = z[second] as number;
      const change =
        ((above[first] as number) * (bend[second] as number)) / 2 +
        ((above[second] as number) * (crossBend[second] as number)) / 6;
      sums[k] = (sums[k] as number) + 2 * residual * along * along * change;
    });
  }
  return pairs.map(
    (pair, k) => (sums[k] as number) / (samples.count * leadingNorm(sweep.layers, phi, pair) ** 2),
  );
}
