import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { figures } from '#figures/registry';
import { decodeHash } from '#state/codec';
import { readQuery } from '#state/query';
import { defaults, withValues } from '#state/schema';
import { cardTags, oembedFiles, siteCard } from '../../scripts/lib/oembed';
import { root } from '../../scripts/lib/paths';
import { siteAddress } from '../../scripts/lib/site-address';
import { CARD, cardPath } from '../../scripts/lib/social-card';

const SITE = 'https://example.org/minima/';
const count = figures.reduce((sum, { presets }) => sum + 1 + presets.length, 0);

const plain = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The attribute of the first tag that fits. */
function attribute(html: string, tag: RegExp, name: string): string | undefined {
  const text = tag.exec(html)?.[0];
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(text ?? '')?.[1];
  return value === undefined ? undefined : plain(value);
}

const property = (html: string, name: string) =>
  attribute(html, new RegExp(`<meta (?:property|name)="${name}"[^>]*>`), 'content');

describe.each([
  ['published', SITE],
  ['without an address', undefined],
] as const)('the pages of a site %s', (_, site) => {
  const files = oembedFiles(figures, site);
  const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? '';
  const folders = figures.flatMap(({ id, presets }) => [
    { id, folder: `embed/${id}/`, values: {} },
    ...presets.map((preset) => ({ id, folder: `embed/${id}/${preset.id}/`, values: preset.values })),
  ]);

  it('are two for each figure and each preset', () => {
    expect(files).toHaveLength(2 * count);
    expect(new Set(files.map(({ path }) => path)).size).toBe(2 * count);
  });

  it.each(folders)('$folder has a page that leads to its answer', ({ id, folder }) => {
    const page = textOf(`${folder}index.html`);
    const base = new URL(folder, SITE);
    const answer = attribute(page, /<link rel="alternate"[^>]*>/, 'href') ?? '';
    expect(attribute(page, /<link rel="alternate"[^>]*>/, 'type')).toBe('application/json+oembed');
    expect(new URL(answer, base).href).toBe(`${SITE}${folder}oembed.json`);
    expect(new URL(attribute(page, /<link rel="canonical"[^>]*>/, 'href') ?? '', base).href).toBe(base.href);
    expect(new URL(property(page, 'og:image') ?? '', base).href).toBe(`${SITE}${cardPath(id)}`);
    expect(property(page, 'og:url')).toBe(site && base.href);
    expect(property(page, 'twitter:card')).toBe('summary_large_image');
    expect(property(page, 'og:title')).toBeTruthy();
    expect(property(page, 'og:title')).toBe(property(page, 'twitter:title'));
    expect(page).not.toMatch(/<script|http-equiv/);
    expect(page).toMatch(/<noscript><a href="[^"]*"><img /);
  });

  it.each(folders)('$folder has an answer whose frame shows it', ({ id, folder, values }) => {
    const answer = JSON.parse(textOf(`${folder}oembed.json`)) as Record<string, unknown>;
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', provider_name: 'Minima at Infinity' });
    expect(answer.title).toEqual(expect.any(String));
    const html = String(answer.html);
    const frame = /<iframe[^>]*>/;
    expect(attribute(html, frame, 'width')).toBe(String(answer.width));
    expect(attribute(html, frame, 'height')).toBe(String(answer.height));
    const url = new URL(attribute(html, frame, 'src') ?? '', new URL(folder, SITE));
    expect(`${url.origin}${url.pathname}`).toBe(`${SITE}embed.html`);
    expect(readQuery(url.search)).toMatchObject({ composition: 'embed', figure: id });
    const schema = figures.find((figure) => figure.id === id)?.schema ?? {};
    const shown = decodeHash(schema, url.hash);
    expect(shown.notices).toEqual([]);
    expect(shown.values).toEqual(withValues(schema, defaults(schema), values));
    expect(answer.thumbnail_url).toBe(site && `${SITE}${cardPath(id)}`);
  });
});

it('text that could end a tag or a string is escaped', () => {
  const [figure] = figures;
  if (!figure) throw new Error('no figure');
  const evil = '"><script>alert(1)</script>&\'\\';
  const preset = { id: 'evil', title: evil, teaches: evil, values: {} };
  for (const { path, text } of oembedFiles([{ ...figure, title: evil, presets: [preset] }], SITE)) {
    expect(text).not.toMatch(path.endsWith('.html') ? /<script/ : /"html": "[^"]*[^\\]"><script/);
    if (path.endsWith('.json')) {
      const { title, html } = JSON.parse(text) as { title: string; html: string };
      expect(title).toContain(evil);
      expect(html).not.toContain('<script');
    }
  }
});

it('the first page has a card with the picture of the first figure', () => {
  const [figure] = figures;
  if (!figure) throw new Error('no figure');
  const published = new Map(cardTags(siteCard(figure, SITE)).map(([, name, content]) => [name, content]));
  expect(published.get('og:url')).toBe(SITE);
  expect(published.get('og:image')).toBe(`${SITE}${cardPath(figure.id)}`);
  const local = new Map(cardTags(siteCard(figure, undefined)).map(([, name, content]) => [name, content]));
  expect(local.has('og:url')).toBe(false);
  expect(local.get('og:image')).toBe(`./${cardPath(figure.id)}`);
});

describe('the site’s address', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['https://example.org', 'https://example.org/'],
    ['https://example.org/a', 'https://example.org/a/'],
    ['https://example.org/a/?x=1#y', 'https://example.org/a/'],
  ])('said as %s is %s', (said, address) => {
    expect(siteAddress({ MINIMA_SITE_URL: said })).toBe(address);
  });

  it.each(['example.org', 'ftp://example.org/', 'javascript:alert(1)'])('cannot be %s', (said) => {
    expect(() => siteAddress({ MINIMA_SITE_URL: said })).toThrow(/wants an address such as/);
  });
});

it.each(figures.map(({ id }) => id))('the card of %s is there, of its size, and small', (id) => {
  const path = join(root, 'public', cardPath(id));
  expect(existsSync(path)).toBe(true);
  expect(statSync(path).size).toBeLessThan(150_000);
  // The frame header of a JPEG: marker, length, depth, height, width.
  const bytes = readFileSync(path);
  const at = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  expect([bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)]).toEqual([CARD.width, CARD.height]);
});
