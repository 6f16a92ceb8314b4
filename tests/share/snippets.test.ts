import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedAddress, figureLink, plainOptions, type SharedFigure } from '#share/address';
import {
  bibtex,
  customElement,
  iframe,
  jupyter,
  latexFigure,
  markdownPicture,
  myst,
  paperEntry,
  quarto,
  revealBackground,
  revealSlide,
} from '#share/snippets';
import { readQuery } from '#state/query';
import { readBibtex, readHref, readLatex, readMarkdown, readTags } from './readers';
import { anyOptions, anyShared, plain } from './shared';

/** The attributes of the only tag of this name. */
function only(source: string, name: string): Record<string, string> {
  const found = readTags(source).filter((tag) => tag.name === name);
  expect(found, source).toHaveLength(1);
  return found[0]?.attributes ?? {};
}

/** The entries of a hash, read as the page reads them. */
function stateOf(address: string): string[] {
  const query = new URLSearchParams(new URL(address).hash.slice(1).replaceAll('+', '%2B'));
  query.delete('v');
  return [...query].map(([key, value]) => `${key}=${value}`);
}

const every = (check: (shared: SharedFigure) => void) => fc.assert(fc.property(anyShared, check));

describe('addresses', () => {
  it('are short and readable for a plain figure', () => {
    expect(figureLink(plain)).toBe(
      'https://example.org/~brea/minima_at/infinity/?figure=pair#v=1&act=relu&eps=1e-2&w=0.8,-0.2',
    );
    expect(embedAddress({ ...plain, state: [] })).toBe(
      'https://example.org/~brea/minima_at/infinity/embed.html?figure=pair&embed=1',
    );
  });

  it('carry any state and change nothing when a browser reads them', () =>
    every((shared) => {
      // Half of a letter cannot stand in an address.
      const said = shared.state.map((entry) => entry.replace(/\p{Surrogate}/gu, '\ufffd'));
      const unique = new Map(said.map((entry) => [entry.slice(0, entry.indexOf('=')), entry]));
      fc.pre(unique.size === said.length && !unique.has('v'));
      for (const address of [figureLink(shared), embedAddress(shared)]) {
        expect(new URL(address).href).toBe(address);
        expect(stateOf(address)).toEqual(said);
        expect(new URL(address).searchParams.get('figure')).toBe(shared.figure);
      }
    }));

  it('carry every choice of an author', () =>
    fc.assert(
      fc.property(anyOptions, (options) => {
        const config = readQuery(new URL(embedAddress({ ...plain, options })).search);
        expect(config).toMatchObject({ ...options, composition: 'embed', figure: 'pair' });
      }),
    ));

  it('do not carry those choices to the whole page', () => {
    const link = figureLink({ ...plain, options: { ...plainOptions, theme: 'dark', controls: 'none' } });
    expect(link).toBe(figureLink(plain));
  });
});

describe('snippets say exactly the address', () => {
  it('iframe, also in Quarto', () =>
    every((shared) => {
      const attributes = only(iframe(shared), 'iframe');
      expect(attributes).toMatchObject({
        src: embedAddress(shared),
        title: `${shared.title} (interactive figure)`,
        width: String(shared.size.width),
        height: String(shared.size.height),
        loading: 'lazy',
        allow: 'fullscreen; clipboard-write',
      });
      const block = /^```\{=html\}\n([\s\S]*)\n```$/.exec(quarto(shared))?.[1];
      expect(block).toBe(iframe(shared));
    }));

  it('a transparent frame has the colour scheme of what is in it', () => {
    const style = (options: Partial<typeof plainOptions>) =>
      only(iframe({ ...plain, options: { ...plainOptions, ...options } }), 'iframe').style;
    expect(style({})).not.toContain('color-scheme');
    expect(style({ background: 'transparent' })).toContain('color-scheme: normal');
    expect(style({ background: 'transparent', theme: 'dark' })).toContain('color-scheme: normal');
  });

  it('custom element', () =>
    every((shared) => {
      const source = customElement(shared);
      const script = only(source, 'script');
      expect(new URL(script.src ?? '').pathname).toMatch(/\/minima-at-infinity\.js$/);
      const attributes = only(source, 'minima-at-infinity');
      const { state = '', figure, hide = '', lock = '', autoplay, height } = attributes;
      expect(figure).toBe(shared.figure);
      expect(figureLink(shared)).toBe(
        `${shared.site}?figure=${figure}${state === '' ? '' : `#v=1&${state}`}`,
      );
      expect(hide).toBe([...shared.options.hide].join(','));
      expect(lock).toBe([...shared.options.lock].join(','));
      expect(autoplay !== undefined).toBe(shared.options.autoplay);
      // By itself the element asks the figure how high it is.
      expect(height).toBe(shared.ownHeight ? undefined : String(shared.size.height));
    }));

  it('MyST', () =>
    every((shared) => {
      const lines = myst(shared).split('\n');
      expect(lines[0]).toBe(`:::{iframe} ${embedAddress(shared)}`);
      expect(lines.at(-1)).toBe(':::');
    }));

  it('reveal.js, on a slide and behind one', () =>
    every((shared) => {
      const frame = only(revealSlide(shared), 'iframe');
      expect(frame['data-src']).toBe(embedAddress(shared));
      expect(frame).toHaveProperty('data-preload');
      expect(frame).not.toHaveProperty('src');
      const slide = only(revealBackground(shared), 'section');
      expect(slide['data-background-iframe']).toBe(embedAddress(shared));
    }));

  it('Jupyter', () =>
    every((shared) => {
      const quoted = /^ {4}("(?:[^"\\\n]|\\.)*"),$/m.exec(jupyter(shared))?.[1];
      expect(JSON.parse(quoted ?? 'null')).toBe(embedAddress(shared));
    }));

  it('Markdown', () =>
    every((shared) => {
      fc.pre(!/[\n\r]/.test(shared.title));
      const [, alt = '', target] =
        /^\[!\[((?:\\.|[^\]\\])*)\]\([a-z-]+\.png\)\]\((.*)\)$/u.exec(markdownPicture(shared)) ?? [];
      expect(readMarkdown(alt)).toBe(shared.title);
      const bare = /^<([^<>]*)>$/.exec(target ?? '')?.[1] ?? target ?? '';
      if (bare === target) expect(bare).not.toMatch(/[()\s]/);
      expect(bare).toBe(figureLink(shared));
    }));

  it('LaTeX', () =>
    every((shared) => {
      const source = latexFigure(shared);
      // A dollar sign has no place in hyperref's argument; percent-encoded it means the same.
      expect(readHref(source)).toBe(figureLink(shared).replaceAll('$', '%24'));
      const caption = readLatex(/\\caption\{([\s\S]*) Click the picture/.exec(source)?.[1] ?? '');
      expect([shared.title, `${shared.title}.`]).toContain(caption);
      expect(caption).toMatch(/[^?!.]\.$|[?!.]$|^\.$/);
    }));

  it('BibTeX', () =>
    every((shared) => {
      const fields = readBibtex(bibtex(shared, '2026-11-22'));
      expect(fields).toMatchObject({ url: figureLink(shared), urldate: '2026-11-22' });
      expect(readLatex(/^\{([\s\S]*)\}$/.exec(fields.title ?? '')?.[1] ?? '')).toBe(shared.title);
    }));
});

it('the paper has its five authors, its year and its number', () => {
  const { author = '', year, eprint, title } = readBibtex(paperEntry);
  expect(author.split(' and ').map((one) => one.split(',')[0])).toEqual([
    'Martinelli',
    'van Meegen',
    '{\\c{S}}im{\\c{s}}ek',
    'Gerstner',
    'Brea',
  ]);
  expect([year, eprint]).toEqual(['2025', '2506.14951']);
  expect(title).toContain('Flat Channels to Infinity');
});

describe('a figure in another language', () => {
  const inGerman = { ...plain, lang: 'de' };

  it('keeps it in every address and in the element', () => {
    expect(figureLink(inGerman)).toMatch(/\?figure=pair&lang=de#/);
    expect(embedAddress(inGerman)).toMatch(/\?figure=pair&lang=de&embed=1#/);
    expect(customElement(inGerman)).toContain('lang="de"');
    expect(customElement(plain)).not.toContain('lang=');
  });
});
