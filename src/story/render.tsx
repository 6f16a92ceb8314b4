/** Makes the HTML of the article, for the build and for tests. */
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { figures } from '#figures/registry';
import { titleIn } from '#languages/title';
import { writeNumbersIn } from '#state/decimal-mark';
import { Article, MINUTES } from './article';
import { type Story, StoryContext } from './context';
import { computeFacts } from './facts/facts';
import type { Language } from './languages';
import { computeTeachFacts } from './teach/facts';
import { ModelPage, TeachPage } from './teach/page';
import { modelWords, teachWords } from './teach/text';
import { allWords } from './text/all';

export { languages } from './languages';
export { allWords, modelWords, teachWords };

/** Words a minute that people read of a text with formulas. */
const READING_SPEED = 200;

/** What is not read from beginning to end: what unfolds or is said to some answers, side notes, drawings, the end matter. */
const NOT_READ = [
  /<span class="katex-mathml">.*?<\/math><\/span>/gs,
  /<details class="derivation".*?<\/details>/gs,
  /<p class="predict-(?:why|mistake)".*?<\/p>/gs,
  /<(aside|svg|button|nav)\b.*?<\/\1>/gs,
  /<section class="chapter end-matter".*?<\/section>/gs,
];

let facts: Story['facts'] | undefined;

function minutesOf(html: string): number {
  const text = NOT_READ.reduce((rest, part) => rest.replace(part, ' '), html).replace(/<[^>]*>/g, ' ');
  return Math.max(1, Math.round((text.match(/\p{L}{2,}/gu)?.length ?? 0) / READING_SPEED));
}

/** The HTML of a page whose numbers, also those of plots, are written as in its language. */
function markup(story: Story, page: ReactNode): string {
  writeNumbersIn(story.language);
  try {
    return renderToStaticMarkup(<StoryContext value={story}>{page}</StoryContext>);
  } finally {
    writeNumbersIn('en');
  }
}

/**
 * The HTML of the article in a language.
 * @param tex sets TeX as HTML
 */
export function renderArticle(language: Language, tex: Story['tex']): string {
  facts ??= computeFacts();
  const html = markup({ language, words: allWords[language], tex, facts }, <Article />);
  return html.replace(MINUTES, String(minutesOf(html)));
}

/** What the card of the page says in a language: its sentence, and what its picture shows. */
export function cardWords(language: Language): { readonly description: string; readonly picture: string } {
  const [first] = figures;
  return { description: allWords[language].headline, picture: first ? titleIn(language, first) : '' };
}

/** The HTML of the teacher's page in a language. */
export function renderTeach(language: Language, tex: Story['tex']): string {
  facts ??= computeFacts();
  const all = { ...facts, ...computeTeachFacts(facts) };
  return markup({ language, words: allWords[language], tex, facts: all }, <TeachPage />);
}

/** The HTML of the document about the model, which is in English. */
export function renderModel(tex: Story['tex']): string {
  return markup({ language: 'en', words: allWords.en, tex, facts: {} }, <ModelPage />);
}
