/** Where a run has come to: in a channel, at a finite minimum, or neither. */
import { toChannel } from '#math/channel/channel-network';
import { type Certificate, certificate } from '#math/channel/limit-network';
import { descendSteps, fixedGamma } from '#math/landscape/descent-path';
import { gammaOf, saddlePoint } from '#math/landscape/saddle-line';
import { conclude } from '#math/network/training';
import type { Steps } from '#math/numerics/steps';
import type { RunEnd } from './messages';
import type { World } from './world';

/**
 * A run has settled on a road when no more than this fraction of the way down, from the saddle line to the
 * foot at its gamma, is left.
 */
const LEFT_TO_FALL = 0.05;

/** Decides by Newton's method, and by the certificate of a channel. */
export function* placeOf(world: World, theta: Float64Array): Steps<RunEnd['place']> {
  const { shape, activation, samples } = world.landscape;
  const found = conclude({ shape, activation, samples }, theta, '');
  if (found.kind === 'minimum') return 'finite';
  return (found.certificate ?? (yield* limitBelow(world, theta))) === undefined ? 'elsewhere' : 'channel';
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
