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
  saddleLine: '#c73329',
  channel: '#067d67',
  neuronI: '#8a6100',
  neuronJ: '#4d5f94',
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
  saddleLine: '#ff714e',
  channel: '#4cd5a7',
  neuronI: '#e3b74f',
  neuronJ: '#a3b4e6',
  positive: '#e0813f',
  negative: '#5b9be0',
  neutral: '#c9c6c0',
};

export type ThemeName = 'light' | 'dark';
export const palettes: Readonly<Record<ThemeName, Palette>> = { light, dark };

const sizes = {
  'font-prose': "'Source Serif 4 Variable', KaTeX_Main, serif",
  'font-interface': "'Inter Variable', KaTeX_Main, sans-serif",
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
  ].join('');
}
