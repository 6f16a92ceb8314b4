import type { Activation } from '#math/activation/activation';
import { activationBlock, type Evaluation } from '#math/activation/activation-block';
import type { Objective } from '#math/numerics/objective';
import { createRoom } from './block-room';
import { inputWeightIndex, type NetworkShape, outputWeightIndex, parameterCount } from './network';
import { neuronUnit } from './neuron-unit';
import type { Samples } from './samples';
import { unitLoss } from './unit-loss';

/**
 * Mean squared error of the network over the samples, with exact gradient and Hessian; parameters laid out as
 * in network.ts. With `evaluation` 'table' it is several times faster, and the same to 1e-14 in the loss, 1e-12 in the
 * gradient and 1e-9 in the Hessian, relative to the largest entry (g; other activations 1e-10 in the Hessian). Throws
 * a RangeError when the samples have another input size than the network.
 */
export function networkLoss(
  shape: NetworkShape,
  activation: Activation,
  samples: Samples,
  evaluation: Evaluation = 'exact',
): Objective {
  if (samples.inputSize !== shape.inputSize) {
    throw new RangeError(
      `a network of input size ${shape.inputSize} cannot take samples of size ${samples.inputSize}`,
    );
  }
  const size = parameterCount(shape);
  const block = activationBlock(activation, evaluation);
  const room = createRoom(samples);
  const units = Array.from({ length: shape.width }, (_, j) =>
    neuronUnit(room, block, inputWeightIndex(shape, j), outputWeightIndex(shape, j)),
  );
  const bias = shape.outputBias ? outputWeightIndex(shape, shape.width) : undefined;
  return unitLoss(units, bias, size, samples.targets, room);
}
