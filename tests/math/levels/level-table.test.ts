import { describe, expect, it } from 'vitest';
import { censusProblem } from '#math/census/problem';
import { classify } from '#math/grouping/classify';
import { type LevelRun, levelEnd, levelRun, levelSettings } from '#math/levels/level-run';
import { isSameLoss, type Level, levelIndex, summaryOf, withRun } from '#math/levels/level-table';

import fixture from '../../fixtures/census.json';
import { finish } from '../../support/finish';

const run = (width: number, seed: number, biases = false) => finish(levelRun(width, biases, seed));

const made = (kind: LevelRun['kind'], lossAtInfinity: number, signature = [1, 2, 3, 4]): LevelRun => ({
  seed: 1,
  kind,
  loss: lossAtInfinity,
  lossAtInfinity,
  groups: [],
  isInfinite: kind === 'infinite',
  h: 0,
  theta: new Float64Array(3),
  signature: Float64Array.from(signature),
});

describe('runs of two neurons', () => {
  const { r2Finite, r2Channels } = fixture.levels.noBias;

  it('end in the finite minimum or in one of two channels, to the last digits', () => {
    const finite = run(2, 2);
    expect([finite.kind, finite.isInfinite]).toEqual(['finite', false]);
    expect(Math.abs(finite.lossAtInfinity - r2Finite)).toBeLessThan(1e-10);
    const [deep, shallow] = [run(2, 1), run(2, 4)];
    for (const [channel, known] of [
      [deep, r2Channels[0]],
      [shallow, r2Channels[1]],
    ] as const) {
      expect([channel.kind, channel.isInfinite]).toEqual(['infinite', true]);
      expect(Math.abs(channel.lossAtInfinity - (known?.lossAtInfinity ?? NaN))).toBeLessThan(1e-9);
      expect(channel.h).toBeGreaterThan(0);
    }
  });
});

it('three neurons, two of which copy one of a pair that goes to infinity, have copies', () => {
  // Where training from seed 14 was left, after a long time.
  const theta = Float64Array.of(
    ...[-0.48880160161, 0.46464592317, -0.47618230513, 0.45719471171, -0.48880168222, 0.46464597123],
    ...[32.716963644, -65.751676259, 32.894524481],
  );
  const { problem } = censusProblem(levelSettings(3, false), 14);
  const found = levelEnd(problem, classify(problem, theta), theta, false);
  expect([found.kind, found.isInfinite]).toEqual(['copies', true]);
  expect(Math.abs(found.lossAtInfinity - 0.621603645)).toBeLessThan(1e-8);
});

describe('a table of levels', () => {
  const runs = [
    made('finite', 0.5),
    made('finite', 0.5004, [1, 2, 3, 4.5]),
    made('infinite', 0.5),
    made('copies', 0.7),
    made('finite', 0.502),
    made('open', 0.3),
  ];
  const levels = runs.reduce<readonly Level[]>(withRun, []);

  it('parts losses by a thousandth, and kinds', () => {
    expect(isSameLoss(0.5, 0.5004)).toBe(true);
    expect(isSameLoss(0.5, 0.502)).toBe(false);
    expect(levels.map(({ kind, count }) => [kind, count])).toEqual([
      ['finite', 2],
      ['infinite', 1],
      ['copies', 1],
      ['finite', 1],
      ['open', 1],
    ]);
    expect(levelIndex(levels, made('copies', 0.7002))).toBe(2);
    expect(levelIndex(levels, made('copies', 0.5))).toBe(-1);
  });

  it('counts functions and not orders of neurons; copies and open runs are none', () => {
    expect(levels[0]?.solutions).toHaveLength(2);
    expect(summaryOf(levels)).toMatchObject({ runs: 6, open: 1, solutions: 4 });
  });

  it('has shares with intervals around them', () => {
    const { infinite, copies } = summaryOf(levels);
    for (const { hits, share, interval } of [infinite, copies]) {
      expect(hits).toBe(1);
      expect(interval[0]).toBeLessThan(share);
      expect(interval[1]).toBeGreaterThan(share);
    }
    expect(summaryOf([]).infinite).toMatchObject({ runs: 0, share: 0 });
  });
});
