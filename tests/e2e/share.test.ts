import { buffer } from 'node:stream/consumers';
import type { Frame, Locator, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { expectNoProblems, openPage, type PageOptions, param, readout, waitReady } from '../support/page';
import { readQr } from '../support/read-qr';
import { hostPage, serveBuiltSite, servePages } from '../support/two-origins';
import { violations } from './axe';
import { openPair, settle, textBox } from './pair-page';

const dialogOf = (page: Page) => page.locator('[data-dialog="share"]');
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const snippet = (page: Page, name: string) => page.locator(`[data-snippet="${name}"]`);
const segment = (page: Page, name: string) => page.locator('.segment', { hasText: name });
const previewOf = (page: Page) => page.locator('iframe[data-preview]');

/** Opens the dialog of a figure, at a tab. */
async function openShare(name: string, options: PageOptions = {}) {
  const opened = await openPair({ hash: 'v=1&act=tanh&eps=0.02', ...options });
  await opened.page.locator('[data-action="share"]').click();
  await tab(opened.page, name).click();
  return opened;
}

/** The document in the preview, once it shows what was chosen last. */
async function previewed(page: Page): Promise<Frame> {
  await page.locator('iframe[data-preview="current"]').waitFor();
  const frame = await (await previewOf(page).elementHandle())?.contentFrame();
  if (!frame) throw new Error('the preview is empty');
  await frame.locator('[data-figure][data-ready="true"]').waitFor();
  return frame;
}

/** Waits until the frame of the preview is as high as the figure needs. */
async function wholeFigure(page: Page): Promise<void> {
  await previewed(page);
  await page.waitForFunction(() => {
    const preview = document.querySelector<HTMLIFrameElement>('iframe[data-preview]');
    const needed = preview?.contentDocument?.body.getBoundingClientRect().height ?? 0;
    return Math.abs(needed - Number(preview?.height)) < 2;
  });
}

/** What the browser's own parser makes of a piece of HTML: the attributes of the first element of this name. */
function parsed(page: Page, source: string, name: string): Promise<Record<string, string>> {
  return page.evaluate(
    ([html = '', selector = '']) => {
      const element = new DOMParser().parseFromString(html, 'text/html').querySelector(selector);
      return Object.fromEntries([...(element?.attributes ?? [])].map(({ name: key, value }) => [key, value]));
    },
    [source, name],
  );
}

const status = (page: Page) => dialogOf(page).locator('[role="status"]', { hasText: /./ });

describe('the dialog', () => {
  it('opens, is walked through, copies and closes by keyboard alone, and says what it did', async () => {
    const { page, context, problems } = await openPair({ hash: 'v=1&eps=0.02' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const button = page.locator('[data-action="share"]');
    await button.focus();
    await page.keyboard.press('Enter');
    await dialogOf(page).waitFor();
    const chosen = () => page.locator('[role="tab"][aria-selected="true"]');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Link');

    const seen: string[] = [];
    const count = await page.getByRole('tab').count();
    for (let k = 0; k < count; k++) {
      const name = (await chosen().textContent()) ?? '';
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name);
      const panel = page.getByRole('tabpanel', { name, exact: true });
      // Until it is known how high the figure is, the text still changes.
      if ((await previewOf(page).count()) > 0) await wholeFigure(page);
      for (const box of await panel.locator('[data-snippet]').all()) {
        const id = (await box.getAttribute('data-snippet')) ?? '';
        const text = await box.inputValue();
        expect(text.length, id).toBeGreaterThan(10);
        const copy = panel
          .locator('.share-snippet-box', { has: snippet(page, id) })
          .getByRole('button', { name: /^Copy/ });
        await copy.focus();
        await page.keyboard.press('Enter');
        await status(page)
          .filter({ hasText: /^Copied: / })
          .first()
          .waitFor();
        expect(await page.evaluate(() => navigator.clipboard.readText()), id).toBe(text);
        seen.push(id);
      }
      await chosen().focus();
      await page.keyboard.press('ArrowDown');
    }
    expect(await chosen().textContent()).toBe('Link');
    expect(new Set(seen)).toEqual(
      new Set([
        ...['link', 'iframe', 'address', 'element', 'quarto', 'myst', 'slide', 'background', 'jupyter'],
        ...['markdown', 'latex', 'bibtex', 'paper'],
      ]),
    );

    await page.keyboard.press('3');
    expect(await chosen().textContent()).toBe('iframe');
    await page.keyboard.press('Escape');
    await dialogOf(page).waitFor({ state: 'detached' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    expectNoProblems(problems);
  });

  it('closes by its button and by a press beside it, and leaves the figure as it was', async () => {
    const { page } = await openShare('Link');
    const before = page.url();
    await page.getByRole('button', { name: 'Close' }).click();
    await dialogOf(page).waitFor({ state: 'detached' });
    await page.locator('[data-action="share"]').click();
    await dialogOf(page).waitFor();
    await page.mouse.click(5, 5);
    await dialogOf(page).waitFor({ state: 'detached' });
    expect(page.url()).toBe(before);
    expect(await readout(page, 'ai')).not.toBe('');
  });

  it('marks the text where the browser refuses to copy', async () => {
    const { page } = await openShare('Link', {
      before: (opened) =>
        opened.addInitScript(() => {
          Object.defineProperty(navigator.clipboard, 'writeText', {
            value: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
          });
        }),
    });
    await page.getByRole('button', { name: 'Copy the link', exact: true }).click();
    await status(page).filter({ hasText: 'did not allow' }).waitFor();
    const marked = await snippet(page, 'link').evaluate((box: HTMLTextAreaElement) => ({
      text: box.value.slice(box.selectionStart, box.selectionEnd),
      focused: box === document.activeElement,
    }));
    expect(marked).toEqual({ text: await snippet(page, 'link').inputValue(), focused: true });
  });

  it('hands the link to the device where there is a way, and only there', async () => {
    const { page } = await openShare('Link', {
      before: (opened) =>
        opened.addInitScript(() => {
          Object.defineProperty(navigator, 'share', {
            value: (data: unknown) => {
              (window as unknown as { sent: unknown }).sent = data;
              return Promise.resolve();
            },
          });
        }),
    });
    await page.getByRole('button', { name: 'Send …' }).click();
    expect(await page.evaluate(() => (window as unknown as { sent: unknown }).sent)).toEqual({
      title: 'Two neurons become a gated linear unit',
      url: await snippet(page, 'link').inputValue(),
    });
    const without = await openShare('Link', {
      before: (opened) => opened.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share')),
    });
    expect(await without.page.getByRole('button', { name: 'Send …' }).count()).toBe(0);
  });
});

describe('the link', () => {
  it('opens the figure alone as it is now, without the theme and the start of this page', async () => {
    const { page } = await openPair({
      path: '?figure=pair&theme=dark&preset=apart&lock=c',
      hash: 'v=1&act=tanh',
    });
    await page.locator('[data-action="share"]').click();
    const link = new URL(await snippet(page, 'link').inputValue());
    expect(link.search).toBe('?figure=pair');
    // The preset's values are not defaults, so they are in the link.
    expect(new URLSearchParams(link.hash.slice(1)).get('eps')).toBe('1');
    expect(new URLSearchParams(link.hash.slice(1)).get('act')).toBe('tanh');
    expect(await snippet(page, 'page').inputValue()).toBe(page.url());

    const { page: shared } = await openPair({ path: link.href });
    expect(await textBox(shared, 'eps').inputValue()).toBe(await textBox(page, 'eps').inputValue());
    expect(await param(shared, 'act').inputValue()).toBe('tanh');
  });

  it('of a figure of the whole page has no prefix, and the page as it is stands beside it', async () => {
    const { page } = await openPage({ path: '?figure=all', hash: 'v=1&pair.eps=0.05&pair.act=relu' });
    const pair = page.locator('#place-pair');
    await pair.scrollIntoViewIfNeeded();
    await waitReady(page, 'pair');
    // The page around still computes: the keyboard needs no place that stands still.
    await page.locator('[data-figure="pair"] [data-action="share"]').press('Enter');
    const link = new URL(await snippet(page, 'link').inputValue());
    expect(`${link.search}${link.hash}`).toBe('?figure=pair#v=1&act=relu&eps=0.05');
    expect(await snippet(page, 'page').inputValue()).toBe(page.url());
    expect(page.url()).toContain('pair.eps');
  });

  it('of a page with one figure in its plain form is there once', async () => {
    const { page } = await openShare('Link');
    expect(await snippet(page, 'link').count()).toBe(1);
    expect(await snippet(page, 'page').count()).toBe(0);
  });
});

describe('the QR code', () => {
  it.each(['light', 'dark'] as const)(
    'on the screen in %s and in its files is read as the link',
    async (theme) => {
      const { page } = await openShare('QR code', { theme });
      const link = 'figure=pair#v=1&act=tanh&eps=0.02';
      const image = page.getByRole('img', { name: /^QR code/ });
      expect(readQr(PNG.sync.read(await image.screenshot()))).toContain(link);

      const save = async (name: string) => {
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name }).click(),
        ]);
        return { name: file.suggestedFilename(), bytes: await buffer(await file.createReadStream()) };
      };
      const png = await save('Save as PNG');
      expect(png.name).toBe('pair-qr.png');
      const pixels = PNG.sync.read(png.bytes);
      expect(pixels.width).toBeGreaterThanOrEqual(1024);
      expect(readQr(pixels)).toContain(link);

      const svg = await save('Save as SVG');
      expect(svg.name).toBe('pair-qr.svg');
      await page.setContent(svg.bytes.toString());
      expect(readQr(PNG.sync.read(await page.locator('svg').screenshot()))).toContain(link);
    },
  );

  it('gives way to a sentence when the link is too long', async () => {
    const { page } = await openPair();
    // As on a site deep inside other folders.
    await page.evaluate(() => history.replaceState(null, '', `/${'folder/'.repeat(150)}?figure=pair`));
    await page.locator('[data-action="share"]').click();
    await tab(page, 'QR code').click();
    await page.getByRole('tabpanel').getByText('too many for a QR code').waitFor();
    expect(await page.getByRole('img', { name: /^QR code/ }).count()).toBe(0);
  });
});

describe('the builder', () => {
  it('shows in its only frame what its snippets say, as one chooses', async () => {
    const { page, problems } = await openShare('iframe');
    const source = async () =>
      (await parsed(page, await snippet(page, 'iframe').inputValue(), 'iframe')).src ?? '';
    let frame = await previewed(page);
    expect(frame.url()).toBe(await source());
    expect(await frame.locator('[data-param="eps"]').count()).toBe(1);
    await wholeFigure(page);
    expect(await frame.evaluate(() => innerHeight)).toBeGreaterThan(800);

    await page.getByText('Leave out or lock single parts').click();
    await page.getByRole('checkbox', { name: 'Leave out: Activation' }).check();
    await page.getByRole('checkbox', { name: 'Lock: c, weight of the ordinary neuron' }).check();
    await segment(page, 'dark').click();
    await segment(page, 'projector').click();
    await page.getByRole('combobox', { name: /^Background/ }).selectOption('colour');
    await page.getByLabel('Colour of the background').fill('#203040');
    await page.getByRole('combobox', { name: /^Wheel and fingers/ }).selectOption('none');
    frame = await previewed(page);
    const address = await source();
    expect(new URL(address).search).toBe(
      '?figure=pair&embed=1&hide=act&lock=c&theme=dark&profile=projector&gesture=none&bg=203040',
    );
    expect(frame.url()).toBe(address);
    expect(await previewOf(page).count()).toBe(1);
    expect(await frame.locator('[data-param="act"]').count()).toBe(0);
    expect(await frame.locator('[data-param="c"]').isDisabled()).toBe(true);
    expect(await frame.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(32, 48, 64)',
    );

    // Only what is there can be left out.
    await segment(page, 'main only').click();
    expect(await page.getByRole('checkbox', { name: 'Leave out: Activation' }).count()).toBe(0);
    await page.getByRole('combobox', { name: /^Size/ }).selectOption('phone');
    frame = await previewed(page);
    expect(await snippet(page, 'iframe').inputValue()).toMatch(/width="360"\n\s+height="560"/);
    expect(await frame.evaluate(() => [innerWidth, innerHeight])).toEqual([360, 560]);
    // Changing the frame made no steps for the browser's Back.
    expect(await page.evaluate(() => history.length)).toBe(2);
    expectNoProblems(problems);
  });

  it('lists what the figure has, in words, and nothing else', async () => {
    const { page } = await openShare('iframe');
    await page.getByText('Leave out or lock single parts').click();
    const names = await page.locator('.share-options-form-parts tbody th').allTextContents();
    expect(names).toContain('ε, half the distance of the input weights');
    expect(names).toContain('undo, reset, link and data');
    expect(names).toContain('camera');
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/\w{3}|[εacw],/);
    expect(await page.getByRole('checkbox', { name: 'Leave out: camera' }).count()).toBe(0);
    // What is left out is not there.
    for (const part of ['Activation', 'examples', 'ε, half', 'c, weight', 'undo']) {
      await page.getByRole('checkbox', { name: `Leave out: ${part}` }).check();
    }
    const frame = await previewed(page);
    const hidden = new URL(frame.url()).searchParams.get('hide')?.split(',') ?? [];
    expect(hidden).toEqual(['act', 'presets', 'eps', 'c', 'toolbar']);
    for (const name of hidden) expect(await frame.locator(`[data-param="${name}"]`).count(), name).toBe(0);
    expect(await frame.locator('.toolbar, .presets').count()).toBe(0);
  });

  it('keeps what is no size in its box, and says so', async () => {
    const { page } = await openShare('iframe');
    const width = page.getByRole('textbox', { name: 'width' });
    const before = await snippet(page, 'iframe').inputValue();
    await width.fill('90');
    expect(await page.getByRole('alert').textContent()).toMatch(/240 to 7680/);
    expect(await snippet(page, 'iframe').inputValue()).toBe(before);
    await width.press('Escape');
    expect(await width.inputValue()).toBe('1080');
    await width.fill('700');
    expect(await snippet(page, 'iframe').inputValue()).toContain('width="700"');
    await dialogOf(page).waitFor();
  });
});

describe('snippets in pages of somebody else', () => {
  const state = 'v=1&act=tanh&eps=0.02&c=1.5';

  /** Opens a page of another origin with a snippet in it; returns the document of the frame. */
  async function pasted(source: string, site: string) {
    const host = await servePages({ '/index.html': hostPage(source) });
    const { page, problems } = await openPage({ path: host.url, otherHosts: [new URL(site).host] });
    // Also inside the custom element.
    const place = page.locator('iframe');
    await place.waitFor({ state: 'attached' });
    await place.scrollIntoViewIfNeeded();
    const frame = await (await place.elementHandle())?.contentFrame();
    if (!frame) throw new Error('the frame is empty');
    await frame.locator('[data-figure][data-ready="true"]').waitFor();
    return { page, frame, problems };
  }

  const values = async (place: Page | Frame) => {
    const inputs = place.locator('[data-param-text]');
    return inputs.evaluateAll((all) =>
      all.map((input) => [input.getAttribute('data-param-text'), (input as HTMLInputElement).value]),
    );
  };

  it('the iframe, the custom element and the slide show the same state', async () => {
    const site = await serveBuiltSite();
    const { page } = await openPair({ path: `${site.url}?figure=pair`, hash: state });
    const shown = await values(page);
    expect(Object.fromEntries(shown)).toMatchObject({ eps: '0.02', c: '1.5' });
    await page.locator('[data-action="share"]').click();
    await tab(page, 'iframe').click();
    const { frame, problems } = await pasted(await snippet(page, 'iframe').inputValue(), site.url);
    expect(await values(frame)).toEqual(shown);
    expect(await frame.locator('[data-action="share"]').count()).toBe(0);
    expectNoProblems(problems);

    await tab(page, 'Custom element').click();
    const element = await pasted(await snippet(page, 'element').inputValue(), site.url);
    expect(await values(element.frame)).toEqual(shown);
    // It takes the height that the figure needs.
    await element.page.waitForFunction(
      (height) => (document.querySelector('minima-at-infinity')?.clientHeight ?? 0) > height,
      800,
    );

    // reveal.js turns data-src into src once the slide is near.
    await tab(page, 'reveal.js').click();
    const slide = (await snippet(page, 'slide').inputValue()).replace('data-src', 'src');
    const { frame: onSlide } = await pasted(slide, site.url);
    expect((await values(onSlide)).filter(([key]) => key === 'eps')).toEqual([['eps', '0.02']]);
  });
});

it('the browser reads every piece of HTML as it was meant', async () => {
  const { page } = await openShare('Moodle, Canvas');
  const address = await snippet(page, 'address').inputValue();
  await tab(page, 'iframe').click();
  const attributes = await parsed(page, await snippet(page, 'iframe').inputValue(), 'iframe');
  expect(attributes).toMatchObject({
    src: address,
    title: 'Two neurons become a gated linear unit (interactive figure)',
    allow: 'fullscreen; clipboard-write',
    loading: 'lazy',
  });
  await tab(page, 'Custom element').click();
  const element = await parsed(page, await snippet(page, 'element').inputValue(), 'minima-at-infinity');
  expect(element).toMatchObject({ figure: 'pair', state: 'act=tanh&eps=0.02' });
});

it.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 390],
  ['dark', 390],
] as const)('axe-core finds nothing in the dialog in %s at %i pixels, and it fits', async (theme, width) => {
  const { page, problems } = await openShare('Link', {
    theme,
    viewport: { width, height: 844 },
    touch: width < 600,
  });
  const look = async (what: string) => {
    await settle(page);
    expect.soft(await violations(page, '[data-dialog]'), what).toEqual([]);
    const body = page.locator('.dialog-body');
    expect.soft(await body.evaluate((box) => box.scrollWidth - box.clientWidth), what).toBe(0);
    expect.soft(await smallTargets(dialogOf(page)), what).toEqual([]);
  };
  await look('link');
  await tab(page, 'QR code').click();
  await look('QR code');
  await tab(page, 'iframe').click();
  await previewed(page);
  await page.getByText('Leave out or lock single parts').click();
  await page.getByRole('checkbox', { name: 'Lock: Activation' }).check();
  await page.getByRole('combobox', { name: /^Background/ }).selectOption('colour');
  await page.getByRole('textbox', { name: 'width' }).fill('9');
  await look('iframe, with a problem');
  await tab(page, 'LaTeX').click();
  await look('LaTeX');
  expectNoProblems(problems);
});

/** Controls that are less than 24 pixels wide or high, with their labels. */
function smallTargets(place: Locator): Promise<string[]> {
  return place.evaluate((root) =>
    [...root.querySelectorAll<HTMLElement>('button, input, select, textarea, summary')].flatMap((element) => {
      const target = element.closest('label') ?? element;
      const { width, height } = target.getBoundingClientRect();
      return width === 0 || (width >= 24 && height >= 24)
        ? []
        : [`${target.outerHTML.slice(0, 80)} ${width}x${height}`];
    }),
  );
}
