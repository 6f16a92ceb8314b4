import { expect, test } from 'vitest';
import { paperNetwork } from '#math/landscape/paper-network';
import { Cancelled, createWorkerClient } from '#workers/client';
import type { LandscapeSpec } from '#workers/messages';
import { pairedWorker } from '../support/worker-pair';

const spec: LandscapeSpec = { ...paperNetwork, target: { kind: 'rosenbrock' }, seed: 1 };
const gammas = Float64Array.from([1.25, 1.5]);

/** Lets the event loop take some turns. */
async function turns(count: number): Promise<void> {
  for (let k = 0; k < count; k++) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

test('a cancelled job stops within a slice, and a run goes on beside a landscape in the making', async () => {
  const { makeWorker, log } = pairedWorker();
  const client = createWorkerClient(makeWorker);
  let columns = 0;
  let placed: Promise<unknown> | undefined;
  const landscape = client.start(
    'landscape',
    { spec, gammas },
    {
      onPart(part) {
        if (part.part !== 'descent') return;
        columns++;
        // Both at once: each takes its turn.
        placed ??= client.start('place', { gamma: part.gamma, along: 0.5 });
        if (columns === 2)
          client.start('landscape', { spec: { ...spec, width: 0 }, gammas }).catch(() => undefined);
      },
    },
  );
  await expect(landscape).rejects.toBeInstanceOf(Cancelled);
  await expect(placed).resolves.toHaveProperty('loss');
  await turns(5);
  const { pauses } = log;
  const sent = log.sent.length;
  await turns(20);
  expect(log.pauses).toBe(pauses);
  expect(log.sent.length).toBe(sent);
  client.dispose();
});

test('cancelling by signal stops the computing itself', async () => {
  const { makeWorker, log } = pairedWorker();
  const client = createWorkerClient(makeWorker);
  const controller = new AbortController();
  const landscape = client.start('landscape', { spec, gammas }, { signal: controller.signal });
  await turns(6);
  expect(log.pauses).toBeGreaterThan(1);
  controller.abort();
  await expect(landscape).rejects.toBeInstanceOf(Cancelled);
  await turns(3);
  const { pauses } = log;
  await turns(20);
  expect(log.pauses).toBe(pauses);
  expect(log.sent).not.toContain('end');
  client.dispose();
});

test('failures have a code, and what is not foreseen its message', async () => {
  const { makeWorker } = pairedWorker();
  const client = createWorkerClient(makeWorker);
  await expect(client.start('place', { gamma: 1, along: 0 })).rejects.toMatchObject({
    problem: { code: 'no-landscape' },
  });
  await expect(
    client.start('landscape', { spec: { ...spec, activation: 'relu' }, gammas }),
  ).rejects.toMatchObject({
    problem: { code: 'unexpected', message: expect.stringContaining('needs second derivatives') as string },
  });
  await expect(client.start('landscape', { spec: undefined as never, gammas })).rejects.toMatchObject({
    problem: { code: 'unexpected' },
  });
  client.dispose();
});

test('a landscape that fails leaves the one before in place', async () => {
  const { makeWorker } = pairedWorker();
  const client = createWorkerClient(makeWorker);
  let first: Promise<unknown> | undefined;
  await new Promise<void>((resolve) => {
    first = client.start(
      'landscape',
      { spec, gammas },
      { onPart: (part) => part.part === 'descent' && resolve() },
    );
    first.catch(() => undefined);
  });
  await expect(client.start('landscape', { spec: { ...spec, grid: 0 }, gammas })).rejects.toThrow(
    'points a side',
  );
  await expect(client.start('place', { gamma: 1.25, along: 1 })).resolves.toHaveProperty('theta');
  const run = client.start('run', {
    start: { gamma: 1.25, along: 0.5 },
    optimizer: 'flow',
    rate: 1,
    batch: 1,
    seed: 1,
    maxTime: 10,
    maxSteps: 100,
  });
  await expect(run).resolves.toMatchObject({ kind: 'time' });
  client.dispose();
});
