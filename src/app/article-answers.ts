/** What makes the text of the article answer, and its words: apart, as the first screen does without. */
import { en } from '#story/text/en';
import { inLanguage } from '#ui/language';

export { startStory } from '#story/article-live';

export const words = inLanguage('story', en);
