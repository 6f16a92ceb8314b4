import { expect, it } from 'vitest';
import { followedGroups, followRun } from '#math/census/follow';
import { censusRun } from '#math/census/run';
import type { CensusSettings } from '#math/census/settings';
import { inputWeights, networkShape } from '#math/network/network';
import { dot } from '#math/numerics/linear-algebra';
import { runSteps } from '#math/numerics/steps';

const settings: CensusSettings = {
  dims: 2,
  widths: 2,
  target: 'gp0.1',
  activation: 'tanh',
  biases: true,
  inputs: 'normal',
  samples: 100,
};

it('measures the neurons that run together, copies too, and else the two most similar ones', () => {
  const pair = { kind: 'pair', neurons: [1, 3] } as const;
  const copies = { kind: 'neuron', neurons: [0, 2] } as const;
  const lone = { kind: 'crease', neurons: [4] } as const;
  expect(followedGroups({ groups: [pair, lone, copies], closestPair: [0, 1] })).toEqual([
    [1, 3],
    [0, 2],
  ]);
  expect(followedGroups({ groups: [lone], closestPair: [0, 1] })).toEqual([[0, 1]]);
  expect(followedGroups({ groups: [], closestPair: null })).toEqual([]);
});

it('is the run of the census, recorded even in log time; neurons of opposite sign count as one', () => {
  const shape = networkShape(3, 2, true);
  /** A channel whose two neurons have opposite signs: only with these turned do their means lie along them. */
  const opposite = Array.from({ length: 30 }, (_, k) => k + 1).find((seed) => {
    const { run, theta } = runSteps(censusRun(settings, seed));
    return run.class === 'channel' && dot(inputWeights(shape, theta, 0), inputWeights(shape, theta, 1)) < 0;
  });
  const { run, theta, points } = runSteps(followRun(settings, opposite ?? 0));
  expect({ run, theta }).toEqual(runSteps(censusRun(settings, opposite ?? 0)));
  expect(points.length).toBeGreaterThan(30);
  for (const [k, point] of points.entries()) {
    expect(Object.values(point).every(Number.isFinite)).toBe(true);
    expect(point.pairShare).toBeLessThanOrEqual(point.groupShare);
    expect(point.smallest).toBeLessThanOrEqual(point.largest);
    const before = points[k - 1];
    if (before) expect(point.time / before.time).toBeGreaterThan(1.2);
  }
  expect(points.at(-1)?.groupShare).toBeGreaterThan(0.9);
  expect(points.at(-1)?.time).toBeGreaterThan(run.time / 2);
});
