import { buffer } from 'node:stream/consumers';
import type { Download, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '#export/png';
import { expectNoProblems, openPage, type PageOptions, waitReady } from '../support/page';

async function openDialog(options: PageOptions = {}) {
  const opened = await openPage({ path: '?figure=pair', hash: 'v=1&eps=0.02', drawing: 'plain', ...options });
  await waitReady(opened.page);
  await opened.page.click('[data-action="export"]');
  await opened.page.locator('[data-dialog="export"]').waitFor();
  return opened;
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
    await page.selectOption(field('size'), 'custom');
    await page.fill(field('width'), '900');
    await page.fill(field('height'), '600');
    await page.press(field('height'), 'Enter');
    const file = await save(page);
    expect(file.suggestedFilename()).toBe('pair-900x600.png');
    const bytes = await bytesOf(file);
    const png = PNG.sync.read(bytes);
    expect([png.width, png.height]).toEqual([900, 600]);
    expect(wordsOf(bytes).Source).toContain('eps=0.02');
    await page.locator(`${field('said')}[role="status"]`).waitFor();
    expect(await page.textContent(field('said'))).toMatch(/^Saved as pair-900x600\.png, \d+ kB\.$/);
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

    await page.keyboard.press('Escape');
    await page.locator('[data-dialog="export"]').waitFor({ state: 'detached' });
    await page.locator('[data-action="export"]:focus').waitFor();
    expect(await page.evaluate(() => location.hash)).toBe(before);
    // The figure is in its place again, with all of its controls.
    expect(await page.locator('.figure-frame').getAttribute('style')).toBeFalsy();
    await page.locator('[data-param="eps"]').waitFor();
    expectNoProblems(problems);
  });

  it('fits a phone', async () => {
    const { page, problems } = await openDialog({
      viewport: { width: 390, height: 844 },
      theme: 'dark',
      touch: true,
    });
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
    expectNoProblems(problems);
  });
});
