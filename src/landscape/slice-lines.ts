/** The lines drawn on a slice: saddle line, channel, road back; and the marks. Places in the scene; pure. */
import { HALF_HEIGHT, type ScenePoint } from '#scene/box';
import type { RoadData } from '#workers/messages';
import { gammaAt, gammaPlace } from './gamma-axis';
import type { LandscapeData, Side } from './landscape-data';
import type { SliceFrame } from './slice-frame';
import { arcPlace, drawnPieces, longestArc, lossHeight, scenePoint } from './slice-mesh';
import { descentPlace, isDrawn, LIFT } from './slice-points';

/** A stretch of the saddle line. */
export interface SaddleStretch {
  readonly points: readonly ScenePoint[];
  /** Whether nothing descends from it: a plateau saddle. */
  readonly plateau: boolean;
}

/** The saddle line along the whole axis, in stretches that are plateau saddles or not. */
export function saddleStretches(frame: SliceFrame, data: LandscapeData): readonly SaddleStretch[] {
  if (!data.network) return [];
  const height = lossHeight(frame.range, data.network.loss) + LIFT;
  const one = Math.max(-1, Math.min(1, gammaPlace(frame.axis, 1)));
  const stretch = (from: number, to: number, plateau: boolean): SaddleStretch[] =>
    to - from < 1e-6 ? [] : [{ points: [from, to].map((place) => scenePoint(place, 0, height)), plateau }];
  const { stable } = data.network;
  if (stable !== 'between' && stable !== 'outside') return stretch(-1, 1, false);
  return [...stretch(-1, one, stable === 'between'), ...stretch(one, 1, stable === 'outside')];
}

/** Points of a line between two columns, so that it follows the surface. */
const FINER = 5;

/** The feet of one side, in pieces that end where the surface is torn or has no way down. */
function footLines(frame: SliceFrame, side: Side): readonly ScenePoint[][] {
  const { axis } = frame;
  const sign = side === 'plus' ? 1 : -1;
  return drawnPieces(frame, side)
    .filter((piece) => piece.length > 1 && piece.every((column) => column[side].length > 0))
    .map((piece) => {
      const points: ScenePoint[] = [];
      for (const place of finely(piece.map(({ gamma }) => gammaPlace(axis, gamma)))) {
        const gamma = gammaAt(axis, place);
        const point = descentPlace(frame, gamma, sign, 0);
        if (point) points.push(point);
      }
      return points;
    });
}

/** The places with some between each two. */
function finely(places: readonly number[]): readonly number[] {
  return places.flatMap((place, k) => {
    const next = places[k + 1];
    return next === undefined
      ? [place]
      : Array.from({ length: FINER }, (_, step) => place + ((next - place) * step) / FINER);
  });
}

/**
 * The place of a road's floor, the minimum over everything else at each epsilon, at a gamma. It settles onto the feet
 * as gamma grows; before that it is above them.
 */
export function floorPlace(frame: SliceFrame, road: RoadData, gamma: number): ScenePoint | undefined {
  if (gamma === Infinity) return infinityPoint(frame, road);
  const { gammas, losses, along } = road.floor;
  // Falling with epsilon: the first row is at infinity.
  const k = gammas.findIndex((value) => value <= gamma);
  const [from, to] = k < 0 ? [gammas.length - 1, gammas.length - 1] : [Math.max(1, k - 1), Math.max(1, k)];
  const [g1, g2] = [gammas[from] as number, gammas[to] as number];
  const t = g1 === g2 ? 0 : Math.min(1, Math.max(0, Math.log(gamma / g1) / Math.log(g2 / g1)));
  const mix = (list: Float64Array) =>
    (list[from] as number) + t * ((list[to] as number) - (list[from] as number));
  return descentPlace(frame, gamma, mix(along), mix(losses));
}

/** The line of a road: its feet, and its end at infinity where the axis has a place for that. */
export function roadLine(frame: SliceFrame, side: Side, road: RoadData | undefined): readonly ScenePoint[][] {
  const pieces = footLines(frame, side);
  const end = road && infinityPoint(frame, road);
  return end ? pieces.map((piece, k) => (k === pieces.length - 1 ? [...piece, end] : piece)) : pieces;
}

/** The limit network of a road, on the edge at infinity. */
export function infinityPoint(frame: SliceFrame, road: RoadData): ScenePoint | undefined {
  const last = frame.columns.at(-1);
  if (frame.axis !== 'compact' || !last || road.verdict === 'no-limit') return undefined;
  const sign = road.side === 'plus' ? 1 : -1;
  const across = sign * arcPlace(last[road.side].length, longestArc(frame.columns));
  return scenePoint(1, across, lossHeight(frame.range, road.lossAtInfinity) + LIFT);
}

/** The finite minimum, where its gamma is: on the axis or just before its first end. */
export function finitePoint(frame: SliceFrame, data: LandscapeData): ScenePoint | undefined {
  const { finite } = data;
  if (!finite || frame.slice !== 'descent') return undefined;
  // gamma and 1 - gamma are the same network with the copies exchanged.
  const gamma = Math.max(finite.gamma, 1 - finite.gamma);
  if (gammaPlace(frame.axis, gamma) < -1.29 || gammaPlace(frame.axis, gamma) > 1) return undefined;
  return descentPlace(frame, gamma, finite.along, finite.loss);
}

/** What the finite minimum stands on where no surface is drawn below it: a line up from the floor of the box. */
export function finiteStem(frame: SliceFrame, data: LandscapeData): readonly ScenePoint[] {
  const top = finitePoint(frame, data);
  if (!top || !data.finite || !frame.whole || isDrawn(frame, data.finite.gamma, data.finite.along)) return [];
  return [[top[0], -HALF_HEIGHT, top[2]], top];
}
