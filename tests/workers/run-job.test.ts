import { describe, expect, test } from 'vitest';
import { saddlePoint } from '#math/landscape/saddle-line';
import { addScaled } from '#math/numerics/linear-algebra';
import type { RunPart, RunRequest } from '#workers/messages';
import { placeJob } from '#workers/place-job';
import { runJob } from '#workers/run-job';
import { thinning } from '#workers/thinning';
import { expectClose } from '../support/close';
import { line, oracle, splitLoss } from '../support/landscape';
import { drain, worldWithColumns } from '../support/world';

const world = worldWithColumns([1.25, 1.5, 2]);
const request: RunRequest = {
  start: { theta: beside(1e-2) },
  optimizer: 'flow',
  rate: 1e-3,
  batch: 64,
  seed: 1,
  maxTime: 1e8,
  maxSteps: 5000,
};

function beside(offset: number): Float64Array {
  return addScaled(saddlePoint(line, 1.5), offset, world.landscape.downhill.at(1.5).direction);
}

function whole(parts: RunPart[], key: Exclude<keyof RunPart, 'thetas'>): number[] {
  return parts.flatMap((part) => [...part[key]]);
}

const run = (change: Partial<RunRequest>) => drain(runJob(world, { ...request, ...change }));

describe('gradient flow from beside the saddle line', () => {
  test('ends in the channel on the plus side', () => {
    const { parts, end } = run({});
    expect([end.kind, end.place]).toEqual(['time', 'channel']);
    const gammas = whole(parts, 'gammas');
    expectClose(gammas[0] ?? NaN, 1.5, 1e-2);
    expect(gammas.at(-1)).toBeGreaterThan(10);
    // It stays near the surface while that is drawn, and leaves it far behind beyond.
    const off = whole(parts, 'offDescent');
    expect(off[0]).toBeLessThan(2e-3);
    expect(off.at(-1)).toBeGreaterThan(50);
    expect(Math.min(...whole(parts, 'along'))).toBeGreaterThanOrEqual(0);
    expectClose(whole(parts, 'alphas')[0] ?? NaN, 1e-2, 1e-2);
    expect(whole(parts, 'offPlane')[0]).toBeLessThan(1e-3);
    for (const part of parts) {
      expect(part.times.length).toBeLessThanOrEqual(41);
      expect(part.thetas.length).toBe(17 * part.times.length);
    }
    const losses = whole(parts, 'losses');
    expectClose(
      splitLoss.loss(parts[2]?.thetas.slice(0, 17) ?? new Float64Array(17)),
      parts[2]?.losses[0] ?? NaN,
      1e-11,
    );
    losses.forEach((loss, k) => {
      if (k > 0) expect(loss).toBeLessThanOrEqual((losses[k - 1] ?? NaN) * (1 + 1e-12));
    });
    for (const key of [
      'times',
      'losses',
      'gammas',
      'along',
      'offDescent',
      'alphas',
      'offPlane',
      'epsilons',
    ] as const) {
      expect(whole(parts, key).every(Number.isFinite)).toBe(true);
      expect(whole(parts, key).length).toBe(losses.length);
    }
  });

  test('begins at a point of the drawn surface, on either slice', () => {
    for (const point of [
      { gamma: 1.5, along: 0.5 },
      { gamma: 1.5, alpha: 0.1 },
    ]) {
      const { parts } = run({ start: point, maxTime: 1 });
      const { theta } = drain(placeJob(world, point)).end;
      expect(parts[0]?.thetas.slice(0, theta.length)).toEqual(theta);
    }
  });

  test('ends in the finite minimum on the minus side', () => {
    const { parts, end } = run({ start: { theta: beside(-1e-2) } });
    expect(end.place).toBe('finite');
    expectClose(end.loss, oracle.flowEnds.minus.loss, 1e-6);
    expect(whole(parts, 'along')[1]).toBeLessThan(0);
  });

  test("is in the channel long before the paper's criterion says so", () => {
    const { end } = run({ maxTime: 1e4 });
    expect([end.kind, end.place]).toEqual(['time', 'channel']);
  });

  test('is nowhere yet after a short time', () => {
    const { end } = run({ maxTime: 1 });
    expect([end.kind, end.place]).toEqual(['time', 'elsewhere']);
  });

  test('does not move on the crest itself', () => {
    const { parts, end } = run({ start: { theta: saddlePoint(line, 1.5) } });
    expect([end.kind, end.place]).toEqual(['stationary', 'elsewhere']);
    expect(whole(parts, 'times')).toEqual([0]);
  });
});

describe('optimizers', () => {
  test('gradient descent with a large rate diverges, with the step and the rate', () => {
    const { parts, end } = run({ optimizer: 'gd', rate: 10, maxSteps: 500 });
    expect([end.kind, end.place]).toEqual(['diverged', 'elsewhere']);
    expect(end.problem).toMatchObject({ code: 'diverged', rate: 10 });
    expect(Number.isFinite(end.loss + end.gradientNorm)).toBe(true);
    expect(whole(parts, 'losses').every(Number.isFinite)).toBe(true);
  });

  test.each(['gd', 'sgd', 'adam'] as const)('%s takes its steps and reports the last one', (optimizer) => {
    const { parts, end } = run({ optimizer, maxSteps: 50 });
    expect(end.kind).toBe('steps');
    const times = whole(parts, 'times');
    expect(times.length).toBe(51);
    expectClose(times.at(-1) ?? NaN, 50 * 1e-3, 1e-12);
  });

  test.each([38, 39, 40, 79])('every one of %d steps is sent once, whatever the batches', (maxSteps) => {
    const { parts } = drain(runJob(world, { ...request, optimizer: 'gd', maxSteps }, () => 0));
    expect(whole(parts, 'times').length).toBe(maxSteps + 1);
    expect(new Set(whole(parts, 'times')).size).toBe(maxSteps + 1);
    expect(parts.every(({ times }) => times.length > 0)).toBe(true);
  });

  test('the last point of a thinned run is sent', () => {
    const isDropped = (steps: number) => {
      const keep = thinning(steps);
      return Array.from({ length: steps + 1 }, (_, k) => keep(k)).at(-1) === false;
    };
    const maxSteps = Array.from({ length: 100 }, (_, k) => 2000 + k).find(isDropped) ?? 0;
    const { parts } = run({ optimizer: 'sgd', maxSteps });
    expect(whole(parts, 'times').length).toBeLessThan(maxSteps);
    expectClose(whole(parts, 'times').at(-1) ?? NaN, maxSteps * 1e-3, 1e-12);
  });

  test('sgd depends on its seed and on nothing else', () => {
    const [one, again, other] = [1, 1, 2].map(
      (seed) => run({ optimizer: 'sgd', maxSteps: 20, seed }).end.loss,
    );
    expect(one).toBe(again);
    expect(one).not.toBe(other);
  });

  test('a batch of all samples is plain gradient descent', () => {
    const all = run({ optimizer: 'sgd', maxSteps: 10, batch: 5000 }).end.loss;
    expect(all).toBe(run({ optimizer: 'gd', maxSteps: 10 }).end.loss);
    // And so its gradient may end it.
    const still = run({
      optimizer: 'sgd',
      maxSteps: 10,
      batch: 5000,
      start: { theta: saddlePoint(line, 1.5) },
    });
    expect(still.end.kind).toBe('stationary');
  });

  test('long runs keep at most about two thousand points, the first ones all', () => {
    for (const count of [10, 1000, 4000, 1e6]) {
      const keep = thinning(count);
      let kept = 0;
      for (let k = 0; k < count; k++) {
        const kept1 = keep(k);
        if (k < 1000) expect(kept1).toBe(true);
        if (kept1) kept++;
      }
      expect(kept).toBeLessThanOrEqual(2010);
      expect(kept).toBeGreaterThanOrEqual(Math.min(count, 1500));
    }
  });
});

test.each([
  [{ start: { theta: new Float64Array(3) } }, 'put the ball somewhere else'],
  [{ start: { theta: new Float64Array(17).fill(Number.NaN) } }, 'put the ball somewhere else'],
  [{ maxTime: Number.NaN }, 'time must be positive'],
  [{ maxSteps: 0 }, 'number of steps'],
  [{ optimizer: 'adam' as const, rate: -1 }, 'learning rate must be positive'],
  [{ optimizer: 'sgd' as const, batch: 0 }, 'mini-batch'],
])('impossible run %o', (change, message) => {
  expect(() => run(change)).toThrow(message);
});

test('without columns only the crest is drawn', () => {
  const empty = worldWithColumns([]);
  const { parts } = drain(runJob(empty, { ...request, maxTime: 1 }));
  expectClose(whole(parts, 'offDescent')[0] ?? NaN, 1e-2, 1e-6);
  expect(whole(parts, 'along')[0]).toBe(0);
});
