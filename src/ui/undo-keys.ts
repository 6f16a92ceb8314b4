/** Ctrl or Command with Z takes the last change of a figure back; with Shift it is made again. */
import { type RefObject, useEffect } from 'react';

interface Undoable {
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Texts that are being typed have an undo of their own. */
const TYPED =
  'input:not([type="range"], [type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';

/** The keys count within the figure, and anywhere on a page that has no other. */
export function useUndoKeys(root: RefObject<HTMLElement | null>, store: Undoable): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const figure = root.current;
      const target = event.target instanceof Element ? event.target : document.body;
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (!figure || event.defaultPrevented || target.matches(TYPED)) return;
      const isAlone = document.querySelectorAll('[data-figure]').length === 1;
      if (!figure.contains(target) && !(isAlone && target === document.body)) return;
      event.preventDefault();
      if (event.shiftKey) store.redo();
      else store.undo();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [root, store]);
}
