import { expect, it } from 'vitest';
import { expectBaseline } from '../support/baseline';
import { expectNoProblems, openPage, picture, waitReady } from '../support/page';

it.each([
  ['levels', 'v=1', 'light', 1280],
  ['copy', 'v=1&view=copy&gamma=-1', 'dark', 390],
] as const)('where random starts end, %s', async (name, hash, theme, width) => {
  const { page, problems } = await openPage({
    path: '?figure=levels',
    hash,
    theme,
    viewport: { width, height: 900 },
  });
  await waitReady(page, 'levels');
  await page
    .locator('[data-readout="levels-status"][data-status="ready"]')
    .waitFor({ state: 'attached', timeout: 60_000 });
  await expect
    .poll(() => page.locator('.levels-views .plot[data-state="shown"]').count())
    .toBe(name === 'levels' ? 4 : 5);
  expectBaseline(`levels/${name}-${width}`, await picture(page.locator('.levels-views')));
  expectNoProblems(problems);
});
