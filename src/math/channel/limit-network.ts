/**
 * The minimum at infinity itself: Newton on the limit network, and what certifies that a channel ends there.
 * (Ours, MATH.md section 7.)
 */
import type { Activation } from '#math/activation/activation';
import type { NetworkShape } from '#math/network/network';
import type { Samples } from '#math/network/samples';
import { dot } from '#math/numerics/linear-algebra';
import { newton } from '#math/numerics/newton';
import { eigenvalueRounding, symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import { channelLoss, limitNetworkOutput, pairOfPhi } from './channel-network';

/**
 * - `minimum-at-infinity`: positive definite and h > 0: the loss falls all the way, the channel ends in a
 *   local minimum at infinity
 * - `road-back`: positive definite and h < 0: the loss rises towards infinity, the flow turns round to finite
 *   weights
 * - `saddle-at-infinity`: the limit network is at a critical point that is no minimum
 * - `undecided`: an eigenvalue or h is zero to rounding
 * - `no-limit`: Newton's method found no critical point of the limit network
 */
export type Verdict = 'minimum-at-infinity' | 'road-back' | 'saddle-at-infinity' | 'undecided' | 'no-limit';

export interface Certificate {
  readonly verdict: Verdict;
  readonly message: string;
  readonly lossAtInfinity: number;
  readonly maxAbsGradient: number;
  /** Ascending, of the Hessian in (w, v, c, rest). */
  readonly eigenvalues: Float64Array;
  readonly smallestEigenvalue: number;
  /** L(epsilon) = lossAtInfinity + h epsilon^2 + O(epsilon^4). */
  readonly h: number;
  /** |v| at infinity. */
  readonly a: number;
  /** c at infinity. */
  readonly c: number;
  /** The parameters of the limit network: w, v = a Delta, c, rest. */
  readonly phi: Float64Array;
  readonly newtonSteps: number;
}

/**
 * h = < dl/df f2 >, f2 = c/2 q^2 s''(z) + a/6 q^3 s'''(z), with dl/df = 2 (f - y) at the limit network phi.
 * With v = a Delta this is < 2 (f - y) (c p^2 s'' / (2 a^2) + p^3 s''' / (6 a^2)) >, p = v.x. Zero where v =
 * 0: nothing depends on epsilon then.
 */
export function secondOrderCoefficient(
  shape: NetworkShape,
  activation: Activation,
  samples: Samples,
  phi: Float64Array,
): number {
  const d = shape.inputSize;
  const { w, v, c, a } = pairOfPhi(shape, phi);
  if (a === 0) return 0;
  const { network } = limitNetworkOutput(shape, activation, phi, samples.inputs);
  const jet = new Float64Array(4);
  let sum = 0;
  for (let n = 0; n < samples.count; n++) {
    const x = samples.inputs.subarray(n * d, n * d + d);
    activation.jet(dot(w, x), jet);
    const q = dot(v, x) / a;
    const f2 = (c / 2) * q * q * (jet[2] as number) + (a / 6) * q * q * q * (jet[3] as number);
    sum += 2 * ((network[n] as number) - (samples.targets[n] as number)) * f2;
  }
  return sum / samples.count;
}

/**
 * Newton on the limit network from `phi` (the channel coordinates of any point in the channel, its epsilon
 * dropped), and the certificate at the point it converges to. Three to five steps from a point well in the
 * channel.
 */
export function certificate(
  shape: NetworkShape,
  activation: Activation,
  samples: Samples,
  phi: Float64Array,
): Certificate {
  const found = newton(channelLoss(shape, activation, samples, 0), phi);
  const finite = found.hessian.every(Number.isFinite) && Number.isFinite(found.loss);
  const eigenvalues = finite ? symmetricEigenvalues(found.hessian, phi.length) : new Float64Array(phi.length);
  const smallestEigenvalue = eigenvalues[0] as number;
  const h = secondOrderCoefficient(shape, activation, samples, found.theta);
  const { a, c } = pairOfPhi(shape, found.theta);
  const [verdict, message] = judge(found, smallestEigenvalue, eigenvalueRounding(eigenvalues), h);
  return {
    verdict,
    message,
    lossAtInfinity: found.loss,
    maxAbsGradient: found.maxAbsGradient,
    eigenvalues,
    smallestEigenvalue,
    h,
    a,
    c,
    phi: found.theta,
    newtonSteps: found.steps,
  };
}

function judge(
  found: { readonly converged: boolean; readonly message: string },
  smallest: number,
  rounding: number,
  h: number,
): readonly [Verdict, string] {
  if (!found.converged)
    return ['no-limit', `the limit network has no critical point near here: ${found.message}`];
  if (smallest < -rounding)
    return ['saddle-at-infinity', 'the limit network is at a saddle point: the channel is not stable'];
  if (smallest <= rounding || h === 0)
    return ['undecided', 'an eigenvalue or h vanishes to rounding: second order does not decide'];
  return h > 0
    ? ['minimum-at-infinity', 'the loss falls all the way: the channel ends in a local minimum at infinity']
    : ['road-back', 'the loss rises towards infinity: the flow turns round to finite weights'];
}
