import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectNoProblems, param } from '../support/page';
import { press, settle, sharePair, textBox, type } from './pair-page';

const parts = [
  ...['.surface-stage', '.legend', '.weights', '.epsilon-bar', '.live-formula', '.tiles', '.pair-controls'],
  ...['.error', '.toolbar', '[data-param="eps"]', '[data-param="c"]', '.site-footer'],
];

/** Where the main parts of the figure are. */
function places(page: Page): Promise<Record<string, string>> {
  return page.evaluate(
    (selectors) =>
      Object.fromEntries(
        selectors.map((selector) => {
          const rect = document.querySelector(selector)?.getBoundingClientRect();
          const text =
            rect && [rect.x, rect.y + scrollY, rect.width, rect.height].map((v) => v.toFixed(1)).join(' ');
          return [selector, text ?? 'gone'];
        }),
      ),
    parts,
  );
}

/** What is not where it was. */
function moved(before: Record<string, string>, after: Record<string, string>): string[] {
  return parts
    .filter((part) => before[part] !== after[part])
    .map((part) => `${part}: ${before[part]} -> ${after[part]}`);
}

/** Lets the page collect what moves without being asked to: the sources of layout shifts. */
async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources = [] } = entry as PerformanceEntry & {
          value: number;
          sources?: { node?: Node }[];
        };
        const nodes = sources.map(({ node }) =>
          node instanceof Element ? node.className : (node?.parentElement?.className ?? ''),
        );
        shifts.push(`${value.toFixed(5)} ${nodes.join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: false });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
}

it.each([1280, 390])('nothing jumps whatever changes at %i pixels', async (width) => {
  const { page, problems } = await sharePair({ viewport: { width, height: 800 } });
  const shifts = await watchShifts(page);
  const before = await places(page);
  expect(Object.values(before)).not.toContain('gone');
  const changes: [name: string, change: () => Promise<unknown>][] = [
    ['the limit', () => page.locator('label', { has: param(page, 'to-limit') }).click()],
    ['the pair again', () => page.locator('label', { has: param(page, 'to-pair') }).click()],
    ['ReLU', () => param(page, 'act').selectOption('relu')],
    ['ReLU’s limit', () => press(param(page, 'eps'), 'End')],
    ['a tiny epsilon', () => type(page, 'eps', '1.23e-5')],
    ['a problem', () => type(page, 'eps', 'abc')],
    ['a problem at the last control', () => type(page, 'bias', '99')],
    ['no problem', () => textBox(page, 'bias').press('Escape')],
    ['a clipped neuron', () => page.locator('[data-term="neuronI"]').click()],
    ['the difference', () => page.locator('[data-term="difference"]').click()],
    ['no sheets', () => param(page, 'sheets').uncheck()],
    ['a cube', () => param(page, 'act').selectOption('cube')],
    ['a = 0', () => type(page, 'a', '0')],
    // The sentence of an example has its place before it is there.
    ['an example', () => param(page, 'preset').selectOption('relu-cliff')],
    ['another example', () => param(page, 'preset').selectOption('no-difference')],
  ];
  for (const [name, change] of changes) {
    await change();
    await settle(page);
    expect.soft(moved(before, await places(page)), name).toEqual([]);
  }
  // A number that gets longer may push what stands in one line with it: that counts little.
  expect((await shifts()).filter((shift) => Number.parseFloat(shift) > 0.005)).toEqual([]);
  expectNoProblems(problems);
});
