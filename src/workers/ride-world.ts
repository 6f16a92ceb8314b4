/** The ride that a worker found last: what jumps and clocks are in. */
import type { Activation } from '#math/activation/activation';
import { sharpnessCoefficient } from '#math/channel/channel-laws';
import { pairOfPhi, toChannel } from '#math/channel/channel-network';
import { type Certificate, certificate } from '#math/channel/limit-network';
import type { Side } from '#math/landscape/descent-path';
import type { Landscape } from '#math/landscape/landscape';
import type { NetworkShape } from '#math/network/network';
import type { Samples } from '#math/network/samples';
import { dot, norm } from '#math/numerics/linear-algebra';
import type { Ride, RidePoint } from '#math/ride/ride-point';
import type { RideCertificate } from './ride-messages';

export interface RideWorld {
  /** The saddle line beside which the channel was found, and on which side; none where the ride began in a channel. */
  readonly origin: { readonly landscape: Landscape; readonly side: Side; readonly gamma: number } | undefined;
  /** The ride by its latest end, and its points from the start on. */
  ride: Ride;
  points: RidePoint[];
}

/** What is sent of a point: its parameters in an array of their own. */
export function sentPoint(point: RidePoint): RidePoint {
  return { ...point, theta: Float64Array.from(point.theta) };
}

/** What is sent of a certificate. */
export function sentCertificate(
  shape: NetworkShape,
  activation: Activation,
  samples: Samples,
  end: Certificate,
  { steps, milliseconds }: NewtonCost,
): RideCertificate {
  const { w, v, a } = pairOfPhi(shape, end.phi);
  const { verdict, lossAtInfinity, maxAbsGradient, smallestEigenvalue, h, c } = end;
  return {
    ...{ verdict, lossAtInfinity, maxAbsGradient, smallestEigenvalue, h, a, c },
    cosine: dot(w, v) / (norm(w) * a),
    sharpness: sharpnessCoefficient(shape, activation, samples, end.phi),
    newtonSteps: steps,
    milliseconds,
  };
}

export interface NewtonCost {
  readonly steps: number;
  readonly milliseconds: number;
}

/** What Newton's method takes from a point in the channel to infinity. */
export function newtonCost(
  { shape, activation, samples }: Pick<Ride, 'shape' | 'activation' | 'samples'>,
  { theta, i, j }: RidePoint,
  now: () => number,
): NewtonCost {
  const started = now();
  const { newtonSteps } = certificate(shape, activation, samples, toChannel(shape, theta, i, j).phi);
  return { steps: newtonSteps, milliseconds: now() - started };
}
