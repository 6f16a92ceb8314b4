/** Names with subscripts in running text: `a_1`. */
import { textPieces } from '#plot/text';

/** A name in which `_` begins a subscript. */
export function Name({ children, wrap = false }: { readonly children: string; readonly wrap?: boolean }) {
  return (
    <span className={wrap ? undefined : 'formula'}>
      {textPieces(children).map(({ text, kind }, k) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a constant never change places
        kind === 'lower' ? <sub key={k}>{text}</sub> : <span key={k}>{text}</span>,
      )}
    </span>
  );
}

/** Writes a sentence whose symbols have subscripts. */
export function writeSentence(element: HTMLElement, sentence: string): void {
  if (element.dataset.content === sentence) return;
  element.dataset.content = sentence;
  element.replaceChildren(
    ...textPieces(sentence).map(({ text, kind }) => {
      if (kind !== 'lower') return text;
      const made = document.createElement('sub');
      made.textContent = text;
      return made;
    }),
  );
}
