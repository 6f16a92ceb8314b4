/** What weights are on their way to: a finite minimum, a channel, another minimum at infinity. (Ours.) */

import { networkLoss } from '#math/network/loss';
import { parameterCount } from '#math/network/network';
import type { Problem } from '#math/network/training';
import { distance, dot, norm } from '#math/numerics/linear-algebra';
import { newton } from '#math/numerics/newton';
import type { Objective } from '#math/numerics/objective';
import { eigenvalueRounding, symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import { closestPair, groupingCandidates } from './candidates';
import { certifyGrouping, isMinimum, type LimitResult, type LimitWay } from './certify';
import { toGrouping } from './coordinates';
import { isInfinite, type Unit } from './grouping';
import type { GroupingVerdict } from './verdict';

/**
 * - `finite`: an ordinary minimum is near
 * - `channel`: exactly one pair goes to infinity, and ends in a minimum there
 * - `other`: several pairs, larger groups, neurons that go by themselves, or copies on their plateau
 * - `unfinished`: none of these
 */
export type TrainedClass = 'finite' | 'channel' | 'other' | 'unfinished';

export interface Classification {
  readonly class: TrainedClass;
  /** The two neurons of smallest cosine distance, undefined for a single neuron, and that distance (else 1). */
  readonly closestPair: readonly [number, number] | undefined;
  readonly cosineDistance: number;
  /** The paper's: sum of squares over twice the number of parameters. */
  readonly norm: number;
  /** Loss of these weights. */
  readonly loss: number;
  /** Loss at infinity, or of the finite minimum; undefined when unfinished. */
  readonly lossAtInfinity: number | undefined;
  readonly verdict: GroupingVerdict;
  /** The verdict in English. */
  readonly message: string;
  /** Units of the limit network that go to infinity or are copies. */
  readonly groups: readonly Unit[];
  /** The limit and its certificate; undefined at a finite minimum and where no limit was found. */
  readonly limit: LimitResult | undefined;
  /** The finite minimum near, if there is one. */
  readonly minimum: Float64Array | undefined;
}

export interface SearchBudget {
  /** Groupings tried. */
  readonly most?: number;
  /** The slowest way to the limit of each. */
  readonly upTo?: LimitWay;
  /** Whether neurons may go to infinity by themselves as well. */
  readonly lone?: boolean;
  /** Steps of Newton's method towards a finite minimum. */
  readonly newtonSteps?: number;
}

/** Newton may finish what training began, not find another critical point: this far, relative to the weights. */
const LONGEST_FINISH = 0.05;

/**
 * What theta is on its way to. Tries the finite minimum beside it, then every grouping whose limit is near
 * (`groupingCandidates`), largest groups first, until one is a minimum at infinity with a loss not above that of theta.
 */
export function classify(
  problem: Problem,
  theta: Float64Array,
  { newtonSteps = 30, ...budget }: SearchBudget = {},
): Classification {
  const objective = networkLoss(problem.shape, problem.activation, problem.samples);
  const loss = objective.loss(theta);
  const minimum = finiteMinimum(objective, theta, loss, newtonSteps);
  if (minimum !== undefined) {
    return describe(problem, theta, loss, {
      class: 'finite',
      lossAtInfinity: minimum.loss,
      verdict: { code: 'finite-minimum' },
      message: 'a minimum at finite weights',
      groups: [],
      limit: undefined,
      minimum: minimum.theta,
    });
  }
  const limit = findLimit(problem, theta, loss, budget);
  if (limit === undefined) {
    return describe(problem, theta, loss, {
      class: 'unfinished',
      lossAtInfinity: undefined,
      verdict: { code: 'no-limit', reason: 'no-critical-point' },
      message: 'no minimum is near, at finite weights or at infinity',
      groups: [],
      limit: undefined,
      minimum: undefined,
    });
  }
  return describe(problem, theta, loss, ofLimit(limit));
}

/** During training a minimum counts only when it is about reached: what is left to gain, relative to the loss. */
const ABOUT_REACHED = 0.1;

/**
 * The same during training, with a small budget: undefined unless a minimum is certain, finite or at infinity, whose
 * loss the weights have about reached. From further away the flow might still turn elsewhere.
 */
export function classifyEarly(
  problem: Problem,
  theta: Float64Array,
  lone: boolean,
): Classification | undefined {
  const found = classify(problem, theta, { most: lone ? 4 : 2, upTo: 'damped', newtonSteps: 8, lone });
  const left = found.loss - (found.lossAtInfinity ?? Number.NEGATIVE_INFINITY);
  return left <= ABOUT_REACHED * found.loss ? found : undefined;
}

/** The class that a limit makes, and its groups. */
function ofLimit(limit: LimitResult) {
  const groups = limit.point.grouping.units.filter((unit) => isInfinite(unit) || unit.neurons.length > 1);
  const certified = isCertified(limit);
  const single = groups.length === 1 && groups[0]?.kind === 'pair';
  return {
    class: certified ? (single ? 'channel' : 'other') : 'unfinished',
    lossAtInfinity: certified ? limit.lossAtInfinity : undefined,
    verdict: limit.verdict,
    message: limit.message,
    groups,
    limit,
    minimum: undefined,
  } as const;
}

function describe(
  { shape, activation }: Problem,
  theta: Float64Array,
  loss: number,
  found: Pick<
    Classification,
    'class' | 'lossAtInfinity' | 'verdict' | 'message' | 'groups' | 'limit' | 'minimum'
  >,
): Classification {
  const closest = closestPair(shape, activation, theta);
  return {
    ...found,
    loss,
    closestPair: closest?.pair,
    cosineDistance: closest?.distance ?? 1,
    norm: dot(theta, theta) / (2 * parameterCount(shape)),
  };
}

/** True when the loss falls all the way: a minimum at infinity, sharp creases, or copies in their stable stretch. */
export function isCertified({ verdict }: LimitResult): boolean {
  const { code } = verdict;
  return code === 'minimum-at-infinity' || code === 'sharp' || (code === 'plateau-saddle' && verdict.stable);
}

/** The finite minimum beside theta, with a loss not above `loss`; undefined if there is none. */
export function finiteMinimum(
  objective: Objective,
  theta: Float64Array,
  loss: number,
  maxSteps: number,
): { readonly theta: Float64Array; readonly loss: number } | undefined {
  const found = newton(objective, theta, { maxSteps });
  const far = distance(found.theta, theta) > LONGEST_FINISH * Math.max(10, norm(theta));
  if (!found.converged || far || found.loss > loss * (1 + 1e-9)) return undefined;
  const eigenvalues = symmetricEigenvalues(found.hessian, theta.length);
  return (eigenvalues[0] as number) > eigenvalueRounding(eigenvalues) ? found : undefined;
}

/** What is left to gain, relative to the loss, at a limit beside which the weights are: no other is looked for then. */
const NEAR = 0.01;

/**
 * The limit of the first grouping that is certified, or the best other one: minima whose groups come back before
 * saddles, these before none. Undefined when no grouping is near or the activation has no limit.
 */
function findLimit(
  { shape, activation, samples }: Problem,
  theta: Float64Array,
  loss: number,
  { most = 6, upTo = 'flow', lone = true }: SearchBudget = {},
): LimitResult | undefined {
  if (!activation.smooth) return undefined;
  let best: LimitResult | undefined;
  for (const { groups } of groupingCandidates(shape, activation, theta, samples, { most, lone })) {
    const point = toGrouping(shape, activation, theta, groups);
    const limit = certifyGrouping(activation, samples, point, { highestLoss: loss, upTo });
    if (isCertified(limit)) return limit;
    if (isMinimum(limit.verdict) && loss - limit.lossAtInfinity <= NEAR * loss) return limit;
    if (best === undefined || rank(limit) > rank(best)) best = limit;
  }
  return best;
}

function rank({ verdict }: LimitResult): number {
  if (verdict.code === 'no-limit') return 0;
  return isMinimum(verdict) ? 2 : 1;
}
