import { describe, expect, test } from 'vitest';
import { activations } from '#math/activation/activation';
import { atEpsilon, fromGrouping } from '#math/grouping/coordinates';
import { type GroupedTraining, trainGrouped } from '#math/grouping/train-grouped';
import { glorotNormal } from '#math/network/initialise';
import { HALF_WIDTH, normalInputs } from '#math/network/inputs';
import { networkLoss } from '#math/network/loss';
import { networkShape } from '#math/network/network';
import { createSamples, withConstant } from '#math/network/samples';
import { rosenbrockTarget } from '#math/network/target';
import { createRandom } from '#math/numerics/random';
import { expectClose } from '../../support/close';

const shape = networkShape(3, 4, true);

/** Softplus networks of width 4 on the log-Rosenbrock function at 1,024 random points. */
function trained(seed: number, inputs: 'normal' | 'uniform') {
  const random = createRandom(seed);
  const points =
    inputs === 'normal'
      ? normalInputs(1024, 2, random)
      : Float64Array.from({ length: 2048 }, () => HALF_WIDTH * (2 * random.uniform() - 1));
  const samples = createSamples(withConstant(points, 2), rosenbrockTarget(points), 3);
  const problem = { shape, activation: activations.softplus, samples };
  const run = trainGrouped(problem, glorotNormal(shape, random, true));
  let next = run.next();
  while (!next.done) next = run.next();
  return { problem, found: next.value };
}

/** The kinds of the groups that training found. */
function kinds({ groups }: GroupedTraining): string[] {
  return groups.map(({ kind }) => kind);
}

describe('training that follows its groups to infinity', () => {
  test('ends a channel long before its weights are large', () => {
    const { found } = trained(4, 'normal');
    expect(found.class).toBe('channel');
    expect(found.verdict.code).toBe('minimum-at-infinity');
    // Where the whole flow, to time 1e8, ends up: 0.07533033.
    expectClose(found.lossAtInfinity ?? NaN, 0.07532869, 1e-7);
    expect(found.time).toBeLessThan(1e6);
  });

  test('finds four neurons that run together, and h is how their loss rises', () => {
    const { problem, found } = trained(14, 'uniform');
    expect(kinds(found)).toEqual(['quadruple']);
    expect(found.class).toBe('other');
    expect(found.verdict.code).toBe('minimum-at-infinity');
    const { limit } = found;
    if (limit === undefined) throw new Error('a minimum at infinity has a limit');
    const loss = networkLoss(shape, problem.activation, problem.samples);
    const slope = (epsilon: number) =>
      (loss.loss(fromGrouping(atEpsilon(limit.point, epsilon))) - limit.lossAtInfinity) / epsilon ** 2;
    expectClose((4 * slope(0.02) - slope(0.04)) / 3, limit.h[0] ?? NaN, 1e-2);
  });

  test('finds neurons that sharpen into creases', () => {
    const { found } = trained(27, 'normal');
    expect(kinds(found)).toEqual(['crease']);
    expect(found.class).toBe('other');
    expect(found.lossAtInfinity).toBeLessThan(found.loss);
  });

  test('ends at an ordinary minimum where there is one', () => {
    const { problem, found } = trained(3, 'uniform');
    expect(found.class).toBe('finite');
    const gradient = new Float64Array(found.theta.length);
    networkLoss(shape, problem.activation, problem.samples).gradient(found.theta, gradient);
    expect(Math.max(...gradient.map(Math.abs))).toBeLessThan(1e-12);
  });
});
