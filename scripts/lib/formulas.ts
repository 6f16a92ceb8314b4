/** Sets the formulas of `src/ui/formulas.ts` at build, for Vite and for tests. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import katex from 'katex';
import type { Plugin } from 'vite';
import { formulas, macros } from '../../src/ui/formulas.ts';

const MODULE = 'virtual:formulas';
const STYLE = 'virtual:formulas.css';

interface SetFormulas {
  /** HTML and MathML of each formula, without `style` attributes. */
  readonly html: Readonly<Record<string, string>>;
  /** The rules for it. */
  readonly css: string;
}

/** KaTeX's own rules for what stands in the formulas; its typefaces are ours (src/fonts/fonts.css). */
function rulesFor(html: string): string {
  const path = createRequire(import.meta.url).resolve('katex/dist/katex.min.css');
  const used = new Set([...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')));
  const isUsed = (selector: string) =>
    [...selector.matchAll(/\.([\w-]+)/g)].every(([, name = '']) => used.has(name));
  const rules = readFileSync(path, 'utf8').matchAll(/([^{}]+)\{([^{}]*)\}/g);
  return [...rules]
    .filter(([, selectors = '']) => !selectors.startsWith('@'))
    .map(([, selectors = '', body]) => [selectors.split(',').filter(isUsed), body] as const)
    .filter(([selectors]) => selectors.length > 0)
    .map(([selectors, body]) => `${selectors.join(',')}{${body}}`)
    .join('\n');
}

/**
 * Sets every formula.
 *
 * KaTeX writes heights as `style` attributes, which a strict Content-Security-Policy forbids in HTML that a script puts
 * in: each different style becomes a class.
 *
 * @throws Error when a formula is no TeX.
 */
export function setFormulas(): SetFormulas {
  const classes = new Map<string, string>();
  const classOf = (style: string) => {
    const known = classes.get(style) ?? `kx${classes.size}`;
    classes.set(style, known);
    return known;
  };
  const withClasses = (tag: string) => {
    const style = / style="([^"]*)"/.exec(tag)?.[1];
    if (style === undefined) return tag;
    const bare = tag.replace(/ style="[^"]*"/, '');
    const name = classOf(style);
    return / class="/.test(bare)
      ? bare.replace(/ class="/, ` class="${name} `)
      : bare.replace(/^<(\w+)/, `<$1 class="${name}"`);
  };
  const html: Record<string, string> = {};
  for (const [name, tex] of Object.entries(formulas)) {
    const set = katex.renderToString(tex, {
      macros: { ...macros },
      throwOnError: true,
      strict: false,
      trust: ({ command }) => command === '\\htmlClass' || command === '\\htmlData',
    });
    html[name] = set.replace(/<\w+[^>]*>/g, withClasses);
  }
  // Stronger than any rule of KaTeX's own, as the attribute was.
  const own = [...classes].map(([style, name]) => `.katex .${name}.${name}.${name}{${style}}`);
  const css = [rulesFor(Object.values(html).join('')), ...own].join('\n');
  return { html, css };
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
