import { expect, it } from 'vitest';
import { levelsFacts } from '#story/facts/levels-facts';
import census from '../fixtures/census.json';

it('what the chapter on levels states agrees with runs trained independently', () => {
  const { levelsRunsTwo, levelsInfiniteTwo, levelsFinite } = levelsFacts();
  const { r2Finite, infiniteShareR2 } = census.levels.noBias;
  expect(levelsRunsTwo).toBe(200);
  // Both counts are of 200 runs, each with an error of about 3.3 %.
  expect(Math.abs(levelsInfiniteTwo - 100 * infiniteShareR2.share)).toBeLessThan(2 * 4.7);
  expect(Math.abs(levelsFinite - r2Finite)).toBeLessThan(1e-12);
});
