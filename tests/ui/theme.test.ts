import { describe, expect, it } from 'vitest';
import { rgbOfHex } from '#math/numerics/oklab';
import { type Palette, palettes, projector, type ThemeName, themeStyleSheet } from '#ui/theme';
import { contrast, seenDistance, type Vision } from '../support/vision';

const themes = Object.keys(palettes) as ThemeName[];
const inText = [
  'ink',
  'quiet',
  'warn',
  'focus',
  'epsilon',
  'w',
  'delta',
  'a',
  'c',
  'neuronI',
  'neuronJ',
  'neuronK',
] as const satisfies (keyof Palette)[];
const inLines = ['axis', 'saddleLine', 'channel'] as const satisfies (keyof Palette)[];

/**
 * Colours that mean different things in one picture are this far apart in OKLab for everybody. Colours 0.02 apart
 * can just be told from each other side by side; thin lines at a distance need several times that.
 */
const CLEARLY_APART = 0.1;
const meetings = [
  ['saddleLine', 'channel'],
  ['neuronI', 'neuronJ'],
  ['neuronI', 'neuronK'],
  ['neuronJ', 'neuronK'],
  ['positive', 'negative'],
] as const satisfies [keyof Palette, keyof Palette][];
const visions: Vision[] = ['normal', 'protanopia', 'deuteranopia'];

describe.each(themes)('in the %s theme', (theme) => {
  const palette = palettes[theme];

  it.each(inText)('text in %s can be read', (name) => {
    expect(contrast(palette[name], palette.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette[name], palette.raised)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(inLines)('lines in %s can be seen', (name) => {
    expect(contrast(palette[name], palette.paper)).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.keys(projector[theme]) as (keyof Palette)[])('%s stands out more on a projector', (name) => {
    const stronger = contrast(projector[theme][name] ?? '', palette.paper);
    expect(stronger).toBeGreaterThan(1.3 * contrast(palette[name], palette.paper));
  });

  describe.each(meetings)('%s and %s', (one, other) => {
    it.each(visions)('differ clearly in %s vision', (vision) => {
      const distance = seenDistance(rgbOfHex(palette[one]), rgbOfHex(palette[other]), vision);
      expect(distance).toBeGreaterThan(CLEARLY_APART);
    });
  });
});

describe('the style sheet', () => {
  const css = themeStyleSheet();

  it('defines the same colours for both themes, wherever they can be chosen, and light ones on paper', () => {
    for (const name of Object.keys(palettes.light)) {
      const variable = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:`;
      // And those that a projector needs stronger, once more in each.
      const places = name in projector.light ? 7 : 4;
      expect([name, css.split(variable).length - 1]).toEqual([name, places]);
    }
  });

  it('lets the reader’s choice win over the system’s', () => {
    expect(css).toContain('@media (prefers-color-scheme:dark){:root:not([data-theme=light]){');
    expect(css).toContain(':root[data-theme=dark]{color-scheme:dark;');
  });
});
