import type { Activation } from '#math/activation/activation';
import { activationBlock, type Evaluation } from '#math/activation/activation-block';
import { checkLength } from '#math/numerics/objective';
import { BLOCK, createRoom } from './block-room';
import { project } from './block-sums';
import { inputWeightIndex, type NetworkShape, outputWeightIndex, parameterCount } from './network';
import type { Samples } from './samples';

/** Losses at theta + alpha direction for many alpha: see `lineLoss`. */
export type LineLoss = (
  theta: Float64Array,
  direction: Float64Array,
  alphas: Float64Array,
  out?: Float64Array,
) => Float64Array;

/**
 * Losses along straight lines in parameter space, for surfaces. The preactivations are linear in alpha, so
 * they are projected once a line and not once a point. Returns one loss for each of `alphas` in `out`
 * (allocated when not given). Throws a RangeError for another number of parameters.
 */
export function lineLoss(
  shape: NetworkShape,
  activation: Activation,
  samples: Samples,
  evaluation: Evaluation = 'table',
): LineLoss {
  const { width } = shape;
  const { count, targets } = samples;
  const block = activationBlock(activation, evaluation);
  const room = createRoom(samples);
  const base = Array.from({ length: width }, () => room.take());
  const slope = Array.from({ length: width }, () => room.take());
  const f = room.take();
  const { numbers, inputs } = room;
  const outputs = outputWeightIndex(shape, 0);

  return (theta, direction, alphas, out = new Float64Array(alphas.length)) => {
    for (const vector of [theta, direction]) checkLength(vector, parameterCount(shape));
    out.fill(0, 0, alphas.length);
    for (let start = 0; start < count; start += BLOCK) {
      const length = Math.min(BLOCK, count - start);
      for (let j = 0; j < width; j++) {
        const at = inputWeightIndex(shape, j);
        project(numbers, theta, at, inputs, start, length, base[j] as number);
        project(numbers, direction, at, inputs, start, length, slope[j] as number);
      }
      for (let k = 0; k < alphas.length; k++) {
        const alpha = alphas[k] as number;
        const weight = (index: number): number =>
          (theta[index] as number) + alpha * (direction[index] as number);
        const bias = shape.outputBias ? weight(outputs + width) : 0;
        for (let n = 0; n < length; n++) numbers[f + n] = bias - (targets[start + n] as number);
        for (let j = 0; j < width; j++) {
          block.addOnLine(
            numbers,
            base[j] as number,
            slope[j] as number,
            alpha,
            weight(outputs + j),
            length,
            f,
          );
        }
        let sum = 0;
        for (let n = 0; n < length; n++) sum += (numbers[f + n] as number) ** 2;
        out[k] = (out[k] as number) + sum;
      }
    }
    for (let k = 0; k < alphas.length; k++) out[k] = (out[k] as number) / count;
    return out;
  };
}
