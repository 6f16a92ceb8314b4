import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { serveSite } from '../../scripts/lib/serve';
import { ANSWERS } from '../support/memory';
import { expectNoProblems, openPage, type PageOptions, param, picture, waitReady } from '../support/page';
import { eventually, press, settle } from './pair-page';
import { differing } from './same-picture';

const COMPUTED = 60_000;

/** Opens a figure whose computation does not begin before it is released; collects the posters that are fetched. */
async function openHeld(figure: string, options: PageOptions = {}) {
  const fetched: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const opened = await openPage({
    path: `?figure=${figure}`,
    apart: true,
    viewport: { width: 1440, height: 1100 },
    ...options,
    before: async (page) => {
      page.on('request', (request) => {
        const name = /posters\/(.*)\.webp$/.exec(request.url())?.[1];
        if (name !== undefined) fetched.push(name);
      });
      // What is told in place of computing, and the worker that would compute what is not.
      for (const file of [`**${ANSWERS}`, '**/job-worker*.js']) {
        await page.context().route(file, async (route) => {
          await held;
          await route.fallback();
        });
      }
    },
  });
  await waitReady(opened.page, figure);
  return { ...opened, fetched, release };
}

const posters = (page: Page) => page.locator('.stage-poster');

/** Waits until all posters are loaded and in their places. */
async function shown(page: Page, count: number): Promise<void> {
  await eventually(() =>
    posters(page).evaluateAll(
      (images) =>
        images.filter(
          (image) => (image as HTMLImageElement).complete && getComputedStyle(image).visibility === 'visible',
        ).length,
    ),
  ).toBe(count);
}

async function computed(page: Page): Promise<void> {
  await page.locator('[data-status="ready"]').waitFor({ state: 'attached', timeout: COMPUTED });
  await settle(page);
}

const stages = (page: Page) =>
  page
    .locator('.surface-stage')
    .evaluateAll((all) => all.map((stage) => JSON.stringify(stage.getBoundingClientRect())));

/** Nothing but what posters and canvases show. */
const BARE = '.surface-overlay, .stage-status, .ball-handle, .probe { visibility: hidden !important }';

// The landscape’s own figure and the other theme do the same.
it('the posters of the figure duo stand where the surfaces will, and go', async () => {
  const figure = 'duo';
  const theme = 'dark';
  const names = ['duo-pair', 'duo-landscape'];
  const { page, problems, fetched, release } = await openHeld(figure, { theme, drawing: 'smooth' });
  await shown(page, names.length);
  expect(fetched.toSorted()).toEqual(names.map((name) => `${name}-${theme}`).toSorted());
  for (const poster of await posters(page).all()) {
    expect(await poster.getAttribute('alt')).toBe('');
    expect(await poster.getAttribute('aria-hidden')).toBe('true');
  }
  await page.addStyleTag({ content: BARE });
  const stage = page.locator('.surface-stage');
  const places = await stages(page);
  const before = await Promise.all(names.map((_, k) => picture(stage.nth(k))));
  release();
  await computed(page);
  await eventually(() => posters(page).count()).toBe(0);
  expect(await stages(page)).toEqual(places);
  for (const [k, poster] of before.entries()) {
    const { width, height } = (await stage.nth(k).boundingBox()) ?? { width: 0, height: 0 };
    // The same but for how lines and edges are drawn. An empty stage would differ in a quarter.
    expect(differing(await picture(stage.nth(k)), poster) / (width * height)).toBeLessThan(0.03);
  }
  expectNoProblems(problems);
});

// Without WebGL: tests/e2e/flat.test.ts. In embeds: tests/e2e/embed-weight.test.ts.
it('a poster is fetched, below any path, for what it shows alone, and goes when camera or handle move', async () => {
  const site = await serveSite({ port: 0, base: '/below/a/path/' });
  onTestFinished(() => site.close());
  const { page, problems, fetched } = await openHeld('duo', {
    path: `${site.url}?figure=duo`,
    hash: 'v=1&eps=0.01',
  });
  expect(await posters(page).count()).toBe(0);
  expect(fetched).toEqual([]);
  await page.goto(`${site.url}?figure=duo&theme=light`);
  await shown(page, 2);
  await press(param(page, 'cam'), 'ArrowLeft');
  await shown(page, 1);
  await press(param(page, 'eps'), 'ArrowRight');
  await shown(page, 0);
  expectNoProblems(problems);
});
