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

it('nothing jumps when the figures come, from the top of the page to its end', async () => {
  const { page } = await openPage({
    path: '',
    viewport: { width: 1440, height: 900 },
    before: (opened) =>
      opened.addInitScript(() => {
        const seen = { sum: 0, where: [] as string[] };
        Object.assign(window, { seenShift: seen });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            readonly value: number;
            readonly hadRecentInput: boolean;
            readonly sources: readonly { readonly node: Node | null }[];
          })[]) {
            if (entry.hadRecentInput) continue;
            seen.sum += entry.value;
            const nodes = entry.sources.map(({ node }) => (node as Element | null)?.className ?? '?');
            seen.where.push(
              `${entry.value.toFixed(5)} at ${Math.round(window.scrollY)}: ${nodes.join(', ')}`,
            );
          }
        }).observe({ type: 'layout-shift', buffered: true });
      }),
  });
  const shifts = () =>
    page.evaluate(
      () => (window as unknown as { seenShift: { sum: number; where: readonly string[] } }).seenShift,
    );
  await waitReady(page, 'duo');
  await page.locator('[data-status="ready"]').first().waitFor({ state: 'attached' });
  // Faster than the figures come, so that they come before the reader's eyes.
  const isAtEnd = () =>
    page.evaluate(() => {
      window.scrollBy({ top: 0.8 * window.innerHeight, behavior: 'instant' });
      return window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1;
    });
  for (let k = 0; k < 100 && !(await isAtEnd()); k++) await page.waitForTimeout(120);
  for (const figure of ['pair', 'landscape', 'ride', 'toy']) await waitReady(page, figure);
  const { sum, where } = await shifts();
  expect(sum, where.join('; ')).toBeLessThan(0.005);
});
