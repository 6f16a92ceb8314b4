/**
 * Networks of several hidden layers: h_0 = x, h_l = s(W_l [h_(l-1), 1]), f = a . h_last + b, with the
 * gradient of the mean squared error by backpropagation. No Hessian: depth is there to train and compare, not
 * to certify.
 */
import type { Activation } from '#math/activation/activation';
import { checkLength } from '#math/numerics/objective';
import type { Random } from '#math/numerics/random';
import type { Samples } from './samples';

export interface DeepShape {
  /** Entries of one input, without a constant: every layer here has its own biases. */
  readonly inputSize: number;
  /** Neurons of each hidden layer. */
  readonly widths: readonly number[];
}

interface Layer {
  readonly fanIn: number;
  readonly fanOut: number;
  /** Index of the first weight; rows of fanIn weights, each followed by its bias. */
  readonly at: number;
}

/** The loss of a deep network: values and gradients only. */
export interface DeepLoss {
  readonly size: number;
  loss(theta: Float64Array): number;
  /** Writes the gradient and returns the loss. */
  gradient(theta: Float64Array, gradient: Float64Array): number;
}

/** The layers, the linear output layer last. Throws a RangeError for an empty layer. */
function layersOf({ inputSize, widths }: DeepShape): Layer[] {
  const sizes = [inputSize, ...widths, 1];
  const bad = sizes.find((size) => !Number.isInteger(size) || size < 1);
  if (bad !== undefined) throw new RangeError(`every layer needs at least one neuron, got ${bad}`);
  let at = 0;
  return sizes.slice(1).map((fanOut, l) => {
    const fanIn = sizes[l] as number;
    const layer = { fanIn, fanOut, at };
    at += fanOut * (fanIn + 1);
    return layer;
  });
}

/**
 * Number of parameters: for each layer its rows of weights, each followed by the bias; the output layer last.
 */
export function deepParameterCount(shape: DeepShape): number {
  return layersOf(shape).reduce((sum, { fanIn, fanOut }) => sum + fanOut * (fanIn + 1), 0);
}

/** Glorot normal weights, biases 0. */
export function deepGlorotNormal(shape: DeepShape, random: Random): Float64Array {
  const theta = new Float64Array(deepParameterCount(shape));
  for (const { fanIn, fanOut, at } of layersOf(shape)) {
    const scale = Math.sqrt(2 / (fanIn + fanOut));
    for (let j = 0; j < fanOut; j++) {
      for (let k = 0; k < fanIn; k++) theta[at + j * (fanIn + 1) + k] = scale * random.normal();
    }
  }
  return theta;
}

/** Mean squared error (no factor 1/2) of a deep network. Throws a RangeError when the input sizes differ; the loss does for another number of parameters. */
export function deepLoss(shape: DeepShape, activation: Activation, samples: Samples): DeepLoss {
  if (samples.inputSize !== shape.inputSize) {
    throw new RangeError(
      `a network of input size ${shape.inputSize} cannot take samples of size ${samples.inputSize}`,
    );
  }
  const layers = layersOf(shape);
  const depth = layers.length;
  const size = deepParameterCount(shape);
  const { count, inputs, targets, inputSize } = samples;
  const values = [new Float64Array(inputSize), ...layers.map(({ fanOut }) => new Float64Array(fanOut))];
  const slopes = layers.map(({ fanOut }) => new Float64Array(fanOut));
  /** Derivative of the network output by each layer's preactivation. */
  const sensitivities = layers.map(({ fanOut }) => new Float64Array(fanOut));
  const jet = new Float64Array(4);

  /** Network output at sample n; with `withSlopes` s' of every layer is kept for `backward`. */
  function forward(theta: Float64Array, n: number, withSlopes: boolean): number {
    const x = values[0] as Float64Array;
    for (let k = 0; k < inputSize; k++) x[k] = inputs[n * inputSize + k] as number;
    for (let l = 0; l < depth; l++) {
      const { fanIn, fanOut, at } = layers[l] as Layer;
      const below = values[l] as Float64Array;
      const here = values[l + 1] as Float64Array;
      const slope = slopes[l] as Float64Array;
      for (let j = 0, row = at; j < fanOut; j++, row += fanIn + 1) {
        let z = theta[row + fanIn] as number;
        for (let k = 0; k < fanIn; k++) z += (theta[row + k] as number) * (below[k] as number);
        if (l === depth - 1) here[j] = z;
        else if (withSlopes) {
          activation.jet(z, jet);
          here[j] = jet[0] as number;
          slope[j] = jet[1] as number;
        } else here[j] = activation.value(z);
      }
    }
    return values[depth]?.[0] as number;
  }

  /** Adds r df/dtheta at the sample last gone forward. */
  function backward(theta: Float64Array, r: number, gradient: Float64Array): void {
    (sensitivities[depth - 1] as Float64Array)[0] = r;
    for (let l = depth - 1; l >= 0; l--) {
      const { fanIn, fanOut, at } = layers[l] as Layer;
      const below = values[l] as Float64Array;
      const here = sensitivities[l] as Float64Array;
      for (let j = 0, row = at; j < fanOut; j++, row += fanIn + 1) {
        const s = here[j] as number;
        for (let k = 0; k < fanIn; k++)
          gradient[row + k] = (gradient[row + k] as number) + s * (below[k] as number);
        gradient[row + fanIn] = (gradient[row + fanIn] as number) + s;
      }
      if (l === 0) return;
      const next = sensitivities[l - 1] as Float64Array;
      const slope = slopes[l - 1] as Float64Array;
      for (let k = 0; k < fanIn; k++) {
        let sum = 0;
        for (let j = 0, row = at; j < fanOut; j++, row += fanIn + 1)
          sum += (here[j] as number) * (theta[row + k] as number);
        next[k] = sum * (slope[k] as number);
      }
    }
  }

  return {
    size,
    loss(theta) {
      checkLength(theta, size);
      let sum = 0;
      for (let n = 0; n < count; n++) sum += (forward(theta, n, false) - (targets[n] as number)) ** 2;
      return sum / count;
    },
    gradient(theta, gradient) {
      checkLength(theta, size);
      gradient.fill(0);
      let sum = 0;
      for (let n = 0; n < count; n++) {
        const residual = forward(theta, n, true) - (targets[n] as number);
        sum += residual * residual;
        backward(theta, (2 * residual) / count, gradient);
      }
      return sum / count;
    },
  };
}
