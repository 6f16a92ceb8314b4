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
import { startTheme } from './theme';
import { startValues } from './values';

/** Everything that the text does at run time. */
export function startStory(article: HTMLElement, stage: Stage, words: Words): void {
  startTheme(article);
  startBox(article, [explainSymbols(article, stage, words), explainNotes(article)]);
  startReturns(article);
  startLinks(article);
  startCopying(article, words);
  startValues(article, stage, words);
  startDrives(article, stage, words);
  startPredictions(article, stage, words);
}
