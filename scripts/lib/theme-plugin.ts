/** Offers the design tokens as a style sheet. */
import type { Plugin } from 'vite';
import { themeStyleSheet } from '../../src/ui/theme.ts';

const MODULE = 'virtual:theme.css';

/**
 * The style sheet with all tokens, for the page's entry to import. It becomes part of the page's own file, which the
 * browser waits for before it paints; a `style` element would be forbidden by a strict Content-Security-Policy.
 */
export function themePlugin(): Plugin {
  return {
    name: 'minima:theme',
    resolveId: (id) => (id === MODULE ? `\0${id}` : undefined),
    load: (id) => (id === `\0${MODULE}` ? themeStyleSheet() : undefined),
  };
}
