/** The teacher's page, as static HTML. */
import type { MDXContent } from 'mdx/types';
import { useStory } from '#story/context';
import { languages } from '#story/languages';
import { parts } from '#story/parts';
import { ThemeButton } from '#story/parts/theme-button/theme-button';
import { Embed, Exercise, Go, Read, Solution, Talk, tableParts } from './parts';
import { teachWords } from './text';

const texts = import.meta.glob<{ readonly default: MDXContent }>('./*.mdx', { eager: true });

/** The file of the page in a language, in its folder. */
const files = { en: './', de: './index.de.html' } as const;

function Header() {
  const { language, words } = useStory();
  const home = language === 'en' ? '../' : `../?lang=${language}`;
  return (
    <header className="site-header">
      <a className="site-name" href={home}>
        {words.title}
      </a>
      <nav className="site-tools" aria-label={words.title}>
        <a href={home}>{teachWords[language].article}</a>
        {languages
          .filter((one) => one !== language)
          .map((one) => (
            <a key={one} href={files[one]} lang={one} hrefLang={one} data-language={one}>
              {words.otherLanguage[one]}
            </a>
          ))}
        <ThemeButton />
      </nav>
    </header>
  );
}

function Footer() {
  const { words } = useStory();
  return (
    <footer className="site-footer">
      <p>
        {words.footer.paper} <a href="https://arxiv.org/abs/2506.14951">arXiv 2506.14951</a>.
      </p>
      <p>{words.footer.privacy}</p>
    </footer>
  );
}

/** Everything of the page. */
export function TeachPage() {
  const { language, words } = useStory();
  const { title, lead, copy, copied, notCopied } = teachWords[language];
  const Text = texts[`./${language}.mdx`]?.default;
  if (!Text) throw new Error(`the teacher's page is not written in ${language}`);
  return (
    <>
      <a className="skip" href="#story">
        {words.skip}
      </a>
      <Header />
      <main id="story" className="teach" data-copy={copy} data-copied={copied} data-not-copied={notCopied}>
        <h1>{title}</h1>
        <p className="wonder">{lead}</p>
        <Text components={{ ...parts, ...tableParts, Embed, Exercise, Go, Read, Solution, Talk }} />
      </main>
      <Footer />
    </>
  );
}

const documents = import.meta.glob<{ readonly default: MDXContent }>('/docs/model.md', { eager: true });

/** The document about the model, as a page beside it. */
export function ModelPage() {
  const { words } = useStory();
  const Model = documents['/docs/model.md']?.default;
  if (!Model) throw new Error('docs/model.md is missing');
  return (
    <>
      <a className="skip" href="#story">
        {words.skip}
      </a>
      <header className="site-header">
        <a className="site-name" href="../">
          {words.title}
        </a>
        <nav className="site-tools" aria-label={words.title}>
          <a href="./">{words.teach}</a>
          <ThemeButton />
        </nav>
      </header>
      <main id="story" className="teach">
        <Model components={{ ...parts, ...tableParts }} />
      </main>
      <Footer />
    </>
  );
}
