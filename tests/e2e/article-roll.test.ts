import { expect, test } from 'vitest';
import { expectNoProblems } from '../support/page';
import { openArticle } from './article-page';

test('words of the article let the ball of the landscape roll', async () => {
  const { page, problems } = await openArticle();
  const scene = page.locator('[data-scene="landscape"]');
  await scene.scrollIntoViewIfNeeded();
  await scene.locator('[data-ready="true"]').waitFor({ timeout: 60_000 });
  await scene.locator('[data-action="drop"]:enabled').waitFor({ timeout: 60_000 });
  const end = scene.locator('[data-readout="run-end"]');
  expect(await end.getAttribute('data-place')).toBe('');
  await scene.locator('[data-drive="landscape"][data-play="player"]').first().click();
  await expect.poll(() => end.getAttribute('data-place'), { timeout: 60_000 }).toBe('channel');
  expectNoProblems(problems);
});
