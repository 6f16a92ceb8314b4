/** Makes the text of the article answer. */
import type { Words } from '#story/text/words';
import { startDrives } from './drive';
import { startLinks } from './links';
import { startPredictions } from './predict';
import type { Stage } from './stage';
import { startSymbols } from './symbols';
import { startTheme } from './theme';
import { startValues } from './values';

/** Everything that the text does at run time. */
export function startStory(article: HTMLElement, stage: Stage, words: Words): void {
  startTheme(article);
  startLinks(article);
  startSymbols(article, stage, words);
  startValues(article, stage, words);
  startDrives(article, stage, words);
  startPredictions(article, stage, words);
}
