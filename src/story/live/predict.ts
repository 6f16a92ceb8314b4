/** Questions that the reader answers before the figure does. */
import type { Words } from '#story/text/words';
import type { Stage } from './stage';

/** Makes the questions of an article work. */
export function startPredictions(_article: HTMLElement, _stage: Stage, _words: Words): void {
  // To be written.
}
