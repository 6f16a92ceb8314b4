import { describe, expect, it } from 'vitest';
import { censusProblem, gridOfLevels } from '#math/census/problem';
import { censusRun, isPaperChannel } from '#math/census/run';
import { type CensusSettings, settingsProblem } from '#math/census/settings';
import { runSteps } from '#math/numerics/steps';
import { wilsonInterval } from '#math/numerics/wilson';
import oracle from '../../fixtures/census.json';

const levels: CensusSettings = {
  dims: 2,
  widths: 2,
  depth: 1,
  target: 'rosenbrock-shifted',
  activation: 'g',
  biases: false,
  inputs: 'grid101',
  samples: 10_201,
};
const random: CensusSettings = {
  ...levels,
  target: 'gp0.5',
  activation: 'softplus',
  inputs: 'normal',
  samples: 60,
  biases: true,
};

describe('the data of a census', () => {
  it('are the grid and the target of the paper’s Figure 2', () => {
    const { problem } = censusProblem(levels, 1);
    expect(problem.samples.count).toBe(10_201);
    for (const [n, y] of oracle.levelsGrid.target_first3.entries())
      expect(problem.samples.targets[n]).toBeCloseTo(y, 10);
    const grid = gridOfLevels();
    expect(grid[0]).toBe(-Math.sqrt(3));
    expect((grid[2] as number) - (grid[0] as number)).toBeCloseTo((2 * Math.sqrt(3)) / 100, 14);
    expect(grid[3]).toBe(grid[1]);
  });

  it('and the weights follow from the seed alone, and differ from seed to seed', () => {
    const [one, again, other] = [1, 1, 2].map((seed) => censusProblem(random, seed));
    expect(again).toEqual(one);
    expect(other?.start).not.toEqual(one?.start);
    expect(other?.problem.samples.targets).not.toEqual(one?.problem.samples.targets);
  });

  it('are refused where nothing could be trained', () => {
    expect(settingsProblem(random)).toBeUndefined();
    expect(settingsProblem({ ...random, dims: 3, target: 'rosenbrock' })).toEqual({
      code: 'plane',
      name: 'target',
    });
    expect(settingsProblem({ ...levels, dims: 3, target: 'gp2' })).toEqual({ code: 'plane', name: 'inputs' });
    for (const wrong of [{ dims: 17 }, { widths: 0 }, { depth: 4 }, { samples: 2.5 }])
      expect(settingsProblem({ ...random, ...wrong })).toMatchObject({ code: 'range' });
  });
});

describe('runs of the paper’s Figure 2 with two neurons', () => {
  const runs = Array.from({ length: 8 }, (_, k) => runSteps(censusRun(levels, k + 1)).run);
  const { r2Finite, r2Channels } = oracle.levels.noBias;

  it('end in the finite minimum or in one of the two channels, at the losses of the oracle', () => {
    const known = [r2Finite, ...r2Channels.map(({ lossAtInfinity }) => lossAtInfinity)];
    for (const run of runs) {
      const nearest = Math.min(...known.map((loss) => Math.abs(loss - (run.lossAtInfinity ?? Number.NaN))));
      expect(nearest).toBeLessThan(1e-9);
      expect(run.class).toBe(Math.abs(run.loss - r2Finite) < 1e-9 ? 'finite' : 'channel');
    }
    expect(new Set(runs.map((run) => run.lossAtInfinity?.toFixed(8))).size).toBe(3);
  });

  it('are looked at where the paper’s stop: the loss there is that of its runs, and its criterion holds', () => {
    for (const run of runs.filter((one) => one.class === 'channel')) {
      const [nearest] = r2Channels
        .map(({ lossAtNormLimit }) => Math.abs(lossAtNormLimit - run.loss))
        .toSorted((a, b) => a - b);
      expect(nearest).toBeLessThan(1e-6);
      expect(run.norm).toBeGreaterThan(1000);
      expect(run.norm).toBeLessThan(1002);
      expect(isPaperChannel(run)).toBe(true);
    }
    for (const run of runs.filter((one) => one.class === 'finite')) expect(isPaperChannel(run)).toBe(false);
  });
});

describe('runs of two hidden layers', () => {
  const settings: CensusSettings = { ...random, depth: 2 };
  const trained = (change: Partial<CensusSettings>, seed: number) =>
    runSteps(censusRun({ ...settings, ...change }, seed)).run;

  it('follow from their seed; a finite minimum has the loss where it was left', () => {
    const run = trained({ target: 'gp0.1' }, 12);
    expect(trained({ target: 'gp0.1' }, 12)).toEqual(run);
    expect(run).toMatchObject({ class: 'finite', verdict: 'finite-minimum', groups: [] });
    expect(run.lossAtInfinity).toBeCloseTo(run.loss, 12);
  });

  it('name the layers of neurons that run together, certified or not', () => {
    const run = trained({}, 3);
    expect(run.groups.map(({ kind, layer }) => [kind, layer])).toEqual([
      ['pair', 1],
      ['pair', 2],
    ]);
    expect(run).toMatchObject({ class: 'unfinished', verdict: 'not-certified', lossAtInfinity: null });
    expect(run.cosineDistance).toBeLessThan(0.01);
    expect(run.outputWeights).toBeGreaterThan(10);
  });
});

it('Wilson’s interval is that of the oracle, and whole without trials', () => {
  const { n, share, wilson95 } = oracle.levels.noBias.infiniteShareR2;
  for (const [k, end] of wilsonInterval(share * n, n).entries())
    expect(end).toBeCloseTo(wilson95[k] as number, 4);
  expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  expect(wilsonInterval(0, 10)[0]).toBe(0);
});
