/** What stands beside the flow of the text: derivations, margin notes, words of the glossary, references. */
import type { ReactNode } from 'react';
import { useStory } from '#story/context';

/** A derivation that unfolds. */
export function Derivation({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { words } = useStory();
  return (
    <details className="derivation">
      <summary>
        <span className="box-kind">{words.derivation}</span> {title}
      </summary>
      <div className="box-body">{children}</div>
    </details>
  );
}

/** A note in the margin of wide screens. */
export function Aside({ children }: { readonly children: ReactNode }) {
  // A landmark for each of so many would be in the way of who goes from one to the next.
  return (
    <aside className="margin-note" role="note">
      {children}
    </aside>
  );
}
