import type { Random } from '#math/numerics/random';
import { type NetworkShape, outputWeightIndex, parameterCount } from './network';

/**
 * Glorot normal initialisation: weights normal with variance 2 / (fan in + fan out), biases 0. With
 * `constantInput` the last entry of each input is the constant 1 and its weight a bias.
 */
export function glorotNormal(shape: NetworkShape, random: Random, constantInput: boolean): Float64Array {
  const { inputSize, width } = shape;
  const theta = new Float64Array(parameterCount(shape));
  const fan = constantInput ? inputSize - 1 : inputSize;
  const inner = Math.sqrt(2 / (fan + width));
  const outer = Math.sqrt(2 / (width + 1));
  for (let j = 0; j < width; j++) {
    for (let k = 0; k < fan; k++) theta[j * inputSize + k] = inner * random.normal();
  }
  const outputs = outputWeightIndex(shape, 0);
  for (let j = 0; j < width; j++) theta[outputs + j] = outer * random.normal();
  return theta;
}
