import { describe, expect, it } from 'vitest';
import { expectBaseline } from '../support/baseline';
import { expectNoProblems, openPage, picture } from '../support/page';

const pictures = {
  'pair-still': ['still=1&figure=pair', 640, 360, 'light'],
  'duo-still': ['still=1&figure=duo', 640, 400, 'dark'],
  'landscape-still-projector': ['still=1&figure=landscape&profile=projector', 480, 320, 'light'],
} as const;

describe('a picture of a figure', () => {
  it.each(Object.entries(pictures))('%s', async (name, [query, width, height, theme]) => {
    const { page, problems } = await openPage({ path: `?${query}`, viewport: { width, height }, theme });
    await page.locator('html[data-ready], html[data-error]').waitFor({ state: 'attached', timeout: 60_000 });
    expect(await page.locator('html').getAttribute('data-error')).toBeNull();
    expectBaseline(`frames/${name}`, await picture(page));
    expectNoProblems(problems);
  });
});
