/** Sets the formulas of `src/ui/formulas.ts` at build, for Vite and for tests. */
import type { Plugin } from 'vite';
import { formulas, tripleFormulas } from '../../src/ui/formulas.ts';
import { createTypesetter } from './typesetter.ts';

const MODULE = 'virtual:formulas';
const TRIPLE = 'virtual:formulas/triple';
const STYLE = 'virtual:formulas.css';

interface SetFormulas {
  /** HTML and MathML of each formula, without `style` attributes. */
  readonly html: Readonly<Record<string, string>>;
  /** The same of the figure `triple`. */
  readonly triple: Readonly<Record<string, string>>;
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
  const all = (some: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(some).map(([name, tex]) => [name, set(tex)]));
  const [html, triple] = [all(formulas), all(tripleFormulas)];
  return { html, triple, css: css([...Object.values(html), ...Object.values(triple)].join('')) };
}

/** Offers the set formulas as modules. */
export function formulasPlugin(): Plugin {
  return {
    name: 'minima:formulas',
    resolveId: (id) => ([MODULE, TRIPLE, STYLE].includes(id) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${MODULE}`) return `export const html = ${JSON.stringify(setFormulas().html)};`;
      if (id === `\0${TRIPLE}`) return `export const html = ${JSON.stringify(setFormulas().triple)};`;
      if (id === `\0${STYLE}`) return setFormulas().css;
      return undefined;
    },
  };
}
