/** Single points of the drawn slices: where they stand, their loss and their parameters. Pure. */
import type { ScenePoint } from '#scene/box';
import type { PathData } from '#workers/messages';
import { boundedPlace, gammaPlace, isOnAxis } from './gamma-axis';
import type { Side } from './landscape-data';
import type { SliceFrame } from './slice-frame';
import {
  ALPHA,
  arcPlace,
  between,
  type Column,
  drawnPieces,
  isTorn,
  longestArc,
  lossHeight,
  type PlaneData,
  scenePoint,
  type TearData,
} from './slice-mesh';

/** How far lines float above the surface, so that they are not cut by it. */
export const LIFT = 0.016;

/** One side's paths beside a gamma, and how far it is from the first to the second; nearest column beyond the ends. */
function pathsAt(
  columns: readonly Column[],
  tears: TearData | undefined,
  gamma: number,
  side: 'plus' | 'minus',
): { readonly low: PathData; readonly high: PathData; readonly t: number } | undefined {
  const above = columns.findIndex((column) => column.gamma >= gamma);
  const high = columns[above < 0 ? columns.length - 1 : above];
  const low = columns[Math.max(0, above < 0 ? columns.length - 1 : above - 1)];
  if (!high || !low) return undefined;
  const t = high === low ? 0 : (gamma - low.gamma) / (high.gamma - low.gamma);
  if (!isTorn(tears, side, low.gamma, high.gamma)) return { low: low[side], high: high[side], t };
  // Across a tear there is nothing between: the nearer column stands for it.
  const near = (t < 0.5 ? low : high)[side];
  return { low: near, high: near, t: 0 };
}

/** Loss, arc length and parameters at a point of the drawn descent slice. */
export function descentPoint(
  { columns, tears }: Pick<SliceFrame, 'columns' | 'tears'>,
  gamma: number,
  along: number,
) {
  const found = pathsAt(columns, tears, gamma, along >= 0 ? 'plus' : 'minus');
  if (!found) return undefined;
  const { low, high, t } = found;
  const last = low.losses.length - 1;
  const at = Math.min(1, Math.abs(along)) * last;
  const k = Math.min(last - 1, Math.floor(at));
  const s = at - k;
  const size = low.thetas.length / (last + 1);
  const mix = (one: number, other: number) => one + t * (other - one);
  const row = (path: PathData, p: number) => {
    const [x, y] = [path.thetas[k * size + p] as number, path.thetas[(k + 1) * size + p] as number];
    return x + s * (y - x);
  };
  return {
    theta: Float64Array.from({ length: size }, (_, p) => mix(row(low, p), row(high, p))),
    loss: mix(lossAlong(low, at / last), lossAlong(high, at / last)),
    length: mix(low.length, high.length),
  };
}

function nearest(list: Float64Array, value: number): number {
  let best = 0;
  for (let k = 1; k < list.length; k++) {
    if (Math.abs((list[k] as number) - value) < Math.abs((list[best] as number) - value)) best = k;
  }
  return best;
}

/** Loss on the plane slice at the nearest grid point. */
export function planeLoss(plane: PlaneData, gamma: number, alpha: number): number | undefined {
  return plane.losses[nearest(plane.gammas, gamma) * plane.alphas.length + nearest(plane.alphas, alpha)];
}

/** The four columns around a gamma that the drawn surface is made from there; one column where it has an end. */
function columnsAround(frame: SliceFrame, gamma: number, side: Side) {
  const { axis, tears } = frame;
  const shown = drawnPieces(frame, side).flat();
  const above = shown.findIndex((column) => column.gamma >= gamma);
  const k = above < 0 ? shown.length - 1 : above;
  const [from, to] = [shown[Math.max(0, k - 1)], shown[k]];
  if (!from || !to) return undefined;
  const joined = (one: Column | undefined, other: Column | undefined) =>
    one !== undefined && other !== undefined && !isTorn(tears, side, one.gamma, other.gamma);
  const place = gammaPlace(axis, gamma);
  const [start, end] = [gammaPlace(axis, from.gamma), gammaPlace(axis, to.gamma)];
  const outside = place <= start || place >= end;
  if (from === to || outside || !joined(from, to)) {
    const near = place - start < end - place ? from : to;
    return { around: [undefined, near, near, undefined], gaps: [1, 1, 1], t: 0 } as const;
  }
  const [before, after] = [shown[k - 2], shown[k + 1]];
  return {
    around: [joined(before, from) ? before : undefined, from, to, joined(to, after) ? after : undefined],
    gaps: [
      start - (before ? gammaPlace(axis, before.gamma) : 0),
      end - start,
      (after ? gammaPlace(axis, after.gamma) : 0) - end,
    ],
    t: (place - start) / (end - start),
  } as const;
}

/** Whether the descent slice is drawn at a gamma, on the side of `along`; across its tears it counts as drawn. */
export function isDrawn(frame: SliceFrame, gamma: number, along: number): boolean {
  if (!frame.whole) return isOnAxis(frame.axis, gamma);
  const piece = drawnPieces(frame, along >= 0 ? 'plus' : 'minus')[0];
  return gamma >= (piece?.[0]?.gamma ?? Infinity) - 1e-9 && gamma <= (piece?.at(-1)?.gamma ?? 0) + 1e-9;
}

/** The stretches of gamma, of those on the axis, that are left out on one side so that it has no tears. */
export function leftOut(frame: SliceFrame, side: Side): readonly (readonly [from: number, to: number])[] {
  const shown = frame.columns.filter(({ gamma }) => isOnAxis(frame.axis, gamma));
  const piece = drawnPieces(frame, side)[0];
  const [first, last] = [shown[0]?.gamma ?? 0, shown.at(-1)?.gamma ?? 0];
  const [from, to] = [piece?.[0]?.gamma ?? 0, piece?.at(-1)?.gamma ?? 0];
  if (!frame.whole || !piece) return [];
  return (
    [
      [first, from],
      [to, last],
    ] as const
  ).filter(([low, high]) => high > low);
}

/** Where the drawn descent slice is at a gamma and a fraction of the way: its place across, and its loss there. */
function surfaceAt(frame: SliceFrame, gamma: number, along: number) {
  const side: Side = along >= 0 ? 'plus' : 'minus';
  const found = columnsAround(frame, gamma, side);
  if (!found) return undefined;
  const { around, gaps, t } = found;
  const longest = longestArc(frame.columns);
  const fraction = Math.min(1, Math.abs(along));
  const mix = (value: (path: PathData) => number) => {
    const [v0, v1 = 0, v2 = 0, v3] = around.map((column) => column && value(column[side]));
    return between(v0, v1, v2, v3, gaps, t);
  };
  return {
    across: (side === 'plus' ? 1 : -1) * mix((path) => arcPlace(fraction * path.length, longest)),
    loss: mix((path) => lossAlong(path, fraction)),
  };
}

/** Loss at a fraction of a path, straight between its points. */
function lossAlong({ losses }: PathData, fraction: number): number {
  const at = fraction * (losses.length - 1);
  const k = Math.min(losses.length - 2, Math.floor(at));
  const [x, y] = [losses[k] as number, losses[k + 1] as number];
  return x + (at - k) * (y - x);
}

/**
 * The place of a point of the descent slice, by its gamma and its fraction of the way (minus side negative);
 * off the end of the axis at its edge. Its height is that of its loss, but never below the surface.
 */
export function descentPlace(
  frame: SliceFrame,
  gamma: number,
  along: number,
  loss: number,
): ScenePoint | undefined {
  const surface = surfaceAt(frame, gamma, along);
  if (!surface) return undefined;
  const high = Math.min(isDrawn(frame, gamma, along) ? Math.max(loss, surface.loss) : loss, frame.range.high);
  return scenePoint(boundedPlace(frame.axis, gamma), surface.across, lossHeight(frame.range, high) + LIFT);
}

/** The place of a point of the plane slice, by its gamma and alpha; undefined where none is drawn. */
export function planePlace(frame: SliceFrame, gamma: number, alpha: number): ScenePoint | undefined {
  const { axis, range, plane } = frame;
  if (!plane || Math.abs(alpha) > ALPHA * (1 + 1e-9)) return undefined;
  const loss = planeLoss(plane, gamma, alpha);
  if (loss === undefined) return undefined;
  const place = Math.max(-1, boundedPlace(axis, gamma));
  return scenePoint(place, alpha / ALPHA, lossHeight(range, Math.min(loss, range.high)) + LIFT);
}
