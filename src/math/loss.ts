import type { Activation } from './activation';
import { inputWeightIndex, type NetworkShape, outputWeightIndex, parameterCount } from './network';
import { neuronUnit } from './neuron-unit';
import type { Objective } from './objective';
import type { Samples } from './samples';
import { unitLoss } from './unit-loss';

/**
 * Mean squared error of the network over the samples, with exact gradient and Hessian; parameters laid out as in
 * network.ts. Throws a RangeError when the samples have another input size than the network.
 */
export function networkLoss(shape: NetworkShape, activation: Activation, samples: Samples): Objective {
  if (samples.inputSize !== shape.inputSize) {
    throw new RangeError(
      `a network of input size ${shape.inputSize} cannot take samples of size ${samples.inputSize}`,
    );
  }
  const size = parameterCount(shape);
  const units = Array.from({ length: shape.width }, (_, j) =>
    neuronUnit(samples, activation, size, inputWeightIndex(shape, j), outputWeightIndex(shape, j)),
  );
  const bias = shape.outputBias ? outputWeightIndex(shape, shape.width) : undefined;
  return unitLoss(units, bias, size, samples);
}
