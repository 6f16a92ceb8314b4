/** How many of the plots a frame has room for, and in how many columns. Pure; lengths are a drawing's own (#plot/drawing-size). */

export interface RideLayout {
  readonly columns: number;
  /** How much stands above each plot: in one line, in two, or without its value. */
  readonly header: 'line' | 'lines' | 'short';
  /** Plots of laws that are shown, the first ones. */
  readonly plots: number;
  /** Where the clock stands, if there is room. */
  readonly clock: 'beside' | 'below' | 'none';
  /** Whether there is room for the title of the plots, and for the words below them. */
  readonly isTitled: boolean;
  readonly isCaptioned: boolean;
}

export interface RideRoom {
  readonly width: number;
  readonly height: number;
  /** Whether there are buttons. */
  readonly buttons: boolean;
  /** Plots of laws and clock that the author has not hidden. */
  readonly laws: number;
  readonly clock: boolean;
  /** Whether the clock goes before plots of laws, where it has room: a text around speaks of it. */
  readonly clockFirst?: boolean;
}

/** A plot of this size, with the two lines above it, is read with ease. */
const EASY = { width: 250, height: 215 };
/**
 * Smaller than these shares of it, a plot stands there only when it stands alone. In a text that needs the clock, plots may
 * be somewhat narrower, for it also needs the sharpness, the third of them; but not as flat.
 */
const LEAST = { width: 0.66, height: 0.66 };
const LEAST_WITH_CLOCK = { width: 0.58, height: 0.74 };
/** There, more plots count for more than larger ones. */
const SIZE_COUNTS = 0.7;
/** The best ratio of width and height. */
const SHAPE = 1.3;
/** Shares of the frame that the laws have beside and above the clock; the clock is worth two of them. */
const LAWS_BESIDE = 0.7;
const LAWS_ABOVE = 0.7;
const CLOCK_WORTH = 1.6;
/** The six belong together. */
const ALL_BONUS = 1.2;

/** How well a plot of this size is read, from 0 to 1; a smaller one than the least, not at all. */
function ease(width: number, height: number, least: typeof LEAST): number {
  const size = Math.min(1, width / EASY.width, height / EASY.height);
  const shape = Math.abs(Math.log(width / height / SHAPE));
  return width < least.width * EASY.width || height < least.height * EASY.height
    ? 0
    : size ** 1.5 * Math.max(0.1, 1 - 0.15 * shape);
}

/** What has room above a plot of this width. */
function headerFor(width: number): RideLayout['header'] {
  return width >= 350 ? 'line' : width >= 265 ? 'lines' : 'short';
}

/** The layout in which most can be read. */
export function rideLayout({
  width,
  height,
  buttons,
  laws,
  clock,
  clockFirst = false,
}: RideRoom): RideLayout {
  const least = clockFirst ? LEAST_WITH_CLOCK : LEAST;
  const isCaptioned = height >= 270;
  const isTitled = height >= 400 && width >= 500;
  // As the style sheet of all frames has it.
  const isHeaded = height > 294 && width > 336;
  const free = {
    width: width - 28,
    height:
      height -
      28 -
      (isHeaded ? 30 : 0) -
      (isCaptioned ? 24 : 0) -
      (isTitled ? 28 : 0) -
      (buttons ? (width < 430 ? 76 : 42) : 0),
  };
  let best: { readonly score: number; readonly layout: RideLayout } | undefined;
  for (const place of ['none', ...(clock ? (['beside', 'below'] as const) : [])] as const) {
    const room = {
      width: free.width * (place === 'beside' && laws > 0 ? LAWS_BESIDE : 1),
      height: free.height * (place === 'below' && laws > 0 ? LAWS_ABOVE : 1),
    };
    const clockWorth =
      place === 'none'
        ? 0
        : CLOCK_WORTH *
          (place === 'beside'
            ? ease(free.width * (1 - LAWS_BESIDE), free.height, least)
            : ease(free.width, free.height * (1 - LAWS_ABOVE), least));
    if (place !== 'none' && clockWorth === 0) continue;
    for (let columns = 1; columns <= Math.max(1, laws); columns++) {
      for (let rows = 1; columns * rows <= Math.max(1, laws) + columns - 1; rows++) {
        const plots = Math.min(laws, columns * rows);
        // A last row that is not full wastes room.
        const full = plots / (columns * rows);
        const one = ease(room.width / columns, room.height / rows, least);
        if (laws > 0 && one === 0) continue;
        const score =
          plots * one ** (clockFirst ? SIZE_COUNTS : 1) * full ** 0.5 * (plots === laws ? ALL_BONUS : 1) +
          clockWorth;
        const isFirst = clockFirst && place !== 'none' && best?.layout.clock === 'none';
        if (best === undefined || isFirst || score > best.score + 1e-9)
          best = {
            score,
            layout: {
              columns,
              plots,
              clock: place,
              isTitled,
              isCaptioned,
              header: headerFor(room.width / columns),
            },
          };
      }
    }
  }
  if (best && best.score > 0) return best.layout;
  const isAlone = {
    columns: 1,
    plots: Math.min(1, laws),
    isTitled: false,
    isCaptioned,
    header: 'short',
  } as const;
  return { ...isAlone, clock: laws === 0 && clock ? 'below' : 'none' };
}
