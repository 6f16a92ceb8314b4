import { describe, expect, it } from 'vitest';
import { control, openComputed, shareComputed, status } from '../e2e/computed-page';
import { settle } from '../e2e/pair-page';
import { expectBaseline } from '../support/baseline';
import { expectNoProblems, picture } from '../support/page';
import { show, still } from '../support/quiet';

/** The figure in one page for all tests, once its landscape is complete and the picture of it stands still. */
async function complete(hash: string, theme: 'light' | 'dark' = 'light', width = 1280) {
  const opened = await shareComputed('landscape', { hash, theme, viewport: { width, height: 900 } });
  await still(opened.page);
  return opened;
}

const slices = {
  descent: ['', 'light', 1280],
  'descent-narrow': ['', 'light', 390],
  'plane-dark': ['v=1&slice=plane&axis=log&cam=0,0,1', 'dark', 1280],
  'top-view': ['v=1&axis=log&gamma=100&along=1&cam=0,0,1', 'light', 1280],
  infinity: ['v=1&axis=compact&gamma=1000&along=1&cam=74,44,1.12', 'light', 1280],
  middle: ['v=1&axis=middle', 'light', 1280],
} as const;

describe('the landscape', () => {
  it.each(Object.entries(slices))('%s', async (name, [hash, theme, width]) => {
    const { figure, problems } = await complete(hash, theme, width);
    expectBaseline(`landscape/${name}`, await picture(figure.locator('.landscape-view')));
    expectNoProblems(problems);
  });

  it('the plateau of a trained network', async () => {
    const { page, figure, problems } = await openComputed('landscape', {
      hash: 'v=1&network=trained&act=g&hidden=1&seed=2&cam=80,38,1',
    });
    await still(page);
    expectBaseline('landscape/plateau', await picture(figure.locator('.landscape-view')));
    expectNoProblems(problems);
  });

  it('with the tracks of two runs, one into the channel and one to the finite minimum', async () => {
    const { page, figure, problems } = await complete('v=1&gamma=1.5');
    for (const [along, place] of [
      ['0.05', 'channel'],
      ['-0.05', 'finite'],
    ] as const) {
      await figure.locator('[data-param-text="along"]').fill(along);
      await figure.locator('[data-param-text="along"]').press('Enter');
      await figure.locator('[data-action="drop"]').click();
      await figure.locator(`[data-place="${place}"]`).waitFor({ state: 'attached' });
    }
    await still(page);
    expectBaseline('landscape/tracks', await picture(figure.locator('.landscape-view')));
    expectNoProblems(problems);
  });

  it('is the same whatever was shown before', async () => {
    const { page, figure } = await complete('v=1&axis=log');
    const view = figure.locator('.landscape-view');
    const first = await picture(view);
    for (const hash of ['slice=plane', 'axis=compact&cam=0,0,1', 'axis=middle']) {
      await show(page, `v=1&${hash}`);
    }
    // Another network and back.
    await control(figure, 'neuron').press('ArrowRight');
    await status(figure, 'computing');
    await show(page, 'v=1&axis=log');
    await status(figure, 'ready');
    await settle(page);
    await still(page);
    expect((await picture(view)).equals(first)).toBe(true);
  });
});

describe('what stands beside and below it', () => {
  it.each([
    ['wide', 'light', 1280],
    ['narrow', 'dark', 390],
  ] as const)('%s', async (name, theme, width) => {
    const { figure, problems } = await complete('v=1&show=plus', theme, width);
    for (const part of name === 'wide' ? (['side', 'panels'] as const) : (['panels'] as const)) {
      expectBaseline(`landscape/${part}-${name}`, await picture(figure.locator(`.landscape-${part}`)));
    }
    expectNoProblems(problems);
  });
});
