/**
 * One sample through a deep network and back, pairs of neurons at infinity included.
 *
 * A pair with vectors of output weights has the limit c s(z) + a (v.h) s'(z), z = w.h: two features, s(z) and (v.h) s'(z),
 * in place of the outputs of two neurons. So the limit network has the shape of the network, rows w and v for the input
 * weights of the two and columns c and a for their output weights. (Ours.)
 */
import type { Activation } from '#math/activation/activation';
import type { Samples } from '#math/network/samples';
import { type DeepShape, type Layer, layersOf } from './deep-shape';

/** Two neurons of one hidden layer (0 nearest the input): w is the row of `first`, v that of `second`. */
export interface DeepPair {
  readonly layer: number;
  readonly first: number;
  readonly second: number;
}

/** What one layer has at one sample. The last one is linear. */
export interface LayerState {
  /** What comes in, the constant 1 last where there are biases; stride numbers. */
  readonly inputs: Float64Array;
  /** Preactivations; fanOut numbers. */
  readonly z: Float64Array;
  /** The neuron itself, or of the second of a pair the first. */
  readonly first: Int32Array;
  /** Derivatives of what goes out by z, a row for each output; fanOut x fanOut. */
  readonly slopes: Float64Array;
  /** s''(z) of `first`: the second derivative of each output by its own z and that of its first. */
  readonly bend: Float64Array;
  /** Second derivative of each output by z of its first, where that is another neuron. */
  readonly crossBend: Float64Array;
  /** Derivative of the network's output by what goes out. */
  readonly above: Float64Array;
  /** The same by z. */
  readonly delta: Float64Array;
}

export interface DeepSweep {
  readonly layers: readonly Layer[];
  readonly states: readonly LayerState[];
  /** The network's output at sample n. */
  forward(theta: Float64Array, n: number): number;
  /** Derivatives of the output at the sample last gone forward: `above` and `delta` of each layer. */
  backward(theta: Float64Array): void;
}

/** A sweep; its states are overwritten sample by sample. Throws a RangeError when the input sizes differ. */
export function deepSweep(
  shape: DeepShape,
  activation: Activation,
  samples: Samples,
  pairs: readonly DeepPair[] = [],
): DeepSweep {
  if (samples.inputSize !== shape.inputSize) {
    throw new RangeError(
      `a network of input size ${shape.inputSize} cannot take samples of size ${samples.inputSize}`,
    );
  }
  const layers = layersOf(shape);
  const last = layers.length - 1;
  const { inputs, inputSize } = samples;
  const states = layers.map(({ fanOut, stride }, l): LayerState => {
    const first = Int32Array.from({ length: fanOut }, (_, k) => k);
    for (const pair of pairs) if (pair.layer === l) first[pair.second] = pair.first;
    return {
      inputs: new Float64Array(stride).fill(1),
      z: new Float64Array(fanOut),
      first,
      slopes: new Float64Array(fanOut * fanOut),
      bend: new Float64Array(fanOut),
      crossBend: new Float64Array(fanOut),
      above: new Float64Array(fanOut).fill(1),
      delta: new Float64Array(fanOut).fill(1),
    };
  });
  const jet = new Float64Array(4);

  /** What goes out of a layer, and its derivatives, from z. */
  function activate({ z, first, slopes, bend, crossBend }: LayerState, out: Float64Array): void {
    const width = z.length;
    for (let k = 0; k < width; k++) {
      const from = first[k] as number;
      activation.jet(z[from] as number, jet);
      slopes[k * width + k] = jet[1] as number;
      bend[k] = jet[2] as number;
      if (from === k) {
        out[k] = jet[0] as number;
        continue;
      }
      const along = z[k] as number;
      out[k] = along * (jet[1] as number);
      slopes[k * width + from] = along * (jet[2] as number);
      crossBend[k] = along * (jet[3] as number);
    }
  }

  return {
    layers,
    states,
    forward(theta, n) {
      const x = (states[0] as LayerState).inputs;
      for (let k = 0; k < inputSize; k++) x[k] = inputs[n * inputSize + k] as number;
      for (let l = 0; l <= last; l++) {
        const { stride, at } = layers[l] as Layer;
        const state = states[l] as LayerState;
        const { inputs: below, z } = state;
        for (let j = 0, row = at; j < z.length; j++, row += stride) {
          let sum = 0;
          for (let k = 0; k < stride; k++) sum += (theta[row + k] as number) * (below[k] as number);
          z[j] = sum;
        }
        if (l < last) activate(state, (states[l + 1] as LayerState).inputs);
      }
      return states[last]?.z[0] as number;
    },
    backward(theta) {
      for (let l = last - 1; l >= 0; l--) {
        const { stride, at } = layers[l + 1] as Layer;
        const next = (states[l + 1] as LayerState).delta;
        const { first, slopes, above, delta } = states[l] as LayerState;
        const width = above.length;
        delta.fill(0);
        for (let k = 0; k < width; k++) {
          let sum = 0;
          for (let j = 0, row = at; j < next.length; j++, row += stride)
            sum += (next[j] as number) * (theta[row + k] as number);
          above[k] = sum;
          const from = first[k] as number;
          delta[k] = (delta[k] as number) + sum * (slopes[k * width + k] as number);
          if (from !== k) delta[from] = (delta[from] as number) + sum * (slopes[k * width + from] as number);
        }
      }
    },
  };
}
