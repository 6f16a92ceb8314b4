import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setFormulas } from '../../scripts/lib/formulas';
import { root } from '../../scripts/lib/paths';
import { createTypesetter } from '../../scripts/lib/typesetter';
import characters from '../../src/fonts/characters.json';

const src = join(root, 'src');
const css = readFileSync(join(src, 'fonts/fonts.css'), 'utf8');

/** Every character beyond ASCII that stands in the page's sources. */
function charactersOfSources(): ReadonlySet<string> {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.tsx?$/.test(path),
  );
  return new Set(
    files.flatMap((path) => Array.from(readFileSync(join(src, path), 'utf8')).filter((c) => c > '~')),
  );
}

/** What each face of a family is asked for: all characters, or those in its ranges. */
function facesOf(family: string) {
  return [...css.matchAll(/@font-face \{([^}]*)\}/g)]
    .map(([, body = '']) => body)
    .filter((body) => body.includes(family))
    .map((body) => ({
      file: /url\("\.\/([^"]+)"\)/.exec(body)?.[1] ?? '',
      ranges: [...body.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/g)].map(([, from = '', to = from]) => [
        Number.parseInt(from, 16),
        Number.parseInt(to, 16),
      ]),
    }));
}

/** The characters of a file, by the end of its name. */
const sets: Readonly<Record<string, string>> = {
  signs: characters.signs,
  latin: characters.latin,
  extended: characters.extended,
  greek: characters.greek,
  'pair-greek': characters.pairGreek,
  epsilon: characters.epsilon,
  letters: characters.mainLetters,
  rest: characters.mathRest,
};

describe('the typefaces', () => {
  it('are all there', () => {
    const files = [...css.matchAll(/url\("\.\/([^"]+)"\)/g)].map(([, file = '']) => file);
    expect(files.length).toBe(17);
    for (const file of files) expect(existsSync(join(src, 'fonts', file))).toBe(true);
  });

  it.each(['Inter Variable', 'Source Serif 4 Variable', 'KaTeX_Main', 'KaTeX_Math'])(
    '%s is asked for every character that it has',
    (family) => {
      const faces = facesOf(family);
      // Some letters have a file of their own, too.
      const ranges = faces.flatMap((face) => face.ranges);
      for (const { file } of faces.filter((face) => face.ranges.length > 0)) {
        const set = sets[/(pair-greek|[a-z]+)\.woff2$/.exec(file)?.[1] ?? ''];
        if (set === undefined) throw new Error(`no characters for ${file}`);
        for (const character of set) {
          const code = character.codePointAt(0) ?? 0;
          expect(
            ranges.some(([from = 0, to = 0]) => code >= from && code <= to),
            `${character} of ${file}`,
          ).toBe(true);
        }
      }
    },
  );

  it('are cut without a loss where one face is in two files', () => {
    expect(Array.from(characters.prose + characters.signs).sort()).toEqual(
      Array.from(characters.base).sort(),
    );
  });

  it('have every character of the page’s texts', () => {
    const all = new Set(Object.values(characters).join(''));
    // Neither typeface has these small figures; the reader's own do.
    const others = new Set('�₀₂⁻⁰⁴⁵⁶⁷⁸⁹');
    const missing = [...charactersOfSources()].filter(
      (character) => !all.has(character) && !others.has(character),
    );
    expect(missing).toEqual([]);
  });

  it('have every character of the formulas', () => {
    const { html: ofPairs, triple } = setFormulas();
    const text = [...Object.values(ofPairs), ...Object.values(triple)]
      .map((html) =>
        html.replace(/<span class="katex-mathml">.*?<\/math><\/span>/g, '').replace(/<[^>]*>/g, ''),
      )
      .join('')
      .replaceAll('&#x27;', "'");
    // KaTeX sets invisible joints.
    const known = new Set(
      `${characters.math}${characters.mathRest}${characters.main}${characters.mainLetters}\u200b\u2061`,
    );
    expect([...new Set(text)].filter((character) => !known.has(character))).toEqual([]);
  });

  it('have the large brackets of the texts', () => {
    const { set } = createTypesetter('test');
    const texts = readdirSync(join(src, 'story'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.mdx'))
      .map((path) => readFileSync(join(src, 'story', path), 'utf8'));
    const html = texts.flatMap((text) =>
      [...text.matchAll(/\$\$([^$]+)\$\$/g)].map(([, tex = '']) => set(tex, true)),
    );
    const large = [
      ...html.join('').matchAll(/class="[^"]*\b(?:delimsizing (size\d)|(large)-op)[^"]*"[^>]*>([^<]+)</g),
    ];
    expect(large.length).toBeGreaterThan(20);
    for (const [, size, , text = ''] of large) {
      const name = size === 'size1' ? 'size1' : size === undefined || size === 'size2' ? 'size2' : undefined;
      const known = name === undefined ? '' : characters[name];
      expect(
        Array.from(text).filter((character) => character !== '\u200b' && !known.includes(character)),
      ).toEqual([]);
    }
    for (const name of ['KaTeX_Size1', 'KaTeX_Size2']) expect(css).toContain(`font-family: ${name};`);
  });

  it('are those that KaTeX’s rules name', () => {
    const named = [...setFormulas().css.matchAll(/font(?:-family)?:[^;}]*?(KaTeX_\w+)/g)].map(
      ([, name]) => name,
    );
    for (const name of named) expect(css).toContain(`font-family: ${name};`);
  });
});
