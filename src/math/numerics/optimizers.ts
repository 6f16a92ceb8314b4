/**
 * Gradient descent, mini-batch SGD and Adam: what a network is usually trained with, beside exact gradient
 * flow.
 */
import { norm } from './linear-algebra';
import { checkStart, type Objective } from './objective';
import type { Random } from './random';
import type { Trajectory, TrajectoryPoint } from './trajectory';

export interface OptimizerOptions {
  /** Learning rate eta. */
  readonly learningRate: number;
  readonly maxSteps: number;
  /** Yield every so many steps (and the last); 1 unless told. */
  readonly recordEvery?: number;
  /** Stop when the norm of the gradient is at most this; never for a mini-batch gradient. */
  readonly minGradientNorm?: number;
  /** Stop when the Euclidean norm of all parameters exceeds this. */
  readonly maxWeightNorm?: number;
}

/**
 * Exponential decay rates of Adam's moments and the constant that keeps it from dividing by zero (Kingma and
 * Ba 2015).
 */
export interface AdamOptions extends OptimizerOptions {
  readonly beta1?: number;
  readonly beta2?: number;
  readonly smallest?: number;
}

/** A loss that has grown this much over its start, at a finite learning rate, is not coming back. */
const DIVERGED_GROWTH = 1e8;

/** Replaces theta by the next iterate, given the gradient there. */
type Update = (theta: Float64Array, gradient: Float64Array, step: number) => void;

/**
 * Full-batch gradient descent, theta <- theta - eta grad L. Time counts eta a step, so it compares with
 * gradient flow.
 */
export function gradientDescent(
  objective: Objective,
  start: Float64Array,
  options: OptimizerOptions,
): Trajectory {
  return iterate(objective, () => objective, start, options, descentUpdate(options.learningRate));
}

/**
 * Stochastic gradient descent: each step uses the loss of one of `batches` (see `sampleBatches`), drawn in a
 * new random order each epoch. The loss that is yielded is that of all samples, `objective`; the gradient
 * norm is the mini-batch's.
 */
export function stochasticGradientDescent(
  objective: Objective,
  batches: readonly Objective[],
  start: Float64Array,
  random: Random,
  options: OptimizerOptions,
): Trajectory {
  if (batches.length === 0) throw new RangeError('SGD needs at least one mini-batch, got 0');
  const order = batches.map((_, k) => k);
  const batch = (step: number): Objective => {
    const k = step % order.length;
    if (k === 0) shuffle(order, random);
    return batches[order[k] as number] as Objective;
  };
  return iterate(objective, batch, start, options, descentUpdate(options.learningRate));
}

/** Adam with bias correction, full batch, or mini-batches when given. */
export function adam(
  objective: Objective,
  start: Float64Array,
  options: AdamOptions,
  stochastic?: { readonly batches: readonly Objective[]; readonly random: Random },
): Trajectory {
  const { learningRate, beta1 = 0.9, beta2 = 0.999, smallest = 1e-8 } = options;
  const mean = new Float64Array(objective.size);
  const square = new Float64Array(objective.size);
  const update: Update = (theta, gradient, step) => {
    const correct1 = 1 - beta1 ** (step + 1);
    const correct2 = 1 - beta2 ** (step + 1);
    for (let p = 0; p < theta.length; p++) {
      const g = gradient[p] as number;
      const m = beta1 * (mean[p] as number) + (1 - beta1) * g;
      const v = beta2 * (square[p] as number) + (1 - beta2) * g * g;
      mean[p] = m;
      square[p] = v;
      theta[p] =
        (theta[p] as number) - (learningRate * (m / correct1)) / (Math.sqrt(v / correct2) + smallest);
    }
  };
  if (stochastic === undefined) return iterate(objective, () => objective, start, options, update);
  const { batches, random } = stochastic;
  if (batches.length === 0) throw new RangeError('Adam needs at least one mini-batch, got 0');
  return iterate(
    objective,
    () => batches[random.integer(batches.length)] as Objective,
    start,
    options,
    update,
  );
}

function descentUpdate(learningRate: number): Update {
  return (theta, gradient) => {
    for (let p = 0; p < theta.length; p++)
      theta[p] = (theta[p] as number) - learningRate * (gradient[p] as number);
  };
}

/** Fisher and Yates, in place. */
export function shuffle(values: number[], random: Random): void {
  for (let k = values.length - 1; k > 0; k--) {
    const other = random.integer(k + 1);
    const keep = values[k] as number;
    values[k] = values[other] as number;
    values[other] = keep;
  }
}

/**
 * The loop that all of them share: record, stop, take a gradient, update. Throws a RangeError as `checkStart`, and when
 * the learning rate is not positive or the loss at the start not finite.
 */
function* iterate(
  objective: Objective,
  objectiveOfStep: (step: number) => Objective,
  start: Float64Array,
  options: OptimizerOptions,
  update: Update,
): Trajectory {
  const { learningRate, maxSteps, recordEvery = 1, minGradientNorm = 0 } = options;
  const { maxWeightNorm = Number.POSITIVE_INFINITY } = options;
  if (!(learningRate > 0 && Number.isFinite(learningRate))) {
    throw new RangeError(`the learning rate must be positive, got ${learningRate}`);
  }
  checkStart(objective, start);
  const theta = Float64Array.from(start);
  const gradient = new Float64Array(objective.size);
  let steps = 0;
  let startLoss = Number.NaN;
  for (;;) {
    const current = objectiveOfStep(steps);
    const stepLoss = current.gradient(theta, gradient);
    const gradientNorm = norm(gradient);
    const last = steps >= maxSteps;
    const record = last || steps % recordEvery === 0;
    // Mini-batches have their own loss; the whole one is only evaluated where it is recorded.
    const loss = current === objective ? stepLoss : record ? objective.loss(theta) : stepLoss;
    const size = norm(theta);
    const stationary = current === objective && gradientNorm <= minGradientNorm;
    const far = size > maxWeightNorm;
    if (steps === 0) {
      startLoss = loss;
      if (!Number.isFinite(loss))
        throw new RangeError(`the loss at the start is ${loss}; start from finite weights`);
    }
    if (
      !Number.isFinite(loss + gradientNorm + size) ||
      loss > DIVERGED_GROWTH * Math.max(startLoss, 1e-300)
    ) {
      return {
        kind: 'diverged',
        steps,
        message: `the loss grew without bound by step ${steps}; take a learning rate below ${learningRate}`,
      };
    }
    if (record || stationary || far) {
      const point: TrajectoryPoint = {
        time: steps * learningRate,
        theta: Float64Array.from(theta),
        loss,
        gradientNorm,
        steps,
      };
      yield point;
    }
    if (stationary) {
      return { kind: 'stationary', message: `the gradient norm fell to ${gradientNorm.toExponential(1)}` };
    }
    if (far) {
      return {
        kind: 'far',
        message: `the weight norm reached ${size.toPrecision(3)}: perhaps a channel to infinity`,
      };
    }
    if (last) return { kind: 'steps', message: `${maxSteps} steps are used up; allow more to go on` };
    update(theta, gradient, steps);
    steps++;
  }
}
