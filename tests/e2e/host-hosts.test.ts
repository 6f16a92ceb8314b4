import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { expectNoProblems, type OpenedPage } from '../support/page';
import { ask, heard, openEmbedded, openHostPage, post, ready, said } from '../support/two-origins';

/** A learning platform that follows what it is told of heights. */
const following = `<script>
  addEventListener('message', ({ data }) => {
    const payload = data?.type === 'resize' ? data.payload : undefined;
    if (payload) document.querySelector('#embed').style.height = payload.height + 'px';
  });
</script>`;

const size = { width: 700, height: 300 };

/** Waits for as many frames, in which anything that is to come would come. */
async function frames(page: Page, count: number): Promise<void> {
  await page.evaluate(async (times) => {
    for (let k = 0; k < times; k++) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);
}

/** Expects that nothing was told of heights, neither in our words nor in those of Canvas or H5P. */
async function expectNoHeights(opened: Pick<OpenedPage, 'page'>): Promise<void> {
  expect(await said(opened, 'resize')).toEqual([]);
  expect((await heard(opened)).every(({ data }) => typeof data === 'object')).toBe(true);
}

describe('slides', () => {
  it('that are left pause the figure, and go on when they come back; its state stays', async () => {
    const opened = await openEmbedded({ query: 'figure=pair&controls=min', size, below: following });
    await ready(opened);
    await ask(opened, 'setState', { values: { a: 2 } });
    // What does not play does not begin to, either.
    await post(opened, 'slide:start');
    expect((await ask(opened, 'getState')).result.isPlaying).toBe(false);
    await ask(opened, 'play');
    await post(opened, 'slide:stop');
    await post(opened, 'slide:stop');
    const stopped = (await ask(opened, 'getState')).result;
    expect(stopped).toMatchObject({ isPlaying: false, values: { a: 2 } });
    expect((await ask(opened, 'getState')).result.values).toEqual(stopped.values);
    await post(opened, 'slide:start');
    expect((await ask(opened, 'getState')).result).toMatchObject({ isPlaying: true, values: { a: 2 } });
    await expect
      .poll(async () => (await ask(opened, 'getState')).result.values.eps)
      .toBeLessThan(stopped.values.eps ?? 0);
    expect(await opened.frame.evaluate(() => document.documentElement.dataset.dropped)).toBe('0');
    // Such a figure fits any frame.
    await expectNoHeights(opened);
    expectNoProblems(opened.problems);
  });

  it('play by themselves once they are seen, where the address says so and the reader wants motion', async () => {
    const query = 'figure=pair&controls=none&autoplay=1';
    const opened = await openEmbedded({ query, size, below: following });
    await expect
      .poll(async () => (await said(opened, 'state')).length, { timeout: 30_000 })
      .toBeGreaterThan(2);
    expect((await said(opened, 'state')).every(({ payload }) => !payload.isUserInitiated)).toBe(true);
    await expectNoHeights(opened);
    // A page may begin and end it as well, without any control.
    expect((await ask(opened, 'pause')).result.isPlaying).toBe(false);
    expect((await ask(opened, 'play')).result.isPlaying).toBe(true);

    await opened.page.emulateMedia({ reducedMotion: 'reduce' });
    await opened.page.reload();
    await ready(opened);
    await frames(opened.page, 60);
    expect((await ask(opened, 'getState')).result).toMatchObject({ isPlaying: false, hash: '' });
    expectNoProblems(opened.problems);
  });
});

describe('heights', () => {
  it('are told until everything fits, and no more, in the words of Canvas and of H5P, too', async () => {
    const opened = await openEmbedded({ query: 'figure=pair', size, below: following });
    await ready(opened);
    await expect.poll(async () => (await said(opened, 'resize')).length).toBeGreaterThan(0);
    const overflow = () =>
      opened.frame.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
    await expect.poll(overflow).toBe(0);
    await frames(opened.page, 60);
    const told = (await said(opened, 'resize')).map(({ payload }) => payload.height);
    expect(told.length).toBeLessThan(4);
    expect(await overflow()).toBe(0);
    // A narrower frame has a higher figure.
    await opened.page.evaluate(() => document.querySelector('#embed')?.setAttribute('width', '400'));
    await expect.poll(async () => (await said(opened, 'resize')).length).toBeGreaterThan(told.length);
    await expect.poll(overflow).toBe(0);
    await frames(opened.page, 60);
    expect((await said(opened, 'resize')).length).toBeLessThan(told.length + 4);

    const words = async () =>
      (await heard(opened)).map(({ data }) => data as Record<string, unknown> | string);
    const canvas = async () =>
      (await words())
        .filter((one) => typeof one === 'string')
        .map((one) => JSON.parse(one) as { readonly height: number });
    await expect.poll(canvas).toContainEqual(expect.objectContaining({ subject: 'lti.frameResize' }));
    const h5p = async (action: string) =>
      (await words()).filter(
        (one) => typeof one === 'object' && one?.context === 'h5p' && one.action === action,
      );
    expect((await h5p('hello')).length).toBe(1);
    const before = (await h5p('resize')).length;
    await post(opened, { context: 'h5p', action: 'hello' });
    await expect.poll(async () => (await h5p('resize')).length).toBe(before + 1);
    const height = (await canvas()).at(-1)?.height;
    expect((await h5p('resize')).at(-1)).toMatchObject({ height, scrollHeight: height });
    expectNoProblems(opened.problems);
  });
});

it('the element with a transparent ground shows the page behind it, light and dark', async () => {
  const { page, problems } = await openHostPage(
    (site) =>
      `<style>body { background: rgb(20, 120, 60) !important; }</style>
       <script type="module" src="${site}minima-at-infinity.js"></script>
       <minima-at-infinity figure="pair" controls="none" background="transparent" width="400" height="300"></minima-at-infinity>`,
  );
  const figure = page.frameLocator('minima-at-infinity iframe');
  await figure.locator('[data-ready="true"]').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const isDark = () =>
      figure.locator('html').evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await expect.poll(isDark).toBe(colorScheme === 'dark');
    await frames(page, 3);
    const { data } = PNG.sync.read(await page.locator('minima-at-infinity').screenshot());
    expect([...data.subarray(0, 3)], colorScheme).toEqual([20, 120, 60]);
  }
  expectNoProblems(problems);
});
