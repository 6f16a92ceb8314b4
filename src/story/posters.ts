/** The posters of the article's places: what `npm run posters` takes and the page shows. */
import sizes from './posters.json' with { type: 'json' };

/** Pixels of the page. */
export interface PosterSize {
  readonly width: number;
  readonly height: number;
}

export const posterThemes = ['light', 'dark'] as const;
export type PosterTheme = (typeof posterThemes)[number];

/** For windows wider than a telephone, and for telephones. */
export const posterShapes = ['wide', 'narrow'] as const;
export type PosterShape = (typeof posterShapes)[number];

/** Where a window is narrow; a sheet of paper keeps the pictures of wide ones. */
export const NARROW = 'screen and (width < 40rem)';

/** The name of a poster's file, below `posters`. */
export function posterFile(place: string, theme: PosterTheme, shape: PosterShape): string {
  return `story-${place}-${theme}${shape === 'narrow' ? '-narrow' : ''}.webp`;
}

/** How large the place was when its posters were taken; undefined for one that has none yet. */
export function posterSizes(place: string): Readonly<Record<PosterShape, PosterSize>> | undefined {
  const known: Readonly<Record<string, Record<PosterShape, PosterSize>>> = sizes;
  return known[place];
}
