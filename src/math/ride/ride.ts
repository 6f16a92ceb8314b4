/**
 * The ride to infinity by the jump procedure [FCI C.1]: halve epsilon at fixed c, a, w and Delta, let gradient flow
 * settle, repeat. Each point is compared with the end of the channel, which the certificate knows exactly.
 */
import type { Activation } from '#math/activation/activation';
import { alignSigns, detectChannel } from '#math/channel/channel';
import { type ChannelPoint, fromChannel, pairOfPhi, toChannel } from '#math/channel/channel-network';
import { channelOutput } from '#math/channel/channel-output';
import { type Certificate, certificate } from '#math/channel/limit-network';
import { networkLoss } from '#math/network/loss';
import { inputWeights, type NetworkShape, parameterCount } from '#math/network/network';
import type { Samples } from '#math/network/samples';
import { gradientFlow } from '#math/numerics/flow';
import { norm } from '#math/numerics/linear-algebra';
import type { Steps } from '#math/numerics/steps';
import { measure, type Ride, type RidePoint, ULP } from './ride-point';

/**
 * Why a start cannot be ridden:
 * - `not-finite`: a weight is NaN or infinite
 * - `not-smooth`: the activation has no second derivative
 * - `no-channel`: no two neurons are nearly parallel with large opposite output weights
 * - `no-limit`: no minimum at infinity is near
 */
export type NoRide = {
  readonly kind: 'not-finite' | 'not-smooth' | 'no-channel' | 'no-limit';
  /** What to do instead, in a sentence. */
  readonly message: string;
};

/** A ride with its first point, or why there is none. */
export type RideStart = { readonly kind: 'ride'; readonly ride: Ride; readonly start: RidePoint } | NoRide;

/** Settling times the slowest rate, in each of the two parts; what is left of a deviation is exp(-30). */
const SETTLED = 15;

/**
 * Finds the channel that theta is in and its end; `pair` names the two neurons, else they are looked for. A few
 * Newton steps, tens of milliseconds; never throws for a start that is no channel, but says so. Throws a RangeError
 * only for a pair of neurons that does not exist.
 */
export function startRide(
  shape: NetworkShape,
  activation: Activation,
  samples: Samples,
  theta: Float64Array,
  pair?: readonly [number, number],
): RideStart {
  if (theta.length !== parameterCount(shape) || !theta.every(Number.isFinite))
    return { kind: 'not-finite', message: 'a weight is not a finite number; start from another network' };
  if (!activation.smooth) {
    const message = `${activation.name} has no second derivative, so its channels have no certificate; take a smooth activation`;
    return { kind: 'not-smooth', message };
  }
  const found = pair ?? pairOf(detectChannel(shape, activation, theta));
  if (found === undefined) {
    return {
      kind: 'no-channel',
      message:
        'no two neurons have nearly equal input weights and large opposite output weights; let the flow run on, or start from another place',
    };
  }
  const [i, j] = found;
  const aligned = alignSigns(shape, activation, theta, i, j);
  const point = channelPoint(shape, aligned, i, j);
  if (point === undefined) {
    return {
      kind: 'no-channel',
      message: `neurons ${i + 1} and ${j + 1} have equal input weights, as on the saddle line; push them apart first`,
    };
  }
  const end = endOf(shape, activation, samples, point.phi);
  if (!isRidable(end)) {
    return {
      kind: 'no-limit',
      message: `${end.message}; let the flow run on into the channel, or start from another place`,
    };
  }
  const loss = networkLoss(shape, activation, samples);
  const fastLoss = networkLoss(shape, activation, samples, 'table');
  const ride = towards({ shape, activation, samples, loss, fastLoss }, end);
  return { kind: 'ride', ride, start: measure(ride, aligned, i, j, 0, false) };
}

/**
 * The certificate, polished: Newton's method may spend all its steps on the way from far out, and then its point is
 * only good to what the loss shows.
 */
function endOf(
  shape: NetworkShape,
  activation: Activation,
  samples: Samples,
  phi: Float64Array,
): Certificate {
  return certificate(shape, activation, samples, certificate(shape, activation, samples, phi).phi);
}

type World = Pick<Ride, 'shape' | 'activation' | 'samples' | 'loss' | 'fastLoss'>;

function towards({ shape, activation, samples, loss, fastLoss }: World, end: Certificate): Ride {
  return {
    shape,
    activation,
    samples,
    loss,
    fastLoss,
    certificate: end,
    limitOutput: channelOutput(shape, activation, end.phi, 0, samples.inputs),
    settleTime: SETTLED / end.smallestEigenvalue,
  };
}

function pairOf(pair: { readonly i: number; readonly j: number } | undefined) {
  return pair === undefined ? undefined : ([pair.i, pair.j] as const);
}

/** Channel coordinates, or undefined where the two neurons have equal input weights. */
function channelPoint(shape: NetworkShape, theta: Float64Array, i: number, j: number) {
  const wj = inputWeights(shape, theta, j);
  const isTwin = inputWeights(shape, theta, i).every((value, k) => value === wj[k]);
  return isTwin ? undefined : toChannel(shape, theta, i, j);
}

/** A road back has a limit too, and can be ridden against the flow; a saddle or nothing cannot. */
function isRidable({ verdict, a }: Certificate): boolean {
  return (verdict === 'minimum-at-infinity' || verdict === 'road-back') && a > 0;
}

/** Below this epsilon weights of 1e8 leave no digits for the difference of the two neurons. */
const SMALLEST_EPSILON = 1e-8;
/**
 * The rounding of the largest eigenvalue beyond which the flow no longer sees the curvature of the other directions,
 * of order 1 or less. On the oracle's channel this is at epsilon = 5e-7; from 1e-7 on the flow wanders.
 */
const BLIND = 0.001;

/**
 * - `arrived`: 64-bit numbers end here, by the sharpness or by the smallest epsilon
 * - `came-back`: the flow undid the jump: a road back
 * - `lost`: the flow left the channel
 */
export type RideEnd = {
  readonly kind: 'arrived' | 'came-back' | 'lost';
  readonly message: string;
};

/**
 * `ride` is the one the jump was made on, unless the flow turned out to lead to another end than Newton's method found
 * from further out; earlier points must then be taken anew with `remeasure`.
 */
export type RideStep = { readonly kind: 'point'; readonly ride: Ride; readonly point: RidePoint } | RideEnd;

/**
 * One jump from a point and the settling after it, pausing after each step of the flow. Epsilon is multiplied by
 * `factor`, halved unless told; while it settles the flow takes it a little further.
 */
export function* jumpRide(ride: Ride, from: RidePoint, factor = 0.5): Steps<RideStep> {
  if (from.epsilon * factor < SMALLEST_EPSILON || ULP * from.largestEigenvalue > BLIND * factor * factor) {
    return {
      kind: 'arrived',
      message: `at epsilon = ${from.epsilon.toExponential(1)} 64-bit numbers end: the sharpness hides all other curvature. Go the rest of the way to infinity directly`,
    };
  }
  const { shape, settleTime } = ride;
  const { i, j } = from;
  const here = toChannel(shape, from.theta, i, j);
  let theta = fromChannel(shape, { ...here, epsilon: here.epsilon * factor });
  let flowTime = from.flowTime;
  for (const loss of [ride.fastLoss, ride.loss]) {
    let time = 0;
    for (const point of gradientFlow(loss, theta, { maxTime: settleTime })) {
      theta = point.theta;
      time = point.time;
      yield;
    }
    flowTime += time;
  }
  const point = channelPoint(shape, theta, i, j);
  if (point === undefined || !isNear(shape, point, ride.certificate)) {
    return {
      kind: 'lost',
      message: 'the flow left this channel after the jump; take smaller jumps, or go to infinity directly',
    };
  }
  if (point.epsilon > from.epsilon) {
    return {
      kind: 'came-back',
      message: 'the flow undoes the jump: the loss rises towards infinity, this is a road back',
    };
  }
  const measured = measure(ride, theta, i, j, flowTime, true);
  if (isExpected(ride, measured)) return { kind: 'point', ride, point: measured };
  const end = endOf(shape, ride.activation, ride.samples, point.phi);
  const isAnother = Math.abs(end.lossAtInfinity / ride.certificate.lossAtInfinity - 1) > SAME_END;
  if (!isRidable(end) || !isAnother) return { kind: 'point', ride, point: measured };
  const other = towards(ride, end);
  return { kind: 'point', ride: other, point: measure(other, theta, i, j, flowTime, true) };
}

/** Losses at infinity that differ by less than this, relatively, belong to the same end. */
const SAME_END = 1e-10;

/** The same network compared with another end. */
export function remeasure(ride: Ride, { theta, i, j, flowTime, settled }: RidePoint): RidePoint {
  return measure(ride, theta, i, j, flowTime, settled);
}

/** Whether a settled point's loss lies where the end of the channel puts it, h epsilon^2 above the end's. */
function isExpected({ certificate: { h } }: Ride, { epsilon, excess, excessFloor }: RidePoint): boolean {
  const ratio = excess / (h * epsilon * epsilon);
  return Math.abs(excess) < excessFloor || (ratio > 0.5 && ratio < 2);
}

/** Whether a point still belongs to the channel that ends at the certificate: w within its own size. */
function isNear(shape: NetworkShape, point: ChannelPoint, end: Certificate): boolean {
  const here = pairOfPhi(shape, point.phi).w;
  const there = pairOfPhi(shape, end.phi).w;
  const away = norm(here.map((value, k) => value - (there[k] as number)));
  return away <= norm(there) + point.epsilon;
}
