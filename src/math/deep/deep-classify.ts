/** What the weights of a deep network are on their way to. (Ours.) */
import type { Activation } from '#math/activation/activation';
import { isMinimum, LOSS_ROUNDING, NEWTON_STEPS } from '#math/grouping/certify';
import { finiteMinimum, type TrainedClass } from '#math/grouping/classify';
import type { GroupingVerdict } from '#math/grouping/verdict';
import type { Samples } from '#math/network/samples';
import { fixedParameters } from '#math/numerics/fixed-parameters';
import { type NewtonResult, newton } from '#math/numerics/newton';
import type { Objective } from '#math/numerics/objective';
import { eigenvalueRounding, symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import { trustRegion } from '#math/numerics/trust-region';
import { type DeepGroup, deepCandidates, groupsInLayers } from './deep-candidates';
import { type DeepLimitPoint, deepSecondOrder, toDeepLimit } from './deep-limit';
import { deepLoss } from './deep-loss';
import type { DeepShape } from './deep-shape';
import type { DeepPair } from './deep-sweep';

/** What to train on what. */
export interface DeepProblem {
  readonly shape: DeepShape;
  readonly activation: Activation;
  readonly samples: Samples;
}

/** A critical point of the limit network, or the best point met, and what follows from it. */
export interface DeepLimit {
  readonly verdict: GroupingVerdict;
  readonly point: DeepLimitPoint;
  readonly lossAtInfinity: number;
  /** Ascending, of the Hessian in all free parameters of all layers; empty where no critical point was found. */
  readonly eigenvalues: Float64Array;
  /** One for each pair. */
  readonly h: readonly number[];
}

export interface DeepClassification {
  /** `channel`: exactly one pair, in whatever layer; `other`: several, in one layer or in several. */
  readonly class: TrainedClass;
  readonly loss: number;
  /** Undefined when unfinished. */
  readonly lossAtInfinity: number | undefined;
  readonly verdict: GroupingVerdict;
  readonly groups: readonly DeepGroup[];
  readonly limit: DeepLimit | undefined;
  readonly minimum: Float64Array | undefined;
}

export interface DeepBudget {
  /** Sets of pairs tried. */
  readonly most?: number;
  /** Steps downhill on the limit network of each, where Newton's method alone finds no minimum of it. */
  readonly steps?: number;
}

/**
 * What theta is on its way to: the finite minimum beside it, or the minimum at infinity of the first set of pairs
 * (`deepCandidates`) that is certified. Of what is not certified the groups that run together are named.
 */
export function classifyDeep(
  problem: DeepProblem,
  theta: Float64Array,
  { most = 3, steps = 200 }: DeepBudget = {},
): DeepClassification {
  const { shape, activation, samples } = problem;
  const objective = deepLoss(shape, activation, samples);
  const loss = objective.loss(theta);
  const nothing = { loss, lossAtInfinity: undefined, groups: [], limit: undefined, minimum: undefined };
  const minimum = finiteMinimum(objective, theta, loss, NEWTON_STEPS);
  if (minimum) {
    return {
      ...nothing,
      class: 'finite',
      lossAtInfinity: minimum.loss,
      verdict: { code: 'finite-minimum' },
      minimum: minimum.theta,
    };
  }
  let best: DeepLimit | undefined;
  const sets = activation.smooth ? deepCandidates(shape, activation, theta, samples, most) : [];
  for (const pairs of sets) {
    const limit = certifyPairs(problem, theta, pairs, { highestLoss: loss, steps });
    if (limit.verdict.code === 'minimum-at-infinity') {
      const groups = pairs.map(groupOf);
      const { lossAtInfinity, verdict } = limit;
      const single = pairs.length === 1;
      return { ...nothing, class: single ? 'channel' : 'other', lossAtInfinity, verdict, groups, limit };
    }
    if (
      limit.verdict.code !== 'no-limit' &&
      (!best || (isMinimum(limit.verdict) && !isMinimum(best.verdict)))
    )
      best = limit;
  }
  if (best) {
    const { verdict, point } = best;
    return { ...nothing, class: 'unfinished', verdict, groups: point.pairs.map(groupOf), limit: best };
  }
  const groups = groupsInLayers(shape, activation, theta);
  const verdict: GroupingVerdict =
    groups.length > 0 ? { code: 'not-certified' } : { code: 'no-limit', reason: 'no-critical-point' };
  return { ...nothing, class: 'unfinished', verdict, groups };
}

const groupOf = ({ layer, first, second }: DeepPair): DeepGroup => ({
  layer,
  kind: 'pair',
  neurons: [first, second],
});

/**
 * The limit of these pairs from theta, by Newton's method or, where that leads to no minimum with a loss of at most
 * `highestLoss`, by so many steps downhill before it. It is a minimum at infinity when the Hessian in all parameters of all
 * layers is positive definite, up to the scale that a and v of a pair share, and every h is positive.
 */
export function certifyPairs(
  problem: DeepProblem,
  theta: Float64Array,
  pairs: readonly DeepPair[],
  { highestLoss = Number.POSITIVE_INFINITY, steps = 200 } = {},
): DeepLimit {
  const { shape, activation, samples } = problem;
  const start = toDeepLimit(shape, activation, theta, pairs);
  const objective = fixedParameters(deepLoss(shape, activation, samples, pairs), start.phi, start.fixed);
  const free = objective.reduce(start.phi);
  const judge = (found: NewtonResult): DeepLimit => {
    const point = { ...start, phi: objective.expand(found.theta) };
    const { converged, loss: lossAtInfinity } = found;
    if (!converged || lossAtInfinity > highestLoss * (1 + LOSS_ROUNDING)) {
      const reason = converged ? 'rises' : 'no-critical-point';
      const verdict = { code: 'no-limit', reason } as const;
      return { verdict, point, lossAtInfinity, eigenvalues: new Float64Array(0), h: [] };
    }
    const eigenvalues = symmetricEigenvalues(found.hessian, objective.size);
    const h = deepSecondOrder(shape, activation, point, samples);
    return { verdict: verdictOf(eigenvalues, h), point, lossAtInfinity, eigenvalues, h };
  };
  const to = (from: Float64Array) => judge(newton(objective, from, { maxSteps: NEWTON_STEPS }));
  const direct = to(free);
  return isMinimum(direct.verdict) || steps === 0 ? direct : to(downhill(objective, free, steps));
}

function downhill(objective: Objective, start: Float64Array, steps: number): Float64Array {
  let theta = start;
  for (const point of trustRegion(objective, start, steps)) theta = point.theta;
  return theta;
}

function verdictOf(eigenvalues: Float64Array, h: readonly number[]): GroupingVerdict {
  const rounding = eigenvalueRounding(eigenvalues);
  const smallestEigenvalue = eigenvalues[0] as number;
  if (smallestEigenvalue < -rounding) {
    const negative = eigenvalues.filter((value) => value < -rounding).length;
    return { code: 'saddle-at-infinity', negative, smallestEigenvalue };
  }
  if (smallestEigenvalue <= rounding) return { code: 'undecided', reason: 'flat' };
  const units = h.flatMap((value, k) => (value < 0 ? [k] : []));
  if (units.length > 0) return { code: 'comes-back', units };
  return h.includes(0) ? { code: 'undecided', reason: 'zero-h' } : { code: 'minimum-at-infinity' };
}
