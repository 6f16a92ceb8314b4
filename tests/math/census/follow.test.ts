import { expect, it } from 'vitest';
import { followedGroups, followRun } from '#math/census/follow';
import { shallowRun } from '#math/census/run';
import type { CensusSettings } from '#math/census/settings';
import { groupShare, pairShare } from '#math/channel/parallel-share';
import { inputWeights, networkShape } from '#math/network/network';
import { dot } from '#math/numerics/linear-algebra';
import { runSteps } from '#math/numerics/steps';

const settings: CensusSettings = {
  dims: 2,
  widths: 2,
  depth: 1,
  target: 'gp0.1',
  activation: 'tanh',
  biases: true,
  inputs: 'normal',
  samples: 100,
};

it('measures the neurons that run together, copies too, and else the two most similar ones', () => {
  const pair = { kind: 'pair', layer: 1, neurons: [1, 3] } as const;
  const copies = { kind: 'neuron', layer: 1, neurons: [0, 2] } as const;
  const lone = { kind: 'crease', layer: 1, neurons: [4] } as const;
  expect(followedGroups({ groups: [pair, lone, copies], closestPair: [0, 1] })).toEqual([
    [1, 3],
    [0, 2],
  ]);
  expect(followedGroups({ groups: [lone], closestPair: [0, 1] })).toEqual([[0, 1]]);
  expect(followedGroups({ groups: [], closestPair: null })).toEqual([]);
});

it('is the run of the census, recorded even in log time; neurons of opposite sign count as one', () => {
  const shape = networkShape(3, 2, true);
  /** A run, and the weights at each time of its flow. */
  const trained = (seed: number) => {
    const thetas = new Map<number, Float64Array>();
    const training = shallowRun(settings, seed);
    let next = training.next();
    for (; !next.done; next = training.next()) thetas.set(next.value.time, next.value.theta);
    return { end: next.value, thetas };
  };
  /** A channel whose two neurons have opposite signs: only with these turned is the mean of their weights theirs. */
  const opposite = Array.from({ length: 30 }, (_, k) => k + 1).find((seed) => {
    const { end, thetas } = trained(seed);
    const last = [...thetas.values()].at(-1) ?? end.theta;
    return end.run.class === 'channel' && dot(inputWeights(shape, last, 0), inputWeights(shape, last, 1)) < 0;
  });
  const { end, thetas } = trained(opposite ?? 0);
  const { run, theta, points } = runSteps(followRun(settings, opposite ?? 0));
  expect({ run, theta }).toEqual({ run: end.run, theta: end.theta });
  expect(points.length).toBeGreaterThan(30);
  for (const [k, point] of points.entries()) {
    expect(Object.values(point).every(Number.isFinite)).toBe(true);
    expect(point.smallest).toBeLessThanOrEqual(point.largest);
    const before = points[k - 1];
    if (!before) continue;
    expect(point.time / before.time).toBeGreaterThan(1.2);
    // Neuron 1 as its twin (-w, -a): the last parameters of the network are output weights and bias.
    const [from, to] = [before, point].map(({ time }) =>
      thetas.get(time)?.map((value, n) => ((n >= 3 && n < 6) || n === 7 ? -value : value)),
    ) as [Float64Array, Float64Array];
    const step = to.map((value, n) => value - (from[n] as number));
    expect(point.pairShare).toBeCloseTo(pairShare(shape, step, [[0, 1]]), 12);
    expect(point.groupShare).toBeCloseTo(groupShare(shape, from, step, [[0, 1]]), 12);
  }
  expect(points.at(-1)?.groupShare).toBeGreaterThan(0.9);
  expect(points.at(-1)?.time).toBeGreaterThan(run.time / 2);
});
