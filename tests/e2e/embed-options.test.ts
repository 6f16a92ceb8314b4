/**
 * Options of the address, in a frame on a page of another origin. What they leave out (`controls`, `hide`) is tested without
 * a browser, in tests/app/hide.test.ts.
 */
import type { Frame, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { expectNoProblems, type OpenedPage, type PageOptions } from '../support/page';
import { type FrameOptions, frameOf, frameTag, openHostPage } from '../support/two-origins';
import { swipe } from './touch';

/** Machines are busy at times. */
const patient = { timeout: 15_000 };

/** Runs in every frame before its own code: notes whoever keeps or reads something in the browser. */
function spyOnStorage(): void {
  const touched: string[] = [];
  Object.defineProperty(window, 'touched', { value: touched });
  for (const name of ['getItem', 'setItem', 'removeItem', 'clear', 'key'] as const) {
    const original = Storage.prototype[name] as (...args: unknown[]) => unknown;
    Object.defineProperty(Storage.prototype, name, {
      value(this: unknown, ...args: unknown[]) {
        touched.push(`storage ${name} ${String(args[0])}`);
        return original.apply(this, args);
      },
    });
  }
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {
    get(this: Document) {
      touched.push('cookie read');
      return cookie?.get?.call(this) as string;
    },
    set(this: Document, value: string) {
      touched.push(`cookie ${value}`);
    },
  });
  const open = Reflect.get(IDBFactory.prototype, 'open');
  IDBFactory.prototype.open = function (name, version) {
    touched.push(`database ${name}`);
    return open.call(this, name, version);
  };
}

/** Opens frames in a page of another origin; each keeps an account of what it touches. */
async function embed(frames: readonly FrameOptions[], options: PageOptions = {}, below = '') {
  const opened = await openHostPage((site) => frames.map((frame) => frameTag(site, frame)).join('') + below, {
    ...options,
    before: (page) => page.addInitScript(spyOnStorage),
  });
  /** A frame, once its figure is drawn, or once what stands in its place is there. */
  const shown = async (id = 'embed', selector = '[data-figure][data-ready="true"]') => {
    await opened.page.locator(`#${id}`).scrollIntoViewIfNeeded();
    const frame = await frameOf(opened.page, id);
    await frame.locator(selector).first().waitFor({ state: 'attached', timeout: 60_000 });
    return frame;
  };
  return { ...opened, shown };
}

/** Nothing went wrong, no other host was asked, and nothing was kept in the browser or read from it. */
async function expectClean({ page, problems }: OpenedPage): Promise<void> {
  expectNoProblems(problems);
  for (const frame of page.frames()) {
    expect(await frame.evaluate(() => (window as unknown as { touched: string[] }).touched)).toEqual([]);
  }
}

function value(frame: Frame, key: string): Promise<string> {
  return frame.locator(`[data-param-text="${key}"]`).inputValue();
}

function hashOf(frame: Frame): string {
  return new URL(frame.url()).hash;
}

/** One pixel of the host page, in a frame's own pixels. */
async function pixel(page: Page, id: string, x: number, y: number): Promise<readonly number[]> {
  await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  const box = await page.locator(`#${id}`).boundingBox();
  if (!box) throw new Error('the frame is not on the page');
  const clip = { x: box.x + x, y: box.y + y, width: 1, height: 1 };
  return [...PNG.sync.read(await page.screenshot({ clip })).data.subarray(0, 3)];
}

/** The middle of an element of the frame, on the host page. */
async function middle(frame: Frame, selector: string): Promise<{ x: number; y: number }> {
  const box = await frame.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not on the page`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page: Page, from: { x: number; y: number }, dx: number, dy: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + dx / 2, from.y + dy / 2);
  await page.mouse.move(from.x + dx, from.y + dy);
  await page.mouse.up();
}

describe('lock', () => {
  it('keeps what is fixed from sliders, boxes, keys and drags; the rest moves, and reset goes to the author’s start', async () => {
    const opened = await embed([
      {
        query: 'figure=pair&controls=full&preset=relu-cliff&lock=eps,w,cam,presets',
        hash: 'v=1&c=0.75',
        size: { width: 1000, height: 900 },
      },
    ]);
    const { page } = opened;
    const frame = await opened.shown();
    const state = () =>
      frame.evaluate(() =>
        Object.fromEntries(
          [...document.querySelectorAll<HTMLInputElement>('[data-param-text]')].map(
            (box) => [box.dataset.paramText ?? '', box.value] as const,
          ),
        ),
      );
    const before = await state();
    expect(before.c).toBe('0.75');
    for (const key of ['eps', 'gap', 'wlen', 'wdir']) {
      expect(await frame.locator(`[data-param="${key}"]`).isDisabled(), key).toBe(true);
      expect(await frame.locator(`[data-param-text="${key}"]`).isDisabled(), key).toBe(true);
    }
    expect(await frame.locator('[data-param="preset"]').isDisabled()).toBe(true);
    for (const part of ['[data-param="w"]', '[data-param="cam"]']) {
      await frame.locator(part).focus();
      for (const key of ['ArrowLeft', 'ArrowUp', 'Home', 'End']) await page.keyboard.press(key);
      await drag(page, await middle(frame, part), 40, 25);
    }
    expect(await state()).toEqual(before);
    expect(hashOf(frame)).toBe('#v=1&c=0.75');

    await frame.locator('[data-param-text="c"]').fill('1.25');
    await frame.locator('[data-param-text="c"]').press('Enter');
    expect(await value(frame, 'c')).toBe('1.25');
    // The mouse may have moved the read-out point meanwhile: that is not fixed.
    await expect.poll(() => hashOf(frame), patient).toMatch(/^#v=1&c=1\.25(&at=[-\d.,]+)?$/);
    await frame.locator('[data-action="reset"]').click();
    // Back to the preset: not to the link that was opened, and not to the defaults of the page.
    await expect.poll(() => hashOf(frame), patient).toBe('');
    const { c, ...others } = await state();
    const { c: asked, ...same } = before;
    expect([c, asked]).toEqual(['0.5', '0.75']);
    expect(others).toEqual(same);
    await expectClean(opened);
  });
});

it('theme, ground and type are as asked: what is transparent shows the page, what is bad the paper', async () => {
  const [dark, light, ground] = [
    [20, 20, 24],
    [251, 250, 246],
    [232, 240, 255],
  ];
  const small = { width: 300, height: 200 };
  const size = { width: 900, height: 560 };
  const opened = await embed([
    { id: 'through', query: 'figure=pair&controls=none&bg=transparent&theme=dark' },
    { id: 'coloured', query: 'figure=pear&bg=%23ffe4c0', size: small },
    { id: 'bad', query: 'figure=pear&bg=expression(alert(1))&theme=light', size: small },
    { id: 'ride', query: 'figure=ride&controls=full&theme=auto', size },
    { id: 'light', query: 'figure=ride&controls=full&theme=light&profile=projector', size },
  ]);
  const { page, shown } = opened;
  await shown('through');
  await shown('coloured', '[data-error]');
  await shown('bad', '[data-error]');
  const ride = await shown('ride');
  const projected = await shown('light');
  const through = async (system: string) => {
    for (const [x, y] of [
      [2, 2],
      [637, 2],
      [2, 397],
    ] as const)
      expect(await pixel(page, 'through', x, y), `${system} ${x}, ${y}`).toEqual(ground);
  };
  await through('light');
  expect(await pixel(page, 'coloured', 2, 2)).toEqual([255, 228, 192]);
  expect(await pixel(page, 'bad', 2, 2)).toEqual(light);
  expect(await pixel(page, 'ride', 3, 3)).toEqual(light);

  const type = (frame: Frame) =>
    frame
      .locator('.ride-law .plot-tick')
      .first()
      .evaluate((element) => element.getBoundingClientRect().height);
  const ratio = (await type(projected)) / (await type(ride));
  expect(ratio).toBeGreaterThan(1.2);
  expect(ratio).toBeLessThan(1.45);

  // A page with a dark scheme of its own says on the frame, as our snippets do, that the frame has none.
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(() => {
    document.documentElement.style.colorScheme = 'dark';
    for (const frame of document.querySelectorAll('iframe')) frame.style.colorScheme = 'normal';
  });
  await expect.poll(() => pixel(page, 'ride', 3, 3), patient).toEqual(dark);
  expect(await pixel(page, 'light', 3, 3)).toEqual(light);
  expect(await pixel(page, 'coloured', 2, 2)).toEqual([255, 228, 192]);
  await through('dark');
  await expectClean(opened);
});

describe('gesture', () => {
  const below = '<div style="height: 3000px"></div>';
  const camera = '[data-param="cam"]';
  /** The camera in the link, if the reader has moved it. */
  const cameraOf = (frame: Frame) => /cam=[^&]*/.exec(hashOf(frame))?.[0] ?? '';
  const scrolled = (page: Page) => page.evaluate(() => Math.round(window.scrollY));
  const framesOf = (gestures: readonly string[]) =>
    gestures.map((gesture) => ({
      id: gesture,
      query: `figure=pair&controls=min&gesture=${gesture}`,
      size: { width: 360, height: 300 },
    }));
  /** Scrolls to a frame; where the middle of its picture is, and how far the page is scrolled. */
  const at = async (page: Page, id: string, frame: Frame) => {
    await page.locator(`#${id}`).evaluate((element) => element.scrollIntoView({ block: 'center' }));
    return { from: await middle(frame, camera), top: await scrolled(page) };
  };
  /** Longer than the link waits to be written. */
  const written = (page: Page) => page.waitForTimeout(400);

  const cases = [
    { gesture: 'cooperative', scrolls: true, zooms: false, turns: true },
    { gesture: 'greedy', scrolls: false, zooms: true, turns: true },
    { gesture: 'none', scrolls: true, zooms: false, turns: false },
  ] as const;

  it('says whether the wheel scrolls the page or zooms, and whether a drag turns', async () => {
    const opened = await embed(framesOf(cases.map(({ gesture }) => gesture)), {}, below);
    const { page } = opened;
    for (const { gesture, scrolls, zooms, turns } of cases) {
      const frame = await opened.shown(gesture);
      const { from, top } = await at(page, gesture, frame);
      await page.mouse.move(from.x, from.y);
      await page.mouse.wheel(0, 120);
      if (scrolls) await expect.poll(() => scrolled(page), patient).toBeGreaterThan(top + 50);
      if (zooms) await expect.poll(() => cameraOf(frame), patient).not.toBe('');
      await written(page);
      if (!zooms) expect(cameraOf(frame), gesture).toBe('');
      if (!scrolls) expect(await scrolled(page), gesture).toBe(top);

      const before = cameraOf(frame);
      await drag(page, (await at(page, gesture, frame)).from, 60, 0);
      if (turns) await expect.poll(() => cameraOf(frame), patient).not.toBe(before);
      else {
        await written(page);
        expect(cameraOf(frame), gesture).toBe(before);
      }
    }
    await expectClean(opened);
  });

  it('one vertical finger scrolls the host page, or with greedy turns the figure', async () => {
    const opened = await embed(
      framesOf(['cooperative', 'greedy']),
      { viewport: { width: 390, height: 844 }, touch: true },
      below,
    );
    const { page } = opened;
    for (const [gesture, scrolls] of [
      ['cooperative', true],
      ['greedy', false],
    ] as const) {
      const frame = await opened.shown(gesture);
      const { from, top } = await at(page, gesture, frame);
      await swipe(page, { from, to: { x: from.x, y: from.y - 120 } });
      if (scrolls) {
        await expect.poll(() => scrolled(page), patient).toBeGreaterThan(top + 40);
        expect(cameraOf(frame)).toBe('');
      } else {
        await expect.poll(() => cameraOf(frame), patient).not.toBe('');
        expect(await scrolled(page)).toBe(top);
      }
    }
    await expectClean(opened);
  });
});

it('in the smallest frame what there is not is a card with links on, and what a hash cannot say is put aside', async () => {
  const size = { width: 240, height: 200 };
  const opened = await embed([
    { id: 'named', query: 'figure=pear&controls=min', size },
    { id: 'linked', query: 'figure=pair&controls=min', hash: 'v=1&eps=77&act=banana', size },
  ]);
  const frame = await opened.shown('named', '[data-error="unknown-figure"]');
  const card = frame.locator('[data-error="unknown-figure"]');
  for (const name of [
    'pair',
    'triple',
    'duo',
    'train',
    'line',
    'landscape',
    'ride',
    'toy',
    'levels',
    'census',
  ]) {
    expect(await card.textContent()).toContain(name);
  }
  const { wide, tall } = await frame.evaluate(() => ({
    wide: document.documentElement.scrollWidth - window.innerWidth,
    // All of it is seen, or can be scrolled to.
    tall: [...document.querySelectorAll('[data-error] a')].filter((link) => {
      link.scrollIntoView();
      const { top, bottom } = link.getBoundingClientRect();
      return top < -1 || bottom > window.innerHeight + 1;
    }).length,
  }));
  expect({ wide, tall }).toEqual({ wide: 0, tall: 0 });
  await card.locator('a', { hasText: 'ride' }).click();
  await frame.locator('[data-figure="ride"]').waitFor({ timeout: 60_000 });
  expect(new URL(frame.url()).search).toContain('controls=min');

  const linked = await opened.shown('linked');
  const notices = linked.locator('[data-notices]');
  expect(await notices.getAttribute('data-notices')).toBe('act eps');
  // Nothing is pushed out of the frame.
  const box = await linked.locator('[data-figure]').evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return [Math.round(top), Math.round(bottom - window.innerHeight)];
  });
  expect(box).toEqual([0, 0]);
  const button = notices.locator('button');
  await button.scrollIntoViewIfNeeded();
  await button.click();
  await expect.poll(() => notices.count(), patient).toBe(0);
  await expectClean(opened);
});
