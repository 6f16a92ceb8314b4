import { expect, it } from 'vitest';
import { describeToy, edgeSentence, toyData } from '#figures/toy/describe';
import { toySchema } from '#figures/toy/schema';
import { createSession } from '#figures/toy/session';
import { defaults } from '#state/schema';
import { createWorkerClient } from '#workers/client';
import { pairedWorker } from '../../support/worker-pair';

/** Waits until something is true. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}

it('a session computes the landscape, the runs and the edge of stability, and tells them', async () => {
  const session = createSession(createWorkerClient(pairedWorker().makeWorker));
  const { api } = session;
  const values = defaults(toySchema);
  expect(describeToy(values, api.getState())).toMatch(/being computed/);
  expect(toyData(api.getState())).toEqual([]);
  const strides: number[] = [];
  api.subscribe(({ field }, before) => {
    if (field && field !== before.field) strides.push(field.rows.length);
  });
  session.computeLandscape(0);
  session.run({ gamma: 1.5, alpha: 0.2, seed: 1, decay: 0 });
  session.runEdge(0.316, 1);
  expect(edgeSentence(api.getState().edge)).toMatch(/Descending/);
  await until(() => api.getState().complete && !api.getState().running && !!api.getState().edge?.end);
  expect(strides).toEqual([26, 51, 101]);
  const state = api.getState();
  expect(Object.keys(state.runs).sort()).toEqual(['adam', 'data', 'flow', 'sgd']);
  const words = describeToy(values, state);
  expect(words).toMatch(/channel 2 with 0.000773, the best of all/);
  expect(words).toMatch(/stalls at a_1 − a_2 = 5.8/);
  const names = toyData(state).map(({ name }) => name);
  expect(names).toEqual([
    'criticalPoints',
    'lossAtInfinity',
    'channel1',
    'channel2',
    'flow',
    'data',
    'sgd',
    'adam',
    'edge',
  ]);
  for (const { columns, rows } of toyData(state)) {
    for (const row of rows) {
      expect(row).toHaveLength(columns.length);
      expect(row.every(Number.isFinite)).toBe(true);
    }
  }
  session.dispose();
}, 30_000);

it('a later start replaces an earlier one, and another decay the landscape', async () => {
  const session = createSession(createWorkerClient(pairedWorker().makeWorker));
  const { api } = session;
  session.run({ gamma: 1.5, alpha: 0.2, seed: 1, decay: 0 });
  session.run({ gamma: 1.5, alpha: -0.2, seed: 1, decay: 1e-5 });
  session.computeLandscape(0);
  session.computeLandscape(1e-5);
  await until(() => api.getState().complete && !api.getState().running);
  const state = api.getState();
  expect(state.runs.flow?.alphas[0]).toBeCloseTo(-0.2, 9);
  expect(state.optima[2]?.kind).toBe('minimum');
  expect(state.trouble).toBe('');
  session.run({ gamma: Number.NaN, alpha: 0, seed: 1, decay: 0 });
  await until(() => api.getState().trouble !== '');
  expect(api.getState().trouble).toMatch(/finite start/);
  session.dispose();
}, 30_000);
