/** Makes the text of the article answer. */

import { startCopying, startReturns } from './end-matter-live';
import { startFigureLinks } from './parts/figure-link/figure-link-live';
import { explainNotes } from './parts/notes/notes-live';
import { startPredictions } from './parts/predict/predict-live';
import type { LiveScenes } from './parts/scene/live-scenes';
import { startSectionStates } from './parts/section-state/section-state-live';
import { explainSymbols } from './parts/symbol/symbol-live';
import { startTooltip } from './parts/tooltip-live';
import { startValues } from './parts/value/value-live';
import type { Words } from './text/words';

// The hash of the address holds the state, so links to places of the page are followed by script.
/** Makes links within an article scroll, and take the focus along. */
function startLinks(article: HTMLElement): void {
  article.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const goal = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!goal) return;
    event.preventDefault();
    for (let box = goal.closest('details'); box; box = box.parentElement?.closest('details') ?? null) {
      box.open = true;
    }
    goal.scrollIntoView({ block: 'start' });
    if (!goal.hasAttribute('tabindex')) goal.tabIndex = -1;
    goal.focus({ preventScroll: true });
  });
}

/** Everything that the text does at run time, but for what the first screen needs (src/app/article.ts). */
export function startStory(article: HTMLElement, scenes: LiveScenes, words: Words): void {
  startTooltip(article, [explainSymbols(article, scenes, words), explainNotes(article)]);
  startReturns(article);
  // After those who look whether a link was followed.
  startLinks(article);
  startCopying(article, words);
  startValues(article, scenes, words);
  startFigureLinks(article, scenes, words);
  startPredictions(article, scenes, words);
  startSectionStates(article, scenes);
}
