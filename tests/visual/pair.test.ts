import { describe, expect, it } from 'vitest';
import { expectBaseline } from '../support/baseline';
import { expectNoProblems, openPage, picture, sharePage, waitReady } from '../support/page';
import { show, still } from '../support/quiet';

type Theme = 'light' | 'dark';

/** One for each way in which surfaces are shaded: smooth, with a crease, steep, cut off; and views of it. */
const surfaces: Readonly<Record<string, readonly [hash: string, theme: Theme]>> = {
  'softplus-one': ['act=softplus&eps=1', 'light'],
  'softplus-hundredth': ['act=softplus&eps=0.01', 'light'],
  'softplus-zero': ['act=softplus&eps=0', 'light'],
  'relu-one': ['act=relu&eps=1', 'light'],
  'relu-zero': ['act=relu&eps=0', 'light'],
  'cube-one': ['act=cube&eps=1', 'light'],
  'tanh-hundredth': ['act=tanh&eps=0.01', 'light'],
  'neuron-i': ['eps=0.05&show=neuronI', 'dark'],
  difference: ['eps=0.05&show=difference', 'dark'],
  'relu-difference': ['act=relu&eps=0.2&show=difference', 'dark'],
  'from-above': ['eps=0.1&cam=0,0,1', 'dark'],
  level: ['eps=0.1&cam=-32,90,1.5', 'dark'],
  'delta-bias': ['act=tanh&eps=0.4&dbias=0.7&bias=-0.5', 'dark'],
};

/** The figure in one page for all tests, in a state, once it stands still. */
async function surface(hash: string, theme: Theme = 'light') {
  const { page, problems } = await sharePage({ viewport: { width: 620, height: 900 }, theme, hash });
  await waitReady(page);
  await still(page);
  return { page, problems, view: page.locator('.surface-view') };
}

describe('the surface of the pair', () => {
  it.each(Object.entries(surfaces))('%s', async (name, [hash, theme]) => {
    const { view, problems } = await surface(`v=1&${hash}`, theme);
    expectBaseline(`pair/${name}`, await picture(view));
    expectNoProblems(problems);
  });

  it('is the same whatever was shown before', async () => {
    const { page, view } = await surface('v=1&act=silu&eps=0.05');
    const first = await picture(view);
    for (const hash of ['v=1&act=relu&eps=0', 'v=1&show=difference', 'v=1&a=0&cam=90,40,2'])
      await show(page, hash);
    await show(page, 'v=1&act=silu&eps=0.05');
    expect((await picture(view)).equals(first)).toBe(true);
  });
});

describe('the whole page', () => {
  it.each([
    [390, 844, 'dark'],
    [768, 1024, 'light'],
    [1440, 900, 'light'],
  ] as const)('%i x %i, %s', async (width, height, theme) => {
    const { page, problems } = await openPage({ viewport: { width, height }, theme, hash: 'v=1&eps=0.08' });
    await waitReady(page);
    expectBaseline(
      `page/${width}-${theme}`,
      await page.screenshot({ fullPage: true, animations: 'disabled' }),
    );
    expectNoProblems(problems);
  });

  it('without WebGL', async () => {
    const { page } = await openPage({
      viewport: { width: 768, height: 900 },
      webgl: false,
      hash: 'v=1&act=tanh&eps=0.2',
    });
    await waitReady(page);
    expectBaseline('page/no-webgl', await picture(page.locator('.surface-view')));
  });
});
