import { expect, it } from 'vitest';
import { expectBaseline } from '../support/baseline';
import { expectNoProblems, openPage, picture } from '../support/page';

it.each([
  ['ride', 'laws', 'light'],
  ['toy', 'best', 'dark'],
] as const)('a still of %s, %s, %s', async (figure, preset, theme) => {
  const { page, problems } = await openPage({
    path: `?still=1&figure=${figure}&preset=${preset}&theme=${theme}`,
    viewport: { width: 800, height: 450 },
  });
  await expect
    .poll(() => page.evaluate(() => document.documentElement.dataset.ready), { timeout: 80_000 })
    .toBe('true');
  expectBaseline(`frames/${figure}-${preset}`, await picture(page));
  expectNoProblems(problems);
});
