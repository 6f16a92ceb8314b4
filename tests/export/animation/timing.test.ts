import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FASTEST_GIF, frameCount, gifDelays, schedule } from '#export/animation/timing';
import { pairFigure } from '#figures/pair/definition';
import { defaults } from '#state/schema';

const motions = fc.record({
  seconds: fc.double({ min: 0.05, max: 60, noNaN: true }),
  framesPerSecond: fc.integer({ min: 1, max: 60 }),
});

describe('schedule', () => {
  it('has as many frames as seconds times frames a second', () => {
    expect(schedule({ seconds: 2, framesPerSecond: 5 }, false).shares).toHaveLength(10);
    expect(schedule({ seconds: 1.99, framesPerSecond: 30 }, true).shares).toHaveLength(60);
    fc.assert(
      fc.property(motions, fc.boolean(), (motion, loops) => {
        const { shares } = schedule(motion, loops);
        expect(shares).toHaveLength(frameCount(motion.seconds, motion.framesPerSecond));
        expect(shares.length).toBeGreaterThan(0);
      }),
    );
  });

  it('goes evenly around a loop and does not show the first frame twice', () => {
    expect(schedule({ seconds: 1, framesPerSecond: 4 }, true).shares).toEqual([0, 0.25, 0.5, 0.75]);
  });

  it('goes evenly from the start to the end and holds the end for a tenth', () => {
    const { shares } = schedule({ seconds: 2, framesPerSecond: 10 }, false);
    expect(shares[0]).toBe(0);
    expect(shares.filter((share) => share === 1)).toHaveLength(3);
    const moving = shares.slice(0, 18);
    moving.forEach((share, k) => {
      expect(share).toBeCloseTo(k / 17, 12);
    });
    fc.assert(
      fc.property(motions, (motion) => {
        const all = schedule(motion, false).shares;
        expect(all.at(-1)).toBe(1);
        expect(all.every((share, k) => k === 0 || share >= (all[k - 1] ?? 0))).toBe(true);
      }),
    );
  });

  it('brings epsilon to zero exactly, by equal ratios', () => {
    const [epsilon] = pairFigure.animations;
    if (!epsilon) throw new Error('pair has no animation');
    const { shares } = schedule({ seconds: 4, framesPerSecond: 10 }, epsilon.loops ?? false);
    const values = defaults(pairFigure.schema);
    const seen = shares.map((share) => epsilon.at(share, values).eps as number);
    expect(seen[0]).toBe(1);
    expect(seen.slice(-4)).toEqual([0, 0, 0, 0]);
    const ratios = seen.slice(1, -5).map((eps, k) => eps / (seen[k] as number));
    for (const ratio of ratios) expect(ratio).toBeCloseTo(ratios[0] as number, 9);
  });
});

describe('gifDelays', () => {
  it('ends each frame when it should', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: FASTEST_GIF }),
        (count, framesPerSecond) => {
          const delays = gifDelays({ framesPerSecond, shares: Array.from({ length: count }, () => 0) });
          let end = 0;
          delays.forEach((delay, k) => {
            end += delay;
            expect(Math.abs(end - (100 * (k + 1)) / framesPerSecond)).toBeLessThanOrEqual(0.5);
            expect(delay).toBeGreaterThanOrEqual(2);
          });
        },
      ),
    );
  });
});
