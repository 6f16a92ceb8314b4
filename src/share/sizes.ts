/** How large an embed is. */
import type { ControlChoice } from '#state/query';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What an author asks for: a size, or a width and as much height as the figure needs. */
export interface AskedSize {
  readonly width: number;
  readonly height: number | 'whole';
}

/** Common places for a figure. */
export const sizePresets = {
  whole: { width: 1080, height: 'whole' },
  column: { width: 720, height: 480 },
  page: { width: 1080, height: 720 },
  slide: { width: 960, height: 600 },
  phone: { width: 360, height: 560 },
} as const satisfies Readonly<Record<string, AskedSize>>;

export type SizePreset = keyof typeof sizePresets;

/** Sides of a frame in which a figure can be used, and beyond which nobody has a screen. */
export const leastSize: Size = { width: 240, height: 200 };
export const mostSize: Size = { width: 7680, height: 4320 };

/** The preset with this size, or undefined. */
export function presetOfSize({ width, height }: AskedSize): SizePreset | undefined {
  const ids = Object.keys(sizePresets) as SizePreset[];
  return ids.find((id) => sizePresets[id].width === width && sizePresets[id].height === height);
}

/**
 * The size of the frame.
 * @param needed pixels that the figure with all of its controls needs, once they are known
 */
export function frameSize({ width, height }: AskedSize, controls: ControlChoice, needed?: number): Size {
  if (height !== 'whole') return { width, height };
  // Without all controls a figure fills whatever frame it is given.
  const whole = controls === 'full' ? needed : undefined;
  return { width, height: Math.min(mostSize.height, Math.ceil(whole ?? width / 1.5)) };
}

/** A side as it was typed, or undefined when it is no size of a frame. */
export function readSide(typed: string, side: keyof Size): number | undefined {
  const pixels = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return pixels >= leastSize[side] && pixels <= mostSize[side] ? pixels : undefined;
}
