/** What the tests of the figure `pair` do over and over: open it, read exact numbers, move sliders, type, drag. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { parseNumber } from '#state/number-text';
import { type OpenedPage, openPage, type PageOptions, param, sharePage, waitReady } from '../support/page';

/** Keys of all sliders with a number box. */
export const sliderKeys = ['eps', 'gap', 'a', 'c', 'wlen', 'wdir', 'bias', 'dir', 'dbias'] as const;

/** Opens the figure and waits until it is drawn. */
export async function openPair(options: PageOptions = {}): Promise<OpenedPage> {
  const opened = await openPage(options);
  await waitReady(opened.page);
  return opened;
}

/** The figure in the page that the tests of a file share, in the state of the hash. */
export async function sharePair(options: Omit<PageOptions, 'before'> = {}): Promise<OpenedPage> {
  const opened = await sharePage(options);
  await waitReady(opened.page);
  return opened;
}

/** Waits until everything that follows the store has been written and painted. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))),
  );
}

/** Shows the figure as on a screen or a projector. The address does no more than tell the style sheet, too. */
export async function setProfile(page: Page, profile: 'screen' | 'projector'): Promise<void> {
  await page.evaluate((name) => {
    for (const element of document.querySelectorAll<HTMLElement>('html, .figure-frame'))
      element.dataset.profile = name;
  }, profile);
  await settle(page);
  await settle(page);
}

/** A number as the page writes it: with a real minus sign, as a power of ten, or infinite. */
export function written(text: string): number {
  return parseNumber(text) ?? Number.NaN;
}

/** The number in the box of a slider. */
export async function box(page: Page, key: string): Promise<number> {
  return written(await textBox(page, key).inputValue());
}

/** The number box of a slider. */
export function textBox(page: Page, key: string): Locator {
  return page.locator(`[data-param-text="${key}"]`);
}

/** What the figure says in numbers: the unrounded numbers behind its read-outs, and what stands in its boxes. */
export interface Numbers {
  readonly exact: Readonly<Record<string, number>>;
  readonly boxes: Readonly<Record<string, number>>;
}

/** Reads all numbers at once. */
export async function numbers(page: Page): Promise<Numbers> {
  const { exact, boxes } = await page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    return {
      exact: all('[data-readout][data-value]').map(({ dataset }) => [dataset.readout, dataset.value]),
      boxes: all('[data-param-text]').map((input) => [
        input.dataset.paramText,
        (input as HTMLInputElement).value,
      ]),
    };
  });
  return {
    exact: Object.fromEntries(exact.map(([name = '', value = '']) => [name, Number(value)])),
    boxes: Object.fromEntries(boxes.map(([name = '', value = '']) => [name, written(value)])),
  };
}

/** A vector in the plane of input weights. */
export type Weights = readonly [w1: number, w2: number];

/** The weight vectors at the tips of the drawn arrows, computed from nothing but the drawing and its scale. */
export async function arrows(page: Page): Promise<Record<'w' | 'wi' | 'wj', Weights>> {
  const tips = await page.locator('svg[data-unit]').evaluate((svg) => {
    const unit = Number(svg.getAttribute('data-unit'));
    const [x = 0, y = 0] = (svg.getAttribute('data-origin') ?? '').split(' ').map(Number);
    return ['w', 'wi', 'wj'].map((name) => {
      const line = svg.querySelector(`[data-arrow="${name}"]`);
      const at = (attribute: string) => Number(line?.getAttribute(attribute));
      if (at('x1') !== x || at('y1') !== y) throw new Error(`the arrow ${name} does not start at the origin`);
      return [(at('x2') - x) / unit, (y - at('y2')) / unit] as const;
    });
  });
  const [w = [0, 0], wi = [0, 0], wj = [0, 0]] = tips;
  return { w, wi, wj };
}

/** Types a text into the box of a slider and presses Enter. */
export async function type(page: Page, key: string, text: string): Promise<void> {
  await textBox(page, key).fill(text);
  await textBox(page, key).press('Enter');
  await settle(page);
}

/** The middle of an element, in pixels of the window. */
export async function middle(target: Locator): Promise<{ x: number; y: number }> {
  await target.scrollIntoViewIfNeeded();
  const rect = await target.boundingBox();
  if (!rect) throw new Error('the element is not shown');
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

/** Drags the thumb of a slider with the mouse to a share of its track, 0 at the left end and 1 at the right. */
export async function dragSlider(page: Page, key: string, to: number): Promise<void> {
  const { rect, share } = await param(page, key).evaluate((input: HTMLInputElement) => {
    input.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = input.getBoundingClientRect();
    return { rect: { x, y, width, height }, share: Number(input.value) / Number(input.max) };
  });
  // The thumbs are 18 or 26 pixels wide and stay inside the track; the ends are dragged past.
  const at = (part: number) =>
    part === 0 ? rect.x - 8 : part === 1 ? rect.x + rect.width + 8 : rect.x + 11 + part * (rect.width - 22);
  const y = rect.y + rect.height / 2;
  await page.mouse.move(rect.x + 11 + share * (rect.width - 22), y);
  await page.mouse.down();
  await page.mouse.move(at(to), y, { steps: 2 });
  await page.mouse.up();
  await settle(page);
}

/** Presses a key on a control several times. */
export async function press(target: Locator, key: string, times = 1): Promise<void> {
  await target.focus();
  for (let k = 0; k < times; k++) await target.press(key);
  await settle(target.page());
}

/** Waits until the address has been written after the last change, and returns its hash. */
export async function writtenHash(page: Page): Promise<string> {
  // The page writes 200 ms after a change; a later timer of the same page comes after that, however slow the computer.
  return page.evaluate(() => new Promise<string>((resolve) => setTimeout(() => resolve(location.hash), 300)));
}

/** Reads something again and again until the assertion that follows holds; for up to ten seconds on a busy computer. */
export function eventually<T>(read: () => Promise<T>) {
  return expect.poll(read, { timeout: 10_000 });
}
