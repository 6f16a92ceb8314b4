import { expect, it } from 'vitest';
import { expectNoProblems, openPage } from '../support/page';

it('the page around a figure hears it and is followed by it', async () => {
  const { page, problems } = await openPage({ path: 'examples/host.html' });
  const lines = page.locator('#log li');
  await lines.filter({ hasText: 'ready' }).waitFor();
  await page.locator('#preset').selectOption({ index: 2 });
  await lines.filter({ hasText: 'reply' }).first().waitFor();
  await page.locator('#bad').click();
  await page.locator('#state', { hasText: 'eps=1' }).waitFor();
  expectNoProblems(problems);
});

it('the course page speaks to its element', async () => {
  const { page, problems } = await openPage({ path: 'examples/element.html' });
  await page.frameLocator('#pair iframe').locator('[data-ready="true"]').waitFor({ timeout: 75_000 });
  await page.locator('[data-eps="0.03"]').click();
  await page.locator('#eps', { hasText: '0.03' }).waitFor();
  expectNoProblems(problems);
});

it('the slides keep their figures', async () => {
  const { page, problems } = await openPage({ path: 'examples/reveal-like.html', reducedMotion: true });
  const first = page.frameLocator('.deck section:first-child iframe');
  await first.locator('[data-ready="true"]').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('#where').textContent()).toBe('slide 3 of 3');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await first.locator('[data-figure="pair"]').isVisible()).toBe(true);
  expectNoProblems(problems);
});
