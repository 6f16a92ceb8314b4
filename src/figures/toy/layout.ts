/** Which plots a frame has room for beside the landscape. Pure; lengths are a drawing's own (#plot/drawing-size). */
import { type ToyValues, toySchema } from './schema';

/** The plots that can stand beside the landscape. */
export type ToyPlotName = 'learn' | 'limit' | 'function' | 'followed' | 'sharpness' | 'stalls';

export interface ToyLayout {
  /** Where the plots stand, if there is room for any. */
  readonly place: 'beside' | 'below' | 'none';
  readonly columns: number;
  readonly plots: number;
  /** Share of the width or height that is the landscape's. */
  readonly share: number;
  readonly isCaptioned: boolean;
  readonly isScaled: boolean;
}

export interface ToyRoom {
  readonly width: number;
  readonly height: number;
  /** Whether there are a button and a slider. */
  readonly buttons: boolean;
  /** Whether the landscape is shown, and how many plots there are. */
  readonly landscape: boolean;
  readonly most: number;
}

/** The plots that matter most for what is set, the first one first. */
export function plotsFor({ eta, w, decay }: ToyValues): readonly ToyPlotName[] {
  if (eta !== toySchema.eta.default) return ['sharpness', 'stalls'];
  if (decay > 0) return ['followed', 'limit', 'learn', 'function'];
  if (w !== toySchema.w.default) return ['limit', 'function', 'learn', 'followed'];
  return ['learn', 'limit', 'followed', 'function'];
}

/** At these sizes the landscape, and a plot with its title and key, are read with ease. */
const EASY_MAP = { width: 640, height: 470, shape: 1.35 };
const EASY_PLOT = { width: 240, height: 225, shape: 1.25 };
const LEAST = 0.84;
/** The landscape counts as much as so many plots. */
const MAP_WORTH = 9;

function ease(width: number, height: number, easy: typeof EASY_MAP): number {
  const size = Math.min(1, width / easy.width, height / easy.height);
  const shape = Math.abs(Math.log(width / height / easy.shape));
  return Math.max(0, size) ** 1.5 * Math.max(0.1, 1 - 0.2 * shape);
}

/** The layout in which most can be read. */
export function toyLayout({ width, height, buttons, landscape, most }: ToyRoom): ToyLayout {
  const isCaptioned = height >= 330 && width >= 300;
  const isScaled = height >= 250;
  // As the style sheet of all frames has it.
  const isHeaded = height > 294 && width > 336;
  const free = {
    width: width - 30,
    height:
      height - 30 - (isHeaded ? 30 : 0) - (isCaptioned ? (width < 640 ? 48 : 26) : 0) - (buttons ? 48 : 0),
  };
  const room = { isCaptioned, isScaled };
  if (!landscape) {
    const columns = Math.max(1, Math.min(most, Math.floor(free.width / EASY_PLOT.width)));
    const rows = Math.max(1, Math.floor(free.height / EASY_PLOT.height));
    return { place: 'below', columns, plots: Math.min(most, columns * rows), share: 0, ...room };
  }
  let best: ToyLayout = { place: 'none', columns: 1, plots: 0, share: 1, ...room };
  let mostWorth = MAP_WORTH * ease(free.width, free.height, EASY_MAP);
  for (const place of ['beside', 'below'] as const) {
    for (const share of [0.45, 0.5, 0.55, 0.6, 0.64, 0.68, 0.72]) {
      for (let plots = 1; plots <= most; plots++) {
        for (let columns = 1; columns <= plots; columns++) {
          if (plots % columns !== 0) continue;
          const isBeside = place === 'beside';
          const map = {
            width: free.width * (isBeside ? share : 1),
            height: free.height * (isBeside ? 1 : share),
          };
          const one = {
            width: (free.width * (isBeside ? 1 - share : 1)) / columns,
            height: (free.height * (isBeside ? 1 : 1 - share)) / (plots / columns),
          };
          if (one.width < LEAST * EASY_PLOT.width || one.height < LEAST * EASY_PLOT.height) continue;
          const worth =
            MAP_WORTH * ease(map.width, map.height, EASY_MAP) +
            plots * ease(one.width, one.height, EASY_PLOT);
          if (worth <= mostWorth + 1e-9) continue;
          mostWorth = worth;
          best = { place, columns, plots, share, ...room };
        }
      }
    }
  }
  return best;
}
