/**
 * Mini-batch SGD and Adam on the problem with four parameters, as loops without allocation: 1e5 steps of 16 samples
 * in about 0.1 s. Full-batch gradient descent and gradient flow are the general ones (optimizers.ts, flow.ts) on the
 * loss of toy-data.ts or toy-population.ts.
 */

import type { Samples } from '#math/network/samples';
import { erfGiven } from '#math/numerics/erf';
import { norm } from '#math/numerics/linear-algebra';
import type { Objective } from '#math/numerics/objective';
import type { Random } from '#math/numerics/random';
import type { Outcome, Trajectory } from '#math/numerics/trajectory';
import { TOY_SIZE } from './toy';

export type ToyMethod = 'sgd' | 'adam';

export interface ToyTrainingOptions {
  readonly method: ToyMethod;
  /** 0.1 for SGD and 0.001 for Adam in [FCI]. */
  readonly learningRate: number;
  /** 16 unless told. */
  readonly batchSize?: number;
  readonly maxSteps: number;
  /** Yield every so many steps (and the last); 100 unless told. */
  readonly recordEvery?: number;
  /** lambda of lambda / 2 |theta|^2, added to the loss of every batch; 0 unless told. */
  readonly weightDecay?: number;
}

/** Adam's decay rates and the constant that keeps it from dividing by zero: the defaults of Kingma and Ba 2015. */
const BETA1 = 0.9;
const BETA2 = 0.999;
const SMALLEST = 1e-8;
/** A loss that has grown this much over its start is not coming back. */
const DIVERGED_GROWTH = 1e8;
const SLOPE_AT_0 = Math.sqrt(2 / Math.PI);

/**
 * Trains theta = (w_1, w_2, a_1, a_2) from `start` on batches of the samples, in a new random order each epoch.
 * Yields the start and every `recordEvery`-th step, with the loss `objective` (of all the samples, or of the
 * population) and the norm of the batch's gradient there; time is steps times learning rate, as elsewhere. A run
 * that grows without bound ends in the outcome `diverged`. Throws a RangeError when the learning rate or the
 * batch size is not positive, or the start has no finite loss.
 */
export function* trainToy(
  samples: Samples,
  objective: Objective,
  start: Float64Array,
  random: Random,
  options: ToyTrainingOptions,
): Trajectory {
  const { method, learningRate, batchSize = 16, maxSteps, recordEvery = 100, weightDecay = 0 } = options;
  if (!(learningRate > 0 && Number.isFinite(learningRate)))
    throw new RangeError(`the learning rate must be positive, got ${learningRate}`);
  if (!(Number.isInteger(batchSize) && batchSize > 0))
    throw new RangeError(`a mini-batch needs at least one sample, got ${batchSize}`);
  const theta = Float64Array.from(start);
  const gradient = new Float64Array(TOY_SIZE);
  const batches = shuffledBatches(samples, Math.min(batchSize, samples.count), random);
  const update = method === 'sgd' ? sgdUpdate(learningRate) : adamUpdate(learningRate);
  const startLoss = objective.loss(theta);
  if (!Number.isFinite(startLoss))
    throw new RangeError(`the loss at the start is ${startLoss}; start from finite weights`);

  for (let steps = 0; ; steps++) {
    batches.gradient(theta, gradient);
    for (let p = 0; p < TOY_SIZE; p++)
      gradient[p] = (gradient[p] as number) + weightDecay * (theta[p] as number);
    const last = steps >= maxSteps;
    if (last || steps % recordEvery === 0) {
      const loss = steps === 0 ? startLoss : objective.loss(theta);
      if (!Number.isFinite(loss + norm(theta)) || loss > DIVERGED_GROWTH * startLoss)
        return diverged(steps, learningRate);
      const time = steps * learningRate;
      yield { time, theta: Float64Array.from(theta), loss, gradientNorm: norm(gradient), steps };
    }
    if (last) return { kind: 'steps', message: `${maxSteps} steps are used up; allow more to go on` };
    update(theta, gradient, steps);
  }
}

function diverged(steps: number, learningRate: number): Outcome {
  return {
    kind: 'diverged',
    message: `the loss grew without bound by step ${steps}; take a learning rate below ${learningRate}`,
  };
}

type Update = (theta: Float64Array, gradient: Float64Array, step: number) => void;

function sgdUpdate(learningRate: number): Update {
  return (theta, gradient) => {
    for (let p = 0; p < TOY_SIZE; p++)
      theta[p] = (theta[p] as number) - learningRate * (gradient[p] as number);
  };
}

function adamUpdate(learningRate: number): Update {
  const mean = new Float64Array(TOY_SIZE);
  const square = new Float64Array(TOY_SIZE);
  let decayed1 = 1;
  let decayed2 = 1;
  return (theta, gradient) => {
    decayed1 *= BETA1;
    decayed2 *= BETA2;
    const rate = learningRate / (1 - decayed1);
    const correct2 = 1 / (1 - decayed2);
    for (let p = 0; p < TOY_SIZE; p++) {
      const g = gradient[p] as number;
      const m = BETA1 * (mean[p] as number) + (1 - BETA1) * g;
      const v = BETA2 * (square[p] as number) + (1 - BETA2) * g * g;
      mean[p] = m;
      square[p] = v;
      theta[p] = (theta[p] as number) - (rate * m) / (Math.sqrt(v * correct2) + SMALLEST);
    }
  };
}

/** Gradients of one batch after the other; samples left over at the end of an epoch sit it out. */
function shuffledBatches({ count, inputs, targets }: Samples, batchSize: number, random: Random) {
  const x = Float64Array.from(inputs);
  const y = Float64Array.from(targets);
  let next = count;

  /** Fisher and Yates, on both columns. */
  function shuffle(): void {
    for (let k = count - 1; k > 0; k--) {
      const other = random.integer(k + 1);
      const keptX = x[k] as number;
      const keptY = y[k] as number;
      x[k] = x[other] as number;
      y[k] = y[other] as number;
      x[other] = keptX;
      y[other] = keptY;
    }
    next = 0;
  }

  return {
    gradient(theta: Float64Array, gradient: Float64Array): void {
      if (next + batchSize > count) shuffle();
      const [w1, w2, a1, a2] = theta as unknown as readonly [number, number, number, number];
      let byW1 = 0;
      let byW2 = 0;
      let byA1 = 0;
      let byA2 = 0;
      for (const end = next + batchSize; next < end; next++) {
        const xn = x[next] as number;
        const z1 = w1 * xn;
        const z2 = w2 * xn;
        const gaussian1 = Math.exp(-0.5 * z1 * z1);
        const gaussian2 = Math.exp(-0.5 * z2 * z2);
        const s1 = erfGiven(z1 * Math.SQRT1_2, gaussian1);
        const s2 = erfGiven(z2 * Math.SQRT1_2, gaussian2);
        const r = a1 * s1 + a2 * s2 - (y[next] as number);
        byA1 += r * s1;
        byA2 += r * s2;
        byW1 += r * xn * gaussian1;
        byW2 += r * xn * gaussian2;
      }
      const scale = 2 / batchSize;
      gradient[0] = scale * SLOPE_AT_0 * a1 * byW1;
      gradient[1] = scale * SLOPE_AT_0 * a2 * byW2;
      gradient[2] = scale * byA1;
      gradient[3] = scale * byA2;
    },
  };
}
