/** The page of the figure `pair` in a document without layout, for what needs none: numbers, texts, links, notices. */
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, vi } from 'vitest';
import Embed from '#app/embed';
import Page from '#app/page';
import { parseNumber } from '#state/number-text';
import { readQuery } from '#state/query';

/** What `happy-dom` adds to a window. */
interface WindowInDocument {
  readonly happyDOM: { setURL(url: string): void };
}

// Drawings have a size on a page; a document without layout does not know of any.
for (const side of ['clientWidth', 'clientHeight'])
  Object.defineProperty(SVGElement.prototype, side, { configurable: true, get: () => 320 });

// Nor has it typefaces to wait for.
Object.defineProperty(document, 'fonts', { configurable: true, value: { ready: Promise.resolve() } });

/** Lets everything that follows the store be written: two frames, and what React does after them. */
export async function settle(): Promise<void> {
  await act(async () => {
    for (let k = 0; k < 2; k++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

/** Finds an element. @throws Error when there is none */
export function find<E extends HTMLElement = HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  return found;
}

/**
 * Renders the page, or an embed, until the test ends, and waits until its figure is there.
 * @returns the console's errors and warnings, as they come
 */
export async function openPair(hash = '', query = '?figure=pair', figure = 'pair'): Promise<string[]> {
  const testing = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
  const problems: string[] = [];
  for (const kind of ['error', 'warn'] as const)
    vi.spyOn(console, kind).mockImplementation((...words: unknown[]) => problems.push(words.join(' ')));
  (window as unknown as WindowInDocument).happyDOM.setURL(
    `http://localhost/${query}${hash === '' ? '' : `#${hash}`}`,
  );
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  onTestFinished(async () => {
    await act(async () => root.unmount());
    place.remove();
    vi.restoreAllMocks();
  });
  // The figure's code loads outside of `act`.
  testing.IS_REACT_ACT_ENVIRONMENT = false;
  const config = readQuery(query);
  root.render(createElement(config.composition === 'embed' ? Embed : Page, { config }));
  await vi.waitFor(() => find(`[data-figure="${figure}"], [data-error]`), { timeout: 30_000 });
  testing.IS_REACT_ACT_ENVIRONMENT = true;
  await settle();
  return problems;
}

/** Goes to another hash, as a reader who edits the address. */
export async function goTo(hash: string): Promise<void> {
  await act(async () => {
    window.location.hash = `#${hash}`;
    window.dispatchEvent(new Event('hashchange'));
  });
  await settle();
}

/** The hash, after the page has written the last change. */
export async function writtenHash(): Promise<string> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  return window.location.hash;
}

/** The number box of a slider. */
export function textBox(key: string): HTMLInputElement {
  return find<HTMLInputElement>(`[data-param-text="${key}"]`);
}

/** Presses a key on an element. */
export async function press(target: HTMLElement, key: string): Promise<void> {
  await act(async () => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
  await settle();
}

/** Puts a text into a box that has the focus, as typing does. */
export async function fill(input: HTMLInputElement, text: string): Promise<void> {
  await act(async () => {
    input.focus();
    const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    own?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settle();
}

/** Types a text into the box of a slider and presses Enter. */
export async function type(key: string, text: string): Promise<void> {
  await fill(textBox(key), text);
  await press(textBox(key), 'Enter');
}

/** A number as the page writes it: with a real minus sign, as a power of ten, or infinite. */
function written(text: string): number {
  return parseNumber(text) ?? Number.NaN;
}

/** The number in the box of a slider. */
export function box(key: string): number {
  return written(textBox(key).value);
}

/** The unrounded numbers behind the read-outs, and what stands in the boxes. */
export function numbers(): {
  readonly exact: Readonly<Record<string, number>>;
  readonly boxes: Readonly<Record<string, number>>;
} {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const exact = all('[data-readout][data-value]').map(
    ({ dataset }) => [dataset.readout ?? '', Number(dataset.value)] as const,
  );
  const boxes = all('[data-param-text]').map(
    (input) => [input.dataset.paramText ?? '', written((input as HTMLInputElement).value)] as const,
  );
  return { exact: Object.fromEntries(exact), boxes: Object.fromEntries(boxes) };
}

/** The sentence beside a box, or undefined. */
export function problemOf(key: string): string | undefined {
  const found = document.querySelector(`[data-problem="${key}"]`);
  if (!found) return undefined;
  expect(found.getAttribute('role')).toBe('alert');
  return found.textContent ?? '';
}
