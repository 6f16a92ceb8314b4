/**
 * The article at run time. Its text is prerendered in the page's HTML. The interactive parts of the text load at the first
 * sign of a reader (scroll, pointer, key), the figures when the browser is idle after that, or when something asks for one.
 */

import type { QueryConfig } from '#state/query';
import { languageOf } from '#story/languages';
import { createLiveScenes, type LiveScenes } from '#story/parts/scene/live-scenes';
import { startTheme } from '#story/parts/theme-button/theme-button-live';

const texts: Readonly<Record<string, () => Promise<{ readonly default: string }>>> = {
  de: () => import('virtual:story/de'),
  en: () => import('virtual:story/en'),
};

const loadInteractions = () => import('./article-interactions');

/** Replaces the text when the query asks for another language than that of the HTML. */
async function translate(article: HTMLElement, lang: string | undefined): Promise<void> {
  const { documentElement } = document;
  const wanted = languageOf(lang ?? documentElement.lang);
  if (wanted !== documentElement.lang) {
    const [text, { words }] = await Promise.all([texts[wanted]?.(), loadInteractions()]);
    if (text) article.innerHTML = text.default;
    documentElement.lang = wanted;
    document.title = words.title;
  }
  delete documentElement.dataset.start;
}

/** Runs a task when the browser has nothing else to do. */
function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(task, { timeout: 2000 });
  else setTimeout(task, 200);
}

/** Runs a task once the page is loaded. */
function whenLoaded(task: () => void): void {
  if (document.readyState === 'complete') task();
  else window.addEventListener('load', task, { once: true });
}

/** Runs a task at the first input of a reader (`public/early.js` dispatches the event). */
function whenReaderIsThere(task: () => void): void {
  if (document.documentElement.dataset.view === undefined) task();
  else window.addEventListener('reader', task, { once: true });
}

/** Starts the interactive parts of the text. */
async function startInteractions(article: HTMLElement, scenes: LiveScenes): Promise<void> {
  const { startStory, words } = await loadInteractions();
  startStory(article, scenes, words);
}

/** Starts the article. */
export async function startArticle(
  article: HTMLElement,
  root: HTMLElement,
  config: QueryConfig,
): Promise<void> {
  startTheme(article);
  await translate(article, config.lang);
  const scenes = createLiveScenes();
  const show = async () => {
    const { showFigures } = await import('./article-figures');
    showFigures(article, root, scenes);
  };
  scenes.onRequested(() => void show());
  whenReaderIsThere(() => {
    // The text first: its code is small.
    void startInteractions(article, scenes).then(() => whenLoaded(() => whenIdle(() => scenes.request())));
  });
}
