import { expect, it, onTestFinished } from 'vitest';
import { serveSite } from '../../scripts/lib/serve';
import { expectNoProblems, openPage } from '../support/page';

it('the page opens without a problem or a request to another host', async () => {
  const { page, problems } = await openPage();
  await page.locator('main').waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.title()).toBe('Minima at Infinity');
  expectNoProblems(problems);
});

it('the page works when served below a path', async () => {
  const site = await serveSite({ port: 0, base: '/some/sub/path/' });
  onTestFinished(() => site.close());
  expect(site.url).toMatch(/\/some\/sub\/path\/$/);
  const { page, problems } = await openPage({ path: site.url });
  await page.locator('main').waitFor();
  await page.waitForLoadState('networkidle');
  expectNoProblems(problems);
});
