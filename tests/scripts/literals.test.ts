import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths';

const src = join(root, 'src');
/** Where texts are, and what is for programs: errors of the mathematics and of the build. */
const elsewhere = /(text|strings|theme)\.ts$|^(math|workers|languages)\/|^story\/|\.d\.ts$/;
/** Attributes that people read or hear. */
const spokenAttributes = new Set([
  'aria-label',
  'aria-description',
  'title',
  'alt',
  'placeholder',
  'label',
  'legend',
  'summary',
]);
/** A sentence, or the beginning of one. */
const sentence = /^\p{Lu}\p{Ll}+ \p{Ll}+( \p{Ll}+|[.:…])/u;

/** What may stand where it is: names of papers and symbols, and what another page than ours shows. */
const allowed: ReadonlySet<string> = new Set([
  'arXiv 2506.14951',
  '−dL/d(',
  'λ_max',
  // The custom element stands in pages of others and is a script of its own.
  'Open this interactive figure on its own page',
  'The figure was taken off the page.',
  'The figure was replaced by another one.',
  'The figure did not answer; its page may be out of reach.',
  // Translated where it is shown (messageInLanguage).
  'The graphics card has no memory for this picture.',
]);

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly name?: { readonly name?: string };
  readonly callee?: { readonly name?: string };
}

/** What a file says to people by itself. */
function literalsOf(code: string, lang: 'ts' | 'tsx'): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, value, name, callee } = node as Node;
    // Errors in the code, which no reader is to see.
    if (type === 'NewExpression' && callee?.name === 'RangeError') return;
    if (type === 'JSXText' && /\p{L}{2}/u.test(String(value))) found.push(String(value).trim());
    if (type === 'JSXAttribute' && spokenAttributes.has(name?.name ?? '')) {
      const said = (value as Node | null)?.value;
      if (typeof said === 'string' && /\p{L}{2}/u.test(said)) found.push(said);
    }
    const text = type === 'TemplateElement' ? (value as { cooked?: string }).cooked : value;
    if ((type === 'Literal' || type === 'TemplateElement') && sentence.test(String(text)))
      found.push(String(text));
    Object.values(node).forEach(visit);
  };
  visit(parseSync('text.tsx', code, { lang }).program.body);
  return found;
}

it('finds words that stand in the code', () => {
  expect(literalsOf('const a = <p title="a word">Some words</p>;', 'tsx')).toEqual(['a word', 'Some words']);
  expect(literalsOf("const a = 'Some words in a sentence.';", 'ts')).toEqual(['Some words in a sentence.']);
});

it.each(
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !elsewhere.test(path))
    .map((path) => [path]),
)('%s says nothing that is not in a text', (path) => {
  const found = literalsOf(readFileSync(join(src, path), 'utf8'), path.endsWith('x') ? 'tsx' : 'ts');
  expect(found.filter((text) => !allowed.has(text))).toEqual([]);
});
