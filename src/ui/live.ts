/** Parts of the page that follow a store without rendering: they write to their elements directly. */
import { type RefObject, useEffect, useRef } from 'react';
import type { FigureStore } from '#state/figure-store';
import { powerPieces, readableText } from '#state/number-text';
import type { Schema, Values } from '#state/schema';
import { cancelUpdate, requestUpdate } from './pace';

export { setAttributes } from './svg';

/**
 * Runs `update` with the values now and after every change, at most once a frame, less often while slow
 * pictures are dragged.
 * @returns a ref for the element that `update` writes to
 */
export function useLive<E extends Element, S extends Schema>(
  store: FigureStore<S>,
  update: (element: E, values: Values<S>) => void,
): RefObject<E | null> {
  const ref = useRef<E>(null);
  const latest = useRef(update);
  latest.current = update;
  useEffect(() => {
    let shown: Values<S> | undefined;
    const run = () => {
      const values = store.values();
      if (values === shown || !ref.current) return;
      shown = values;
      latest.current(ref.current, values);
    };
    run();
    const unsubscribe = store.api.subscribe(() => requestUpdate(run));
    return () => {
      unsubscribe();
      cancelUpdate(run);
    };
  }, [store]);
  return ref;
}

/** A text as nodes, its powers of ten typeset. */
export function wordNodes(words: string): readonly (Node | string)[] {
  return powerPieces(words).map((piece, k) => {
    if (k % 2 === 0) return piece;
    const power = document.createElement('sup');
    power.textContent = piece;
    return power;
  });
}

/** Writes a text, powers of ten typeset, where it is another one than there is. */
export function writeWords(element: HTMLElement, words: string): void {
  if (element.dataset.shown === words) return;
  element.dataset.shown = words;
  element.replaceChildren(...wordNodes(words));
}

/** Writes a number for reading; the exact number is in `data-value`. */
export function writeNumber(element: HTMLElement, value: number, digits = 3): void {
  element.dataset.value = String(value);
  writeWords(element, readableText(value, digits));
}
