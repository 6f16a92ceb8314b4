/** The buttons of glossary and references: back to the text, and copy BibTeX. */
import { entryOf } from './parts/notes/notes-live';
import type { Words } from './text/words';

/** Milliseconds for which a button says that it has copied. */
const SAID = 2000;

/** Where the clipboard is closed to us, the text is selected, so that it can be copied by hand. */
function select(element: Element): void {
  window.getSelection()?.selectAllChildren(element);
}

/** Makes the buttons for copying work. */
export function startCopying(article: HTMLElement, words: Words): void {
  article.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-action="copy-source"]');
    const source = button?.parentElement?.querySelector('pre');
    if (!button || !source) return;
    const say = (text: string) => {
      button.textContent = text;
      window.setTimeout(() => {
        button.textContent = words.copy.copy;
      }, SAID);
    };
    navigator.clipboard.writeText(source.textContent ?? '').then(
      () => say(words.copy.copied),
      () => {
        select(source);
        say(words.copy.selected);
      },
    );
  });
}

/** After a link to an entry was followed, the entry shows a button that leads back to the link. */
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
