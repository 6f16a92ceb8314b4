import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { figures, findFigure } from '#figures/registry';
import { decodeHash } from '#state/codec';
import { readQuery } from '#state/query';
import { chapters } from '#story/chapters';
import { languages, renderTeach } from '#story/render';
import { parseTalk } from '#talk/parse-talk';
import { root } from '../../scripts/lib/paths';

const FILES = ['./', './index.de.html', './model.html'];
const ELSEWHERE = ['https://arxiv.org/abs/2506.14951'];

const decoded = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

/** The values of an attribute, in their order. */
function values(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => decoded(value));
}

/** Names that can be hidden, from the document that lists them. */
const hideable = new Set(
  [...readFileSync(join(root, 'docs/embedding-names.md'), 'utf8').matchAll(/`([a-z-]+)`/g)].map(
    ([, name]) => name,
  ),
);

/** What is wrong with a link to a figure; undefined when it leads there. */
function problemOfFigure(search: string, hash: string): string | undefined {
  const query = readQuery(search);
  const found = findFigure(query.figure ?? '');
  if (!found) return `no figure ${query.figure}`;
  if (query.preset !== undefined && !found.presets.some(({ id }) => id === query.preset)) {
    return `no example ${query.preset}`;
  }
  const unknown = [...query.hide].find((name) => !hideable.has(name));
  if (unknown !== undefined) return `nothing is called ${unknown}`;
  const keys = [...new URLSearchParams(hash.slice(1)).keys()].filter((key) => key !== 'v');
  const stray = keys.find((key) => !(key in found.schema));
  if (stray !== undefined) return `no parameter ${stray}`;
  return decodeHash(found.schema, hash).notices[0]?.problem;
}

/** What is wrong with a link of the page; undefined when it leads somewhere. */
function problemOf(address: string, html: string): string | undefined {
  if (address.startsWith('#')) {
    return values(html, 'id').includes(address.slice(1)) ? undefined : `no place ${address}`;
  }
  if (FILES.includes(address) || ELSEWHERE.includes(address)) return undefined;
  if (!address.startsWith('../')) return `an unexpected address ${address}`;
  const url = new URL(address, 'https://example.org/minima/teach/');
  if (!['/minima/', '/minima/embed.html'].includes(url.pathname)) {
    return existsSync(join(root, 'public', url.pathname.replace('/minima/', ''))) ? undefined : 'no file';
  }
  const query = readQuery(url.search);
  if (query.talk !== undefined) {
    const parsed = parseTalk(readFileSync(join(root, 'public', query.talk), 'utf8'), figures);
    return 'talk' in parsed ? undefined : parsed.problems.join();
  }
  if (query.figure !== undefined) return problemOfFigure(url.search, url.hash);
  const chapter = new URLSearchParams(url.hash.slice(1)).get('chapter');
  return chapter === null || chapters.some((id) => id === chapter) ? undefined : `no chapter ${chapter}`;
}

const pages = new Map(languages.map((language) => [language, renderTeach(language, (tex) => tex)]));

/** Where the links of a page lead, without its language. */
function goals(html: string): string[] {
  return [...values(html, 'href'), ...values(html, 'data-frame')]
    .map((address) => address.replace(/[?&]lang=\w+/, '').replace('talk.de.json', 'talk.json'))
    .filter((address) => address !== './' && address !== './index.de.html');
}

describe.each(languages)('the teacher’s page in %s', (language) => {
  const html = pages.get(language) ?? '';

  it('has links and frames that all lead somewhere', () => {
    const addresses = ['href', 'src', 'data-frame'].flatMap((name) => values(html, name));
    expect(addresses.length).toBeGreaterThan(50);
    const broken = addresses.flatMap((address) => {
      const problem = problemOf(address, html);
      return problem === undefined ? [] : [`${address}: ${problem}`];
    });
    expect(broken).toEqual([]);
  });

  it('keeps its language on every way to a figure or to the article', () => {
    const ways = [...values(html, 'href'), ...values(html, 'data-frame')].filter((way) =>
      way.startsWith('../'),
    );
    const of = (way: string) => readQuery(new URL(way, 'https://example.org/teach/').search).lang ?? 'en';
    expect(ways.filter((way) => of(way) !== language)).toEqual([]);
  });

  it('has graded exercises, each with a way to a figure and a solution', () => {
    const exercises = html.split('<section class="exercise"').slice(1);
    expect(exercises.length).toBeGreaterThanOrEqual(8);
    for (const exercise of exercises) {
      expect(exercise).toMatch(/class="level">[^<]+</);
      expect(exercise).toMatch(/class="exercise-link"><a href="\.\.\/\?figure=/);
      expect(exercise).toMatch(/<details class="solution"><summary>[^<]+<\/summary>/);
    }
  });

  it('has snippets that embed what its frames show', () => {
    const snippets = [...html.matchAll(/<code>&lt;iframe src=&quot;([^ ]*?)&quot;/g)].map(([, src = '']) =>
      decoded(decoded(src)),
    );
    const frames = values(html, 'data-frame');
    expect(frames).toHaveLength(3);
    expect(snippets.map((src) => src.replace('https://example.org/minima/', '../'))).toEqual(frames);
  });
});

it('the teacher’s pages lead to the same places in every language', () => {
  const [first = [], ...others] = [...pages.values()].map(goals);
  for (const other of others) expect(other).toEqual(first);
});
