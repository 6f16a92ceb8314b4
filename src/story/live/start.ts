/** Makes the text of the article answer. */
import type { Words } from '#story/text/words';
import { startBox } from './box';
import { startCopying } from './copy';
import { startDrives } from './drive';
import { startLinks } from './links';
import { explainNotes, startReturns } from './notes';
import { startPredictions } from './predict';
import type { Stage } from './stage';
import { explainSymbols } from './symbols';
import { startValues } from './values';

/** Everything that the text does at run time, but for what the first screen needs (src/app/article.ts). */
export function startStory(article: HTMLElement, stage: Stage, words: Words): void {
  startBox(article, [explainSymbols(article, stage, words), explainNotes(article)]);
  startReturns(article);
  // After those who look whether a link was followed.
  startLinks(article);
  startCopying(article, words);
  startValues(article, stage, words);
  startDrives(article, stage, words);
  startPredictions(article, stage, words);
}
