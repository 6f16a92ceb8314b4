/**
 * Names of the classes of CSS modules. They follow from the path alone, so that the page, the embed, the HTML made at build
 * and the browser tests have the same: `.bar` of `src/talk/bar.module.css` is `talk-bar`, its `.title` is `talk-bar-title`.
 */
import path from 'node:path';

/** The folders whose sheets have names of their own. */
const SHARED = new Set(['ui', 'app']);

/** The class in the page for a class of a sheet. */
export function styleName(local: string, file: string): string {
  const name = path.basename(file.split('?')[0] ?? file, '.module.css');
  const folder = path.basename(path.dirname(file));
  const isNamed = SHARED.has(folder) || name === folder || name.startsWith(`${folder}-`);
  return [...(isNamed ? [] : [folder]), name, ...(local === name ? [] : [local])].join('-');
}

/** Options for Vite. In TypeScript `.step-title` is `styles.stepTitle`. */
export const cssModules = { localsConvention: 'camelCaseOnly', generateScopedName: styleName } as const;
