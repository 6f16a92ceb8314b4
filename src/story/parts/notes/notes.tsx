/** What leads to the end of the article: footnotes to its references, and words of its glossary. */
import type { ReactNode } from 'react';
import { useStory } from '#story/context';
import { glossary, type TermId } from '#story/glossary';
import { type ReferenceId, referenceIds } from '#story/references';

/** `<Cite of="fci" />`: a footnote. */
export function Cite({ of }: { readonly of: ReferenceId }) {
  const { words } = useStory();
  const number = referenceIds.indexOf(of) + 1;
  if (number === 0) throw new Error(`no reference is called ${of}`);
  return (
    <sup className="cite">
      <a href={`#ref-${of}`} data-note={`ref-${of}`} aria-label={words.reference(number)}>
        {number}
      </a>
    </sup>
  );
}

interface TermProps {
  readonly of: TermId;
  readonly children: ReactNode;
}

/** `<Term of="channel">channels</Term>`: a word that the glossary explains. */
export function Term({ of, children }: TermProps) {
  const { language } = useStory();
  if (!glossary[language][of]) throw new Error(`the glossary has no word ${of}`);
  return (
    <a className="term" href={`#term-${of}`} data-note={`term-${of}`}>
      {children}
    </a>
  );
}
