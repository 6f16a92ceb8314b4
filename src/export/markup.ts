/** SVG as text. */

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Characters that no XML document can hold, even escaped. */
const impossible = /(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu;

/** A text for the inside of an element or an attribute in double quotes. */
export function escapeXml(text: string): string {
  return text.replace(impossible, '').replace(/[&<>"]/g, (character) => escapes[character] ?? '');
}

/** An element; attributes in the given order, children as markup. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children = '',
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeXml(value)}"`))
    .join('');
  return children === '' ? `<${name}${written}/>` : `<${name}${written}>${children}</${name}>`;
}
