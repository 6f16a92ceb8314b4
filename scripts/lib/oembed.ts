/**
 * The static pages through which other sites find out how to show a figure: one for each figure and each of its presets,
 * with cards (Open Graph, Twitter) and an oEmbed answer beside it.
 */
import type { FigureDefinition } from '#figures/figure';
import { embedAddress, figureLink, plainOptions, type SharedFigure } from '#share/address';
import { html } from '#share/escape';
import { iframe } from '#share/snippets';
import { encodeValues } from '#state/codec';
import { defaults, withValues } from '#state/schema';
import { strings } from '#ui/strings';
import { themeStyleSheet } from '#ui/theme';
import { CARD, cardPath } from './social-card';

type EmbeddedFigure = Pick<FigureDefinition, 'id' | 'title' | 'schema'> & {
  readonly presets: readonly Pick<
    FigureDefinition['presets'][number],
    'id' | 'title' | 'teaches' | 'values'
  >[];
};

/** A file of the site. */
export interface SiteFile {
  /** Below the site's address. */
  readonly path: string;
  readonly text: string;
}

/** The size of an embed that somebody else's software puts in; with the main control only, a figure fits any. */
const SIZE = { width: 960, height: 600 } as const;

interface EmbedPage {
  readonly figure: EmbeddedFigure;
  readonly preset: EmbeddedFigure['presets'][number] | undefined;
  /** Below the site's address, with a slash at the end. */
  readonly folder: string;
}

function pagesOf(figures: readonly EmbeddedFigure[]): readonly EmbedPage[] {
  return figures.flatMap((figure) => [
    { figure, preset: undefined, folder: `embed/${figure.id}/` },
    ...figure.presets.map((preset) => ({ figure, preset, folder: `embed/${figure.id}/${preset.id}/` })),
  ]);
}

function titleOf({ figure, preset }: EmbedPage): string {
  return preset === undefined ? figure.title : `${preset.title} · ${figure.title}`;
}

function descriptionOf({ preset }: EmbedPage): string {
  return preset?.teaches ?? strings.site.headline;
}

/** The page's figure as the dialog would share it. */
function sharedOf(page: EmbedPage, site: string): SharedFigure {
  const { schema, id } = page.figure;
  const values = withValues(schema, defaults(schema), page.preset?.values ?? {});
  return {
    site,
    figure: id,
    title: page.figure.title,
    state: encodeValues(schema, values),
    options: { ...plainOptions, controls: 'min' },
    size: SIZE,
  };
}

/**
 * The answer of oEmbed 1.0. Addresses in it must be whole: without the site's own it has no thumbnail, and its frame means
 * something beside the page only.
 */
function answerOf(page: EmbedPage, base: string, site: string | undefined): string {
  const answer = {
    version: '1.0',
    type: 'rich',
    title: titleOf(page),
    provider_name: strings.site.title,
    ...(site !== undefined && {
      provider_url: site,
      thumbnail_url: `${site}${cardPath(page.figure.id)}`,
      thumbnail_width: CARD.width,
      thumbnail_height: CARD.height,
    }),
    html: iframe(sharedOf(page, base)),
    ...SIZE,
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

interface Card {
  readonly title: string;
  readonly description: string;
  /** Of the page itself. */
  readonly address: string | undefined;
  readonly image: string;
  readonly imageText: string;
}

/** The tags of a card, by attribute, name and content. */
export function cardTags(card: Card): readonly (readonly ['property' | 'name', string, string])[] {
  const { title, description, address, image, imageText } = card;
  return [
    ['property', 'og:type', 'website'],
    ['property', 'og:site_name', strings.site.title],
    ['property', 'og:title', title],
    ['property', 'og:description', description],
    ...(address === undefined ? [] : [['property', 'og:url', address] as const]),
    ['property', 'og:image', image],
    ['property', 'og:image:type', 'image/jpeg'],
    ['property', 'og:image:width', String(CARD.width)],
    ['property', 'og:image:height', String(CARD.height)],
    ['property', 'og:image:alt', imageText],
    ['name', 'twitter:card', 'summary_large_image'],
    ['name', 'twitter:title', title],
    ['name', 'twitter:description', description],
    ['name', 'twitter:image', image],
    ['name', 'twitter:image:alt', imageText],
  ];
}

/** The card of the site's first page. */
export function siteCard(first: Pick<EmbeddedFigure, 'id' | 'title'>, site: string | undefined): Card {
  return {
    title: strings.site.title,
    description: strings.site.headline,
    address: site,
    image: `${site ?? './'}${cardPath(first.id)}`,
    imageText: first.title,
  };
}

const style = `
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.5 Georgia,serif}
main{max-width:60rem;margin:0 auto;padding:2rem 1rem}
h1{margin:0;font-size:1.75rem;line-height:1.2}
p{margin:.5rem 0 1rem;color:var(--quiet)}
a{color:inherit}
iframe,img{display:block;width:100%;border:1px solid var(--hairline);border-radius:8px;box-sizing:border-box}
iframe{height:${SIZE.height}px;max-height:80vh}
img{height:auto}`;

function pageOf(page: EmbedPage, base: string, site: string | undefined): string {
  const { figure, folder } = page;
  const [title, description] = [titleOf(page), descriptionOf(page)];
  const shared = sharedOf(page, base);
  const own = site === undefined ? undefined : `${site}${folder}`;
  const image = `${base}${cardPath(figure.id)}`;
  const tags = cardTags({ title, description, address: own, image, imageText: figure.title });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title>
<meta name="description" content="${html(description)}">
${tags.map(([kind, name, content]) => `<meta ${kind}="${name}" content="${html(content)}">`).join('\n')}
<link rel="canonical" href="${html(own ?? './')}">
<link rel="alternate" type="application/json+oembed" href="${html(`${own ?? ''}oembed.json`)}" title="${html(title)}">
<link rel="icon" href="${html(base)}favicon.svg" type="image/svg+xml">
<style>${themeStyleSheet()}${style}</style>
<noscript><style>iframe{display:none}</style></noscript>
</head>
<body>
<main>
<h1>${html(page.preset?.title ?? figure.title)}</h1>
<p>${html(description)} <a href="${html(figureLink(shared))}">${html(strings.site.openFigure)}</a></p>
<iframe src="${html(embedAddress(shared))}" title="${html(figure.title)}" loading="lazy" allow="fullscreen; clipboard-write"></iframe>
<noscript><a href="${html(figureLink(shared))}"><img src="${html(image)}" width="${CARD.width}" height="${CARD.height}" alt="${html(figure.title)}"></a></noscript>
</main>
</body>
</html>
`;
}

/**
 * All pages and answers.
 *
 * @param site where the site is published, with a slash at the end; without it, addresses are relative to the page
 */
export function oembedFiles(
  figures: readonly EmbeddedFigure[],
  site: string | undefined,
): readonly SiteFile[] {
  return pagesOf(figures).flatMap((page) => {
    const base = site ?? '../'.repeat(page.folder.split('/').length - 1);
    return [
      { path: `${page.folder}index.html`, text: pageOf(page, base, site) },
      { path: `${page.folder}oembed.json`, text: answerOf(page, base, site) },
    ];
  });
}
