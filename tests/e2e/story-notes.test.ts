import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectNoProblems, openPage } from '../support/page';

const box = (page: Page) => page.locator('#symbol-box');
const term = (page: Page) => page.locator('#meaning .term').first();
const cite = (page: Page) => page.locator('#meaning .cite a').first();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

it('a word of the glossary and a footnote are explained where they stand', async () => {
  const { page, problems } = await openPage({ path: './' });
  await page.locator('[data-key]').first().waitFor();
  await term(page).hover();
  await box(page).getByText('Gated linear unit').waitFor();
  const id = await term(page).getAttribute('data-note');
  expect(await box(page).textContent()).toContain(
    await page.locator(`#${id} [data-note-text]`).textContent(),
  );
  expect(await term(page).getAttribute('aria-describedby')).toBe('symbol-box');
  await page.keyboard.press('Escape');
  await box(page).waitFor({ state: 'hidden' });

  await cite(page).focus();
  await box(page).waitFor();
  const reference = await cite(page).getAttribute('data-note');
  expect(await box(page).textContent()).toBe(
    await page.locator(`#${reference} [data-note-text]`).textContent(),
  );
  // What explains holds nothing to press.
  expect(await box(page).locator('a, button').count()).toBe(0);
  expectNoProblems(problems);
});

it('its link leads to the entry, and from there back', async () => {
  const { page, problems } = await openPage({ path: './' });
  await page.locator('[data-key]').first().waitFor();
  const reference = (await cite(page).getAttribute('data-note')) ?? '';
  const back = page.locator(`#${reference} [data-action="return"]`);
  expect(await back.isVisible()).toBe(false);
  await cite(page).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe(reference);
  await box(page).waitFor({ state: 'hidden' });
  await back.click();
  expect(await cite(page).evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await back.isVisible()).toBe(false);
  expectNoProblems(problems);
});

it('on a touch screen the first tap explains and the second one follows', async () => {
  const { page, problems } = await openPage({
    path: './',
    touch: true,
    viewport: { width: 390, height: 844 },
  });
  await page.locator('[data-key]').first().waitFor();
  await term(page).tap();
  await box(page).waitFor();
  const entry = await term(page).getAttribute('data-note');
  expect(await focused(page)).not.toBe(entry);
  await term(page).tap();
  await expect.poll(() => focused(page)).toBe(entry);
  expectNoProblems(problems);
});

it('BibTeX is copied as it stands', async () => {
  const { page, context, problems } = await openPage({ path: './' });
  await page.locator('[data-key]').first().waitFor();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const source = page.locator('.bibtex').first();
  await source.locator('summary').click();
  await source.locator('[data-action="copy-source"]').click();
  await source.getByText('Copied').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await source.locator('pre').textContent());
  expect(copied).toContain('eprint        = {2506.14951}');
  expectNoProblems(problems);
});
