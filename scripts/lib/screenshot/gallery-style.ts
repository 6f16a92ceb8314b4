/** How the gallery looks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths';

/** The typefaces of the site, in the page itself. */
export function galleryFonts(): string {
  const folder = join(root, 'src', 'fonts');
  const sheet = readFileSync(join(folder, 'fonts.css'), 'utf8');
  return sheet.replace(/\/\*[\s\S]*?\*\//g, '').replace(/url\("\.\/([^"]+)"\)/g, (_, name: string) => {
    return `url(data:font/woff2;base64,${readFileSync(join(folder, name)).toString('base64')})`;
  });
}

export const galleryStyle = `
* { box-sizing: border-box }
html { scroll-behavior: smooth; scroll-padding-top: var(--space-6) }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto } }
body { margin: 0; background: var(--paper); color: var(--ink); font: var(--text-prose)/1.5 var(--font-prose); -webkit-font-smoothing: antialiased }
header, main { max-width: 104rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 4rem) }
header { position: relative; padding-block: clamp(2.5rem, 7vw, 6rem) 0 }
h1 { margin: 0; font-size: clamp(2.25rem, 1.4rem + 3vw, 4rem); line-height: 1.05; letter-spacing: -0.02em; font-weight: 600 }
header p { max-width: 44rem; margin: var(--space-4) 0 0; font-size: var(--text-lead); color: var(--quiet) }
nav { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-6); margin-top: var(--space-8); font: 500 var(--text-interface)/1.5 var(--font-interface) }
nav a { padding-block: var(--space-1) }
a { color: inherit; text-decoration-color: var(--hairline); text-underline-offset: 0.2em; text-decoration-thickness: 1px }
a:hover { text-decoration-color: currentColor }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 3px; border-radius: 4px }
button { position: absolute; top: clamp(1rem, 3vw, 2.5rem); right: clamp(1rem, 4vw, 4rem); padding: var(--space-2) var(--space-4); border: 1px solid var(--hairline); border-radius: 6px; background: none; color: var(--quiet); font: 500 var(--text-small)/1.4 var(--font-interface); cursor: pointer }
button:hover { color: var(--ink); border-color: var(--axis) }
section { padding-top: clamp(3rem, 6vw, 5.5rem) }
main { padding-bottom: 6rem }
h2 { margin: 0 0 var(--space-6); padding-top: var(--space-4); border-top: 1px solid var(--hairline); font-size: clamp(1.5rem, 1.2rem + 1vw, 2.125rem); line-height: 1.2; letter-spacing: -0.01em; font-weight: 600 }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 27rem), 1fr)); gap: clamp(2rem, 3.5vw, 3.25rem) clamp(1.25rem, 2.5vw, 2.5rem) }
article { min-width: 0; scroll-margin-top: var(--space-6) }
article > a { display: block; border: 1px solid var(--hairline); border-radius: 8px; overflow: hidden }
img { display: block; width: 100%; height: auto }
h3 { margin: var(--space-3) 0 0; font-size: var(--text-lead); line-height: 1.3; font-weight: 600 }
article p { margin: var(--space-1) 0 0; max-width: 36rem; color: var(--quiet); font-size: 1rem }
code { display: block; margin-top: var(--space-2); color: var(--quiet); font: 0.75rem/1.5 ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace; overflow-wrap: anywhere; user-select: all; -webkit-user-select: all }
.dark { display: none }
article > a.dark { display: none }
@media (prefers-color-scheme: dark) {
  :root:not([data-theme=light]) :is(.light, article > a.light) { display: none }
  :root:not([data-theme=light]) :is(.dark, article > a.dark) { display: block }
}
:root[data-theme=dark] :is(.light, article > a.light) { display: none }
:root[data-theme=dark] :is(.dark, article > a.dark) { display: block }
@media print { button, nav { display: none } article { break-inside: avoid } }
`;
