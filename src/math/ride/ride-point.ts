/** A network on its way along a channel, and what is measured there. */
import type { Activation } from '#math/activation/activation';
import { channelLoss, pairOfPhi, toChannel } from '#math/channel/channel-network';
import { channelOutput } from '#math/channel/channel-output';
import type { Certificate } from '#math/channel/limit-network';
import type { NetworkShape } from '#math/network/network';
import type { Samples } from '#math/network/samples';
import { sharpness } from '#math/network/sharpness';
import { dot, norm } from '#math/numerics/linear-algebra';
import type { Objective } from '#math/numerics/objective';

/** A channel under way, and everything its points are measured with. */
export interface Ride {
  readonly shape: NetworkShape;
  readonly activation: Activation;
  readonly samples: Samples;
  /** The loss of the weights, exact, and the same from a table, for the flow. */
  readonly loss: Objective;
  readonly fastLoss: Objective;
  /** The end of the channel. */
  readonly certificate: Certificate;
  /** Outputs of the limit network at the samples. */
  readonly limitOutput: Float64Array;
  /**
   * Flow time after which the slowest of the other directions has settled. It is spent twice: on the loss from a
   * table, and then, from near, on the exact one, since errors of 1e-13 move a minimum whose smallest eigenvalue is
   * 1e-7 by 1e-6.
   */
  readonly settleTime: number;
}

/** A network in the channel. Losses and outputs are evaluated in channel coordinates, in which nothing cancels. */
export interface RidePoint {
  readonly theta: Float64Array;
  /** The pair, i the one with the larger output weight. */
  readonly i: number;
  readonly j: number;
  readonly epsilon: number;
  readonly loss: number;
  /** Loss minus loss at infinity. */
  readonly excess: number;
  /** Root mean square over the samples of the output minus that of the limit network at infinity. */
  readonly error: number;
  readonly smallestEigenvalue: number;
  readonly largestEigenvalue: number;
  /** Eigenvalues smaller than this are rounding errors of the largest one. */
  readonly eigenvalueFloor: number;
  readonly c: number;
  readonly a: number;
  /** cos(Delta, w) */
  readonly cosine: number;
  /** a_i - a_j */
  readonly outputDifference: number;
  /** Flow time spent since the start of the ride, jumps not counted. */
  readonly flowTime: number;
  /** False for the start, which is taken as it came. */
  readonly settled: boolean;
  /** Rounding errors to expect in `excess` and `error`: points near them say nothing. */
  readonly excessFloor: number;
  readonly errorFloor: number;
}

/** A unit of the last place, relative. */
export const ULP = 2 ** -53;

/** Everything about theta as a point of the ride. */
export function measure(
  ride: Ride,
  theta: Float64Array,
  i: number,
  j: number,
  flowTime: number,
  settled: boolean,
): RidePoint {
  const { shape, activation, samples, certificate: end, limitOutput } = ride;
  const at = toChannel(shape, theta, i, j);
  const { epsilon, phi } = at;
  const { w, v, c, a } = pairOfPhi(shape, phi);
  const loss = channelLoss(shape, activation, samples, epsilon).loss(phi);
  const output = channelOutput(shape, activation, phi, epsilon, samples.inputs);
  let square = 0;
  for (let n = 0; n < samples.count; n++)
    square += ((output[n] as number) - (limitOutput[n] as number)) ** 2 / samples.count;
  const spectrum = sharpness(ride.loss, theta);
  const outputDifference = a / epsilon;
  const length = norm(w);
  return {
    theta,
    i: at.i,
    j: at.j,
    epsilon,
    loss,
    excess: loss - end.lossAtInfinity,
    error: Math.sqrt(square),
    smallestEigenvalue: spectrum.smallest,
    largestEigenvalue: spectrum.largest,
    eigenvalueFloor: spectrum.rounding,
    c,
    a,
    cosine: length > 0 ? dot(w, v) / (length * a) : 0,
    outputDifference,
    flowTime,
    settled,
    // c = a_i + a_j carries the rounding of its terms, and the outputs with it; the loss only its square.
    excessFloor: 8 * ULP * loss + (ERROR_FLOOR * ULP * outputDifference) ** 2,
    errorFloor: ERROR_FLOOR * ULP * outputDifference,
  };
}

/** Rounding of the output in units of the last place of a_i - a_j; measured on the oracle's channel. */
const ERROR_FLOOR = 4;
