/**
 * The article at run time. Its text is in the page's HTML already; here it is made to answer: symbols, numbers, phrases,
 * questions. The figures come when the browser has time, or when something asks for one.
 */

import type { QueryConfig } from '#state/query';
import { languageOf } from '#story/languages';
import { createStage } from '#story/live/stage';
import { startStory } from '#story/live/start';
import { en } from '#story/text/en';
import { inLanguage } from '#ui/language';

const texts: Readonly<Record<string, () => Promise<{ readonly default: string }>>> = {
  de: () => import('virtual:story/de'),
  en: () => import('virtual:story/en'),
};

const words = inLanguage('story', en);

/** Puts the language of the query into the page, where the HTML is in another one. */
async function translate(article: HTMLElement, lang: string | undefined): Promise<void> {
  const { documentElement } = document;
  const wanted = languageOf(lang ?? documentElement.lang);
  if (wanted !== documentElement.lang) {
    const text = await texts[wanted]?.();
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

/** Milliseconds for which a page that nobody has touched yet is left to its text; posters stand for the figures. */
const QUIET = 2500;
const signs = ['pointermove', 'pointerdown', 'wheel', 'scroll', 'keydown'] as const;

/**
 * Runs a task at the first sign of a reader, or after a while: on a slow telephone the figures would keep the first words
 * from being read and scrolled. A link that carries a state is asked for its figures at once.
 */
function whenReaderIsThere(task: () => void): void {
  const go = () => {
    clearTimeout(timer);
    for (const sign of signs) window.removeEventListener(sign, go);
    task();
  };
  const timer = setTimeout(go, window.location.hash === '' ? QUIET : 0);
  for (const sign of signs) window.addEventListener(sign, go, { passive: true });
}

/** Brings the article to life. */
export async function startArticle(
  article: HTMLElement,
  root: HTMLElement,
  config: QueryConfig,
): Promise<void> {
  await translate(article, config.lang);
  const stage = createStage();
  startStory(article, stage, words);
  const show = async () => {
    const { showFigures } = await import('./article-figures');
    showFigures(article, root, config, stage);
  };
  stage.onWanted(() => void show());
  const begin = () => whenReaderIsThere(() => whenIdle(() => stage.want()));
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin, { once: true });
}
