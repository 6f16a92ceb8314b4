/** Sets the formulas of `src/ui/formulas.ts` at build, for Vite and for tests. */
import type { Plugin } from 'vite';
import { formulas } from '../../src/ui/formulas.ts';
import { createTypesetter } from './typesetter.ts';

const MODULE = 'virtual:formulas';
const STYLE = 'virtual:formulas.css';

interface SetFormulas {
  /** HTML and MathML of each formula, without `style` attributes. */
  readonly html: Readonly<Record<string, string>>;
  /** The rules for it. */
  readonly css: string;
}

/**
 * Sets every formula.
 *
 * @throws Error when a formula is no TeX.
 */
export function setFormulas(): SetFormulas {
  const { set, css } = createTypesetter('kx');
  const html = Object.fromEntries(Object.entries(formulas).map(([name, tex]) => [name, set(tex)]));
  return { html, css: css(Object.values(html).join('')) };
}

/** Offers the set formulas as modules. */
export function formulasPlugin(): Plugin {
  return {
    name: 'minima:formulas',
    resolveId: (id) => (id === MODULE || id === STYLE ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${MODULE}`) return `export const html = ${JSON.stringify(setFormulas().html)};`;
      if (id === `\0${STYLE}`) return setFormulas().css;
      return undefined;
    },
  };
}
