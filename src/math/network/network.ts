/**
 * The network f(x) = sum_j a_j s(w_j . x) + b of one hidden layer, and where its parameters lie in one flat
 * vector: the input weights W row by row (neuron by neuron), then the output weights a, then the output bias
 * b if there is one.
 *
 * A network "with biases" is one whose inputs end in the constant 1 (so the last entry of w_j is a bias) and
 * whose shape has an output bias.
 */
import type { Activation } from '#math/activation/activation';
import { checkLength } from '#math/numerics/objective';

export interface NetworkShape {
  /** Entries of one input, the constant 1 included when there is one. */
  readonly inputSize: number;
  /** Number of hidden neurons. */
  readonly width: number;
  readonly outputBias: boolean;
}

/**
 * The shape, checked. Throws a RangeError that names the value when the input or the hidden layer is empty.
 */
export function networkShape(inputSize: number, width: number, outputBias: boolean): NetworkShape {
  if (!Number.isInteger(inputSize) || inputSize < 1) {
    throw new RangeError(`a network needs at least one input, got ${inputSize}`);
  }
  if (!Number.isInteger(width) || width < 1) {
    throw new RangeError(`a network needs at least one neuron, got ${width}`);
  }
  return { inputSize, width, outputBias };
}

/** Number of parameters. */
export function parameterCount(shape: NetworkShape): number {
  return shape.width * (shape.inputSize + 1) + (shape.outputBias ? 1 : 0);
}

/** Index of the first input weight of neuron `j`. */
export function inputWeightIndex(shape: NetworkShape, j: number): number {
  return j * shape.inputSize;
}

/** Index of the output weight of neuron `j`; with j = width, of the output bias. */
export function outputWeightIndex(shape: NetworkShape, j: number): number {
  return shape.width * shape.inputSize + j;
}

/** Input weights of neuron `j` as a view into `theta`. */
export function inputWeights(shape: NetworkShape, theta: Float64Array, j: number): Float64Array {
  return theta.subarray(j * shape.inputSize, (j + 1) * shape.inputSize);
}

/** Output weight of neuron `j`. */
export function outputWeight(shape: NetworkShape, theta: Float64Array, j: number): number {
  return theta[outputWeightIndex(shape, j)] as number;
}

/** Output bias, 0 when the shape has none. */
function outputBias(shape: NetworkShape, theta: Float64Array): number {
  return shape.outputBias ? (theta[outputWeightIndex(shape, shape.width)] as number) : 0;
}

/**
 * One flat parameter vector from rows of input weights and the output weights (with the output bias last if
 * there is one). Throws a RangeError when the lengths do not fit the shape.
 */
export function packParameters(
  shape: NetworkShape,
  rows: readonly (readonly number[] | Float64Array)[],
  outputs: readonly number[] | Float64Array,
): Float64Array {
  const theta = new Float64Array(parameterCount(shape));
  const expected = shape.width + (shape.outputBias ? 1 : 0);
  if (rows.length !== shape.width || outputs.length !== expected) {
    throw new RangeError(
      `expected ${shape.width} rows and ${expected} output weights, got ${rows.length} and ${outputs.length}`,
    );
  }
  rows.forEach((row, j) => {
    if (row.length !== shape.inputSize) {
      throw new RangeError(`row ${j} has ${row.length} weights, expected ${shape.inputSize}`);
    }
    theta.set(row, inputWeightIndex(shape, j));
  });
  theta.set(outputs, outputWeightIndex(shape, 0));
  return theta;
}

/** The parameters with the neurons in another order: neuron j of the result is neuron order[j] of `theta`. */
export function permuteNeurons(
  shape: NetworkShape,
  theta: Float64Array,
  order: readonly number[],
): Float64Array {
  const out = Float64Array.from(theta);
  order.forEach((from, to) => {
    out.set(inputWeights(shape, theta, from), inputWeightIndex(shape, to));
    out[outputWeightIndex(shape, to)] = outputWeight(shape, theta, from);
  });
  return out;
}

/**
 * Network outputs at `count` = inputs.length / inputSize points (row-major), written to `out` (length count,
 * allocated when not given) and returned. Throws a RangeError for another number of parameters.
 */
export function networkOutput(
  shape: NetworkShape,
  activation: Activation,
  theta: Float64Array,
  inputs: Float64Array,
  out = new Float64Array(inputs.length / shape.inputSize),
): Float64Array {
  checkLength(theta, parameterCount(shape));
  const { inputSize, width } = shape;
  const value = activation.value;
  const outputs = outputWeightIndex(shape, 0);
  out.fill(outputBias(shape, theta));
  for (let j = 0; j < width; j++) {
    const a = theta[outputs + j] as number;
    const row = j * inputSize;
    for (let n = 0, at = 0; n < out.length; n++, at += inputSize) {
      let z = 0;
      for (let k = 0; k < inputSize; k++) z += (theta[row + k] as number) * (inputs[at + k] as number);
      out[n] = (out[n] as number) + a * value(z);
    }
  }
  return out;
}
