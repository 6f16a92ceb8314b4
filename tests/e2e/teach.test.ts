import { describe, expect, it } from 'vitest';
import { expectNoProblems, openPage, waitReady } from '../support/page';
import { looks, violations } from './axe';

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

describe('the teacher’s page', () => {
  it('has nothing against it in light and dark, shows figures, copies, and leads to a figure in its state', async () => {
    const { page, context, problems } = await openPage({ path: 'teach/', reducedMotion: true });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => {
      for (const box of document.querySelectorAll('details')) box.open = true;
    });
    expect(await violations(page, '#article')).toEqual([]);
    // In each of its frames, once it comes into view.
    for (const figure of ['pair', 'duo', 'toy']) {
      const frame = page.locator(`iframe[src*="figure=${figure}&"]`);
      await frame.scrollIntoViewIfNeeded();
      await frame.contentFrame().locator(`[data-figure="${figure}"][data-ready="true"]`).waitFor();
    }
    const box = page.locator('.embed-code').first();
    await box.getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => box.getByRole('status').textContent(), { timeout: 10_000 }).toBe('Copied.');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain(
      `<iframe src="${new URL('../embed.html', page.url()).href}?figure=pair&amp;embed=1&amp;controls=min`,
    );
    await page.getByRole('button', { name: 'Light or dark' }).click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await page.locator('iframe').first().getAttribute('src')).toContain('theme=dark');
    expect(await violations(page, '#article', looks)).toEqual([]);
    await page.locator('#exercise-2 .exercise-link a').click();
    await waitReady(page);
    expect(await page.locator('[data-param-text="eps"]').inputValue()).toMatch(/0\.001/);
    expectNoProblems(problems);
  });

  it('fits a narrow screen in German, where tables stay tables, and goes to English and back', async () => {
    const { page, problems } = await openPage({
      path: 'teach/index.de.html',
      viewport: { width: 390, height: 844 },
      touch: true,
    });
    expect(await page.evaluate(overflow)).toBe(0);
    expect(await page.getByRole('table').count()).toBe(2);
    expect(await page.getByRole('row').count()).toBeGreaterThan(14);
    expect(await violations(page, '#story')).toEqual([]);
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(/\/teach\/(\?.*)?(#.*)?$|index\.html/);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('For teachers');
    await page.goto(new URL('?lang=de', page.url()).href);
    await page.waitForURL(/index\.de\.html/);
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    await page.goto(new URL('model.html', page.url()).href);
    expect(await page.evaluate(overflow)).toBe(0);
    expect(await violations(page, '#article')).toEqual([]);
    expectNoProblems(problems);
  });

  it('can be read without JavaScript, and reached from the article: pictures in place of frames', async () => {
    const { page } = await openPage({ path: '', script: false });
    await page.getByRole('banner').getByRole('link', { name: 'For teachers' }).click();
    await page.waitForURL(/\/teach\/$/);
    expect(await page.getByRole('button', { name: 'Copy' }).count()).toBe(0);
    expect(await page.locator('iframe').count()).toBe(0);
    expect(await page.locator('.embed-frame a img').count()).toBe(3);
    await page.locator('#exercise-1 summary').click();
    expect(await page.locator('#exercise-1 .box-body').isVisible()).toBe(true);
  });
});
