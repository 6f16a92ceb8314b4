/** What the article weighs before its figures come, and whether anything jumps or speaks when they do. */
import { expect, it } from 'vitest';
import { openPage, waitReady } from '../support/page';
import { sent } from '../support/sent';
import { eventually } from './article-page';

/** Kilobytes that a browser fetches for the first screen, typefaces and poster included: until there is a reader. */
const FIRST_VIEW = 70;

const kinds = {
  text: /\/$|\.html$/,
  rules: /\.css$/,
  scripts: /\.js$/,
  typefaces: /\.woff2$/,
  pictures: /\.(?:webp|svg)$/,
} as const;

it.each([
  { name: 'desk', viewport: { width: 1440, height: 900 } },
  { name: 'telephone', viewport: { width: 390, height: 844 } },
])(
  'the first screen of a $name comes with at most 70 kB, compressed; then the text answers',
  async ({ viewport }) => {
    const paths = new Set<string>();
    const { page } = await openPage({
      path: '',
      apart: true,
      viewport,
      before: async (opened) => {
        // However busy the machine is, the page waits for its reader.
        await opened.addInitScript(() => {
          const wait = window.setTimeout.bind(window);
          const patient = (task: () => void, delay?: number) => wait(task, delay === 2500 ? 600_000 : delay);
          Object.assign(window, { setTimeout: patient });
        });
        // The figures stay on their way.
        await opened.route('**/article-figures*.js', () => {});
        opened.on('request', (request) => paths.add(new URL(request.url()).pathname));
      },
    });
    const kilobytes = (kind: RegExp) =>
      [...paths].filter((path) => kind.test(path)).reduce((sum, path) => sum + sent(path), 0) / 1000;
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const first = new Set(paths);
    expect(await page.locator('html').getAttribute('data-view')).toBe('first');
    const weights = Object.entries(kinds).map(([kind, files]) => [kind, kilobytes(files)] as const);
    const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
    const parts = weights.map(([kind, weight]) => `${weight.toFixed(1)} ${kind}`).join(', ');
    console.log(`first view: ${total.toFixed(1)} kB (${parts})`);
    for (const [kind, weight] of weights) expect(weight, kind).toBeGreaterThan(0.1);
    expect(total).toBeLessThan(FIRST_VIEW);
    expect([...first].filter((path) => !Object.values(kinds).some((kind) => kind.test(path)))).toEqual([]);
    expect([...first].filter((path) => /react|surface|three|figure/.test(path))).toEqual([]);
    await page.mouse.move(100, 100);
    await page.locator('[data-symbol][tabindex="0"]').first().waitFor({ state: 'attached' });
    expect([...paths].filter((path) => /article-interactions/.test(path))).toHaveLength(1);
  },
);

it('nothing jumps or is spoken when the figures come, from the top of the page to its end, until one is used', async () => {
  const { page } = await openPage({
    path: '',
    apart: true,
    viewport: { width: 1440, height: 900 },
    before: (opened) =>
      opened.addInitScript(() => {
        const seen = { sum: 0, where: [] as string[] };
        const said: string[] = [];
        Object.assign(window, { seenShift: seen, said });
        // A region that comes with its text is not spoken: only what changes in it later.
        new MutationObserver((records) => {
          for (const { target } of records) {
            const element = target instanceof Element ? target : target.parentElement;
            const region = element?.closest('[aria-live="polite"], [aria-live="assertive"]');
            const text = region?.textContent?.trim();
            if (text) said.push(`${region?.closest('[data-figure]')?.getAttribute('data-figure')}: ${text}`);
          }
        }).observe(document, { subtree: true, childList: true, characterData: true });
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
  await page.evaluate(async () => {
    const { documentElement: root } = document;
    for (let k = 0; k < 100 && window.scrollY + window.innerHeight < root.scrollHeight - 1; k++) {
      window.scrollBy({ top: 0.8 * window.innerHeight, behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  for (const figure of ['pair', 'landscape', 'ride', 'toy', 'triple']) await waitReady(page, figure);
  await eventually(() => page.locator('[data-status="computing"]').count()).toBe(0);
  const { sum, where } = await shifts();
  expect(sum, where.join('; ')).toBeLessThan(0.005);
  // Figures speak of what came of a change, a moment later.
  const slider = page.locator('[data-figure="pair"] input[type="range"]').first();
  // Its section is read: the figure moves there first.
  await slider.evaluate((input) => input.scrollIntoView({ block: 'center' }));
  await page.waitForTimeout(6000);
  await slider.press('ArrowLeft');
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await eventually(said).toEqual([expect.stringMatching(/^pair: /)]);
});
