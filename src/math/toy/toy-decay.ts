/** Where weight decay puts the optimum of a channel of the problem with four parameters. */
import { dot } from '#math/numerics/linear-algebra';
import { newton } from '#math/numerics/newton';
import type { Objective } from '#math/numerics/objective';
import { symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import { TOY_SIZE, type ToyPoint, toToyPoint } from './toy';
import type { ToyValleyPoint } from './toy-edge';
import { withWeightDecay } from './weight-decay';

/**
 * - `minimum`: the optimum of the channel, now at finite weights
 * - `beyond`: so weak a decay that the optimum lies beyond the far end of the valley given
 * - `none`: so strong a decay that nothing is left of the channel
 */
export type DecayedOptimum =
  | {
      readonly kind: 'minimum';
      readonly theta: Float64Array;
      readonly point: ToyPoint;
      /** Without the decay term, and with it. */
      readonly loss: number;
      readonly decayedLoss: number;
    }
  | { readonly kind: 'beyond' | 'none'; readonly message: string };

/**
 * The minimum of loss + strength / 2 |theta|^2 in a channel, by Newton's method from the lowest point of its valley
 * (`toyValley`, descending in a_1 - a_2) under the same decay. strength > 0, a RangeError otherwise.
 */
export function toyDecayedOptimum(
  loss: Objective,
  valley: readonly ToyValleyPoint[],
  strength: number,
): DecayedOptimum {
  if (!(strength > 0)) throw new RangeError(`weight decay must be positive, got ${strength}`);
  const decayed = withWeightDecay(loss, strength);
  const height = (point: ToyValleyPoint): number =>
    point.loss + (strength / 2) * dot(point.theta, point.theta);
  let lowest = 0;
  valley.forEach((point, k) => {
    if (height(point) < height(valley[lowest] as ToyValleyPoint)) lowest = k;
  });
  const start = valley[lowest];
  if (start === undefined || lowest === valley.length - 1) {
    return {
      kind: 'none',
      message: 'so strong a decay leaves no optimum in this channel; take a weaker one',
    };
  }
  if (lowest === 0) {
    return {
      kind: 'beyond',
      message: `so weak a decay puts the optimum beyond a_1 - a_2 = ${start.outputDifference.toPrecision(3)}`,
    };
  }
  const found = newton(decayed, start.theta, { maxStep: 1 });
  const isMinimum = found.converged && (symmetricEigenvalues(found.hessian, TOY_SIZE)[0] as number) > 0;
  if (!isMinimum) {
    return {
      kind: 'none',
      message: 'under this decay the channel has no optimum of its own; take a weaker one',
    };
  }
  return {
    kind: 'minimum',
    theta: found.theta,
    point: toToyPoint(found.theta),
    loss: loss.loss(found.theta),
    decayedLoss: found.loss,
  };
}
