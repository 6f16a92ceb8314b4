/** Footnotes and words of the glossary: the tooltip shows the entry to which their links lead. */
import type { Explained } from '#story/parts/tooltip-live';

/** The entry in the end matter to which a link leads. */
export function entryOf(article: HTMLElement, link: HTMLElement): HTMLElement | undefined {
  const name = link.dataset.note ?? '';
  return article.querySelector<HTMLElement>(`#${CSS.escape(name)}`) ?? undefined;
}

/** The links of an article to its glossary and references, to be explained in the box. */
export function explainNotes(article: HTMLElement): Explained {
  return {
    selector: '[data-note]',
    fill(link, box) {
      const entry = entryOf(article, link);
      const body = entry?.querySelector('[data-note-text]');
      if (!entry || !body) return undefined;
      const copy = document.createElement('span');
      copy.className = 'symbol-box-note';
      const title = entry.querySelector('[data-note-name]')?.textContent;
      if (title) {
        const head = document.createElement('b');
        head.textContent = title;
        copy.append(head, ' ');
      }
      for (const node of body.childNodes) copy.append(node.cloneNode(true));
      // What explains cannot be reached with the pointer.
      for (const inner of copy.querySelectorAll('a')) inner.replaceWith(...inner.childNodes);
      box.append(copy);
      return () => {};
    },
  };
}
