import { afterEach, describe, expect, test, vi } from 'vitest';
import { Cancelled, createWorkerClient, type MakeWorker, type WorkerFailure } from '#workers/client';
import type { FromWorker, ToWorker } from '#workers/messages';

/** Workers that do nothing by themselves: tests loadLanguage for them. */
function puppets() {
  const made: {
    heard: ToWorker[];
    say: (message: FromWorker) => void;
    fail: (why: WorkerFailure) => void;
    terminated: boolean;
  }[] = [];
  const makeWorker: MakeWorker = (say, fail) => {
    const one = { heard: [] as ToWorker[], say, fail, terminated: false };
    made.push(one);
    return {
      post: (message) => one.heard.push(message),
      terminate: () => {
        one.terminated = true;
      },
    };
  };
  return { made, makeWorker };
}

const place = { gamma: 1.5, along: 0.5 };
const end = { theta: new Float64Array(17), loss: 1 };

afterEach(() => {
  vi.useRealTimers();
});

describe('the client of the worker', () => {
  test('makes its worker at the first job, and hands parts, progress and the end to the one who asked', async () => {
    const { made, makeWorker } = puppets();
    const client = createWorkerClient(makeWorker);
    expect(made.length).toBe(0);
    const parts: unknown[] = [];
    const done: number[] = [];
    const request = { gammas: new Float64Array([1]), spec: {} as never };
    const landscape = client.start('landscape', request, {
      onPart: (part) => parts.push(part),
      onProgress: (value) => done.push(value),
    });
    const placing = client.start('place', place);
    expect(made.length).toBe(1);
    expect(made[0]?.heard).toEqual([
      { type: 'start', id: 1, job: 'landscape', request },
      { type: 'start', id: 2, job: 'place', request: place },
    ]);
    made[0]?.say({ type: 'part', id: 1, part: 'first' });
    made[0]?.say({ type: 'end', id: 2, end });
    made[0]?.say({ type: 'progress', id: 1, done: 0.5 });
    made[0]?.say({ type: 'end', id: 1, end: { milliseconds: 7 } });
    expect(await placing).toBe(end);
    expect(await landscape).toEqual({ milliseconds: 7 });
    expect([parts, done]).toEqual([['first'], [0.5]]);
    client.dispose();
  });

  test('a newer job of the same name cancels the older, of another name does not', async () => {
    const { made, makeWorker } = puppets();
    const client = createWorkerClient(makeWorker);
    const parts: unknown[] = [];
    const older = client.start('place', place, { onPart: (part) => parts.push(part) });
    const other = client.start('run', {} as never);
    const newer = client.start('place', place);
    await expect(older).rejects.toBeInstanceOf(Cancelled);
    await expect(older).rejects.toMatchObject({ name: 'Cancelled' });
    expect(made[0]?.heard.at(-2)).toEqual({ type: 'cancel', id: 1 });
    // What was under way when the worker heard it is dropped.
    made[0]?.say({ type: 'part', id: 1, part: 'late' });
    made[0]?.say({ type: 'end', id: 2, end: 'other' });
    made[0]?.say({ type: 'end', id: 3, end });
    expect(await newer).toBe(end);
    expect(await other).toBe('other');
    expect(parts).toEqual([]);
    client.dispose();
  });

  test('a signal cancels, also one that was given before', async () => {
    const { made, makeWorker } = puppets();
    const client = createWorkerClient(makeWorker);
    const controller = new AbortController();
    const job = client.start('place', place, { signal: controller.signal });
    controller.abort();
    await expect(job).rejects.toBeInstanceOf(Cancelled);
    expect(made[0]?.heard.at(-1)).toEqual({ type: 'cancel', id: 1 });
    await expect(client.start('place', place, { signal: controller.signal })).rejects.toBeInstanceOf(
      Cancelled,
    );
    expect(made[0]?.heard.length).toBe(2);
    client.dispose();
  });

  test('a failed job rejects with its problem', async () => {
    const { made, makeWorker } = puppets();
    const client = createWorkerClient(makeWorker);
    const job = client.start('place', place);
    made[0]?.say({ type: 'failed', id: 1, problem: { code: 'no-way-down' } });
    await expect(job).rejects.toMatchObject({ problem: { code: 'no-way-down' } });
    await expect(job).rejects.not.toBeInstanceOf(Cancelled);
    client.dispose();
  });

  test('a worker that dies is replaced at the next job; its jobs reject and the listener is told', async () => {
    const { made, makeWorker } = puppets();
    const client = createWorkerClient(makeWorker);
    const told: WorkerFailure[] = [];
    const stop = client.onRestart((why) => told.push(why));
    const jobs = [client.start('place', place), client.start('run', {} as never)];
    made[0]?.fail({ code: 'crashed' });
    for (const job of jobs) await expect(job).rejects.toMatchObject({ problem: { code: 'crashed' } });
    expect(told).toEqual([{ code: 'crashed' }]);
    expect(made[0]?.terminated).toBe(true);
    const next = client.start('place', place);
    expect(made.length).toBe(2);
    // The dead one has nothing more to say.
    made[0]?.say({ type: 'end', id: 3, end: 'ghost' });
    made[0]?.fail({ code: 'crashed' });
    made[1]?.say({ type: 'end', id: 3, end });
    expect(await next).toBe(end);
    stop();
    made[1]?.fail({ code: 'unreadable' });
    expect(told.length).toBe(1);
    client.dispose();
  });

  test('a worker that no longer answers counts as dead, one that does or has nothing to do does not', async () => {
    vi.useFakeTimers();
    const { made, makeWorker } = puppets();
    const client = createWorkerClient(makeWorker, 5000);
    const told: WorkerFailure[] = [];
    client.onRestart((why) => told.push(why));
    const job = client.start('place', place);
    for (let k = 0; k < 5; k++) {
      vi.advanceTimersByTime(4000);
      made[0]?.say({ type: 'progress', id: 1, done: 0 });
    }
    made[0]?.say({ type: 'end', id: 1, end });
    expect(await job).toBe(end);
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([]);
    const silent = client.start('place', place);
    const rejected = expect(silent).rejects.toMatchObject({ problem: { code: 'silent', seconds: 5 } });
    vi.advanceTimersByTime(5001);
    await rejected;
    expect(told.length).toBe(1);
    client.dispose();
  });

  test('a worker that cannot be made is a sentence and not a crash', async () => {
    const client = createWorkerClient(() => {
      throw new Error('no workers here');
    });
    await expect(client.start('place', place)).rejects.toThrow('no workers here');
  });

  test('dispose cancels everything, ends the worker, and nothing starts after it', async () => {
    const { made, makeWorker } = puppets();
    const client = createWorkerClient(makeWorker);
    const job = client.start('place', place);
    client.dispose();
    await expect(job).rejects.toBeInstanceOf(Cancelled);
    expect(made[0]?.terminated).toBe(true);
    await expect(client.start('place', place)).rejects.toBeInstanceOf(Cancelled);
    expect(made.length).toBe(1);
  });
});
