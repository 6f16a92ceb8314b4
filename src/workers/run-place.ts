/** Where a run has come to: in a channel, at a finite minimum, or neither. */
import { toChannel } from '#math/channel/channel-network';
import { type Certificate, certificate } from '#math/channel/limit-network';
import { descendSteps, fixedGamma } from '#math/landscape/descent-path';
import { gammaOf, saddlePoint } from '#math/landscape/saddle-line';
import { conclude } from '#math/network/training';
import type { Steps } from '#math/numerics/steps';
import type { RunEnd } from './messages';
import { positionIn, type World } from './world';

export interface Place {
  readonly place: RunEnd['place'];
  /** A sentence without its full stop. */
  readonly message: string;
}

/**
 * A run has settled on a road when no more than this fraction of the way down, from the saddle line to the
 * foot at its gamma, is left.
 */
const LEFT_TO_FALL = 0.05;

/** Decides by Newton's method, and by the certificate of a channel. */
export function* placeOf(world: World, theta: Float64Array): Steps<Place> {
  const { shape, activation, samples, line } = world.landscape;
  const found = conclude({ shape, activation, samples }, theta, '');
  if (found.kind === 'minimum') {
    return { place: 'finite', message: `beside it is a finite minimum of loss ${found.loss.toPrecision(6)}` };
  }
  const limit = found.certificate ?? (yield* limitBelow(world, theta));
  if (limit !== undefined) {
    return {
      place: 'channel',
      message:
        `it is in a channel to a minimum at infinity of loss ${limit.lossAtInfinity.toPrecision(6)} ` +
        `(smallest eigenvalue ${limit.smallestEigenvalue.toExponential(1)}, h = ${limit.h.toPrecision(3)})`,
    };
  }
  const { epsilon } = positionIn(world, theta);
  if (found.kind === 'saddle' && epsilon < 1e-9) {
    return {
      place: 'elsewhere',
      message: `it is on the saddle line of neuron ${line.neuron}, where no direction is downhill to first order; start beside it`,
    };
  }
  return {
    place: 'elsewhere',
    message:
      found.kind === 'saddle'
        ? 'beside it is a saddle point'
        : 'it is still on its way; allow more time or steps',
  };
}

/**
 * The minimum at infinity that the split pair's road leads to, if theta is on it: certified from the foot at
 * its gamma, since from theta itself, while the flat directions have not settled, Newton's method gets lost.
 */
function* limitBelow({ landscape }: World, theta: Float64Array): Steps<Certificate | undefined> {
  const { shape, activation, samples, line, loss } = landscape;
  const gamma = gammaOf(line, theta);
  const { foot } = yield* descendSteps(landscape, fixedGamma(landscape, gamma), theta);
  const crest = loss.loss(saddlePoint(line, gamma));
  if (!(loss.loss(theta) - foot.loss < LEFT_TO_FALL * (crest - foot.loss)) || !(foot.epsilon > 0))
    return undefined;
  const { phi } = toChannel(shape, foot.theta, line.neuron, shape.width - 1);
  const limit = certificate(shape, activation, samples, phi);
  return limit.verdict === 'minimum-at-infinity' ? limit : undefined;
}
