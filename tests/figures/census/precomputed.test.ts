import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { censusData, describeCensus } from '#figures/census/describe';
import { lossPlot, scatterPlot, sharesPlot, tally } from '#figures/census/plots';
import { censusSchema, settingsOf } from '#figures/census/schema';
import { runsOf } from '#figures/census/session';
import { type PackedCensus, unpackRecords } from '#math/census/packed';
import { recordKey } from '#math/census/record';
import { type CensusRecord, censusRun } from '#math/census/run';
import type { CensusSettings, CensusTarget } from '#math/census/settings';
import { runSteps } from '#math/numerics/steps';
import { drawPlot } from '#plot/draw-plot';
import { defaults } from '#state/schema';
import { root } from '../../../scripts/lib/paths';

const file = join(root, 'src/figures/census/precomputed.json');
const runs = unpackRecords(JSON.parse(readFileSync(file, 'utf8')) as PackedCensus);
const state = { precomputed: runs, own: [], order: undefined, running: false, rate: undefined, notice: '' };
const of = (widths: number, target: CensusTarget, depth = 1) =>
  runsOf(state, settingsOf({ ...defaults(censusSchema), width: widths, target, depth }));
const infinite = (some: readonly CensusRecord[]) => tally(some).channel + tally(some).other;

describe('the committed census', () => {
  it('is small, and holds each run once, fifty of each kind', () => {
    expect(statSync(file).size).toBeLessThan(300_000);
    expect(new Set(runs.map(recordKey)).size).toBe(runs.length);
    for (const widths of [2, 4])
      for (const target of ['gp0.1', 'gp0.5', 'gp2', 'gp10', 'rosenbrock'] as const)
        expect(of(widths, target), `${widths} ${target}`).toHaveLength(50);
  });

  it('is what its settings and seeds give', () => {
    for (const record of [of(2, 'gp2')[3], of(4, 'gp0.5')[1]]) {
      const { seed, ...settings } = record as CensusRecord;
      const { run } = runSteps(censusRun(settings as CensusSettings, seed));
      expect(run.class).toBe(record?.class);
      expect(run.loss).toBeCloseTo(record?.loss ?? Number.NaN, 8);
    }
  });

  it('has deep networks, whose groups name their layer', () => {
    for (const depth of [2, 3]) {
      const deep = of(4, 'gp0.5', depth);
      expect(deep.map(({ seed }) => seed)).toEqual(deep.map((_, k) => k + 1));
      expect(deep.length).toBeGreaterThanOrEqual(4);
      for (const { groups, closestLayer } of deep)
        for (const layer of [closestLayer, ...groups.map((group) => group.layer)]) {
          expect(layer).toBeGreaterThanOrEqual(1);
          expect(layer).toBeLessThanOrEqual(depth);
        }
    }
    const layers = of(4, 'gp0.5', 2).flatMap((run) => run.groups.map(({ layer }) => layer));
    expect(new Set(layers)).toEqual(new Set([1, 2]));
    const going = of(4, 'gp0.5', 2).filter((run) => run.verdict === 'minimum-at-infinity');
    expect(going.length).toBeGreaterThan(0);
    for (const run of going) expect(run.norm).toBeGreaterThan(999);
  });

  it('has more runs to infinity the rougher the target, from s = 0.1 to 2', () => {
    for (const widths of [2, 4]) {
      const [smooth, middle, rough] = (['gp0.1', 'gp0.5', 'gp2'] as const).map((target) =>
        infinite(of(widths, target)),
      );
      expect(middle).toBeGreaterThan((smooth as number) + 5);
      expect(rough).toBeGreaterThan(middle as number);
    }
  });

  it('shows what the examples say of it', () => {
    const [usual, smooth, rough, two] = [of(4, 'gp0.5'), of(4, 'gp0.1'), of(4, 'gp2'), of(2, 'gp0.5')];
    expect(infinite(usual)).toBeGreaterThan(2 * tally(usual).finite);
    expect(tally(smooth).finite).toBeGreaterThan(tally(usual).finite);
    expect(tally(rough).finite).toBe(0);
    expect(tally(two).channel).toBeGreaterThan(10);
  });

  it('has a verdict of at least 90 % of the runs to infinity: those certified, or with a norm above 1,000', () => {
    const shallow = runs.filter(({ depth }) => depth === 1);
    const going = shallow.filter((run) => ['channel', 'other'].includes(run.class) || run.norm > 1000);
    const known = going.filter(({ verdict }) => !['no-limit', 'undecided'].includes(verdict));
    expect(going.length).toBeGreaterThan(300);
    expect(known.length / going.length).toBeGreaterThan(0.9);
  });
});

describe('what the figure makes of it', () => {
  const shown = { runs: of(4, 'gp0.5'), chosen: of(4, 'gp0.5')[4] };
  const numbers = (content: unknown) => JSON.stringify(content).match(/NaN|Infinity/g) ?? [];

  it('plots every run, the chosen one last, without a number that is none', () => {
    for (const plot of [scatterPlot, lossPlot]) {
      const { content } = drawPlot(plot(shown), { width: 500, height: 300 });
      expect(JSON.stringify(content).match(/"data-mark":"run-/g)).toHaveLength(50);
      expect(numbers(content)).toEqual([]);
    }
    expect(scatterPlot({ runs: [], chosen: undefined }).note).toMatch(/No network/);
    const rows = [0.1, 0.5].map((roughness) => ({
      roughness,
      runs: shown.runs,
      isChosen: roughness === 0.5,
    }));
    expect(numbers(drawPlot(sharesPlot(rows), { width: 500, height: 300 }).content)).toEqual([]);
  });

  it('counts in words and in a table alike', () => {
    const { finite, channel, other, unfinished } = tally(shown.runs);
    expect(finite + channel + other + unfinished).toBe(50);
    expect(describeCensus(defaults(censusSchema), state)).toContain(
      `${finite} end in a finite minimum, ${channel} with one pair at infinity, ${other} at infinity in another way`,
    );
    const [table] = censusData(shown.runs);
    expect(table?.rows).toHaveLength(50);
    const column = (name: string) => table?.rows.map((row) => row[table.columns.indexOf(name)] ?? 0) ?? [];
    expect(column('channel').reduce((sum, one) => sum + one, 0)).toBe(channel);
    expect(describeCensus(defaults(censusSchema), undefined)).toMatch(/loading/);
  });
});
