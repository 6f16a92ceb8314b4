import { buffer } from 'node:stream/consumers';
import type { Download, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '#export/png';
import { expectNoProblems, type PageOptions } from '../support/page';
import { sharePair } from './pair-page';

/** Opens the dialog in the page that the tests share; nothing here looks at what is drawn. */
async function openDialog(options: Pick<PageOptions, 'viewport' | 'theme'> = {}) {
  const opened = await sharePair({ hash: 'v=1&eps=0.02', ...options });
  await opened.page.click('[data-action="export"]');
  await opened.page.locator('[data-dialog="export"]').waitFor();
  return opened;
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('[data-dialog="export"]').waitFor({ state: 'detached' });
}

async function setSize(page: Page, width: number, height: number): Promise<void> {
  await page.selectOption(field('size'), 'custom');
  await page.fill(field('width'), String(width));
  await page.fill(field('height'), String(height));
  await page.press(field('height'), 'Enter');
}

async function save(page: Page): Promise<Download> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.click('[data-action="export-start"]'),
  ]);
  return file;
}

async function bytesOf(file: Download): Promise<Buffer> {
  return buffer(await file.createReadStream());
}

const preview = '[data-field="preview"] canvas';
const field = (name: string) => `[data-field="${name}"]`;

/** Runs in the page: images take their time, so that a film is called off while a frame is being painted. */
function decodeSlowly(): void {
  const decode: unknown = Reflect.get(HTMLImageElement.prototype, 'decode');
  HTMLImageElement.prototype.decode = async function slowly() {
    await new Promise((resolve) => setTimeout(resolve, 400));
    return Reflect.apply(decode as () => Promise<void>, this, []);
  };
}

describe('the dialog of exports', () => {
  it('saves a drawing by keyboard alone and a picture of the chosen size, names what cannot be made, and leaves the page as it was', async () => {
    const { page, problems } = await openDialog();
    await page.locator(preview).waitFor();
    const before = await page.evaluate(() => location.hash);
    // The first control has the focus: PNG; one down is SVG.
    const focused = () => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value);
    expect(await focused()).toBe('png');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('svg');
    const [drawing] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(drawing.suggestedFilename()).toBe('pair.svg');
    expect((await bytesOf(drawing)).toString('utf8')).toContain('eps=0.02');

    await page.check('[data-field="format"][value="png"]');
    await setSize(page, 450, 300);
    const file = await save(page);
    expect(file.suggestedFilename()).toBe('pair-450x300.png');
    const bytes = await bytesOf(file);
    const png = PNG.sync.read(bytes);
    expect([png.width, png.height]).toEqual([450, 300]);
    expect(wordsOf(bytes).Source).toContain('eps=0.02');
    await page.locator(`${field('said')}[role="status"]`).waitFor();
    expect(await page.textContent(field('said'))).toMatch(/^Saved as pair-450x300\.png, \d+ kB\.$/);
    // Too large a picture is named.
    await page.fill(field('width'), '9000');
    await page.press(field('width'), 'Enter');
    await page.locator('[data-dialog="export"] [role="alert"]').waitFor();
    expect(await page.textContent('[data-dialog="export"] [role="alert"]')).toMatch(/too many: at most 7680/);
    expect(await page.isDisabled('[data-action="export-start"]')).toBe(true);
    // Every format that is off has its reason beside it.
    await page.selectOption(field('size'), 'fourK');
    await page.waitForFunction(() => document.querySelector('input[value="gif"]:disabled'));
    const reasons = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('[data-field="format"]:disabled')].map(
        (one) => document.getElementById(one.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
      ),
    );
    for (const reason of reasons) expect(reason).toMatch(/[a-z]{3}.*\.$/);

    await closeDialog(page);
    await page.locator('[data-action="export"]:focus').waitFor();
    expect(await page.evaluate(() => location.hash)).toBe(before);
    // The figure is in its place again, with all of its controls.
    expect(await page.locator('.figure-frame').getAttribute('style')).toBeFalsy();
    await page.locator('[data-param="eps"]').waitFor();
    expectNoProblems(problems);
  });

  it('fits a phone', async () => {
    const { page, problems } = await openDialog({ viewport: { width: 390, height: 844 }, theme: 'dark' });
    await page.locator(preview).waitFor();
    const wide = await page.evaluate(() => {
      const body = document.querySelector('[data-dialog="export"] .dialog-body');
      return body ? body.scrollWidth - body.clientWidth : 1;
    });
    expect(wide).toBe(0);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('[data-dialog="export"] :is(button, select, .export-fields-choice)')]
        .map((one) => one.getBoundingClientRect())
        .filter(({ width, height }) => width < 24 || height < 24),
    );
    expect(small).toEqual([]);
    await closeDialog(page);
    expectNoProblems(problems);
  });

  it('calls a moving picture off half-way and leaves the figure as it was', async () => {
    const { page, problems } = await openDialog();
    const canUndo = () => page.locator('[data-action="undo"]').isEnabled();
    const state = async () => [await page.inputValue('[data-param-text="eps"]'), page.url(), await canUndo()];
    const before = await state();
    await page.evaluate(decodeSlowly);
    await page.click('[data-dialog="export"] summary');
    await page.check('[data-field="format"][value="frames"]');
    await setSize(page, 450, 300);
    await page.click('[data-action="export-start"]');
    // Under way: frames are made, and it is said for how long yet.
    await page.locator('[data-field="said"] progress[value]').waitFor();
    await page.click('[data-action="export-cancel"]');
    await page.locator('[data-field="said"][role="status"]').waitFor();
    expect(await page.locator('[data-action="export-start"]').isEnabled()).toBe(true);
    await closeDialog(page);
    // The frame that was being painted is not painted on, which Chromium would complain of.
    await page.waitForTimeout(800);
    expect(await state()).toEqual(before);
    expectNoProblems(problems);
  });
});
