/**
 * Options of the address, in a frame on a page of another origin. What they leave out (`controls`, `hide`) is tested without
 * a browser, in tests/app/hide.test.ts.
 */
import type { Frame, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { expectNoProblems } from '../support/page';
import { type EmbeddedPage, type EmbedOptions, openEmbedded } from '../support/two-origins';
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

interface Embedded extends EmbeddedPage {
  readonly has: (selector: string) => Promise<boolean>;
}

/** Opens a figure in a frame and waits until it is drawn, or until what stands in its place is there. */
async function embed(options: EmbedOptions, shown = '[data-figure][data-ready="true"]'): Promise<Embedded> {
  const opened = await openEmbedded({ ...options, before: (page) => page.addInitScript(spyOnStorage) });
  await opened.frame.locator(shown).first().waitFor({ state: 'attached', timeout: 60_000 });
  return { ...opened, has: async (selector) => (await opened.frame.locator(selector).count()) > 0 };
}

/** Nothing went wrong, no other host was asked, and nothing was kept in the browser or read from it. */
async function expectClean({ frame, problems }: Embedded): Promise<void> {
  expectNoProblems(problems);
  expect(await frame.evaluate(() => (window as unknown as { touched: string[] }).touched)).toEqual([]);
}

function value(frame: Frame, key: string): Promise<string> {
  return frame.locator(`[data-param-text="${key}"]`).inputValue();
}

function hashOf(frame: Frame): string {
  return new URL(frame.url()).hash;
}

/** One pixel of the host page, in the frame's own pixels. */
async function pixel(page: Page, x: number, y: number): Promise<readonly number[]> {
  const box = await page.locator('#embed').boundingBox();
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
    const opened = await embed({
      query: 'figure=pair&controls=full&preset=relu-cliff&lock=eps,w,cam,presets',
      hash: 'v=1&c=0.75',
      size: { width: 1000, height: 900 },
    });
    const { frame, page } = opened;
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

describe('theme and profile', () => {
  it('light and dark as asked, whatever the reader’s system has; auto follows it', async () => {
    const dark = [20, 20, 24];
    const light = [251, 250, 246];
    for (const [theme, system, ground] of [
      ['light', 'dark', light],
      ['auto', 'dark', dark],
    ] as const) {
      const opened = await embed({ query: `figure=ride&controls=none&theme=${theme}`, theme: system });
      expect(await pixel(opened.page, 3, 3), theme).toEqual(ground);
      await expectClean(opened);
    }
  });

  it('projector has bigger type, in a fitting frame and with all controls', async () => {
    const type = async (query: string, selector: string) => {
      const { frame } = await embed({ query, size: { width: 900, height: 560 } });
      return frame
        .locator(selector)
        .first()
        .evaluate((element) => element.getBoundingClientRect().height);
    };
    for (const [query, selector] of [['figure=ride&controls=full', '.ride-law .plot-tick']] as const) {
      const ratio = (await type(`${query}&profile=projector`, selector)) / (await type(query, selector));
      expect(ratio, query).toBeGreaterThan(1.2);
      expect(ratio, query).toBeLessThan(1.45);
    }
  });
});

describe('gesture', () => {
  const below = '<div style="height: 3000px"></div>';
  const camera = '[data-param="cam"]';
  /** The camera in the link, if the reader has moved it. */
  const cameraOf = (frame: Frame) => /cam=[^&]*/.exec(hashOf(frame))?.[0] ?? '';
  const scrolled = (page: Page) => page.evaluate(() => Math.round(window.scrollY));

  it.each([
    ['cooperative', true, false, true],
    ['greedy', false, true, true],
    ['none', true, false, false],
  ] as const)(
    '%s: wheel scrolls the page %s, zooms %s; a drag turns %s',
    async (gesture, scrolls, zooms, turns) => {
      const opened = await embed({ query: `figure=pair&controls=min&gesture=${gesture}`, below });
      const { frame, page } = opened;
      const at = await middle(frame, camera);
      await page.mouse.move(at.x, at.y);
      await page.mouse.wheel(0, 120);
      if (scrolls) await expect.poll(() => scrolled(page), patient).toBeGreaterThan(50);
      if (zooms) await expect.poll(() => cameraOf(frame), patient).not.toBe('');
      await page.waitForTimeout(400);
      if (!zooms) expect(cameraOf(frame)).toBe('');
      if (!scrolls) expect(await scrolled(page)).toBe(0);

      await page.evaluate(() => window.scrollTo(0, 0));
      const before = cameraOf(frame);
      await drag(page, await middle(frame, camera), 60, 0);
      if (turns) await expect.poll(() => cameraOf(frame), patient).not.toBe(before);
      else {
        await page.waitForTimeout(400);
        expect(cameraOf(frame)).toBe(before);
      }
      await expectClean(opened);
    },
  );

  it('one vertical finger scrolls the host page, or with greedy turns the figure', async () => {
    for (const [gesture, scrolls] of [
      ['cooperative', true],
      ['greedy', false],
    ] as const) {
      const opened = await embed({
        query: `figure=pair&controls=min&gesture=${gesture}`,
        size: { width: 360, height: 400 },
        viewport: { width: 390, height: 844 },
        touch: true,
        below,
      });
      const at = await middle(opened.frame, camera);
      await swipe(opened.page, { from: at, to: { x: at.x, y: at.y - 120 } });
      if (scrolls) {
        await expect.poll(() => scrolled(opened.page), patient).toBeGreaterThan(40);
        expect(cameraOf(opened.frame)).toBe('');
      } else {
        await expect.poll(() => cameraOf(opened.frame), patient).not.toBe('');
        expect(await scrolled(opened.page)).toBe(0);
      }
      await expectClean(opened);
    }
  });
});

describe('bg', () => {
  const ground = [232, 240, 255];
  const darkScheme = '<style>:root { color-scheme: dark; }</style>';

  it.each([
    ['dark', 'light', {}],
    // A page with a dark scheme of its own says on the frame, as our snippets do, that the frame has none.
    ['dark', 'dark', { attributes: 'style="color-scheme: normal"', below: darkScheme }],
  ] as const)('transparent: the page shows through, theme %s, system %s', async (theme, system, host) => {
    const opened = await embed({
      query: `figure=pair&controls=none&bg=transparent&theme=${theme}`,
      theme: system,
      ...host,
    });
    for (const [x, y] of [
      [2, 2],
      [637, 2],
      [2, 397],
    ] as const)
      expect(await pixel(opened.page, x, y), `${x}, ${y}`).toEqual(ground);
    await expectClean(opened);
  });

  it('a colour of one’s own', async () => {
    const opened = await embed({ query: 'figure=pear&bg=%23ffe4c0' }, '[data-error]');
    expect(await pixel(opened.page, 2, 2)).toEqual([255, 228, 192]);
    const bad = await embed({ query: 'figure=pear&bg=expression(alert(1))&theme=light' }, '[data-error]');
    expect(await pixel(bad.page, 2, 2)).toEqual([251, 250, 246]);
    await expectClean(opened);
  });
});

describe('names that there are not', () => {
  it.each([
    ['figure=pear', 'unknown-figure', ['pair', 'duo', 'landscape', 'ride', 'toy'], '[data-figure="ride"]'],
  ] as const)(
    '%s: a card that can be read in the smallest frame, and links on',
    async (query, problem, known, then) => {
      const opened = await embed(
        { query: `${query}&controls=min`, size: { width: 240, height: 200 } },
        `[data-error="${problem}"]`,
      );
      const { frame } = opened;
      const card = frame.locator(`[data-error="${problem}"]`);
      for (const name of known) expect(await card.textContent()).toContain(name);
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
      await frame.locator(then).waitFor({ timeout: 60_000 });
      expect(new URL(frame.url()).search).toContain('controls=min');
      await expectClean(opened);
    },
  );
});

describe('the hash', () => {
  it('what it cannot say is named over the picture, and put aside', async () => {
    const bad = await embed({
      query: 'figure=pair&controls=min',
      hash: 'v=1&eps=77&act=banana',
      size: { width: 240, height: 200 },
    });
    const notices = bad.frame.locator('[data-notices]');
    expect(await notices.getAttribute('data-notices')).toBe('act eps');
    // Nothing is pushed out of the frame.
    const box = await bad.frame.locator('[data-figure]').evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return [Math.round(top), Math.round(bottom - window.innerHeight)];
    });
    expect(box).toEqual([0, 0]);
    const button = notices.locator('button');
    await button.scrollIntoViewIfNeeded();
    await button.click();
    await expect.poll(() => notices.count(), patient).toBe(0);
    await expectClean(bad);
  });
});
