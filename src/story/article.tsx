/** The article as it stands in the page's HTML, made at build. */
import type { MDXContent } from 'mdx/types';
import type { ReactNode } from 'react';
import { type ChapterId, chapters } from './chapters';
import { useStory } from './context';
import { Glossary, References } from './end-matter';
import { type Language, languages } from './languages';
import { parts } from './parts';
import { Place } from './parts/scene/scene';
import { ThemeButton } from './parts/theme-button/theme-button';

const texts = import.meta.glob<{ readonly default: MDXContent }>('./chapters/*/*.mdx', { eager: true });

/** Where the minutes of reading will stand; they are known once the rest is made. */
export const MINUTES = '%minutes%';

/** Where each language is, also without scripts. */
const pages: Readonly<Record<Language, string>> = { en: './', de: './index.de.html' };

/** The story in twelve steps, for a projector. */
const talks: Readonly<Record<Language, string>> = {
  en: './?mode=talk&talk=examples/talk.json',
  de: './?mode=talk&talk=examples/talk.de.json&lang=de',
};

const PAPER = 'https://arxiv.org/abs/2506.14951';

function Chapter({ id, number }: { readonly id: ChapterId; readonly number: number }) {
  const { language, words } = useStory();
  const Text = texts[`./chapters/${id}/${language}.mdx`]?.default;
  if (!Text) throw new Error(`the chapter ${id} is not written in ${language}`);
  return (
    <section className="chapter" id={id} data-chapter={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <span className="chapter-number">{number}</span> {words.chapters[id]}
      </h2>
      <Text components={parts} />
    </section>
  );
}

/** The teacher's page (src/story/teach). */
function teachPage(language: Language): string {
  return language === 'en' ? './teach/' : `./teach/index.${language}.html`;
}

function Header() {
  const { language, words } = useStory();
  return (
    <header className="site-header">
      <a className="site-name" href="./">
        {words.title}
      </a>
      <nav className="site-tools" aria-label={words.title}>
        <a href={teachPage(language)}>{words.teach}</a>
        {languages
          .filter((one) => one !== language)
          .map((one) => (
            <a key={one} href={pages[one]} lang={one} hrefLang={one} data-language={one}>
              {words.otherLanguage[one]}
            </a>
          ))}
        <ThemeButton />
      </nav>
    </header>
  );
}

/** The opening screen: a sentence, and the figure with its handle. */
function Opening() {
  const { words } = useStory();
  return (
    <section className="opening">
      <h1>{words.headline}</h1>
      <p className="wonder">{words.wonder}</p>
      <div className="opening-figure">
        <Place figure="duo" hide="title,headings,formula" />
      </div>
      <noscript>
        <p className="no-script">{words.noScript}</p>
      </noscript>
    </section>
  );
}

function Contents() {
  const { words } = useStory();
  return (
    <nav className="contents" aria-label={words.contents}>
      <p>
        {words.footer.paper} <a href={PAPER}>arXiv 2506.14951</a>.
      </p>
      <p className="reading-time">{words.readingTime(0).replace('0', MINUTES)}</p>
      <ol>
        {chapters.map((id) => (
          <li key={id}>
            <a href={`#${id}`}>{words.chapters[id]}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Everything of the page. */
export function Article(): ReactNode {
  const { language, words } = useStory();
  return (
    <>
      <a className="skip" href="#done">
        {words.skip}
      </a>
      <Header />
      <main id="story">
        <Opening />
        <Contents />
        {chapters.map((id, k) => (
          <Chapter key={id} id={id} number={k + 1} />
        ))}
        <Glossary />
        <References />
      </main>
      <footer className="site-footer">
        <p>
          {words.footer.privacy} <a href={teachPage(language)}>{words.teach}</a>{' '}
          <a href={talks[language]}>{words.talk}</a>
        </p>
      </footer>
    </>
  );
}
