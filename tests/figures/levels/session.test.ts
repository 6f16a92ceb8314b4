import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { chosenLevel, sortedLevels } from '#figures/levels/chosen';
import { eigenvaluesSpec, endsSpec, turningSpec } from '#figures/levels/copy-plots';
import { describeLevels, levelsData } from '#figures/levels/describe';
import { levelPlaces, levelsSpec, sharesSpec } from '#figures/levels/levels-plot';
import { functionSpec, shownNetwork, weightsSpec } from '#figures/levels/network-plots';
import { levelsSchema } from '#figures/levels/schema';
import { BATCH, createSession } from '#figures/levels/session';
import { drawPlot } from '#plot/draw-plot';
import { defaults } from '#state/schema';
import { createWorkerClient } from '#workers/client';
import { pairedWorker } from '../../support/worker-pair';

const size = { width: 600, height: 400 };
const drawn = (spec: Parameters<typeof drawPlot>[0] | undefined) =>
  spec ? renderToStaticMarkup(drawPlot(spec, size).content as never) : '';
const count = (svg: string, mark: string) => svg.split(`data-mark="${mark}"`).length - 1;

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}

const start = defaults(levelsSchema);
const open = () => createSession(createWorkerClient(pairedWorker().makeWorker));

it('draws every level once, and takes a rank beyond the last as the last', () => {
  const session = open();
  const state = session.api.getState();
  const svg = drawn(levelsSpec(state, start));
  expect(svg).not.toMatch(/NaN|undefined/);
  const all = [1, 2, 3, 4, 5].flatMap((width) => sortedLevels(state, 'plain', width));
  const marks = ['finite', 'infinite', 'copies', 'open'].map((kind) => count(svg, `level-${kind}`));
  expect(marks.reduce((sum, marked) => sum + marked, 0)).toBe(all.length);
  expect(levelPlaces(state, start)).toHaveLength(all.length);
  expect(drawn(sharesSpec(state, start))).not.toMatch(/NaN/);
  const last = chosenLevel(state, { ...start, level: 99 });
  expect(last?.rank).toBe(last?.levels.length);
  expect(last?.level.kind).toBe('finite');
  expect(describeLevels(start, state)).toMatch(/2 neurons, minimum at infinity, loss 0.62160/);
  session.dispose();
});

it('shows the network of a level: its function, and an arrow for each neuron', () => {
  const session = open();
  const network = shownNetwork(session.api.getState(), start);
  expect(network).toMatchObject({ kind: 'infinite', width: 2, groups: [[0, 1]] });
  if (!network) return;
  const weights = drawn(weightsSpec(network));
  expect(count(weights, 'positive') + count(weights, 'negative')).toBe(2);
  expect(drawn(functionSpec(network))).not.toMatch(/NaN/);
  session.dispose();
});

it('trains more networks, which join the levels, and can be stopped', async () => {
  const session = open();
  const { api } = session;
  const before = sortedLevels(api.getState(), 'plain', 1).map((level) => level.count);
  session.train('plain', 1);
  expect(api.getState().training).toEqual({ kind: 'plain', width: 1, done: 0 });
  await until(() => (api.getState().trained['plain 1'] ?? 0) >= 2);
  session.stop();
  const trained = api.getState().trained['plain 1'] ?? 0;
  expect(trained).toBeLessThan(BATCH);
  expect(api.getState().training).toBeUndefined();
  const now = sortedLevels(api.getState(), 'plain', 1).map((level) => level.count);
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
  expect(sum(now)).toBe(sum(before) + trained);
  expect(count(drawn(levelsSpec(api.getState(), { ...start, width: 1 })), 'now')).toBe(trained);
  session.dispose();
});

it('computes where training ends beside the copied minimum, and the eigenvalues along the line', async () => {
  const session = open();
  const { api } = session;
  const values = { ...start, view: 'copy', gamma: 1.5 } as const;
  expect(describeLevels(values, api.getState())).toMatch(/Training from both sides/);
  expect(eigenvaluesSpec(api.getState(), values)).toBeUndefined();
  session.computeEnds(1.5);
  session.computeSpectra();
  await until(() => api.getState().spectra !== undefined && api.getState().ends.minus !== undefined);
  const state = api.getState();
  expect(describeLevels(values, state)).toMatch(/to one side to 0.55606, to the other to 0.29915/);
  expect(shownNetwork(state, values)?.lossAtInfinity).toBeCloseTo(0.2991527439, 8);
  expect(shownNetwork(state, { ...values, end: 'higher' })?.lossAtInfinity).toBeCloseTo(0.5560572287, 8);
  const svg = drawn(eigenvaluesSpec(state, values));
  expect(['line', 'parting', 'other'].map((mark) => count(svg, mark))).toEqual([1, 2, 6]);
  for (const spec of [endsSpec, turningSpec]) expect(drawn(spec(state, values))).not.toMatch(/NaN/);
  const tables = levelsData(values, state);
  expect(tables.map(({ name }) => name)).toEqual([
    'levels',
    'shares',
    'precomputedRuns',
    'copiedMinimum',
    'eigenvalues',
  ]);
  for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
  session.dispose();
});
