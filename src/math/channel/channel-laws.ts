/**
 * Laws of motion along a channel that follow from its end: a, c and h of the certificate (limit-network.ts) give
 * slope, curvature and clock, here beside those of channel.ts. (Ours, MATH.md section 7.)
 */
import type { Activation } from '#math/activation/activation';
import type { NetworkShape } from '#math/network/network';
import type { Samples } from '#math/network/samples';
import { derivativesAt } from '#math/numerics/objective';
import { symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import { quarterPowerTime } from './channel';
import { channelLoss, pairOfPhi } from './channel-network';

/** -dL / d(a_i - a_j) at epsilon: 2 h epsilon^3 / a, the cube of epsilon [FCI section 4]. */
export function channelSlopeAt(h: number, a: number, epsilon: number): number {
  return (2 * h * epsilon ** 3) / a;
}

/**
 * Curvature of the loss along the channel, per squared distance in theta: 12 h epsilon^4 / a^2. It is what the
 * smallest eigenvalue of the Hessian tends to.
 */
export function channelCurvature(h: number, a: number, epsilon: number): number {
  return (12 * h * epsilon ** 4) / (a * a);
}

/**
 * lim epsilon^2 lambda_max along the channel: half of a^2 times the largest eigenvalue of the limit loss's Hessian
 * in v alone. Moving the two input weights apart changes v by (a_i - a_j) / 2 = a / (2 epsilon) times as much.
 */
export function sharpnessCoefficient(
  shape: NetworkShape,
  activation: Activation,
  samples: Samples,
  phi: Float64Array,
): number {
  const d = shape.inputSize;
  const size = phi.length;
  const { hessian } = derivativesAt(channelLoss(shape, activation, samples, 0), phi);
  const block = new Float64Array(d * d);
  for (let k = 0; k < d; k++)
    for (let l = 0; l < d; l++) block[k * d + l] = hessian[(d + k) * size + d + l] as number;
  const { a } = pairOfPhi(shape, phi);
  return (a * a * (symmetricEigenvalues(block, d)[d - 1] as number)) / 2;
}

/**
 * a_i - a_j at which the sharpness coefficient / epsilon^2 reaches 2 / eta: gradient descent of that step size climbs
 * no further. Right far in the channel, where the coefficient is that of the end.
 */
export function edgeDifference(coefficient: number, a: number, learningRate: number): number {
  return a * Math.sqrt(2 / (learningRate * coefficient));
}

/** How long gradient flow, and gradient descent, take from one a_i - a_j to another. */
export interface Climb {
  /** Flow time. */
  readonly time: number;
  /** Steps of gradient descent at that learning rate. */
  readonly steps: number;
}

/**
 * The clock of the channel: by the quarter-power law a_i - a_j = 2 (h a^2 t)^(1/4) the time from one value to a
 * larger one, and the steps that gradient descent needs for it. Infinite where h <= 0: nothing climbs there. Ten
 * times farther takes ten thousand times longer.
 */
export function climb(h: number, a: number, from: number, to: number, learningRate: number): Climb {
  if (!(h > 0)) return { time: Number.POSITIVE_INFINITY, steps: Number.POSITIVE_INFINITY };
  const time = Math.max(0, quarterPowerTime(h, a, to) - quarterPowerTime(h, a, from));
  return { time, steps: time / learningRate };
}

/**
 * Where weight decay strength / 2 |theta|^2 puts the optimum of a channel: it adds strength a^2 / (4 epsilon^2) to
 * h epsilon^2, so epsilon^4 = strength a^2 / (4 h). Exact as the strength tends to 0; undefined unless h and the
 * strength are positive, for then nothing holds the optimum at finite weights, or nothing drives it out.
 */
export function decayedOptimum(
  h: number,
  a: number,
  strength: number,
): { readonly epsilon: number; readonly outputDifference: number; readonly excess: number } | undefined {
  if (!(h > 0 && strength > 0)) return undefined;
  const size = Math.abs(a);
  const epsilon = ((strength * size * size) / (4 * h)) ** 0.25;
  return { epsilon, outputDifference: size / epsilon, excess: size * Math.sqrt(h * strength) };
}
