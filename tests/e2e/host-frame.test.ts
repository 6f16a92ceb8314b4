import { expect, it } from 'vitest';
import { expectNoProblems } from '../support/page';
import { openEmbedded } from '../support/two-origins';

it('a figure shows in a frame of another origin, and asks no other host', async () => {
  const { frame, page, problems, site } = await openEmbedded({ query: 'figure=pair&controls=min' });
  await frame.locator('[data-figure="pair"][data-ready="true"]').waitFor();
  expect(new URL(frame.url()).origin).not.toBe(new URL(page.url()).origin);
  expect(site.asked).toContain('/embed.html');
  expectNoProblems(problems);
});
