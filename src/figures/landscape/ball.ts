/** The ball in numbers: where it is in parameter space, for the read-outs and the function beside it. Pure. */

import { ALPHA } from '#landscape/slice-mesh';
import { descentPoint, planeLoss } from '#landscape/slice-points';
import { inputWeights, type NetworkShape, outputWeight } from '#math/network/network';
import { distance } from '#math/numerics/linear-algebra';
import { currentRun, replayIndex } from './run-places';
import type { LandscapeValues } from './schema';
import type { Session } from './session';

export interface BallState {
  readonly gamma: number;
  readonly loss: number;
  /** Flow time, or steps times the learning rate; 0 at the start. */
  readonly time: number;
  /** Parameters of the duplicated network; on the plane slice unknown until the worker has found them. */
  readonly theta?: Float64Array;
  /** Half the distance of the pair's input weights. */
  readonly epsilon?: number;
  /** a_i - a_j of the pair. */
  readonly gap?: number;
  /** Distance in parameter space to the drawn surface. */
  readonly off?: number;
}

/** Half the distance of the pair's input weights, and a_i - a_j. */
function pairNumbers(shape: NetworkShape, theta: Float64Array, neuron: number) {
  const last = shape.width - 1;
  return {
    epsilon: distance(inputWeights(shape, theta, neuron), inputWeights(shape, theta, last)) / 2,
    gap: outputWeight(shape, theta, neuron) - outputWeight(shape, theta, last),
  };
}

/**
 * The ball as the replay shows it, or at its start.
 * @param where `start` looks at the start even when a run is there
 */
export function ballState(
  session: Session,
  values: LandscapeValues,
  where: 'shown' | 'start' = 'shown',
): BallState | undefined {
  const { shape, network } = session;
  if (!shape || !network) return undefined;
  const run = currentRun(session);
  if (where === 'shown' && run && run.times.length > 0) {
    const k = replayIndex(run, values.time);
    const theta = run.thetas[k];
    const [gamma, loss, time] = [run.gammas[k], run.losses[k], run.times[k]];
    if (!theta || gamma === undefined || loss === undefined || time === undefined) return undefined;
    const off = values.slice === 'plane' ? run.offPlane[k] : run.offDescent[k];
    return {
      gamma,
      loss,
      time,
      theta,
      ...pairNumbers(shape, theta, network.neuron),
      ...(off !== undefined && { off }),
    };
  }
  const { gamma, along } = values;
  if (values.slice === 'plane') {
    const alpha = along * ALPHA;
    const loss = session.plane && planeLoss(session.plane, gamma, alpha);
    if (loss === undefined) return undefined;
    const { located } = session;
    const theta = located?.gamma === gamma && located.alpha === alpha ? located.theta : undefined;
    const known = theta && { theta, ...pairNumbers(shape, theta, network.neuron) };
    return { gamma, loss, time: 0, off: 0, ...known };
  }
  const point = descentPoint(session, gamma, along);
  if (!point) return undefined;
  const { theta, loss } = point;
  return { gamma, loss, time: 0, theta, off: 0, ...pairNumbers(shape, theta, network.neuron) };
}
