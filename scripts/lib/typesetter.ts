/** Sets TeX as HTML at build, by KaTeX, without `style` attributes and with no rule that is not used. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import katex from 'katex';
import { macros } from '../../src/ui/formulas.ts';

export interface Typesetter {
  /**
   * HTML and MathML of a formula.
   * @throws Error when it is no TeX
   */
  readonly set: (tex: string, display?: boolean) => string;
  /** The rules for what stands in this HTML. */
  readonly css: (html: string) => string;
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
 * KaTeX writes heights as `style` attributes, which a strict Content-Security-Policy forbids in HTML that a script puts
 * in: each different style becomes a class.
 * @param prefix begins the names of those classes; different for each style sheet
 */
export function createTypesetter(prefix: string): Typesetter {
  const classes = new Map<string, string>();
  const classOf = (style: string) => {
    const known = classes.get(style) ?? `${prefix}${classes.size}`;
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
  return {
    set: (tex, display = false) =>
      katex
        .renderToString(tex, {
          displayMode: display,
          macros: { ...macros },
          throwOnError: true,
          strict: false,
          trust: ({ command }) => command === '\\htmlClass' || command === '\\htmlData',
        })
        // The source in our own macros says nothing to anybody.
        .replace(/<\/?semantics>|<annotation[^>]*>[^<]*<\/annotation>/g, '')
        // HTML knows these elements without.
        .replace(/ xmlns="[^"]*"/g, '')
        .replace(/<\w+[^>]*>/g, withClasses),
    // Stronger than any rule of KaTeX's own, as the attribute was.
    css: (html) =>
      [
        rulesFor(html),
        ...[...classes].map(([style, name]) => `.katex .${name}.${name}.${name}{${style}}`),
      ].join('\n'),
  };
}
