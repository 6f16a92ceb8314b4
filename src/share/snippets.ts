/** A shared figure in the language of the page, the slide or the paper that it is pasted into. */
import {
  elementScript,
  embedAddress,
  figureLink,
  plainOptions,
  type SharedFigure,
  stateText,
} from './address';
import { html, latex, latexAddress, markdown, markdownAddress, python } from './escape';
import { text } from './text';

/** Each attribute on its own line, so that people find what to change. */
function element(name: string, attributes: readonly (readonly [string, string | undefined])[]): string {
  const lines = attributes.map(([key, value]) =>
    value === undefined ? `  ${key}` : `  ${key}="${html(value)}"`,
  );
  return `<${name}\n${lines.join('\n')}></${name}>`;
}

/**
 * Without a border. A transparent frame needs the colour scheme of the document in it, and a transparent document of ours
 * has none of its own (#ui/theme): browsers put an opaque ground behind a frame whose scheme differs.
 */
function frameStyle({ options: { background } }: SharedFigure): string {
  return `border: 0; max-width: 100%${background === 'transparent' ? '; color-scheme: normal' : ''}`;
}

function iframeOf(shared: SharedFigure, source: readonly (readonly [string, string | undefined])[]): string {
  return element('iframe', [
    ...source,
    ['title', text.frameTitle(shared.title)],
    ['width', String(shared.size.width)],
    ['height', String(shared.size.height)],
    ['allow', 'fullscreen; clipboard-write'],
    ['style', frameStyle(shared)],
  ]);
}

/** A frame for any page. */
export function iframe(shared: SharedFigure): string {
  return iframeOf(shared, [
    ['src', embedAddress(shared)],
    ['loading', 'lazy'],
  ]);
}

/** The custom element with the script that defines it. */
export function customElement(shared: SharedFigure): string {
  const { controls, hide, lock, theme, profile, gesture, background, autoplay } = shared.options;
  const { width, height } = shared.size;
  const chosen = (key: string, value: string, plain: string) =>
    value === plain ? [] : [[key, value] as const];
  return [
    `<script type="module" src="${html(elementScript(shared))}"></script>`,
    element('minima-at-infinity', [
      ['figure', shared.figure],
      ...chosen('lang', shared.lang ?? '', ''),
      ...chosen('state', stateText(shared), ''),
      ...chosen('controls', controls, plainOptions.controls),
      ...chosen('hide', [...hide].join(','), ''),
      ...chosen('lock', [...lock].join(','), ''),
      ...chosen('theme', theme, plainOptions.theme),
      ...chosen('profile', profile, plainOptions.profile),
      ...chosen('gesture', gesture, plainOptions.gesture),
      ...chosen('background', background, plainOptions.background),
      ...(autoplay ? [['autoplay', undefined] as const] : []),
      ...(shared.ownHeight
        ? []
        : ([
            ['width', String(width)],
            ['height', String(height)],
          ] as const)),
    ]),
  ].join('\n');
}

/** A block of raw HTML for Quarto. */
export function quarto(shared: SharedFigure): string {
  return `\`\`\`{=html}\n${iframe(shared)}\n\`\`\``;
}

/** The directive of MyST, with the title below. */
export function myst(shared: SharedFigure): string {
  return [`:::{iframe} ${embedAddress(shared)}`, ':width: 100%', '', markdown(shared.title), ':::'].join(
    '\n',
  );
}

/** A slide of reveal.js with the figure on it. */
export function revealSlide(shared: SharedFigure): string {
  const frame = iframeOf(shared, [
    ['data-src', embedAddress(shared)],
    ['data-preload', undefined],
  ]);
  return `<section>\n${frame.replace(/^/gm, '  ')}\n</section>`;
}

/** A slide of reveal.js that the figure fills. */
export function revealBackground(shared: SharedFigure): string {
  return element('section', [
    ['data-background-iframe', embedAddress(shared)],
    ['data-background-interactive', undefined],
    ['data-preload', undefined],
  ]);
}

/** A cell of a Jupyter notebook. */
export function jupyter(shared: SharedFigure): string {
  const { width, height } = shared.size;
  return [
    'from IPython.display import IFrame',
    '',
    'IFrame(',
    `    ${python(embedAddress(shared))},`,
    `    width=${width},`,
    `    height=${height},`,
    ')',
  ].join('\n');
}

/** A picture that links to the live figure. */
export function markdownPicture(shared: SharedFigure): string {
  const picture = `![${markdown(shared.title)}](${shared.figure}.png)`;
  return `[${picture}](${markdownAddress(figureLink(shared))})`;
}

/** A title with a sign at its end. */
function sentence(title: string): string {
  return /[.?!]$/.test(title) ? title : `${title}.`;
}

/** A figure of LaTeX that links to the live one. */
export function latexFigure(shared: SharedFigure): string {
  return [
    '% \\usepackage{graphicx,hyperref}',
    '\\begin{figure}',
    '  \\centering',
    `  \\href{${latexAddress(figureLink(shared))}}{%`,
    `    \\includegraphics[width=\\linewidth]{${shared.figure}.pdf}}`,
    `  \\caption{${latex(sentence(shared.title))} ${text.latexCaption}}`,
    `  \\label{fig:${shared.figure}}`,
    '\\end{figure}',
  ].join('\n');
}

function bibtexEntry(kind: string, key: string, fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@${kind}{${key},\n${lines.join(',\n')}\n}`;
}

/** The paper behind the figures. */
export const paperEntry = bibtexEntry('inproceedings', 'martinelli2025flat', {
  author:
    'Martinelli, Flavio and van Meegen, Alexander and {\\c{S}}im{\\c{s}}ek, Berfin and Gerstner, Wulfram and Brea, Johanni',
  title: '{Flat Channels to Infinity in Neural Loss Landscapes}',
  booktitle: 'Advances in Neural Information Processing Systems',
  year: '2025',
  eprint: '2506.14951',
  archiveprefix: 'arXiv',
  url: 'https://arxiv.org/abs/2506.14951',
});

/**
 * The figure as an entry of a bibliography.
 * @param date the day on which it was seen, `2026-01-31`
 */
export function bibtex(shared: SharedFigure, date: string): string {
  return bibtexEntry('misc', `minima-at-infinity-${shared.figure}`, {
    title: `{${latex(shared.title)}}`,
    howpublished: text.bibtexPublished,
    url: figureLink(shared),
    urldate: date,
  });
}
