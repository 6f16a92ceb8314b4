/** The interactive parts of the article's text and their words, in a chunk that the first screen does not load. */
import { en } from '#story/text/en';
import { inLanguage } from '#ui/language';

export { startStory } from '#story/article-live';

export const words = inLanguage('story', en);
