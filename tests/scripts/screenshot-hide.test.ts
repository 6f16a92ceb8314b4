import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths';
import { readCommand } from '../../scripts/lib/screenshot/command';
import { partNames } from '../../scripts/lib/screenshot/part-names';
import { figures } from '../../src/figures/registry';

const sections = readFileSync(join(root, 'docs/embedding-names.md'), 'utf8').split(/^## /m);

/** The names that the document lists in the tables of a section, and its parameters. */
function documented(title: string): readonly string[] {
  const section = sections.find((text) => text.startsWith(title)) ?? '';
  return section.split('\n').flatMap((line) => {
    const [, names = '', level = ''] = line.split('|').map((cell) => cell.trim());
    const isRow = ['view', 'min', 'full'].includes(level);
    const said = /^Parameters: `([^`]+)`/.exec(line)?.[1]?.split(' ') ?? [];
    return isRow ? [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name) : said;
  });
}

const read = (line: string) => readCommand(line.split(' '), figures);

describe('--hide', () => {
  it.each(figures.map(({ id }) => id))('takes every name that is documented for %s', (id) => {
    const figure = figures.find((one) => one.id === id);
    const names = [...documented('Every figure'), ...documented(`\`${id}\``)];
    expect(names.length).toBeGreaterThan(15);
    const known = figure ? partNames(figure) : [];
    expect(known).toEqual(expect.arrayContaining(names));
    // And nothing that no document knows, but for the two sliders that `sliders` names.
    const extra = known.filter((name) => !names.includes(name) && name !== 'wlen' && name !== 'wdir');
    expect(extra).toEqual([]);
  });

  it('refuses other names, and says which there are', () => {
    expect(() => read('pair --hide legend,titel')).toThrow(
      /--hide: there is no part 'titel'\. There are: title, legend, .*eps/,
    );
  });

  it('takes for all figures what one of them has', () => {
    expect(read('--all --hide laws,title')).toMatchObject({ kind: 'gallery' });
    expect(() => read('--all --hide lawz')).toThrow(/there is no part 'lawz'\. There are:.* laws,/);
  });
});
