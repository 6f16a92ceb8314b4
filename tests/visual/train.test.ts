import { it } from 'vitest';
import { expectBaseline } from '../support/baseline';
import { expectNoProblems, openPage, picture, waitReady } from '../support/page';

it.each([
  ['train', 'flat', 'v=1&steps=3000', 'light', 390],
  ['train', 'infinity', 'v=1&steps=10000&reveal=1&infinity=1', 'dark', 1280],
  ['line', 'racing', 'v=1&eps=0.01', 'light', 1280],
] as const)('the figure %s, %s', async (figure, name, hash, theme, width) => {
  const { page, problems } = await openPage({
    path: `?figure=${figure}`,
    hash,
    theme,
    viewport: { width, height: 900 },
    reducedMotion: true,
  });
  await waitReady(page, figure);
  expectBaseline(`${figure}/${name}-${width}`, await picture(page.locator('.line-views')));
  expectNoProblems(problems);
});
