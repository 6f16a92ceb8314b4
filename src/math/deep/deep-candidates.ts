/** Pairs of neurons that may be on their way to infinity, in every layer of a deep network. (Ours.) */
import type { Activation } from '#math/activation/activation';
import {
  type Candidate,
  combinations,
  components,
  cosineDistance,
  LEAST_LEADING,
  thinned,
} from '#math/grouping/candidates';
import { isEven } from '#math/grouping/coordinates';
import { GROUP_SIZES, type UnitKind } from '#math/grouping/grouping';
import type { Samples } from '#math/network/samples';
import { distance, dot, norm } from '#math/numerics/linear-algebra';
import { toDeepLimit } from './deep-limit';
import { deepOutput } from './deep-loss';
import { type DeepShape, deepInputWeights, deepOutputIndices, layersOf } from './deep-shape';
import type { DeepPair } from './deep-sweep';

/** Neurons of one hidden layer (0 nearest the input) that run together. */
export interface DeepGroup {
  readonly layer: number;
  readonly kind: UnitKind;
  readonly neurons: readonly number[];
}

/** Two neurons of one layer, 1 - cosine of their input weights, and the norms of their output weights, added. */
export interface CloseNeurons {
  readonly layer: number;
  readonly neurons: readonly [number, number];
  readonly distance: number;
  readonly outputWeights: number;
}

/** Cosine distances of the neurons of a layer, biases included, and the vectors of their output weights. */
function neuronsOf(shape: DeepShape, activation: Activation, theta: Float64Array, layer: number) {
  const layers = layersOf(shape);
  const mirrored = activation.odd || isEven(activation);
  const numbers = Array.from({ length: shape.widths[layer] as number }, (_, j) => j);
  const rows = numbers.map((j) => deepInputWeights(layers, theta, layer, j));
  return {
    rows,
    outputs: numbers.map((j) =>
      Float64Array.from(deepOutputIndices(layers, layer, j), (q) => theta[q] as number),
    ),
    distances: rows.map((u) => rows.map((v) => cosineDistance(u, v, mirrored))),
  };
}

/** The two neurons of one layer with the smallest cosine distance; undefined where no layer has two. */
export function closestInLayers(
  shape: DeepShape,
  activation: Activation,
  theta: Float64Array,
): CloseNeurons | undefined {
  let best: CloseNeurons | undefined;
  shape.widths.forEach((width, layer) => {
    const { outputs, distances } = neuronsOf(shape, activation, theta, layer);
    for (let i = 0; i < width; i++)
      for (let j = i + 1; j < width; j++) {
        const between = distances[i]?.[j] as number;
        if (best && best.distance <= between) continue;
        const outputWeights = norm(outputs[i] as Float64Array) + norm(outputs[j] as Float64Array);
        best = { layer, neurons: [i, j], distance: between, outputWeights };
      }
  });
  return best;
}

/** The paper's: neurons closer than this by cosine run together. */
const PAPER_DISTANCE = 0.01;

/** Groups of two to four neurons of each layer that run together by the paper's criterion. */
export function groupsInLayers(shape: DeepShape, activation: Activation, theta: Float64Array): DeepGroup[] {
  return shape.widths.flatMap((_, layer) =>
    components(neuronsOf(shape, activation, theta, layer).distances, PAPER_DISTANCE).flatMap((neurons) => {
      const kind = (['pair', 'triple', 'quadruple'] as const).find(
        (name) => GROUP_SIZES[name] === neurons.length,
      );
      return kind ? [{ layer, kind, neurons }] : [];
    }),
  );
}

/** Neurons further apart than this, by cosine, are no pair. */
const WIDEST = 0.3;
/** Root mean square of what the limit of one pair leaves out of the network's output, at most. */
const LARGEST_MISMATCH = 0.1;

/**
 * Sets of pairs, in one layer or in several, whose limit is near the network; those with many pairs and a small mismatch
 * first. Two neurons are a pair when their input weights are close, their output weights are opposite, and their limit
 * changes the network's output little.
 */
export function deepCandidates(
  shape: DeepShape,
  activation: Activation,
  theta: Float64Array,
  samples: Samples,
  most: number,
): readonly (readonly DeepPair[])[] {
  const few = thinned(samples);
  const output = deepOutput(shape, activation, theta, few);
  const parts: Candidate[] = [];
  shape.widths.forEach((width, layer) => {
    const { rows, outputs, distances } = neuronsOf(shape, activation, theta, layer);
    for (let first = 0; first < width; first++)
      for (let second = first + 1; second < width; second++) {
        const [one, other] = [rows[first], rows[second]] as [Float64Array, Float64Array];
        const flip = activation.odd && dot(one, other) < 0 ? -1 : 1;
        const cosine = flip * dot(outputs[first] as Float64Array, outputs[second] as Float64Array);
        if (!((distances[first]?.[second] as number) < WIDEST && cosine < 0)) continue;
        const pair = { layer, first, second };
        const { phi } = toDeepLimit(shape, activation, theta, [pair]);
        const [w, v] = [first, second].map((j) => norm(deepInputWeights(layersOf(shape), phi, layer, j)));
        if ((v as number) < LEAST_LEADING * (w as number)) continue;
        const mismatch =
          distance(deepOutput(shape, activation, phi, few, [pair]), output) / Math.sqrt(few.count);
        if (!(mismatch <= LARGEST_MISMATCH)) continue;
        const neurons = [first, second].map((j) => layer * MOST_NEURONS + j);
        parts.push({ groups: [{ kind: 'pair', neurons }], mismatch });
      }
  });
  parts.sort((p, q) => p.mismatch - q.mismatch);
  const score = ({ groups, mismatch }: Candidate) => mismatch * MORE_PAIRS ** groups.length;
  return combinations(parts)
    .sort((p, q) => score(p) - score(q))
    .slice(0, most)
    .map(({ groups }) => groups.map(({ neurons }) => pairOf(neurons)));
}

/** The pair of two numbers that count neurons through all layers. */
function pairOf([one = 0, other = 0]: readonly number[]): DeepPair {
  return {
    layer: Math.floor(one / MOST_NEURONS),
    first: one % MOST_NEURONS,
    second: other % MOST_NEURONS,
  };
}

/** More than a layer has, so that neurons of all layers have numbers of their own. */
const MOST_NEURONS = 1e6;
/** A set with one pair more is tried first unless its mismatch is larger by more than the inverse. */
const MORE_PAIRS = 0.01;
