import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { eventually, hashOf, openArticle } from './article-page';

const chapterOf = async (page: Page) => (await hashOf(page)).get('chapter');
const topOf = (page: Page, id: string) =>
  page.evaluate((name) => document.getElementById(name)?.getBoundingClientRect().top ?? Number.NaN, id);
const chapters = (page: Page) =>
  page
    .locator('[data-chapter]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-chapter') ?? ''));

it('the link says which chapter is read and the list too; it leads there, as does the list, and Back leaves', async () => {
  const { page } = await openArticle();
  const [, second = '', third = ''] = await chapters(page);
  for (const id of [second, third]) {
    await page.evaluate((name) => document.getElementById(name)?.scrollIntoView(), id);
    await eventually(() => chapterOf(page)).toBe(id);
    const marked = page.locator('nav a[aria-current="step"]');
    expect(await marked.getAttribute('href')).toBe(`#${id}`);
    expect(await marked.count()).toBe(1);
  }
  await page.evaluate(() => window.scrollTo(0, 0));
  await eventually(() => chapterOf(page)).toBeNull();

  // A reader who opens the link, from another page.
  const link = new URL(page.url());
  link.hash = `chapter=${third}&eps=0.05`;
  await page.goto('about:blank');
  await page.goto(link.href);
  await page.mouse.move(2, 2);
  await page.locator('[data-value][role="slider"]').first().waitFor();
  await eventually(async () => Math.abs(await topOf(page, third))).toBeLessThan(200);
  expect(await chapterOf(page)).toBe(third);
  const entries = await page.evaluate(() => history.length);
  await page.evaluate(() => window.scrollTo(0, 0));
  await eventually(() => chapterOf(page)).toBeNull();
  expect((await hashOf(page)).get('eps')).toBe('0.05');

  // A link of the list takes the focus along, and leaves the state in the address.
  await page.locator(`nav a[href="#${third}"]`).first().click();
  await eventually(async () => Math.abs(await topOf(page, third))).toBeLessThan(200);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(third);
  await eventually(() => chapterOf(page)).toBe(third);
  expect((await hashOf(page)).get('eps')).toBe('0.05');

  // Reading makes no entries of history: Back goes to the page from which the reader came.
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.goBack();
  expect(page.url()).toBe('about:blank');
});
