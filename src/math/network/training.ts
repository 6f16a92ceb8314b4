/**
 * From a random start to a critical point: gradient flow, then Newton's method; and the search for saddle
 * lines.
 */
import type { Activation } from '#math/activation/activation';
import { alignSigns, detectChannel } from '#math/channel/channel';
import { toChannel } from '#math/channel/channel-network';
import { type Certificate, certificate } from '#math/channel/limit-network';
import { type SaddleLine, saddlePoint, splitShape } from '#math/landscape/saddle-line';
import { climbByRounding, gradientFlow } from '#math/numerics/flow';
import { distance, dot, maxAbs } from '#math/numerics/linear-algebra';
import { lossRounding, newton } from '#math/numerics/newton';
import { derivativesAt, type Objective } from '#math/numerics/objective';
import type { Random } from '#math/numerics/random';
import { eigenvalueRounding, symmetricEigen, symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import type { TrajectoryPoint } from '#math/numerics/trajectory';
import { glorotNormal } from './initialise';
import { networkLoss } from './loss';
import { inputWeights, type NetworkShape } from './network';
import type { Samples } from './samples';

/** What to train on what. */
export interface Problem {
  readonly shape: NetworkShape;
  readonly activation: Activation;
  readonly samples: Samples;
}

/**
 * - `minimum`: a critical point with positive definite Hessian
 * - `saddle`: a critical point with a negative or vanishing eigenvalue; also one of a manifold of zeros of the loss
 * - `channel`: a pair runs away to a minimum at infinity, not above the present loss; `certificate` says where to
 * - `unfinished`: none of these within the budget
 */
export type TrainingKind = 'minimum' | 'saddle' | 'channel' | 'unfinished';

export interface TrainingResult {
  readonly kind: TrainingKind;
  readonly message: string;
  readonly theta: Float64Array;
  readonly loss: number;
  readonly maxAbsGradient: number;
  /** Of the Hessian at a critical point, ascending; undefined elsewhere. */
  readonly eigenvalues: Float64Array | undefined;
  /** Of the limit network of a channel; undefined elsewhere. */
  readonly certificate: Certificate | undefined;
}

export interface TrainingOptions {
  readonly maxSteps?: number;
  readonly maxTime?: number;
}

/** Newton may finish what the flow began, not find another critical point. */
const LONGEST_FINISH = 0.5;

/**
 * Trains from `start` by gradient flow and polishes with Newton's method. Yields points on the way for
 * progress, returns what it came to. A caller may stop at any time.
 */
export function* train(
  { shape, activation, samples }: Problem,
  start: Float64Array,
  { maxSteps = 1500, maxTime = 1e8 }: TrainingOptions = {},
): Generator<TrajectoryPoint, TrainingResult> {
  const flow = gradientFlow(networkLoss(shape, activation, samples, 'table'), start, {
    relativeTolerance: 1e-3,
    absoluteTolerance: 1e-5,
    minGradientNorm: 1e-9,
    maxWeightNorm: 1e4,
    maxTime,
    maxSteps,
  });
  let theta = start;
  let next = flow.next();
  while (!next.done) {
    theta = next.value.theta;
    yield next.value;
    next = flow.next();
  }
  return conclude({ shape, activation, samples }, theta, next.value.message);
}

/** What a trained point is: in a channel, beside a critical point, or neither. */
export function conclude(
  { shape, activation, samples }: Problem,
  theta: Float64Array,
  message: string,
): TrainingResult {
  const objective = networkLoss(shape, activation, samples);
  const here = { loss: objective.loss(theta), eigenvalues: undefined, certificate: undefined };
  const limit = limitOf({ shape, activation, samples }, theta);
  // Newton's method may find a minimum at infinity that lies higher: no way down leads there.
  const highest = here.loss + climbByRounding(here.loss, theta);
  if (limit?.verdict === 'minimum-at-infinity' && limit.lossAtInfinity <= highest) {
    const gradient = new Float64Array(objective.size);
    objective.gradient(theta, gradient);
    return {
      ...here,
      kind: 'channel',
      message: limit.message,
      theta,
      maxAbsGradient: maxAbs(gradient),
      certificate: limit,
    };
  }
  const isolated = newton(objective, theta);
  const isNear = isolated.converged && distance(isolated.theta, theta) <= LONGEST_FINISH;
  const found = isNear ? isolated : zeroNear(objective, theta);
  if (found === undefined) {
    const saddle = saddleAt(objective, theta);
    if (saddle !== undefined) return { ...here, ...saddle, kind: 'saddle', theta };
    const advice = `${message}, and no critical point is near; try another start`;
    return { ...here, kind: 'unfinished', message: advice, theta, maxAbsGradient: isolated.maxAbsGradient };
  }
  const eigenvalues = symmetricEigenvalues(found.hessian, objective.size);
  const smallest = eigenvalues[0] as number;
  const isMinimum = smallest > eigenvalueRounding(eigenvalues);
  return {
    kind: isMinimum ? 'minimum' : 'saddle',
    message: isMinimum ? 'a finite minimum' : isNear ? saddleMessage(smallest) : ZERO_MESSAGE,
    theta: found.theta,
    loss: found.loss,
    maxAbsGradient: found.maxAbsGradient,
    eigenvalues,
    certificate: undefined,
  };
}

/** The certificate from theta, if a pair of it looks like one in a channel. Exact copies have no limit of their own. */
function limitOf({ shape, activation, samples }: Problem, theta: Float64Array): Certificate | undefined {
  if (!activation.smooth) return undefined;
  const pair = detectChannel(shape, activation, theta);
  if (pair === undefined) return undefined;
  const { i, j } = pair;
  const aligned = alignSigns(shape, activation, theta, i, j);
  if (distance(inputWeights(shape, aligned, i), inputWeights(shape, aligned, j)) === 0) return undefined;
  return certificate(shape, activation, samples, toChannel(shape, aligned, i, j).phi);
}

/** Each step towards a zero of the loss must leave at most this of it, or none is near; so many steps at most. */
const LEAST_GAIN = 0.5;
const MAX_ZERO_STEPS = 30;

const ZERO_MESSAGE = 'the loss is zero here and on a whole manifold around: no isolated minimum';

/**
 * Where the loss is zero to rounding, near theta; undefined when there is no such point. Zeros that are a whole
 * manifold, as with more neurons than the target needs, have a singular Hessian, in which Newton's method gets lost:
 * steps are damped by the size of the residual instead, which converges quadratically to the nearest of them
 * (Yamashita and Fukushima, Computing Supplementa 15 (2001) 239).
 */
function zeroNear(objective: Objective, start: Float64Array) {
  const n = objective.size;
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  let theta = start;
  let before = Number.POSITIVE_INFINITY;
  for (let step = 0; step < MAX_ZERO_STEPS; step++) {
    const loss = objective.hessian(theta, gradient, hessian);
    if (loss <= lossRounding(theta, hessian))
      return { theta, loss, maxAbsGradient: maxAbs(gradient), hessian };
    if (!(loss <= LEAST_GAIN * before) || distance(theta, start) > LONGEST_FINISH) return undefined;
    before = loss;
    const { values, vectors } = symmetricEigen(hessian, n);
    const next = Float64Array.from(theta);
    for (let i = 0; i < n; i++) {
      const v = vectors.subarray(i * n, i * n + n);
      const t = -dot(gradient, v) / (Math.abs(values[i] as number) + Math.sqrt(loss));
      for (let p = 0; p < n; p++) next[p] = (next[p] as number) + t * (v[p] as number);
    }
    theta = next;
  }
  return undefined;
}

/** Below it a gradient is rounding. */
const ZERO_GRADIENT = 1e-10;

/**
 * On a line of critical points, as the saddle line is one, Newton's method runs away along the line; a point of it is
 * a saddle all the same.
 */
function saddleAt(objective: Objective, theta: Float64Array) {
  const { gradient, hessian } = derivativesAt(objective, theta);
  const maxAbsGradient = maxAbs(gradient);
  if (!(maxAbsGradient <= ZERO_GRADIENT)) return undefined;
  const eigenvalues = symmetricEigenvalues(hessian, objective.size);
  const smallest = eigenvalues[0] as number;
  if (!(smallest < -eigenvalueRounding(eigenvalues))) return undefined;
  return { maxAbsGradient, eigenvalues, message: saddleMessage(smallest) };
}

function saddleMessage(smallest: number): string {
  return `a critical point with smallest eigenvalue ${smallest.toExponential(1)}`;
}

export interface SearchOptions extends TrainingOptions {
  /** Random starts tried. */
  readonly attempts?: number;
  /** Losses of minima already known; a minimum within 1e-6 relative of one is not another. */
  readonly known?: readonly number[];
}

/** One random start and what it came to. */
export interface SearchAttempt {
  readonly attempt: number;
  readonly result: TrainingResult;
}

export interface SearchResult {
  /** Undefined when the search found none; then `message` says so. */
  readonly line: SaddleLine | undefined;
  readonly message: string;
}

/**
 * Looks for another saddle line: trains the network from Glorot starts until it meets a finite minimum that
 * is not known, and splits the neuron from whose line the way down is steepest at gamma = 1.5. Yields every
 * attempt. `constantInput`: the last input is the constant 1.
 */
export function* findSaddleLine(
  problem: Problem,
  random: Random,
  constantInput: boolean,
  options: SearchOptions = {},
): Generator<SearchAttempt, SearchResult> {
  const steps = findSaddleLineSteps(problem, random, constantInput, options);
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    if (next.value !== undefined) yield next.value;
  }
}

/** `findSaddleLine`, pausing after each step of the training as well: it yields undefined then. */
export function* findSaddleLineSteps(
  problem: Problem,
  random: Random,
  constantInput: boolean,
  { attempts = 20, known = [], ...training }: SearchOptions = {},
): Generator<SearchAttempt | undefined, SearchResult> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const start = glorotNormal(problem.shape, random, constantInput);
    const run = train(problem, start, training);
    let next = run.next();
    while (!next.done) {
      yield undefined;
      next = run.next();
    }
    const result = next.value;
    yield { attempt, result };
    const isNew = known.every((loss) => Math.abs(result.loss - loss) > 1e-6 * Math.abs(loss));
    if (result.kind === 'minimum' && isNew) {
      const neuron = steepestNeuron(problem, result.theta);
      return {
        line: { shape: problem.shape, theta: result.theta, neuron },
        message: `found a minimum of loss ${result.loss.toPrecision(4)} at start ${attempt}`,
      };
    }
  }
  return {
    line: undefined,
    message: `no new finite minimum from ${attempts} random starts; try another seed, fewer neurons, or more starts`,
  };
}

/** Where the steepest neuron is compared: outside [0, 1], where the paper looks at its example. */
const REFERENCE_GAMMA = 1.5;

/** The neuron whose saddle line has the most negative eigenvalue at the reference gamma. */
export function steepestNeuron({ shape, activation, samples }: Problem, theta: Float64Array): number {
  const loss = networkLoss(splitShape(shape), activation, samples);
  let best = 0;
  let lowest = Number.POSITIVE_INFINITY;
  for (let neuron = 0; neuron < shape.width; neuron++) {
    const { hessian } = derivativesAt(loss, saddlePoint({ shape, theta, neuron }, REFERENCE_GAMMA));
    const smallest = symmetricEigenvalues(hessian, loss.size)[0] as number;
    if (smallest < lowest) {
      lowest = smallest;
      best = neuron;
    }
  }
  return best;
}
