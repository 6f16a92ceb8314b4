/** The lines drawn on a slice: saddle line, channel, road back, the tracks of the ball. Places in the scene; pure. */
import type { ScenePoint } from '#scene/box';
import { type AxisKind, gammaPlace } from './gamma-axis';
import { ALPHA } from './schema';
import type { Run, Session } from './session';
import {
  arcPlace,
  type Column,
  descentPoint,
  isTorn,
  type LossRange,
  longestArc,
  lossHeight,
  type PlaneData,
  planeLoss,
  scenePoint,
} from './slice-surface';

/** How far lines float above the surface, so that they are not cut by it. */
const LIFT = 0.016;

/** What the places on a slice depend on. */
export interface SliceFrame {
  readonly slice: 'descent' | 'plane';
  readonly axis: AxisKind;
  readonly range: LossRange;
  readonly columns: readonly Column[];
  /** Of the plane slice. */
  readonly plane?: PlaneData;
}

function onAxis(axis: AxisKind, gamma: number): boolean {
  return Math.abs(gammaPlace(axis, gamma)) <= 1 + 1e-9;
}

/** The saddle line, along the whole axis. */
export function saddleLinePoints({ range }: SliceFrame, crest: number): readonly ScenePoint[] {
  const height = lossHeight(range, crest) + LIFT;
  return Array.from({ length: 41 }, (_, k) => scenePoint(k / 20 - 1, 0, height));
}

/** The feet of one side, in pieces that end where the surface is torn. */
export function footLines(
  frame: SliceFrame,
  session: Session,
  side: 'plus' | 'minus',
): readonly ScenePoint[][] {
  const { axis, range, columns } = frame;
  const longest = longestArc(columns);
  const shown = columns.filter(({ gamma }) => onAxis(axis, gamma));
  const pieces: ScenePoint[][] = [];
  let piece: ScenePoint[] = [];
  for (const [k, column] of shown.entries()) {
    const path = column[side];
    const across = arcPlace(path.length, longest) * (side === 'plus' ? 1 : -1);
    piece.push(scenePoint(gammaPlace(axis, column.gamma), across, lossHeight(range, path.footLoss) + LIFT));
    const next = shown[k + 1];
    if (!next || isTorn(session.tears, side, column.gamma, next.gamma)) {
      pieces.push(piece);
      piece = [];
    }
  }
  const road = session.roads[side];
  const last = shown.at(-1);
  if (axis === 'compact' && road && last && Number.isFinite(road.lossAtInfinity)) {
    // The road's end: the limit network itself, on the edge at infinity.
    const across = arcPlace(last[side].length, longest) * (side === 'plus' ? 1 : -1);
    pieces.at(-1)?.push(scenePoint(1, across, lossHeight(range, road.lossAtInfinity) + LIFT));
  }
  return pieces.filter((points) => points.length > 1);
}

/** Where a point of a run stands: on the descent slice by its fraction of the way, on the plane by its shadow. */
export function runPoint(frame: SliceFrame, run: Run, k: number): ScenePoint | undefined {
  const gamma = run.gammas[k];
  const loss = run.losses[k];
  if (gamma === undefined || loss === undefined) return undefined;
  // Off the end of the axis the ball waits at its edge.
  const place = Math.max(-1, Math.min(1, gammaPlace(frame.axis, gamma)));
  if (frame.slice === 'plane') {
    // Its shadow on the plane, at the plane's own height, as long as that is drawn.
    const across = (run.alphas[k] ?? 0) / ALPHA;
    return Math.abs(across) <= 1 && onAxis(frame.axis, gamma) ? planePoint(frame, gamma, across) : undefined;
  }
  const along = run.along[k] ?? 0;
  const point = descentPoint(frame.columns, gamma, along);
  if (!point) return undefined;
  const across = arcPlace(Math.abs(along) * point.length, longestArc(frame.columns)) * Math.sign(along);
  return scenePoint(place, across, lossHeight(frame.range, Math.min(loss, frame.range.high)) + LIFT);
}

/** A point on the plane slice; off the end of the axis, at its edge. */
function planePoint(
  { axis, range, plane }: SliceFrame,
  gamma: number,
  across: number,
): ScenePoint | undefined {
  const last = plane?.gammas.at(-1) ?? gamma;
  const loss = plane && planeLoss(plane, Math.min(gamma, last), across * ALPHA);
  if (loss === undefined) return undefined;
  const place = Math.max(-1, Math.min(1, gammaPlace(axis, gamma)));
  return scenePoint(place, across, lossHeight(range, Math.min(loss, range.high)) + LIFT);
}

/** The track of a run up to a point of it. */
export function trackPoints(frame: SliceFrame, run: Run, count: number): readonly ScenePoint[] {
  const points: ScenePoint[] = [];
  const last = Math.min(count, run.times.length);
  // A few hundred points are as smooth as the picture shows.
  const stride = Math.max(1, Math.floor(last / 400));
  for (let k = 0; k < last; k += stride) {
    const point = runPoint(frame, run, k);
    if (point) points.push(point);
  }
  const end = last > 0 ? runPoint(frame, run, last - 1) : undefined;
  if (end) points.push(end);
  return points;
}

/** The place of a start that has not been let go. */
export function startPoint(frame: SliceFrame, gamma: number, along: number): ScenePoint | undefined {
  if (!onAxis(frame.axis, gamma)) return undefined;
  if (frame.slice === 'plane') return planePoint(frame, gamma, along);
  const point = descentPoint(frame.columns, gamma, along);
  if (!point) return undefined;
  const across = arcPlace(Math.abs(along) * point.length, longestArc(frame.columns)) * Math.sign(along);
  return scenePoint(gammaPlace(frame.axis, gamma), across, lossHeight(frame.range, point.loss) + LIFT);
}
