/** The article, as a reader has it. Found by its hooks: sentences come and go. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type OpenedPage, openPage, type PageOptions, sharePage } from '../support/page';

/** The first sign of a reader, for which the page would wait some seconds. */
const showReader = (page: Page) => page.mouse.move(2, 2);

/** Opens the article and waits until its text answers and its figures have come. */
export async function openArticle(options: PageOptions = {}): Promise<OpenedPage> {
  const opened = await openPage({ path: '', ...options });
  await showReader(opened.page);
  await opened.page.locator('[data-value][role="slider"]').first().waitFor();
  return opened;
}

/** The article with its figures in the page that the tests of a file share; its state is as it opens. */
export async function shareArticle(options: Omit<PageOptions, 'before'> = {}): Promise<OpenedPage> {
  const opened = await sharePage({ path: '', ...options });
  await showReader(opened.page);
  await opened.page.locator('[data-value][role="slider"]').first().waitFor();
  return opened;
}

/** What keeps the figures on their way for ever, for what the text does by itself. */
const textAlone = { path: '', missing: '**/article-figures*.js' } as const;

async function answering(opened: OpenedPage): Promise<OpenedPage> {
  await showReader(opened.page);
  await opened.page.locator('[data-symbol][tabindex="0"]').first().waitFor();
  // Pads are drawn on by code that comes after the text.
  for (const pad of await opened.page.locator('[data-draw], [data-slope]').all()) {
    await pad.locator('[role="slider"]').first().waitFor();
  }
  return opened;
}

/** Opens the article without its figures. */
export async function openText(options: PageOptions = {}): Promise<OpenedPage> {
  return answering(await openPage({ ...textAlone, ...options }));
}

/** The article without its figures in the page that the tests of a file share; questions stay answered. */
export async function shareText(options: Omit<PageOptions, 'before'> = {}): Promise<OpenedPage> {
  return answering(await sharePage({ ...textAlone, ...options }));
}

/** A question of the article by its kind. */
export type QuestionKind = 'choice' | 'draw' | 'slope';

/** The first question of a kind; all of them when no kind is given. */
export function questions(page: Page, kind?: QuestionKind): Locator {
  const all = page.locator('[data-predict]');
  if (kind === undefined) return all;
  return all.filter({
    has: page.locator(kind === 'choice' ? '[data-option]' : `[data-${kind}]`),
  });
}

/** A number in the text that a phrase near it moves: `<V of="toy.w" />` and `<Do at="toy" to="w=…">`. */
export interface DrivenNumber {
  readonly scene: string;
  readonly key: string;
  readonly goal: number;
  readonly value: Locator;
  readonly phrase: Locator;
}

/** @throws Error when the article has no phrase that moves a number of the text to another value */
export async function drivenNumber(page: Page): Promise<DrivenNumber> {
  const found = await page.evaluate(() => {
    for (const phrase of document.querySelectorAll<HTMLElement>('[data-drive][data-to]')) {
      if (phrase.closest('details')) continue;
      const { drive = '', to = '' } = phrase.dataset;
      for (const [key, goal] of new URLSearchParams(to)) {
        const value = document.querySelector(`[data-scene="${drive}"] [data-value="${drive}.${key}"]`);
        if (value?.closest('p') !== phrase.closest('p')) continue;
        if (value && goal !== '' && Number(value.textContent?.replace('−', '-')) !== Number(goal)) {
          return { scene: drive, key, goal, to };
        }
      }
    }
    return undefined;
  });
  if (!found) throw new Error('no phrase of the article moves a number of its text');
  const { scene, key, goal, to } = found;
  const phrase = page.locator(`[data-drive="${scene}"][data-to="${to}"]`).first();
  // Its section is read: the figure moves there first.
  await phrase.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await page.waitForTimeout(500);
  await page.locator(`[data-place="${scene}"]:not([data-reading])`).waitFor({ state: 'attached' });
  return {
    scene,
    key,
    goal: Number(goal),
    value: page.locator(`[data-scene="${scene}"] [data-value="${scene}.${key}"]`).first(),
    phrase,
  };
}

/** A number as it stands in the text. */
export async function numberIn(value: Locator): Promise<number> {
  return Number(((await value.textContent()) ?? '').replace('−', '-').replace(/[^\d.e-]/g, ''));
}

/** The keys and values after the `#`. */
export async function hashOf(page: Page): Promise<URLSearchParams> {
  return new URLSearchParams(await page.evaluate(() => location.hash.slice(1)));
}

/** Expects of something that it comes about, however busy the machine is. */
export function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 25_000, interval: 100 });
}
