/** Sharing where it needs a browser; what the dialog says is tested in tests/share/share-dialog.test.ts. */
import { buffer } from 'node:stream/consumers';
import type { Frame, Locator, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { expect, inject, it } from 'vitest';
import { expectNoProblems, openPage, type PageOptions, readout, waitReady } from '../support/page';
import { readQr } from '../support/read-qr';
import { hostPage, serveBuiltSite, servePages } from '../support/two-origins';
import { looks, violations } from './axe';
import { settle, sharePair } from './pair-page';

const dialogOf = (page: Page) => page.locator('[data-dialog="share"]');
/** Goes to a tab, behind “More” if need be. */
async function goToTab(page: Page | Frame, name: string): Promise<void> {
  const [tab, more] = [
    page.getByRole('tab', { name, exact: true }),
    page.getByRole('button', { name: 'More' }),
  ];
  await tab.or(more).first().waitFor();
  if (!(await tab.isVisible())) await more.click();
  await tab.click();
}
const snippet = (page: Page, name: string) => page.locator(`[data-snippet="${name}"]`);
const segment = (page: Page, name: string) => page.locator('.segment', { hasText: name });
const previewOf = (page: Page) => page.locator('iframe[data-preview]');

/** Opens the dialog of the figure in the page of all tests, at a tab. */
async function openShare(name: string, options: Omit<PageOptions, 'before'> = {}) {
  const opened = await sharePair({ hash: 'v=1&act=tanh&eps=0.02', ...options });
  const { page } = opened;
  // A test before left it open.
  if (await dialogOf(page).isVisible()) {
    await page.getByRole('button', { name: 'Close' }).click();
    await dialogOf(page).waitFor({ state: 'detached' });
  }
  await page.locator('[data-action="share"]').click();
  await goToTab(page, name);
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

const status = (page: Page) => dialogOf(page).locator('[role="status"]', { hasText: /./ });

it('the dialog opens, copies and closes by keyboard alone, and closes by a press elsewhere', async () => {
  const { page, context, problems } = await sharePair({ hash: 'v=1&eps=0.02' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const before = page.url();
  const button = page.locator('[data-action="share"]');
  await button.focus();
  await page.keyboard.press('Enter');
  await dialogOf(page).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Link');
  await page.getByRole('button', { name: 'Copy the link', exact: true }).focus();
  await page.keyboard.press('Enter');
  await status(page).filter({ hasText: 'Copied: the link.' }).waitFor();
  const text = await snippet(page, 'link').inputValue();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  await page.keyboard.press('Escape');
  await dialogOf(page).waitFor({ state: 'detached' });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);

  await button.click();
  await page.getByRole('button', { name: 'Close' }).click();
  await dialogOf(page).waitFor({ state: 'detached' });
  await button.click();
  await dialogOf(page).waitFor();
  await page.mouse.click(5, 5);
  await dialogOf(page).waitFor({ state: 'detached' });
  expect(page.url()).toBe(before);
  expect(await readout(page, 'ai')).not.toBe('');
  expectNoProblems(problems);
});

it('the link of a figure of the whole page has no prefix, and the page is beside it', async () => {
  const { page } = await openPage({ path: '?figure=all', hash: 'v=1&pair.eps=0.05&pair.act=relu' });
  await page.locator('#place-pair').scrollIntoViewIfNeeded();
  await waitReady(page, 'pair');
  // The page around still computes: the keyboard needs no place that stands still.
  await page.locator('[data-figure="pair"] [data-action="share"]').press('Enter');
  const link = new URL(await snippet(page, 'link').inputValue());
  expect(`${link.search}${link.hash}`).toBe('?figure=pair#v=1&act=relu&eps=0.05');
  expect(await snippet(page, 'page').inputValue()).toBe(page.url());
  expect(page.url()).toContain('pair.eps');
});

it('the QR code on the screen and in its files is read as the link', async () => {
  const { page, context } = await openShare('QR code');
  const link = 'figure=pair#v=1&act=tanh&eps=0.02';
  const image = page.getByRole('img', { name: /^QR code/ });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await settle(page);
    expect(readQr(PNG.sync.read(await image.screenshot())), colorScheme).toContain(link);
  }

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
  const empty = await context.newPage();
  await empty.setContent(svg.bytes.toString());
  expect(readQr(PNG.sync.read(await empty.locator('svg').screenshot()))).toContain(link);
  await empty.close();
});

it('the builder shows in its only frame what its snippets say, as one chooses', async () => {
  const { page, problems } = await openShare('iframe');
  const steps = await page.evaluate(() => history.length);
  const source = () =>
    snippet(page, 'iframe').evaluate((box: HTMLTextAreaElement) => {
      const parsed = new DOMParser().parseFromString(box.value, 'text/html');
      return parsed.querySelector('iframe')?.getAttribute('src') ?? '';
    });
  let frame = await previewed(page);
  expect(frame.url()).toBe(await source());
  for (const name of ['eps', 'act']) expect(await frame.locator(`[data-param="${name}"]`).count()).toBe(1);
  expect(await frame.locator('.toolbar, .presets').count()).toBe(2);
  await wholeFigure(page);
  expect(await frame.evaluate(() => innerHeight)).toBeGreaterThan(800);

  // It lists what the figure has, in words, and nothing else.
  await page.getByText('Leave out or lock single parts').click();
  const names = await page.locator('.share-options-form-parts tbody th').allTextContents();
  expect(names).toContain('ε, half the distance of the input weights');
  expect(names).toContain('undo, reset, link and data');
  expect(names).toContain('camera');
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/\w{3}|(?:ε|a|c|w),/);
  expect(await page.getByRole('checkbox', { name: 'Leave out: camera' }).count()).toBe(0);

  for (const part of ['Activation', 'examples', 'ε, half', 'undo'])
    await page.getByRole('checkbox', { name: `Leave out: ${part}` }).check();
  await page.getByRole('checkbox', { name: 'Lock: c, weight of the ordinary neuron' }).check();
  await segment(page, 'dark').click();
  await segment(page, 'projector').click();
  await page.getByRole('combobox', { name: /^Background/ }).selectOption('colour');
  await page.getByLabel('Colour of the background').fill('#203040');
  await page.getByRole('combobox', { name: /^Wheel and fingers/ }).selectOption('none');
  frame = await previewed(page);
  const address = await source();
  expect(new URL(address).search).toBe(
    '?figure=pair&embed=1&hide=act,presets,eps,toolbar&lock=c&theme=dark' +
      '&profile=projector&gesture=none&bg=203040',
  );
  expect(frame.url()).toBe(address);
  expect(await previewOf(page).count()).toBe(1);
  for (const name of ['act', 'presets', 'eps', 'toolbar'])
    expect(await frame.locator(`[data-param="${name}"]`).count(), name).toBe(0);
  expect(await frame.locator('.toolbar, .presets').count()).toBe(0);
  expect(await frame.locator('[data-param="c"]').isDisabled()).toBe(true);
  expect(await frame.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(32, 48, 64)');

  // Only what is there can be left out.
  await segment(page, 'main only').click();
  expect(await page.getByRole('checkbox', { name: 'Leave out: Activation' }).count()).toBe(0);
  await page.getByRole('combobox', { name: /^Size/ }).selectOption('phone');
  frame = await previewed(page);
  expect(await snippet(page, 'iframe').inputValue()).toMatch(/width="360"\n\s+height="560"/);
  expect(await frame.evaluate(() => [innerWidth, innerHeight])).toEqual([360, 560]);
  // Changing the frame made no steps for the browser's Back.
  expect(await page.evaluate(() => history.length)).toBe(steps);

  // Escape gives up what was typed, and leaves the dialog open.
  const width = page.getByRole('textbox', { name: 'width' });
  await width.fill('90');
  await width.press('Escape');
  expect(await width.inputValue()).toBe('360');
  await settle(page);
  expect(await dialogOf(page).isVisible()).toBe(true);
  expectNoProblems(problems);
});

it('the iframe, the element and the slide show the same state in a page of somebody else', async () => {
  const { page: figure } = await openShare('iframe', { hash: 'v=1&act=tanh&eps=0.02&c=1.5' });
  const values = (place: Page | Frame) =>
    place
      .locator('[data-param-text]')
      .evaluateAll((all) =>
        all.map((input) => [input.getAttribute('data-param-text'), (input as HTMLInputElement).value]),
      );
  const shown = await values(figure);
  expect(Object.fromEntries(shown)).toMatchObject({ eps: '0.02', c: '1.5' });
  // The site stands on an origin of its own, whose files may be read from others.
  const site = await serveBuiltSite();
  const pasted: string[] = [];
  for (const [form, name] of [
    ['iframe', 'iframe'],
    ['Custom element', 'element'],
    ['reveal.js', 'slide'],
  ] as const) {
    await goToTab(figure, form);
    const source = (await snippet(figure, name).inputValue()).replaceAll(inject('siteUrl'), site.url);
    // reveal.js turns data-src into src once the slide is near.
    pasted.push(`<div id="${name}">${source.replace('data-src', 'src')}</div>`);
  }
  const host = await servePages({ '/index.html': hostPage(pasted.join('\n')) });
  const { page, problems } = await openPage({ path: host.url, otherHosts: [new URL(site.url).host] });
  const embedded = async (name: string) => {
    // Also inside the custom element.
    const place = page.locator(`#${name} iframe`);
    await place.waitFor({ state: 'attached' });
    await place.scrollIntoViewIfNeeded();
    const frame = await (await place.elementHandle())?.contentFrame();
    if (!frame) throw new Error('the frame is empty');
    await frame.locator('[data-figure][data-ready="true"]').waitFor();
    return frame;
  };
  const frame = await embedded('iframe');
  expect(await values(frame)).toEqual(shown);
  expect(await frame.locator('[data-action="share"]').count()).toBe(0);
  const attributes = (selector: string) =>
    page
      .locator(selector)
      .evaluate((element) =>
        Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      );
  // The browser reads every piece of HTML as it was meant.
  expect(await attributes('#iframe iframe')).toMatchObject({
    title: 'Two neurons become a gated linear unit (interactive figure)',
    allow: 'fullscreen; clipboard-write',
    loading: 'lazy',
  });
  expect(await attributes('minima-at-infinity')).toMatchObject({
    figure: 'pair',
    state: 'act=tanh&eps=0.02&c=1.5',
  });

  expect(await values(await embedded('element'))).toEqual(shown);
  // It takes the height that the figure needs.
  await page.waitForFunction(
    (height) => (document.querySelector('minima-at-infinity')?.clientHeight ?? 0) > height,
    800,
  );
  expect((await values(await embedded('slide'))).filter(([key]) => key === 'eps')).toEqual([['eps', '0.02']]);
  expectNoProblems(problems);
});

/** Waits until no colour fades into another. */
async function faded(page: Page): Promise<void> {
  await settle(page);
  await page.evaluate(async () => {
    const fades = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(fades.map(({ finished }) => finished));
  });
}

it.each([1280, 390])('axe-core finds nothing in the dialog at %i pixels, and it fits', async (width) => {
  const isPhone = width < 600;
  const { page, problems } = await openShare('Link', {
    viewport: { width, height: 844 },
    // Colours are the same on a telephone: there, those of the other theme are looked at.
    theme: isPhone ? 'dark' : 'light',
    touch: isPhone,
  });
  const look = async (what: string, rules: readonly string[] | undefined = isPhone ? looks : undefined) => {
    await faded(page);
    expect.soft(await violations(page, '[data-dialog]', rules), what).toEqual([]);
    const body = page.locator('.dialog-body');
    expect.soft(await body.evaluate((box) => box.scrollWidth - box.clientWidth), what).toBe(0);
    expect.soft(await smallTargets(dialogOf(page)), what).toEqual([]);
  };
  await look('link');
  await goToTab(page, 'QR code');
  await look('QR code');
  await goToTab(page, 'iframe');
  await previewed(page);
  await page.getByText('Leave out or lock single parts').click();
  await page.getByRole('checkbox', { name: 'Lock: Activation' }).check();
  await page.getByRole('combobox', { name: /^Background/ }).selectOption('colour');
  await page.getByRole('textbox', { name: 'width' }).fill('9');
  await look('iframe, with a problem');
  await goToTab(page, 'LaTeX');
  // But for its text it is what a link is.
  await look('LaTeX', looks);
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
