/**
 * The design tokens: every colour, size and typeface of the page. They feed the style sheet (as CSS variables, put
 * into index.html at build), the three.js scenes and the plots.
 */

const light = {
  paper: '#fbfaf6',
  raised: '#ffffff',
  ink: '#1d1c21',
  quiet: '#5f5c66',
  hairline: '#dcd8cd',
  axis: '#8b8790',
  track: '#d9d5ca',
  focus: '#2457c5',
  warn: '#9a4a00',
  epsilon: '#b5179e',
  w: '#006d77',
  delta: '#b45309',
  a: '#2457c5',
  c: '#7a5195',
  gamma: '#c73329',
  alpha: '#5f6b14',
  h: '#067d67',
  saddleLine: '#c73329',
  channel: '#067d67',
  neuronI: '#8a6100',
  neuronJ: '#4d5f94',
  neuronK: '#6c3048',
  positive: '#b4561a',
  negative: '#2f6db3',
  neutral: '#f3f0e9',
};

export type Palette = Readonly<Record<keyof typeof light, string>>;

const dark: Palette = {
  paper: '#141418',
  raised: '#1e1e24',
  ink: '#ece9e2',
  quiet: '#a5a1a8',
  hairline: '#33323a',
  axis: '#77747e',
  track: '#3a3942',
  focus: '#86a8ff',
  warn: '#ffb870',
  epsilon: '#f27ad8',
  w: '#5cc8cf',
  delta: '#ffa45c',
  a: '#86a8ff',
  c: '#c9a2e6',
  gamma: '#ff714e',
  alpha: '#c2cf6b',
  h: '#4cd5a7',
  saddleLine: '#ff714e',
  channel: '#4cd5a7',
  neuronI: '#e3b74f',
  neuronJ: '#a3b4e6',
  neuronK: '#f08490',
  positive: '#e0813f',
  negative: '#5b9be0',
  neutral: '#c9c6c0',
};

export type ThemeName = 'light' | 'dark';
export const palettes: Readonly<Record<ThemeName, Palette>> = { light, dark };

const sizes = {
  'font-prose': "'Source Serif 4 Variable', 'Prose Fallback', KaTeX_Main, serif",
  'font-interface': "'Inter Variable', 'Interface Fallback', KaTeX_Main, sans-serif",
  'font-code': "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  'font-symbol': "KaTeX_Math, 'Source Serif 4 Variable', serif",
  'text-small': '0.8125rem',
  'text-interface': '0.875rem',
  'text-prose': '1.125rem',
  'text-lead': '1.25rem',
  'text-title': 'clamp(1.75rem, 1.2rem + 1.9vw, 2.75rem)',
  'space-1': '0.25rem',
  'space-2': '0.5rem',
  'space-3': '0.75rem',
  'space-4': '1rem',
  'space-6': '1.5rem',
  'space-8': '2rem',
  'space-12': '3rem',
  measure: '42rem',
  'page-width': '86rem',
};

/**
 * On a projector: thin grey vanishes in the light of a room, so what is quiet on a screen speaks up. Bigger type and
 * thicker lines are in `unitRules`.
 */
export const projector: Readonly<Record<ThemeName, Partial<Palette>>> = {
  light: { quiet: '#3f3c46', hairline: '#bdb8aa', axis: '#5a5660', track: '#b9b3a3' },
  dark: { quiet: '#cbc8ce', hairline: '#5a5866', axis: '#a3a0aa', track: '#5c5a68' },
};

/** How much bigger everything is drawn for a projector. */
const PROJECTOR = 1.3;

/** The picture, in pixels, for which type and lines have the sizes above; larger ones show all of it larger. */
const USUAL_PICTURE = { width: 1024, height: 576 } as const;
/** Below this it is drawn smaller, as far as `SMALLEST`. */
const SMALL_PICTURE = { width: 360, height: 280 } as const;
const SMALLEST = 0.86;

/** The tokens above that are lengths, in units of `--px`: figures that fit a frame grow with it, not with the page. */
function framedSizes(): Readonly<Record<string, string>> {
  const lengths = Object.entries(sizes).flatMap(([name, value]) => {
    const rem = /^([\d.]+)rem$/.exec(value)?.[1];
    return rem === undefined ? [] : [[name, `calc(${16 * Number(rem)} * var(--px))`]];
  });
  const tokens = Object.fromEntries(lengths) as Readonly<Record<string, string>>;
  return { ...tokens, 'text-title': 'calc(24 * var(--px))' };
}

/**
 * How large a pixel of a drawing is in a frame that the figure fits: pictures and talks grow in step with the frame, so
 * that they look the same at any size; embeds, which are read from nearby, by half of that.
 * @param across the unit of a hundredth of the frame's width, and so on
 */
function unitRules(across: string, down: string) {
  const share = ({ width, height }: { readonly width: number; readonly height: number }) =>
    `min(${(100 / width).toFixed(5)}${across},${(100 / height).toFixed(5)}${down})`;
  const small = `clamp(${SMALLEST}px,${share(SMALL_PICTURE)},1px)`;
  const large = share(USUAL_PICTURE);
  const still = `max(${small},${large})`;
  const embed = `max(${small},.5px + .5*${large})`;
  return { still, embed };
}

/** The type and the lines of figures: `--px` is what a pixel of a drawing becomes. */
function unitStyleSheet(): string {
  const fits = (element: string) => `${element}:is([data-controls=min],[data-controls=none])`;
  const rules = (
    element: string,
    inside: string,
    { still, embed }: ReturnType<typeof unitRules>,
    rest: string,
  ) => [
    `${fits(element)}${inside}{--px:${embed};${rest}}`,
    `${fits(element)}:is([data-composition=still],[data-composition=talk])${inside}{--px:${still}}`,
    `${fits(element)}[data-profile=projector]${inside}{--px:calc(${PROJECTOR}*${embed})}`,
    `${fits(element)}[data-profile=projector]:is([data-composition=still],[data-composition=talk])${inside}{--px:calc(${PROJECTOR}*${still})}`,
  ];
  return [
    '@property --px{syntax:"<length>";inherits:true;initial-value:1px}',
    `:root[data-profile=projector]{font-size:${100 * PROJECTOR}%}`,
    // The window is the frame: what stands around the figure has its size.
    ...rules(':root:not([data-composition=page])', '', unitRules('vw', 'vh'), 'font-size:calc(16*var(--px))'),
    ...rules(
      '.figure-frame',
      '>*',
      unitRules('cqw', 'cqh'),
      `${declarations(framedSizes())}font-size:var(--text-interface)`,
    ),
  ].join('');
}

function declarations(tokens: Readonly<Record<string, string>>): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value};`)
    .join('');
}

/** The style sheet that defines every token, for both themes and for the reader's own preference. */
export function themeStyleSheet(): string {
  const lightRules = `color-scheme:light;${declarations(light)}`;
  const darkRules = `color-scheme:dark;${declarations(dark)}`;
  return [
    `:root{${declarations(sizes)}${lightRules}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${darkRules}}}`,
    `:root[data-theme=dark]{${darkRules}}`,
    `:root[data-profile=projector]{${declarations(projector.light)}}`,
    `@media (prefers-color-scheme:dark){:root[data-profile=projector]:not([data-theme=light]){${declarations(projector.dark)}}}`,
    `:root[data-profile=projector][data-theme=dark]{${declarations(projector.dark)}}`,
    // A frame whose colour scheme is not that of the element around it gets an opaque ground: only what is inside is dark.
    ':root[data-background=transparent]{color-scheme:normal}',
    '@media (prefers-color-scheme:dark){:root[data-background=transparent]:not([data-theme=light]) body{color-scheme:dark}}',
    ':root[data-background=transparent][data-theme=dark] body{color-scheme:dark}',
    // The article on paper is light, on the paper's own white; a figure keeps its colours, as a picture does.
    `@media print{:root:root:has(#story){color-scheme:light;${declarations({ ...light, paper: '#fff' })}}}`,
    unitStyleSheet(),
  ].join('');
}

/** The size of the type, in pixels, for which drawings are laid out. */
const USUAL_TYPE = 14;

/**
 * Pixels of the page for each of a drawing: 1, unless the type around it is larger or smaller. Drawings are laid out in
 * their own pixels and shown larger as a whole, so that type, lines and the room between them keep their proportions.
 */
export function drawingUnit(element: Element): number {
  const type = Number.parseFloat(getComputedStyle(element).fontSize);
  return type > 0 ? type / USUAL_TYPE : 1;
}
