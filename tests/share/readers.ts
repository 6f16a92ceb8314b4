/** Readers of the languages that snippets are written in, each independent of how they were written. */

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** What HTML means by a text. Throws at an ampersand that begins nothing. */
function readHtml(text: string): string {
  return text.replace(/&(\w*)(;?)/g, (_all, name: string, end: string) => {
    const sign = entities[name];
    if (sign === undefined || end === '') throw new Error(`stray ampersand before ${name}`);
    return sign;
  });
}

/** The tags of a piece of HTML with their attributes; an attribute without a value has an empty one. */
export function readTags(source: string): { name: string; attributes: Record<string, string> }[] {
  const tag = /<([a-z-]+)((?:\s+[a-z-]+(?:="[^"<]*")?)*)\s*>/g;
  return [...source.matchAll(tag)].map(([, name = '', inside = '']) => ({
    name,
    attributes: Object.fromEntries(
      [...inside.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
        key,
        readHtml(value),
      ]),
    ),
  }));
}

/** The first argument of `\href` as hyperref reads it: of these signs, a backslash before one means the sign. */
export function readHref(source: string): string {
  const start = source.indexOf('\\href{') + '\\href{'.length;
  let read = '';
  for (let k = start; k < source.length; k++) {
    const sign = source.charAt(k);
    if (sign === '}') return read;
    if (sign === '\\') {
      k += 1;
      if (!'%#&_~'.includes(source.charAt(k)))
        throw new Error(`\\${source.charAt(k)} is no sign of an address`);
      read += source.charAt(k);
    } else if ('%#&_~^{$'.includes(sign)) throw new Error(`${sign} without a backslash`);
    else read += sign;
  }
  throw new Error('the argument does not end');
}

const texWords: Readonly<Record<string, string>> = {
  backslash: '\\',
  asciitilde: '~',
  asciicircum: '^',
  braceleft: '{',
  braceright: '}',
};

/** A text of LaTeX as it is set. */
export function readLatex(source: string): string {
  return source.replace(
    /\\text([a-z]+)\{\}|\\([%#&_$])|[\\%#&_{}$^~]/g,
    (all, word?: string, sign?: string) => {
      const meant = sign ?? texWords[word ?? ''];
      if (meant === undefined) throw new Error(`${all} without a backslash`);
      return meant;
    },
  );
}

/** A text of Markdown as it is shown. */
export function readMarkdown(source: string): string {
  return source.replace(/\\([!-/:-@[-`{-~])|[`*_[\]<>&#!|~$\\]/g, (all, escaped?: string) => {
    if (escaped === undefined) throw new Error(`${all} without a backslash`);
    return escaped;
  });
}

/** Fields of an entry of BibTeX, whose braces must balance. */
export function readBibtex(source: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const field = /(\w+) = \{/g;
  for (let found = field.exec(source); found; found = field.exec(source)) {
    let depth = 1;
    let end = field.lastIndex;
    while (depth > 0) {
      if (end >= source.length) throw new Error('braces do not balance');
      const sign = source.charAt(end);
      if (sign === '{') depth += 1;
      if (sign === '}') depth -= 1;
      end += 1;
    }
    fields[found[1] ?? ''] = source.slice(field.lastIndex, end - 1);
    field.lastIndex = end;
  }
  return fields;
}
