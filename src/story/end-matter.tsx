/** What stands at the end of the article: glossary and references. */
import { type SymbolName, symbolNames } from '#ui/symbols';
import { useStory } from './context';
import { glossary, termIds } from './glossary';
import { S } from './parts/symbol/symbol';
import { referenceIds, references } from './references';

/** Leads back to where an entry was looked up from; shown then (src/story/parts/notes/notes-live.ts). */
function Return() {
  const { words } = useStory();
  return (
    <button type="button" className="note-return" data-action="return" hidden>
      {words.backToText}
    </button>
  );
}

/** What all symbols and special words mean. */
export function Glossary() {
  const { language, words } = useStory();
  const terms = glossary[language];
  return (
    <section className="chapter end-matter" id="glossary" aria-labelledby="glossary-title">
      <h2 id="glossary-title">{words.glossary}</h2>
      <dl className="terms">
        {termIds.map((id) => (
          <div key={id} id={`term-${id}`}>
            <dt data-note-name="">{terms[id].name}</dt>
            <dd>
              <span data-note-text="">{terms[id].meaning}</span> <Return />
            </dd>
          </div>
        ))}
      </dl>
      <dl className="symbol-list">
        {symbolNames.map((name: SymbolName) => (
          <div key={name}>
            <dt>
              <S of={name} />
            </dt>
            <dd>{words.symbols[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The list of references. */
export function References() {
  const { words } = useStory();
  return (
    <section className="chapter end-matter" id="references" aria-labelledby="references-title">
      <h2 id="references-title">{words.references}</h2>
      <ol className="references">
        {referenceIds.map((id) => {
          const { authors, title, where, year, url, bibtex } = references[id];
          return (
            <li key={id} id={`ref-${id}`}>
              <p>
                <span data-note-text="" lang="en">
                  {authors}. <a href={url}>{title}</a>. {where}, {year}.
                </span>{' '}
                <Return />
              </p>
              <details className="bibtex">
                <summary>BibTeX</summary>
                <pre lang="en">{bibtex}</pre>
                <button type="button" className="quiet-button" data-action="copy-source">
                  {words.copy.copy}
                </button>
              </details>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
