/** The page of a gallery: all of it in one file but the pictures beside it. */
import { html as escapeHtml } from '#share/escape';
import { strings } from '#ui/strings';
import { type ThemeName, themeStyleSheet } from '#ui/theme';

import { galleryFonts, galleryStyle } from './gallery-style';
import { fileName, type KnownFigure, type PictureSpec, readersAddress } from './picture';

interface Picture {
  readonly figure: KnownFigure;
  readonly preset: KnownFigure['presets'][number];
  /** One for each theme that there is. */
  readonly specs: readonly PictureSpec[];
}

function picturesOf(specs: readonly PictureSpec[], figures: readonly KnownFigure[]): readonly Picture[] {
  return figures.flatMap((figure) =>
    figure.presets.flatMap((preset) => {
      const own = specs.filter((spec) => spec.figure === figure.id && spec.preset === preset.id);
      return own.length > 0 ? [{ figure, preset, specs: own }] : [];
    }),
  );
}

/** The command that makes the picture, as it is typed into a shell; the theme is left out where it is the usual one. */
export function commandLine(spec: PictureSpec): string {
  const { figure, preset, theme, profile, hide, request } = spec;
  const { width, height, scale, background, format } = request;
  const words = [
    figure,
    ...(preset === undefined ? [] : ['--preset', preset]),
    ...(theme === 'light' ? [] : ['--theme', theme]),
    ...(width === 1280 && height === 720 ? [] : ['--size', `${width}x${height}`]),
    ...(scale === 1 ? [] : ['--scale', String(scale)]),
    ...(background === 'paper' ? [] : ['--background', background.replace('#', '')]),
    ...(profile === 'screen' ? [] : ['--profile', profile]),
    ...(hide.length === 0 ? [] : ['--hide', hide.join(',')]),
    ...(format === 'png' ? [] : ['--format', format]),
  ];
  return `npm run screenshot -- ${words.join(' ')}`;
}

function image(spec: PictureSpec, alt: string, both: boolean): string {
  const { width, height } = spec.request;
  const name = escapeHtml(fileName(spec));
  const classes = both ? ` class="${spec.theme}"` : '';
  return `<a href="${name}"${classes}><img src="${name}" width="${width}" height="${height}" loading="lazy" alt="${escapeHtml(alt)}"></a>`;
}

function card({ preset, specs }: Picture, site: string): string {
  const [first] = specs;
  if (!first) return '';
  const commands = specs.map((spec) => {
    const classes = specs.length > 1 ? ` class="${spec.theme}"` : '';
    return `<code${classes}>${escapeHtml(commandLine(spec))}</code>`;
  });
  return `<article id="${escapeHtml(`${first.figure}-${preset.id}`)}">
${specs.map((spec) => image(spec, preset.teaches, specs.length > 1)).join('\n')}
<h3><a href="${escapeHtml(`${site}${readersAddress(first)}`)}">${escapeHtml(preset.title)}</a></h3>
<p>${escapeHtml(preset.teaches)}</p>
${commands.join('\n')}
</article>`;
}

function section(figure: KnownFigure, pictures: readonly Picture[], site: string): string {
  const own = pictures.filter((picture) => picture.figure === figure);
  if (own.length === 0) return '';
  return `<section aria-labelledby="${escapeHtml(figure.id)}">
<h2 id="${escapeHtml(figure.id)}">${escapeHtml(figure.title)}</h2>
<div class="pictures">
${own.map((picture) => card(picture, site)).join('\n')}
</div>
</section>`;
}

const words = {
  lead: 'Pictures for talks and papers. Each was taken of the live figure behind its title and can be taken again, at any size, with the command below it.',
  contents: 'Figures',
  switch: 'Light or dark',
};

/** Puts the theme that the reader chose on the page; without it the page follows the system. */
const script = `document.querySelector('button').onclick = () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
};`;

/**
 * The page with these pictures, which are in its folder.
 *
 * @param site where the figures can be opened
 */
export function galleryPage(
  specs: readonly PictureSpec[],
  figures: readonly KnownFigure[],
  site: string,
): string {
  const pictures = picturesOf(specs, figures);
  const shown = figures.filter((figure) => pictures.some((picture) => picture.figure === figure));
  const themes = new Set(specs.map(({ theme }) => theme));
  const [only] = themes;
  const fixed: ThemeName | undefined = themes.size === 1 ? only : undefined;
  const links = shown.map(({ id, title }) => `<a href="#${escapeHtml(id)}">${escapeHtml(title)}</a>`);
  return `<!doctype html>
<html lang="en"${fixed ? ` data-theme="${fixed}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(strings.site.title)}: pictures</title>
<style>${galleryFonts()}${themeStyleSheet()}${galleryStyle}</style>
</head>
<body>
<header>
<h1>${escapeHtml(strings.site.title)}</h1>
<p>${escapeHtml(words.lead)}</p>
<nav aria-label="${words.contents}">${links.join('\n')}</nav>
${fixed ? '' : `<button type="button">${words.switch}</button>`}
</header>
<main>
${shown.map((figure) => section(figure, pictures, site)).join('\n')}
</main>
${fixed ? '' : `<script>${script}</script>`}
</body>
</html>
`;
}
