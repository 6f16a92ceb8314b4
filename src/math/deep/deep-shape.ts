/**
 * Networks of several hidden layers: h_0 = x, h_l = s(W_l [h_(l-1), 1]), f = W_out [h_last, 1], and where their parameters
 * lie in one flat vector: layer by layer its rows of weights, each followed by its bias; the output layer last.
 */
import type { Random } from '#math/numerics/random';

export interface DeepShape {
  /** Entries of one input, without a constant. */
  readonly inputSize: number;
  /** Neurons of each hidden layer. */
  readonly widths: readonly number[];
  /** Whether each neuron and the output has a bias. */
  readonly biases: boolean;
}

/** One layer of weights. */
export interface Layer {
  readonly fanIn: number;
  readonly fanOut: number;
  /** From one row to the next: fanIn, and one more with biases. */
  readonly stride: number;
  /** Index of the first weight. */
  readonly at: number;
}

/** The layers, the linear output layer last. Throws a RangeError for an empty layer. */
export function layersOf({ inputSize, widths, biases }: DeepShape): readonly Layer[] {
  const sizes = [inputSize, ...widths, 1];
  const bad = sizes.find((size) => !Number.isInteger(size) || size < 1);
  if (bad !== undefined) throw new RangeError(`every layer needs at least one neuron, got ${bad}`);
  let at = 0;
  return sizes.slice(1).map((fanOut, l) => {
    const fanIn = sizes[l] as number;
    const stride = biases ? fanIn + 1 : fanIn;
    const layer = { fanIn, fanOut, stride, at };
    at += fanOut * stride;
    return layer;
  });
}

/** Number of parameters. */
export function deepParameterCount(shape: DeepShape): number {
  return layersOf(shape).reduce((sum, { fanOut, stride }) => sum + fanOut * stride, 0);
}

/** Glorot normal weights, biases 0. */
export function deepGlorotNormal(shape: DeepShape, random: Random): Float64Array {
  const theta = new Float64Array(deepParameterCount(shape));
  for (const { fanIn, fanOut, stride, at } of layersOf(shape)) {
    const scale = Math.sqrt(2 / (fanIn + fanOut));
    for (let j = 0; j < fanOut; j++) {
      for (let k = 0; k < fanIn; k++) theta[at + j * stride + k] = scale * random.normal();
    }
  }
  return theta;
}

/** Input weights of a neuron of hidden layer `layer` (0 nearest the input), its bias last, as a view. */
export function deepInputWeights(
  layers: readonly Layer[],
  theta: Float64Array,
  layer: number,
  neuron: number,
): Float64Array {
  const { at, stride } = layers[layer] as Layer;
  return theta.subarray(at + neuron * stride, at + (neuron + 1) * stride);
}

/** Where the weights lie with which the neurons above take a neuron of hidden layer `layer`. */
export function deepOutputIndices(
  layers: readonly Layer[],
  layer: number,
  neuron: number,
): readonly number[] {
  const { at, stride, fanOut } = layers[layer + 1] as Layer;
  return Array.from({ length: fanOut }, (_, k) => at + k * stride + neuron);
}
