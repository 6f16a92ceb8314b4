/** CSS modules and the components that import them name the same classes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { styleName } from '../../scripts/lib/style-names';

const root = path.resolve(import.meta.dirname, '../../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => path.join(root, file));
const sheets = files.filter((file) => file.endsWith('.module.css'));
const scripts = files
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => [file, readFileSync(file, 'utf8')] as const);

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The classes that a sheet declares. */
function declared(sheet: string): ReadonlySet<string> {
  const text = readFileSync(sheet, 'utf8').replace(
    /\/\*.*?\*\/|:global\([^)]*\)|composes:[^;]*;|url\([^)]*\)/gs,
    '',
  );
  const selectors = [...text.matchAll(/[^{};]+(?=\{)/g)]
    .map(([selector]) => selector)
    .filter((one) => !one.trim().startsWith('@'));
  return new Set(
    selectors.flatMap((one) =>
      [...one.matchAll(/\.(-?[a-z][\w-]*)/gi)].map(([, name]) => camelCase(name ?? '')),
    ),
  );
}

/** Other sheets' classes on which a `composes` builds are used by them. */
const composed = new Set(
  sheets.flatMap((sheet) =>
    [...readFileSync(sheet, 'utf8').matchAll(/composes: ([\w -]+?)(?: from|;)/g)].flatMap(([, names]) =>
      (names ?? '').split(' ').map(camelCase),
    ),
  ),
);

/** The classes of a sheet that scripts name. */
function used(sheet: string): ReadonlySet<string> {
  const names = scripts.flatMap(([file, text]) =>
    [...text.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)]
      .filter(
        ([, , from = '']) =>
          (from.startsWith('#') ? path.join(root, from.slice(1)) : path.join(path.dirname(file), from)) ===
          sheet,
      )
      .flatMap(([, styles]) =>
        [...text.matchAll(new RegExp(`\\b${styles}\\.(\\w+)`, 'g'))].map(([, name]) => name ?? ''),
      ),
  );
  return new Set(names);
}

describe('CSS modules', () => {
  it.each(sheets.map((sheet) => [path.relative(root, sheet), sheet] as const))(
    '%s has each class that is used, and no other',
    (_, sheet) => {
      const all = declared(sheet);
      const named = used(sheet);
      expect([...named].filter((name) => !all.has(name))).toEqual([]);
      expect([...all].filter((name) => !named.has(name) && !composed.has(name))).toEqual([]);
    },
  );

  it('have names that no two sheets share', () => {
    const names = sheets.flatMap((sheet) => [...declared(sheet)].map((local) => styleName(local, sheet)));
    expect(names.filter((name, k) => names.indexOf(name) !== k)).toEqual([]);
  });
});
