/** Text as it must be written inside other languages. */

/** Text in HTML, also between double quotes. */
export function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Text between double quotes in Python; JSON's escapes mean the same there. */
export function python(text: string): string {
  return JSON.stringify(text);
}

/** Signs of TeX that need a word. */
const words: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // BibTeX counts braces, also those behind a backslash.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
};

/** Text in a sentence of LaTeX. */
export function latex(text: string): string {
  return text.replace(/[\\~^%#&_{}$]/g, (sign) => words[sign] ?? `\\${sign}`);
}

/**
 * An address as the first argument of `\href`, which reads these signs back by itself, also inside another command's
 * argument. Others that TeX treats specially have no place in an address.
 */
export function latexAddress(address: string): string {
  return address
    .replace(/[\\^{}$]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/[%#&_~]/g, '\\$&');
}

/** Text in Markdown. */
export function markdown(text: string): string {
  return text.replace(/[\\`*_[\]<>&#!|~$]/g, '\\$&');
}

/** An address as the target of a link in Markdown. */
export function markdownAddress(address: string): string {
  return /[()]/.test(address) ? `<${address}>` : address;
}
