import { describe, expect, test } from 'vitest';
import { createWorkerClient } from '#workers/client';
import type { Job } from '#workers/job';
import type { JobName, Jobs } from '#workers/messages';
import { toyEdgeJob, toyStallsJob } from '#workers/toy-edge-job';
import { toyLandscapeJob } from '#workers/toy-landscape-job';
import type {
  ToyLandscapePart,
  ToyLandscapeRequest,
  ToyRunner,
  ToyRunPart,
  ToyRunRequest,
} from '#workers/toy-messages';
import { toyRunJob, toyStart } from '#workers/toy-run-job';
import fixture from '../fixtures/toy.json';
import { expectClose } from '../support/close';
import { pairedWorker } from '../support/worker-pair';

/** All parts and the end of a job. */
function through<Name extends JobName>(
  job: Job<Name>,
): { parts: Jobs[Name]['part'][]; end: Jobs[Name]['end'] } {
  const parts: Jobs[Name]['part'][] = [];
  for (;;) {
    const next = job.next();
    if (next.done) return { parts, end: next.value };
    if (next.value?.part !== undefined) parts.push(next.value.part);
  }
}

const spaced = (from: number, to: number, count: number) =>
  Float64Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));

const request: ToyLandscapeRequest = { gammas: spaced(1, 9, 9), alphas: spaced(-1, 3, 41), decay: 0 };

function only<P extends ToyLandscapePart['part']>(parts: readonly ToyLandscapePart[], name: P) {
  return parts.filter((part): part is Extract<ToyLandscapePart, { part: P }> => part.part === name);
}

describe('toy-landscape', () => {
  const { parts } = through(toyLandscapeJob(request));

  test('says first what is known at infinity', () => {
    const [limits] = only(parts, 'limits');
    expect(parts[0]).toBe(limits);
    for (const name of ['channel1', 'saddle', 'channel2'] as const) {
      expectClose(limits?.[name].w ?? NaN, fixture.criticalPoints[name].w, 1e-8);
      expectClose(limits?.[name].loss ?? NaN, fixture.criticalPoints[name].loss, 1e-8);
    }
    expectClose(limits?.band[0] ?? NaN, fixture.hPositiveBetween[0] ?? NaN, 1e-8);
    expectClose(limits?.band[1] ?? NaN, fixture.hPositiveBetween[1] ?? NaN, 1e-8);
    expect(Math.min(...(limits?.losses ?? []))).toBeLessThan(8e-4);
  });

  test('sends coarse losses before fine ones, and all of them at the end', () => {
    const levels = only(parts, 'level');
    expect(levels.map(({ stride }) => stride)).toEqual([4, 2, 1]);
    const known = levels.map(({ losses }) => losses.filter(Number.isFinite).length);
    expect(known[0]).toBeLessThan(known[1] ?? 0);
    expect(known[2]).toBe(9 * 41);
  });

  test('follows both channels outwards, channel 1 below the saddle line and channel 2 above it', () => {
    const [first, second] = only(parts, 'channel');
    expect(first?.alphas.every((alpha) => alpha < 0)).toBe(true);
    expect(second?.alphas.every((alpha) => alpha > 2)).toBe(true);
    expect(first?.gammas[0]).toBeGreaterThan(50);
    expectClose(first?.losses[0] ?? NaN, fixture.criticalPoints.channel1.loss, 0, 1e-6);
    expectClose(second?.losses[0] ?? NaN, fixture.criticalPoints.channel2.loss, 0, 1e-5);
    expect(only(parts, 'optimum')).toEqual([]);
  });

  test('puts the optimum at finite weights under weight decay, nearer the stronger it is', () => {
    const places = [1e-6, 1e-5, 1e-4].map((decay) => {
      const found = only(through(toyLandscapeJob({ ...request, decay })).parts, 'optimum');
      const second = found.find(({ channel }) => channel === 2)?.optimum;
      return second?.kind === 'minimum' ? second.gamma : Number.NaN;
    });
    expectClose(places[0] ?? NaN, 5.338062, 1e-4);
    expect(places[1]).toBeLessThan(places[0] ?? 0);
    expect(places[2]).toBeLessThan(places[1] ?? 0);
    const strong = only(through(toyLandscapeJob({ ...request, decay: 1e-2 })).parts, 'optimum');
    expect(strong.find(({ channel }) => channel === 1)?.optimum.kind).toBe('none');
  });

  test('refuses a negative decay', () => {
    expect(() => through(toyLandscapeJob({ ...request, decay: -1 }))).toThrow(RangeError);
  });
});

describe('toy-run', () => {
  const settings: ToyRunRequest = {
    gamma: 1.5,
    alpha: 0.2,
    seed: 1,
    decay: 0,
    maxTime: 1e10,
    maxSteps: 100_000,
  };

  function lastOf(parts: readonly ToyRunPart[], runner: ToyRunner) {
    const own = parts.filter((part) => part.runner === runner);
    const last = own.at(-1);
    return {
      end: last?.end,
      gamma: last?.gammas.at(-1) ?? NaN,
      alpha: last?.alphas.at(-1) ?? NaN,
      loss: last?.losses.at(-1) ?? NaN,
      times: own.flatMap(({ times }) => [...times]),
    };
  }

  test.each([
    [0.2, 2, fixture.criticalPoints.channel2.loss],
    [-0.2, -0.7, fixture.criticalPoints.channel1.loss],
  ])('from alpha %f the flow goes down a channel; SGD and Adam stop short', (alpha, where, loss) => {
    const { parts } = through(toyRunJob({ ...settings, alpha }));
    const flow = lastOf(parts, 'flow');
    expect(flow.gamma).toBeGreaterThan(50);
    expectClose(flow.alpha, where, 0, 0.35);
    expectClose(flow.loss, loss, 1e-3);
    expect(lastOf(parts, 'data').gamma).toBeGreaterThan(50);
    for (const runner of ['sgd', 'adam'] as const) {
      const last = lastOf(parts, runner);
      expect(last.end?.kind).toBe('steps');
      expect(last.gamma).toBeLessThan(flow.gamma / 10);
      expect(last.loss).toBeGreaterThan(flow.loss);
    }
    for (const runner of ['flow', 'data', 'sgd', 'adam'] as const) {
      const { times } = lastOf(parts, runner);
      expect(times.every((time, k) => k === 0 || time > (times[k - 1] ?? 0))).toBe(true);
      expect(times.length).toBeLessThan(2500);
    }
  });

  test('starts on the landscape, and takes another way with another seed', () => {
    const short = { ...settings, maxTime: 1, maxSteps: 200 };
    const runs = [1, 2].map((seed) => through(toyRunJob({ ...short, seed })).parts);
    for (const parts of runs) {
      const [first] = parts;
      expectClose(first?.gammas[0] ?? NaN, 1.5, 1e-9);
      expectClose(first?.alphas[0] ?? NaN, 0.2, 1e-9);
    }
    const ends = runs.map((parts) => lastOf(parts, 'sgd').gamma);
    expect(ends[0]).not.toBe(ends[1]);
    expect([...toyStart(1.5, 0)]).toHaveLength(4);
  });

  test('under weight decay the flow comes to rest at finite weights', () => {
    const { parts } = through(toyRunJob({ ...settings, decay: 1e-5 }));
    const flow = lastOf(parts, 'flow');
    expectClose(flow.gamma, 3.3425, 1e-3);
  });

  test('refuses an impossible start', () => {
    expect(() => through(toyRunJob({ ...settings, gamma: Number.NaN }))).toThrow(/finite start/);
  });
});

describe('toy-edge', () => {
  test.each([
    [0.316, 5.89, 6.3],
    [0.237, 6.86, 8.4],
  ])('at a step of %f it stalls where the sharpness is 2 / eta', (rate, difference, sharpness) => {
    const { parts, end } = through(toyEdgeJob({ rate, seed: 1, maxSteps: 60_000 }));
    expect(end.kind).toBe('stalled');
    // Other samples than those of the figures in the issue: a percent more or less.
    expectClose(end.difference, difference, 0.02);
    expectClose(end.sharpness, sharpness, 0.02);
    expectClose(end.predicted, end.difference, 0.03);
    const steps = parts.flatMap((part) => [...part.steps]);
    expect(steps.every((step, k) => k === 0 || step > (steps[k - 1] ?? 0))).toBe(true);
    expect(steps.at(-1)).toBe(60_000);
  });

  test('with a small step it is still climbing, with a large one it diverges', () => {
    expect(through(toyEdgeJob({ rate: 0.133, seed: 1, maxSteps: 60_000 })).end.kind).toBe('climbing');
    const { end, parts } = through(toyEdgeJob({ rate: 2, seed: 1, maxSteps: 60_000 }));
    expect(end.kind).toBe('diverged');
    for (const part of parts) for (const value of part.sharpness) expect(value).toBeLessThan(Infinity);
    expect(through(toyEdgeJob({ rate: 1.1, seed: 1, maxSteps: 20_000 })).end.kind).toBe('left');
  });

  test('measures stalls for many step sizes, beside the valley that predicts them', () => {
    const rates = Float64Array.of(0.5, 0.3);
    const { parts } = through(toyStallsJob({ seed: 1, rates, maxSteps: 20_000 }));
    expect(parts.map(({ part }) => part)).toEqual(['valley', 'stall', 'stall']);
    const stalls = parts.flatMap((part) => (part.part === 'stall' ? [part.difference] : []));
    expect(stalls[1]).toBeGreaterThan(stalls[0] ?? 0);
  });

  test('refuses a step size that is none', () => {
    expect(() => through(toyEdgeJob({ rate: 0, seed: 1, maxSteps: 10 }))).toThrow(/positive/);
    expect(() => through(toyEdgeJob({ rate: 0.1, seed: 1, maxSteps: 0.5 }))).toThrow(/whole number/);
  });
});

test('the worker takes all four jobs without a landscape of its own', async () => {
  const client = createWorkerClient(pairedWorker().makeWorker);
  const small = { ...request, gammas: spaced(1, 2, 2), alphas: spaced(-1, 1, 5) };
  const [landscape, , edge] = await Promise.all([
    client.start('toy-landscape', small),
    client.start('toy-run', { gamma: 1.5, alpha: 0.2, seed: 1, decay: 0, maxTime: 10, maxSteps: 50 }),
    client.start('toy-edge', { rate: 0.3, seed: 1, maxSteps: 100 }),
    client.start('toy-stalls', { seed: 1, rates: Float64Array.of(0.3), maxSteps: 100 }),
  ]);
  expect(landscape.milliseconds).toBeGreaterThan(0);
  expect(edge.steps).toBe(100);
  client.dispose();
});
