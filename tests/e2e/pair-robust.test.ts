import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { termIds } from '#math/pair/pair';
import { expectNoProblems, param, picture, readout } from '../support/page';
import { eventually, numbers, openPair, press, settle, sharePair, type, writtenHash } from './pair-page';
import { differing } from './same-picture';

describe('without WebGL', () => {
  it('says why there is a flat map, and every control moves it', async () => {
    const { page, problems } = await sharePair({ webgl: false });
    expect(await page.locator('[data-message="no-webgl"]').textContent()).toMatch(/no WebGL.*flat map/);
    const map = page.locator('.flat-map canvas');
    const seen = new Set([(await picture(map)).toString('base64')]);
    const changes: (() => Promise<unknown>)[] = [
      () => press(param(page, 'a'), 'ArrowLeft', 4),
      () => type(page, 'eps', '1'),
      () => param(page, 'act').selectOption('relu'),
      () => page.locator('[data-term="gated"]').click(),
    ];
    for (const change of changes) {
      await change();
      await settle(page);
      seen.add((await picture(map)).toString('base64'));
    }
    expect(seen.size).toBe(changes.length + 1);
    expect(await writtenHash(page)).toMatch(/act=relu&eps=1&.*show=gated/);
    expectNoProblems(problems);
  });

  it('the point of the read-outs can still be moved', async () => {
    const { page } = await sharePair({ webgl: false });
    page.setDefaultTimeout(2000);
    const before = (await numbers(page)).exact['at-sum'];
    await press(param(page, 'at'), 'ArrowLeft', 2);
    expect((await numbers(page)).exact['at-sum']).not.toBe(before);
  });
});

it('the surface has the pixels of the screen it is moved to', async () => {
  const { page } = await openPair({
    before: (opened) =>
      opened.addInitScript(() => {
        // Chromium without a screen changes the ratio and tells nobody.
        const original = window.matchMedia.bind(window);
        window.matchMedia = (query) => {
          if (!query.includes('dppx')) return original(query);
          const list = Object.assign(new EventTarget(), { matches: true, media: query });
          window.addEventListener('moved', () => list.dispatchEvent(new Event('change')));
          return list as unknown as MediaQueryList;
        };
      }),
  });
  const canvas = page.locator('.figure-canvas canvas').first();
  const widthOf = () => canvas.evaluate((element) => (element as HTMLCanvasElement).width);
  const width = await widthOf();
  const session = await page.context().newCDPSession(page);
  for (const deviceScaleFactor of [2, 1]) {
    const size = page.viewportSize() ?? { width: 1280, height: 800 };
    await session.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor, mobile: false });
    await page.evaluate(() => window.dispatchEvent(new Event('moved')));
    await eventually(widthOf).toBe(deviceScaleFactor * width);
  }
});

/** Everything is on the screen, so that nothing is scrolled between two pictures. */
const viewport = { width: 1000, height: 1700 };

it('the limit looks like the pair just before it: no jump', async () => {
  const { page } = await sharePair({ hash: 'v=1&eps=1e-6&sheets=0', drawing: 'plain', viewport });
  const values = async () => {
    const { exact } = await numbers(page);
    return { sum: exact['at-sum'], limit: exact['at-limit'], high: exact['legend-high'] };
  };
  const before = await values();
  const canvas = page.locator('.figure-canvas');
  const picturedBefore = await picture(canvas);
  await press(param(page, 'eps'), 'ArrowRight');
  const after = await values();
  expect(after.high).toBe(before.high);
  expect(after.limit).toBe(before.limit);
  expect(after.sum).toBeCloseTo(before.sum ?? 0, 10);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  // A few points at the edges of labels may come out otherwise when the page has been scrolled between.
  expect(differing(await picture(canvas), picturedBefore)).toBeLessThan(50);
});

it('the sheets can be switched off and on; each tile shows another surface', async () => {
  const { page, problems } = await sharePair({ drawing: 'plain', viewport });
  const canvas = page.locator('.figure-canvas');
  const withSheets = await picture(canvas);
  await param(page, 'sheets').uncheck();
  await settle(page);
  const without = await picture(canvas);
  expect(differing(without, withSheets)).toBeGreaterThan(1000);
  await param(page, 'sheets').check();
  await settle(page);
  expect(differing(await picture(canvas), withSheets)).toBeLessThan(50);

  const seen = new Set<string>();
  for (const term of termIds) {
    await page.locator(`[data-term="${term}"]`).click();
    await settle(page);
    seen.add((await picture(canvas)).toString('base64'));
  }
  expect(seen.size).toBe(termIds.length);
  // At epsilon = 0 the page says where the sheets of the sum are.
  await page.locator('[data-term="sum"]').click();
  await type(page, 'eps', '0');
  expect(await readout(page, 'remark')).toMatch(/infinitely far up and down/);
  expectNoProblems(problems);
});

/** Takes the figure's WebGL context away, and returns what gives it back. */
async function loseContext(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.figure-canvas canvas');
    const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    if (!extension) throw new Error('no WEBGL_lose_context');
    Object.assign(window, { extension });
    extension.loseContext();
  });
  return () =>
    page.evaluate(() => (window as unknown as { extension: WEBGL_lose_context }).extension.restoreContext());
}

// The last in its page, whose layout it changes.
it('a lost context is said, and restored it shows the figure as it is by then', async () => {
  const { page, problems } = await sharePair({ drawing: 'plain', viewport });
  // On whole pixels: elsewhere the browser puts the picture together in other ways before and after.
  const content =
    '.surface-stage { position: fixed !important; inset: 0 auto auto 0; width: 640px; height: 320px }';
  await page.addStyleTag({ content });
  await settle(page);
  await page.waitForTimeout(200);
  const canvas = page.locator('.figure-canvas');
  const before = await picture(canvas);
  const restore = await loseContext(page);
  const message = page.locator('[data-message="context-lost"]');
  await message.waitFor();
  expect(await message.getAttribute('role')).toBe('status');
  // The map from above stands in, as where there is no WebGL.
  expect(await page.locator('.stage-picture .flat-map canvas').count()).toBe(1);
  // The controls go on working meanwhile.
  await type(page, 'a', '-2');
  expect((await numbers(page)).exact.ai).toBeLessThan(0);
  await restore();
  await message.waitFor({ state: 'detached' });
  await settle(page);
  await eventually(async () => differing(await picture(canvas), before)).toBeGreaterThan(2000);
  await type(page, 'a', '1.2');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await eventually(async () => differing(await picture(canvas), before)).toBe(0);
  const lost = problems.filter((problem) => !/THREE\.WebGLRenderer: Context (Lost|Restored)/.test(problem));
  expectNoProblems(lost);
});
