/** Footnotes and words of the glossary: what their links lead to is shown beside them, and from there a link leads back. */
import type { Explained } from './box';

/** What stands at the end of the article for a link. */
function entryOf(article: HTMLElement, link: HTMLElement): HTMLElement | undefined {
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

/** Whoever follows a link to an entry finds a way back there. */
export function startReturns(article: HTMLElement): void {
  const origins = new WeakMap<HTMLElement, HTMLElement>();
  article.addEventListener('click', (event) => {
    const target = event.target as Element;
    const back = target.closest<HTMLElement>('[data-action="return"]');
    const origin = back && origins.get(back);
    if (back && origin) {
      back.hidden = true;
      origin.scrollIntoView({ block: 'center' });
      origin.focus({ preventScroll: true });
      return;
    }
    const link = target.closest<HTMLElement>('[data-note]');
    if (!link || event.defaultPrevented) return;
    const button = entryOf(article, link)?.querySelector<HTMLElement>('[data-action="return"]');
    if (!button) return;
    origins.set(button, link);
    button.hidden = false;
  });
}
