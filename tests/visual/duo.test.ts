import { describe, expect, it } from 'vitest';
import { shareComputed } from '../e2e/computed-page';
import { expectBaseline } from '../support/baseline';
import { expectNoProblems, picture } from '../support/page';
import { show, still } from '../support/quiet';

/** The figure in one page for all tests, once its landscape is complete and the picture of it stands still. */
async function complete(hash: string, theme: 'light' | 'dark' = 'light', width = 1280) {
  const opened = await shareComputed('duo', { hash, theme, viewport: { width, height: 900 } });
  await still(opened.page);
  return opened;
}

const duos = {
  start: ['', 'light', 1440],
  'infinity-dark': ['v=1&eps=0', 'dark', 1440],
  narrow: ['v=1&eps=0.03', 'light', 390],
  'without-sheets': ['v=1&eps=0.1&sheets=0&cam=-60,60,1&view=20,60,1', 'dark', 768],
} as const;

describe('the duo', () => {
  it.each(Object.entries(duos))('%s', async (name, [hash, theme, width]) => {
    const { figure, problems } = await complete(hash, theme, width);
    expectBaseline(`duo/${name}`, await picture(figure));
    expectNoProblems(problems);
  });

  it('is the same whatever was shown before', async () => {
    const { page, figure } = await complete('v=1&eps=0.05');
    const views = figure.locator('.duo-views');
    const first = await picture(views);
    for (const hash of ['eps=0', 'eps=0.4&sheets=0', 'eps=0.2&view=0,0,2&cam=10,20,2']) {
      await show(page, `v=1&${hash}`);
    }
    await show(page, 'v=1&eps=0.05');
    await still(page);
    expect((await picture(views)).equals(first)).toBe(true);
  });
});
