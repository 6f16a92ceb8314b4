/** What the article weighs before its figures come, and whether anything jumps when they do. */
import { expect, it } from 'vitest';
import { openPage, waitReady } from '../support/page';
import { sent } from '../support/sent';

/** Kilobytes of text, rules and scripts before the figures. Typefaces and posters come on top, and are printed. */
const LIMIT = 70;

it('the text answers after at most 70 kB, compressed, before anything of the figures is loaded', async () => {
  const paths = new Set<string>();
  const { page } = await openPage({
    path: '',
    before: async (opened) => {
      // The figures stay on their way.
      await opened.route('**/article-figures*.js', () => {});
      opened.on('request', (request) => paths.add(new URL(request.url()).pathname));
    },
  });
  await page.locator('[data-symbol][tabindex="0"]').first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const kilobytes = (kind: RegExp) =>
    [...paths].filter((path) => kind.test(path)).reduce((sum, path) => sum + sent(path), 0) / 1000;
  const [text, fonts, posters] = [/\/$|\.(?:html|css|js)$/, /\.woff2$/, /\.webp$/].map((kind) =>
    kilobytes(kind),
  ) as [number, number, number];
  console.log(
    `before the figures: ${text.toFixed(0)} kB of text, rules and scripts, ${fonts.toFixed(0)} kB of typefaces, ${posters.toFixed(0)} kB of posters`,
  );
  expect(text).toBeGreaterThan(10);
  expect(text).toBeLessThan(LIMIT);
  expect([...paths].filter((path) => /react|surface|three/.test(path))).toEqual([]);
});

it('nothing jumps when the first figures come', async () => {
  const { page } = await openPage({
    path: '',
    before: (opened) =>
      opened.addInitScript(() => {
        const seen = { sum: 0 };
        Object.assign(window, { seenShift: seen });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            readonly value: number;
            readonly hadRecentInput: boolean;
          })[]) {
            if (!entry.hadRecentInput) seen.sum += entry.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
      }),
  });
  const shift = () =>
    page.evaluate(() => (window as unknown as { seenShift: { sum: number } }).seenShift.sum);
  await waitReady(page, 'duo');
  await page.locator('[data-status="ready"]').first().waitFor({ state: 'attached' });
  expect(await shift()).toBeLessThan(0.005);
  await page.locator('[data-place="pair"]').scrollIntoViewIfNeeded();
  await waitReady(page, 'pair');
  expect(await shift()).toBeLessThan(0.005);
});
