/** Names with subscripts in running text: `a_1`, and powers of ten. */
import { type Piece, textPieces } from '#plot/text';

const tags: Partial<Record<Piece['kind'], 'sub' | 'sup'>> = { lower: 'sub', upper: 'sup' };

/** A name in which `_` begins a subscript. */
export function Name({ children, wrap = false }: { readonly children: string; readonly wrap?: boolean }) {
  return (
    <span className={wrap ? undefined : 'formula'}>
      {textPieces(children).map(({ text, kind }, k) => {
        const Tag = tags[kind] ?? 'span';
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a constant never change places
        return <Tag key={k}>{text}</Tag>;
      })}
    </span>
  );
}

/** Writes a sentence whose symbols have subscripts, and powers of ten. */
export function writeSentence(element: HTMLElement, sentence: string): void {
  if (element.dataset.content === sentence) return;
  element.dataset.content = sentence;
  element.replaceChildren(
    ...textPieces(sentence).map(({ text, kind }) => {
      const tag = tags[kind];
      if (!tag) return text;
      const made = document.createElement(tag);
      made.textContent = text;
      return made;
    }),
  );
}
