/** The article as it stands in the page's HTML, made at build. */
import type { MDXContent } from 'mdx/types';
import type { ReactNode } from 'react';
import { type ChapterId, chapters } from './chapters';
import { useStory } from './context';
import { Glossary, References } from './end-matter';
import { languages } from './languages';
import { parts } from './parts';
import { Place } from './parts/scene';
import { Schematic } from './parts/schematic';

const texts = import.meta.glob<{ readonly default: MDXContent }>('./chapters/*/*.mdx', { eager: true });

/** Where the minutes of reading will stand; they are known once the rest is made. */
export const MINUTES = '%minutes%';

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

function Header() {
  const { language, words } = useStory();
  return (
    <header className="site-header">
      <a className="site-name" href="./">
        {words.title}
      </a>
      <nav className="site-tools" aria-label={words.title}>
        {languages
          .filter((one) => one !== language)
          .map((one) => (
            <a key={one} href={`./?lang=${one}`} lang={one} hrefLang={one} data-language={one}>
              {words.otherLanguage[one]}
            </a>
          ))}
        <button type="button" className="quiet-button" data-action="theme" aria-label={words.theme}>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="1.6" />
            <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />
          </svg>
        </button>
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
  const { words } = useStory();
  return (
    <>
      <a className="skip" href="#two-neurons">
        {words.skip}
      </a>
      <Header />
      <main id="story">
        <Opening />
        <Contents />
        <Schematic />
        {chapters.map((id, k) => (
          <Chapter key={id} id={id} number={k + 1} />
        ))}
        <Glossary />
        <References />
      </main>
      <footer className="site-footer">
        <p>
          {words.footer.paper} <a href={PAPER}>arXiv 2506.14951</a>.
        </p>
        <p>{words.footer.privacy}</p>
      </footer>
    </>
  );
}
