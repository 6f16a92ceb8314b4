import { describe, expect, test } from 'vitest';
import { runJob } from '#workers/run-job';
import { swarmJob } from '#workers/swarm-job';
import { type SwarmPart, swarmPlaces } from '#workers/swarm-messages';
import { drain, worldWithColumns } from '../support/world';

const world = worldWithColumns([1.25, 1.5, 2]);
// Beside the crest at gamma = 2: the plus side leads to infinity, the minus side back.
const starts = [
  { gamma: 2, along: 0.1 },
  { gamma: 2, along: -0.1 },
  { gamma: 1.5, alpha: 0.05 },
] as const;

const places = (part: SwarmPart | undefined) => Array.from(part?.places ?? [], (k) => swarmPlaces[k]);

describe('a swarm', () => {
  const { parts, done } = drain(swarmJob(world, { starts }, () => 0));

  test('ends each ball where the ball alone ends', () => {
    const alone = starts.map((start) => {
      const flow = { start, optimizer: 'flow', rate: 1, batch: 1, seed: 1 } as const;
      return drain(runJob(world, { ...flow, maxTime: 1e8, maxSteps: 20_000 })).end.place;
    });
    expect(alone).toEqual(['channel', 'finite', 'channel']);
    expect(places(parts.at(-1))).toEqual(alone);
    expect(done.at(-1)).toBeLessThanOrEqual(1);
  });

  test('shows all balls at the same times, going down', () => {
    expect(parts[0]).toMatchObject({ time: 0 });
    expect(places(parts[0])).toEqual(['rolling', 'rolling', 'rolling']);
    expect(parts[0]?.gammas[0]).toBeCloseTo(2, 9);
    expect(parts[0]?.alphas[2]).toBeCloseTo(0.05, 3);
    parts.forEach((part, k) => {
      const before = parts[k - 1];
      expect(part.time).toBeGreaterThan(before?.time ?? -1);
      part.losses.forEach((loss, ball) => {
        expect(loss).toBeLessThanOrEqual((before?.losses[ball] ?? 1) * (1 + 1e-12));
      });
      for (const list of [part.gammas, part.along, part.alphas, part.offDescent, part.offPlane]) {
        expect(list.length).toBe(3);
        expect(list.every(Number.isFinite)).toBe(true);
      }
    });
  });

  test('is sent while its balls are on their way to the next time when that takes long', () => {
    let clock = 0;
    const job = swarmJob(world, { starts: starts.slice(0, 2) }, () => {
      clock += 1000;
      return clock;
    });
    const seen: number[] = [];
    while (seen.length < 4) {
      const { value } = job.next();
      if (value && 'part' in value && value.part) seen.push(value.part.time);
    }
    expect(seen).toEqual([0, 0.01, 0.01, 0.01]);
  });

  test('of no balls or too many is refused', () => {
    expect(() => drain(swarmJob(world, { starts: [] }))).toThrow('from 1 to 500 balls, got 0');
    const many = Array.from({ length: 501 }, () => starts[0]);
    expect(() => drain(swarmJob(world, { starts: many }))).toThrow('got 501');
  });
});
