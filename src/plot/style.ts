/** Colours and strokes of marks: tokens of the theme, so that every plot follows it. */
import type { Palette } from '#ui/theme';

export type Colour = keyof Palette;

/** A colour of the theme as a value of `fill` or `stroke`. */
export function paint(colour: Colour): string {
  return `var(--${colour.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)})`;
}

/** What is measured or computed is solid, what is predicted dashed. */
export interface Stroke {
  readonly colour?: Colour;
  /** Pixels. */
  readonly width?: number;
  readonly dash?: 'dashed' | 'dotted';
  /** Between 0 and 1. */
  readonly opacity?: number | undefined;
  /** For tests and style sheets: `data-mark`. */
  readonly name?: string;
}

const DASHES = { dashed: '6 4', dotted: '1.5 4' } as const;

/** The attributes of a stroke. */
export function strokeAttributes({ colour = 'ink', width = 2, dash, opacity, name }: Stroke) {
  return {
    fill: 'none',
    stroke: paint(colour),
    strokeWidth: width,
    strokeLinejoin: 'round' as const,
    strokeLinecap: dash === 'dotted' ? ('round' as const) : undefined,
    strokeDasharray: dash && DASHES[dash],
    strokeOpacity: opacity,
    'data-mark': name,
  };
}
