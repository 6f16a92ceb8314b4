/** The limit of a grouping and its verdict. (MATH.md section 7, ours.) */
import type { Activation } from '#math/activation/activation';
import type { Samples } from '#math/network/samples';
import { gradientFlow } from '#math/numerics/flow';
import { dot } from '#math/numerics/linear-algebra';
import { type NewtonResult, newton } from '#math/numerics/newton';
import type { Objective } from '#math/numerics/objective';
import { eigenvalueRounding, symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import type { GroupedPoint } from './coordinates';
import { copyMatrix, liesInStretch, stableStretch } from './copies';
import { descend } from './descend';
import { isInfinite, unitParameters } from './grouping';
import { limitLoss } from './limit-loss';
import { secondOrderCoefficients } from './second-order';
import { type GroupingVerdict, verdictMessage } from './verdict';

/** A critical point of the limit network (or the best point met) and what follows from it. */
export interface LimitResult {
  readonly verdict: GroupingVerdict;
  readonly message: string;
  /** The grouping, the parameters of the limit, and the spreads it was started with. */
  readonly point: GroupedPoint;
  readonly lossAtInfinity: number;
  readonly maxAbsGradient: number;
  /** Ascending, of the Hessian in phi; empty where no critical point was found. */
  readonly eigenvalues: Float64Array;
  /** One for each unit, 0 for neurons; empty where no critical point was found. */
  readonly h: readonly number[];
  /** What led there. */
  readonly by: LimitWay;
}

/**
 * Ways to a limit, from fast to slow: Newton's method, which near a limit needs three to five steps; damped Newton steps
 * downhill, then Newton's method; gradient flow on the limit network, then both.
 */
export const LIMIT_WAYS = ['newton', 'damped', 'flow'] as const;

export type LimitWay = (typeof LIMIT_WAYS)[number];

export interface LimitOptions {
  /** The loss of the weights: a limit above it is none of theirs. Not asked for unless given. */
  readonly highestLoss?: number;
  /** The slowest way tried; flow unless told. */
  readonly upTo?: LimitWay;
}

/** A loss at infinity may exceed that of the weights by rounding: this, relative. */
export const LOSS_ROUNDING = 1e-9;

/**
 * The limit from the point's phi, by the fastest way that leads to a minimum with a loss not above `highestLoss`, and its
 * verdict; that of a saddle, or none, where no way does. With creases the way is always their sharpening.
 */
export function certifyGrouping(
  activation: Activation,
  samples: Samples,
  point: GroupedPoint,
  { highestLoss = Number.POSITIVE_INFINITY, upTo = 'flow' }: LimitOptions = {},
): LimitResult {
  const highest = highestLoss * (1 + LOSS_ROUNDING);
  if (point.grouping.units.some(({ kind }) => kind === 'crease')) {
    const { found, sharpened } = sharpen(activation, samples, point);
    return judge(activation, samples, sharpened, found, highest, 'flow');
  }
  const objective = limitLoss(point.grouping, activation, samples);
  const to = (theta: Float64Array) => newton(objective, theta, { maxSteps: NEWTON_STEPS });
  const ways: Readonly<Record<LimitWay, () => NewtonResult>> = {
    newton: () => to(point.phi),
    damped: () => to(descend(objective, point.phi, DAMPED_STEPS).theta),
    flow: () => flowThenNewton(objective, point.phi),
  };
  let best: LimitResult | undefined;
  for (const by of LIMIT_WAYS) {
    const result = judge(activation, samples, point, ways[by](), highest, by);
    if (isMinimum(result.verdict)) return result;
    if (best === undefined || result.verdict.code !== 'no-limit') best = result;
    if (by === upTo) break;
  }
  return best as LimitResult;
}

/** True for verdicts whose limit is a minimum of the limit network. */
export function isMinimum({ code }: GroupingVerdict): boolean {
  return !['no-limit', 'undecided', 'saddle-at-infinity'].includes(code);
}

/** Newton's method needs three to five steps from well within a channel; what takes more than this leaps about. */
export const NEWTON_STEPS = 12;

/** Factor between one kappa of the creases and the next, how many there are, and Newton steps at each. */
const SHARPENING = { factor: 0.5, times: 18, steps: 40 };

/**
 * Minima at ever smaller kappa of the creases, each from the one before. The limit has corners where samples lie on a
 * crease, and minima tend to lie in them; at kappa > 0 all is smooth, and kappa is the barrier of an interior-point
 * method.
 */
function sharpen(activation: Activation, samples: Samples, start: GroupedPoint) {
  const sharpness = { kappa: 1 };
  const objective = limitLoss(start.grouping, activation, samples, { sharpness });
  let { theta, converged } = descend(objective, start.phi, SHARPENING.steps);
  // Where there is no minimum at the kappa of the weights, others go to infinity as well.
  for (let time = 0; converged && time < SHARPENING.times; time++) {
    sharpness.kappa *= SHARPENING.factor;
    theta = descend(objective, theta, SHARPENING.steps).theta;
  }
  const units = start.grouping.units.map((unit) =>
    unit.kappa === undefined ? unit : { ...unit, kappa: unit.kappa * sharpness.kappa },
  );
  const found = newton(objective, theta, { maxSteps: converged ? NEWTON_STEPS : 0 });
  return { sharpened: { ...start, grouping: { ...start.grouping, units } }, found };
}

const DAMPED_STEPS = 40;

/** Steps of the flow, and of damped Newton's method behind it. */
const FLOW_STEPS = 320;
const LAST_STEPS = 160;

/** Steps of the flow between two trials of Newton's method. */
const FLOW_PORTION = 40;

/**
 * Gradient flow, interrupted by trials of Newton's method; at its end damped Newton steps, for neurons whose weights are
 * large and hardly move in it.
 */
function flowThenNewton(objective: Objective, start: Float64Array): NewtonResult {
  const flow = gradientFlow(objective, start, {
    relativeTolerance: 1e-3,
    absoluteTolerance: 1e-5,
    minGradientNorm: 1e-9,
    maxWeightNorm: 1e4,
    maxTime: 1e9,
    maxSteps: FLOW_STEPS,
  });
  let theta = start;
  let loss = Number.POSITIVE_INFINITY;
  for (;;) {
    const next = flow.next();
    if (!next.done) {
      theta = next.value.theta;
      loss = next.value.loss;
      if (next.value.steps === 0 || next.value.steps % FLOW_PORTION > 0) continue;
    }
    if (next.done) theta = descend(objective, theta, LAST_STEPS).theta;
    const found = newton(objective, theta, { maxSteps: NEWTON_STEPS });
    // Newton's method may leap to a critical point elsewhere: one above the flow is not where it leads.
    if (next.done || (found.converged && found.loss <= loss && isPositive(found, objective.size)))
      return found;
  }
}

function isPositive({ hessian }: NewtonResult, size: number): boolean {
  const values = symmetricEigenvalues(hessian, size);
  return (values[0] as number) > eigenvalueRounding(values);
}

function judge(
  activation: Activation,
  samples: Samples,
  start: GroupedPoint,
  found: NewtonResult,
  highest: number,
  by: LimitResult['by'],
): LimitResult {
  const point = { ...start, phi: found.theta };
  const { loss: lossAtInfinity, maxAbsGradient } = found;
  const result = (
    verdict: GroupingVerdict,
    eigenvalues: Float64Array = new Float64Array(0),
    h: number[] = [],
  ): LimitResult => ({
    verdict,
    message: verdictMessage(verdict),
    point,
    lossAtInfinity,
    maxAbsGradient,
    eigenvalues,
    h,
    by,
  });
  if (!found.converged) return result({ code: 'no-limit', reason: 'no-critical-point' });
  if (!(lossAtInfinity <= highest)) return result({ code: 'no-limit', reason: 'rises' });
  const eigenvalues = symmetricEigenvalues(found.hessian, found.theta.length);
  const h = secondOrderCoefficients(point.grouping, activation, point.phi, samples);
  return result(secondOrderVerdict(activation, samples, point, eigenvalues, h), eigenvalues, h);
}

function secondOrderVerdict(
  activation: Activation,
  samples: Samples,
  { grouping, phi, spreads }: GroupedPoint,
  eigenvalues: Float64Array,
  h: readonly number[],
): GroupingVerdict {
  const rounding = eigenvalueRounding(eigenvalues);
  const smallestEigenvalue = eigenvalues[0] as number;
  const { units } = grouping;
  for (const [k, unit] of units.entries()) {
    const leading = unitParameters(grouping, phi, k).vectors.at(-1) as Float64Array;
    if (isInfinite(unit) && dot(leading, leading) === 0) return { code: 'undecided', reason: 'empty-group' };
  }
  if (smallestEigenvalue < -rounding) {
    const negative = eigenvalues.filter((value) => value < -rounding).length;
    return { code: 'saddle-at-infinity', negative, smallestEigenvalue };
  }
  if (smallestEigenvalue <= rounding) return { code: 'undecided', reason: 'flat' };
  const returning = units.flatMap((_, k) => ((h[k] as number) < 0 ? [k] : []));
  if (returning.length > 0) return { code: 'comes-back', units: returning };
  const level = units.flatMap((unit, k) => (isInfinite(unit) && h[k] === 0 ? [k] : []));
  if (level.some((k) => units[k]?.kind !== 'crease')) return { code: 'undecided', reason: 'zero-h' };
  const atInfinity = units.some(isInfinite);
  for (const [unit, { neurons, kind }] of units.entries()) {
    if (kind !== 'neuron' || neurons.length < 2) continue;
    const matrix = copyMatrix(grouping, activation, phi, samples, unit);
    const stretch = stableStretch(matrix, grouping.inputSize);
    if (stretch === 'unknown') return { code: 'undecided', reason: 'flat-copies' };
    const stable = liesInStretch(spreads[unit]?.layout ?? [], stretch);
    return { code: 'plateau-saddle', unit, stretch, stable, atInfinity };
  }
  if (level.length > 0) return { code: 'sharp', units: level };
  return { code: atInfinity ? 'minimum-at-infinity' : 'finite-minimum' };
}
