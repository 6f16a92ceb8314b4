import { describe, expect, it } from 'vitest';
import { findFigure } from '#figures/registry';
import { activationIds } from '#math/activation/activation';
import { expectBaseline } from '../support/baseline';
import { expectNoProblems, openPage, picture, waitReady } from '../support/page';
import { show } from '../support/quiet';

describe('the surface of the pair', () => {
  it.each(activationIds)('%s at epsilon = 1, 0.01 and 0', async (id) => {
    const { page, problems } = await openPage({ viewport: { width: 620, height: 900 } });
    await waitReady(page);
    for (const [name, epsilon] of Object.entries({ one: 1, hundredth: 0.01, zero: 0 })) {
      await show(page, `v=1&act=${id}&eps=${epsilon}`);
      expectBaseline(`pair/${id.toLowerCase()}-${name}`, await picture(page.locator('.surface-view')));
    }
    expectNoProblems(problems);
  });

  it('every part, cut and magnified, and other sides', async () => {
    const { page, problems } = await openPage({ viewport: { width: 620, height: 900 }, theme: 'dark' });
    await waitReady(page);
    const states = {
      'neuron-i': 'eps=0.05&show=neuronI',
      gated: 'eps=0.05&show=gated',
      difference: 'eps=0.05&show=difference',
      'relu-difference': 'act=relu&eps=0.2&show=difference',
      'from-above': 'eps=0.1&cam=0,0,1',
      'from-behind': 'eps=0.1&cam=150,60,1',
      level: 'eps=0.1&cam=-32,90,1.5',
      'negative-a': 'act=gelu&eps=0.1&a=-2',
      'delta-bias': 'act=tanh&eps=0.4&dbias=0.7&bias=-0.5',
    };
    for (const [name, hash] of Object.entries(states)) {
      await show(page, `v=1&${hash}`);
      expectBaseline(`pair/${name}`, await picture(page.locator('.surface-view')));
    }
    expectNoProblems(problems);
  });

  it('is the same whatever was shown before', async () => {
    const { page } = await openPage({ viewport: { width: 620, height: 900 } });
    await waitReady(page);
    await show(page, 'v=1&act=silu&eps=0.05');
    const first = await picture(page.locator('.surface-view'));
    for (const hash of ['v=1&act=relu&eps=0', 'v=1&show=difference', 'v=1&a=0&cam=90,40,2'])
      await show(page, hash);
    await show(page, 'v=1&act=silu&eps=0.05');
    expect((await picture(page.locator('.surface-view'))).equals(first)).toBe(true);
  });
});

describe('the whole page', () => {
  const sizes = [
    [390, 844],
    [768, 1024],
    [1440, 900],
  ] as const;
  it.each(
    sizes.flatMap(([width, height]) =>
      (['light', 'dark'] as const).map((theme) => ({ width, height, theme })),
    ),
  )('$width px, $theme', async ({ width, height, theme }) => {
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

describe('the examples', () => {
  it('each looks as it did', async () => {
    const { page, problems } = await openPage({ viewport: { width: 620, height: 900 } });
    await waitReady(page);
    for (const { id } of findFigure('pair')?.presets ?? []) {
      const frames = page.locator('[data-figure="pair"]');
      const before = await frames.getAttribute('data-frames');
      await page.selectOption('[data-param="preset"]', id);
      await page.waitForFunction(
        (count) => document.querySelector('[data-figure="pair"]')?.getAttribute('data-frames') !== count,
        before,
      );
      expectBaseline(`preset/${id}`, await picture(page.locator('.surface-view')));
    }
    expectNoProblems(problems);
  });
});
