import { describe, expect, it } from 'vitest';
import { ballsOf, mapFrame, mapPixel, mapPoint, trackIndices } from '#figures/toy/map-geometry';
import { verdictOf } from '#figures/toy/run-table';
import { channelOf, indexAt, replayTime, stateOf, type ToyRuns, withPart } from '#figures/toy/runs';
import { toySchema } from '#figures/toy/schema';
import type { Session } from '#figures/toy/session';
import { defaults } from '#state/schema';
import type { ToyRunner, ToyRunPart } from '#workers/toy-messages';

function part(runner: ToyRunner, times: number[], gamma: (time: number) => number, alpha = 2.3): ToyRunPart {
  return {
    runner,
    times: Float64Array.from(times),
    losses: Float64Array.from(times, (time) => 1 / (1 + time)),
    gammas: Float64Array.from(times, gamma),
    alphas: Float64Array.from(times, () => alpha),
    thetas: Float64Array.from(times.flatMap((time) => [1, 2, 5 + time, -3])),
  };
}

const flow = part('flow', [0, 1, 10, 100, 1e6], (time) => 1.5 + time ** 0.25);
const sgd = part('sgd', [0, 1, 2, 3], (time) => 1.5 + 0.1 * time);
const runs: ToyRuns = [flow, sgd].reduce<ToyRuns>(withPart, {});

describe('runs', () => {
  it('grow by their stretches, and keep how they ended', () => {
    const longer = withPart(runs, {
      ...part('sgd', [4, 5], () => 2),
      end: { kind: 'steps' },
    });
    expect(longer.sgd?.times).toEqual([0, 1, 2, 3, 4, 5]);
    expect(longer.sgd?.end?.kind).toBe('steps');
    expect([...(longer.sgd?.thetas[5] ?? [])]).toEqual([1, 2, 10, -3]);
    expect(longer.flow).toBe(runs.flow);
    expect(runs.sgd?.times).toHaveLength(4);
  });

  it('are replayed on one clock, even in its logarithm', () => {
    expect(replayTime(runs, 0)).toBe(0);
    expect(replayTime(runs, 1)).toBe(1e6);
    expect(replayTime(runs, 0.5)).toBeCloseTo(Math.sqrt(1e6 + 1) - 1, 6);
    const long = runs.flow;
    expect(long && indexAt(long, 99)).toBe(2);
    expect(long && indexAt(long, 100)).toBe(3);
    expect(long && indexAt(long, -1)).toBe(0);
    expect(stateOf(runs, 'flow', 0.5)?.time).toBe(100);
    expect(stateOf(runs, 'sgd', 0.5)?.time).toBe(3);
    expect(stateOf(runs, 'adam', 0.5)).toBeUndefined();
    expect(stateOf(runs, 'sgd', 1)?.difference).toBe(11);
    expect(replayTime({}, 1)).toBe(0);
  });

  it('have tracks up to what the replay shows, and balls at their ends', () => {
    expect(trackIndices(runs, 'flow', 1)).toEqual([0, 1, 2, 3, 4]);
    expect(trackIndices(runs, 'flow', 0.5)).toEqual([0, 1, 2, 3]);
    expect(trackIndices(runs, 'adam', 1)).toEqual([]);
    const many = withPart(
      {},
      part(
        'flow',
        Array.from({ length: 3000 }, (_, k) => k),
        () => 2,
      ),
    );
    const indices = trackIndices(many, 'flow', 1);
    expect(indices.length).toBeLessThan(700);
    expect(indices.at(-1)).toBe(2999);
    const balls = ballsOf(runs, 1);
    expect(balls.map(({ runner }) => runner)).toEqual(['flow', 'sgd']);
    expect(balls[0]?.isOut).toBe(false);
    const far = withPart(
      {},
      part('flow', [0, 1], () => 67),
    );
    expect(ballsOf(far, 1)).toEqual([{ runner: 'flow', gamma: 50, alpha: 2.3, isOut: true }]);
  });

  it('say in which channel they are', () => {
    expect(channelOf({ gamma: 20, alpha: 2.3 })).toBe(2);
    expect(channelOf({ gamma: 20, alpha: -0.7 })).toBe(1);
    expect(channelOf({ gamma: 20, alpha: 0 })).toBeUndefined();
    expect(channelOf({ gamma: 2, alpha: -0.7 })).toBeUndefined();
  });

  it('have a verdict only when they are finished and belong to what is set', () => {
    const finished = withPart(
      runs,
      part('adam', [0, 1], () => 1.7),
    );
    const session = { runs: finished, running: false, decay: 0 } as unknown as Session;
    const values = defaults(toySchema);
    expect(verdictOf({ session, values })).toMatch(/channel 2 at γ = 33.1.*SGD stopped at γ = 1.80/);
    expect(verdictOf({ session: { ...session, running: true }, values })).toBe('');
    expect(verdictOf({ session, values: { ...values, decay: 1e-5 } })).toBe('');
    const decayed = { session: { ...session, decay: 1e-5 }, values: { ...values, decay: 1e-5 } };
    expect(verdictOf(decayed)).toMatch(/comes to rest/);
    expect(verdictOf({ session: { ...session, runs }, values })).toBe('');
  });
});

describe('the map', () => {
  const frame = mapFrame('log', { width: 440, height: 310 });
  it('has pixels and points that are each other’s inverse, and stays in its frame', () => {
    const [x, y] = mapPixel(frame, 5, 1);
    const back = mapPoint(frame, [x, y]);
    expect(back.gamma).toBeCloseTo(5, 2);
    expect(back.alpha).toBeCloseTo(1, 2);
    const corner = mapPoint(mapFrame('linear', frame), [-50, 999]);
    expect(corner).toEqual({ gamma: 0.5, alpha: -1.5 });
    expect(mapPixel(frame, 5, 2)[1]).toBeLessThan(y);
  });
});
