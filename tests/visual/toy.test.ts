import { expect, it } from 'vitest';
import { expectBaseline } from '../support/baseline';
import { expectNoProblems, openPage, picture, waitReady } from '../support/page';

const other = 'v=1&alpha=-0.2&axis=linear&w=0.866296&follow=sgd';

it.each([
  ['best', 'v=1', 10, ['views', 'edge'], 'light', 1280],
  ['other', other, 10, ['views'], 'dark', 390],
  ['decay', 'v=1&decay=1e-5&eta=2', 9, ['edge'], 'dark', 390],
] as const)('the problem with four parameters, %s', async (name, hash, marks, parts, theme, width) => {
  const { page, problems } = await openPage({
    path: '?figure=toy',
    hash,
    theme,
    viewport: { width, height: 900 },
  });
  await waitReady(page, 'toy');
  await page.locator('[data-readout="status"][data-status="ready"]').waitFor({
    state: 'attached',
    timeout: 60_000,
  });
  // All stalls are measured: the last point of the third plot is there.
  await expect
    .poll(() => page.locator('.toy-edge-plots figure:last-child [data-mark]').count(), { timeout: 60_000 })
    .toBe(marks);
  await page.locator('[data-readout="edge-end"]:not([data-verdict=""])').waitFor();
  for (const part of parts) {
    expectBaseline(`toy/${name}-${part}-${width}`, await picture(page.locator(`.toy-${part}`)));
  }
  expectNoProblems(problems);
});
