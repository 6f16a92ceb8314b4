/** The saddle line of a landscape: from parameters that are known, or searched for. */

import type { SaddleLine } from '#math/landscape/saddle-line';
import { networkLoss } from '#math/network/loss';
import { outputWeight, parameterCount } from '#math/network/network';
import { findSaddleLineSteps, type Problem, steepestNeuron } from '#math/network/training';
import { distance } from '#math/numerics/linear-algebra';
import { newton } from '#math/numerics/newton';
import { createRandom } from '#math/numerics/random';
import type { JobStretch } from './job';
import type { LandscapeSpec } from './messages';
import { JobError } from './problem';

const ATTEMPTS = 20;
/** Newton polishes a critical point that is given, it does not find another one. */
const LONGEST_POLISH = 0.5;

/**
 * Polishes the given parameters, or trains from the seed until a minimum is found. Throws an Error that says
 * what to change when there is none, or when the neuron to split has no output weight.
 */
export function* findLine(problem: Problem, spec: LandscapeSpec): JobStretch<'landscape', SaddleLine> {
  const { shape } = problem;
  if (spec.neuron !== undefined && !isIndex(spec.neuron, shape.width)) {
    throw new RangeError(`there is no neuron ${spec.neuron} to split; the network has ${shape.width}`);
  }
  const theta =
    spec.theta === undefined
      ? yield* search(problem, spec.seed)
      : polish(problem, Float64Array.from(spec.theta));
  const neuron = spec.neuron ?? steepestNeuron(problem, theta);
  if (outputWeight(shape, theta, neuron) === 0) {
    throw new JobError({ code: 'no-output-weight', neuron });
  }
  return { shape, theta, neuron };
}

function polish({ shape, activation, samples }: Problem, theta: Float64Array): Float64Array {
  if (theta.length !== parameterCount(shape) || !theta.every(Number.isFinite)) {
    throw new RangeError(
      `a network of ${shape.width} neurons has ${parameterCount(shape)} finite parameters, got ${theta.length}; leave them out to search from the seed`,
    );
  }
  const found = newton(networkLoss(shape, activation, samples), theta);
  if (found.converged && distance(found.theta, theta) <= LONGEST_POLISH) return found.theta;
  throw new Error('these parameters are not near a critical point; leave them out to search from the seed');
}

function* search(problem: Problem, seed: number): JobStretch<'landscape', Float64Array> {
  const steps = findSaddleLineSteps(problem, createRandom(seed), true, { attempts: ATTEMPTS });
  for (;;) {
    const next = steps.next();
    if (next.done) {
      if (next.value.line === undefined) throw new JobError({ code: 'no-minimum', attempts: ATTEMPTS });
      return next.value.line.theta;
    }
    yield next.value === undefined ? undefined : { done: (0.1 * next.value.attempt) / ATTEMPTS };
  }
}

function isIndex(value: number, count: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < count;
}
