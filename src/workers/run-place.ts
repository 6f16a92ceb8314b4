/** Where a run has come to: in a channel, at a finite minimum, or neither. */
import { toChannel } from '#math/channel-network';
import { type Certificate, certificate } from '#math/limit-network';
import { distance } from '#math/linear-algebra';
import { conclude } from '#math/training';
import type { RunEnd } from './messages';
import { positionIn, type World } from './world';

export interface Place {
  readonly place: RunEnd['place'];
  /** A sentence without its full stop. */
  readonly message: string;
}

/** A pair closer than this (half the distance of the input weights), and with its limit this near, is in its channel. */
const CLOSE_PAIR = 0.3;
const NEAR_LIMIT = 0.5;

/** Decides by the paper's criterion and the certificate, else by Newton's method from theta. */
export function placeOf(world: World, theta: Float64Array): Place {
  const { shape, activation, samples, line } = world.landscape;
  const found = conclude({ shape, activation, samples }, theta, '');
  if (found.kind === 'minimum') {
    return { place: 'finite', message: `beside it is a finite minimum of loss ${found.loss.toPrecision(6)}` };
  }
  const limit = found.certificate ?? splitPairLimit(world, theta);
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

/** The minimum at infinity that the split pair heads for, if it is near one. */
function splitPairLimit(world: World, theta: Float64Array): Certificate | undefined {
  const { shape, activation, samples, line } = world.landscape;
  const { epsilon } = positionIn(world, theta);
  if (!(epsilon > 0 && epsilon < CLOSE_PAIR)) return undefined;
  const { phi } = toChannel(shape, theta, line.neuron, shape.width - 1);
  const limit = certificate(shape, activation, samples, phi);
  const near = limit.verdict === 'minimum-at-infinity' && distance(limit.phi, phi) < NEAR_LIMIT;
  return near ? limit : undefined;
}
