import type { Activation } from '#math/activation/activation';
import * as dd from '#math/activation/divided-difference';
import { type NetworkShape, networkOutput } from '#math/network/network';
import { dot } from '#math/numerics/linear-algebra';
import { pairOfPhi, restIndex, restShape } from './channel-network';

/**
 * Outputs of the whole network in channel coordinates, at row-major inputs (count x inputSize): that of the weights
 * for epsilon > 0, without the cancellation of large opposite output weights, and the limit network's at 0.
 */
export function channelOutput(
  shape: NetworkShape,
  activation: Activation,
  phi: Float64Array,
  epsilon: number,
  inputs: Float64Array,
): Float64Array {
  const d = shape.inputSize;
  const { w, v, c, a } = pairOfPhi(shape, phi);
  // A network without other neurons still has its bias: networkOutput handles both.
  const out = networkOutput(restShape(shape), activation, phi.subarray(restIndex(shape)), inputs);
  const evaluate = dd.dividedDifference(activation);
  const quantities = new Float64Array(dd.DIVIDED_DIFFERENCE_LENGTH);
  const kappa = a > 0 ? epsilon / a : 0;
  for (let n = 0; n < out.length; n++) {
    const x = inputs.subarray(n * d, n * d + d);
    const p = dot(v, x);
    evaluate(dot(w, x), kappa * p, quantities);
    out[n] = (out[n] as number) + c * (quantities[dd.A] as number) + p * (quantities[dd.D] as number);
  }
  return out;
}
