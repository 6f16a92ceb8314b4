/** What a picture of a landscape is drawn from. */
import { type AxisKind, isOnAxis } from './gamma-axis';
import type { LandscapeData } from './landscape-data';
import { type Column, type LossRange, lossRange, type PlaneData, type TearData } from './slice-mesh';

export type SliceKind = 'descent' | 'plane';

/** What the places on a slice depend on. */
export interface SliceFrame {
  readonly slice: SliceKind;
  readonly axis: AxisKind;
  readonly range: LossRange;
  readonly columns: readonly Column[];
  readonly tears: TearData | undefined;
  /** Whether only the longest piece of each side of the descent slice is drawn, so that it has no tears. */
  readonly whole: boolean;
  /** Of the plane slice. */
  readonly plane?: PlaneData;
}

/** A plateau's walls are cut this far up. */
const PLATEAU_SHARE = 0.5;

/** What a frame is made from. */
export type FrameData = Pick<LandscapeData, 'network' | 'columns' | 'plane' | 'roads' | 'tears' | 'finite'>;

/** The frame of the picture, or undefined while nothing can be drawn. */
export function sliceFrame(
  data: FrameData,
  slice: SliceKind,
  axis: AxisKind,
  whole = false,
): SliceFrame | undefined {
  const { network, columns, plane, roads, tears } = data;
  if (!network) return undefined;
  const base = { slice, axis, columns, tears, whole };
  if (slice === 'plane') {
    if (!plane) return undefined;
    // The plane's own valleys are shallow: they get the whole box, and its walls are cut not far above the crest.
    const lowest = Math.min(network.loss, ...plane.losses);
    const { low } = lossRange(network.loss, lowest);
    return { ...base, range: { low, high: network.loss + 1.6 * (network.loss - lowest) }, plane };
  }
  if (columns.length < 2) return undefined;
  const shown = columns.filter(({ gamma }) => isOnAxis(axis, gamma));
  const lows = [
    ...shown.flatMap(({ plus, minus }) => [plus.footLoss, minus.footLoss]),
    ...Object.values(roads).map((road) => road.lossAtInfinity),
    ...(data.finite ? [data.finite.loss] : []),
  ].filter((loss) => Number.isFinite(loss) && loss > 0);
  const lowest = Math.min(network.loss, ...lows);
  if (lowest < network.loss * (1 - 1e-6)) return { ...base, range: lossRange(network.loss, lowest) };
  // A plateau saddle all along: the line is the floor, and what is beside it decides the height.
  const walls = shown.flatMap(({ plus, minus }) => [plus.beyond.at(-1) ?? 0, minus.beyond.at(-1) ?? 0]);
  const highest = Math.max(network.loss * (1 + 1e-6), ...walls.filter(Number.isFinite));
  const high = network.loss + PLATEAU_SHARE * (highest - network.loss);
  return { ...base, range: { low: network.loss - 0.15 * (high - network.loss), high } };
}
