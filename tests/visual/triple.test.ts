import { expect, it } from 'vitest';
import { expectBaseline } from '../support/baseline';
import { expectNoProblems, openPage, picture, sharePage, waitReady } from '../support/page';
import { show, still } from '../support/quiet';

it.each([
  ['start-1440', '', 'light', 1440],
  ['ridges-390', 'v=1&eps=0.1&a0=0&a1=0&a2=6&bend=0&dir=18&wlen=3', 'dark', 390],
  ['pairs-768', 'v=1&group=pairs&eps=0.1&a1=1.2&a2=1.2', 'dark', 768],
] as const)('three neurons: %s', async (name, hash, theme, width) => {
  const { page, problems } = await openPage({
    path: '?figure=triple',
    hash,
    theme,
    viewport: { width, height: 900 },
  });
  await waitReady(page, 'triple');
  await still(page);
  expectBaseline(`triple/${name}`, await picture(page.locator('[data-figure="triple"]')));
  expectNoProblems(problems);
});

it('three neurons are the same whatever was shown before', async () => {
  const { page } = await sharePage({
    path: '?figure=triple',
    hash: 'v=1&eps=0.05',
    viewport: { width: 620, height: 900 },
  });
  await waitReady(page, 'triple');
  await still(page);
  const view = page.locator('.surface-view');
  const first = await picture(view);
  for (const hash of ['v=1&eps=0', 'v=1&show=difference&eps=0.2', 'v=1&group=pairs&cam=90,40,2'])
    await show(page, hash);
  await show(page, 'v=1&eps=0.05');
  expect((await picture(view)).equals(first)).toBe(true);
});
