/** The buttons that copy what stands beside them, such as BibTeX. */
import type { Words } from '#story/text/words';

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
