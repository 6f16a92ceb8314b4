/** The colour scales of the function view: network and target share one, pair and limit another. */
import { niceHeight } from '#scene/box';
import { type TileId, tileIds } from './function-maps';

export interface TileScale {
  /** Value shown with the strongest colour. */
  readonly range: number;
  /** How many times its colours are stronger than those of the row's common scale; 1 for the scale itself. */
  readonly factor: number;
  /** True where every value is 0 and a scale means nothing. */
  readonly zero: boolean;
}

/** 1, 2 or 5 times a power of ten, at most the given factor and at least 1. */
export function roundFactor(factor: number): number {
  if (!(factor > 1)) return 1;
  const power = 10 ** Math.floor(Math.log10(factor) + 1e-9);
  const digit = [5, 2, 1].find((candidate) => candidate * power <= factor * (1 + 1e-9)) ?? 1;
  return Number((digit * power).toPrecision(1));
}

/** The scale of every tile from its largest |value|. */
export function tileScales(largest: Readonly<Record<TileId, number>>): Readonly<Record<TileId, TileScale>> {
  const network = niceHeight(Math.max(largest.network, largest.target));
  const pair = niceHeight(Math.max(largest.pair, largest.limit));
  const scale = (tile: TileId): TileScale => {
    const common = tile === 'network' || tile === 'target' || tile === 'residual' ? network : pair;
    const zero = largest[tile] === 0;
    const own = tile === 'residual' || tile === 'difference';
    const factor = own && !zero ? roundFactor(common / largest[tile]) : 1;
    return { range: common / factor, factor, zero };
  };
  return Object.fromEntries(tileIds.map((tile) => [tile, scale(tile)])) as Record<TileId, TileScale>;
}
