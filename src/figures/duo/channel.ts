/** The landscape of the figure `duo` as both its pictures use it: its slice, and where the ball is for an epsilon. */
import { useMemo } from 'react';
import type { StoreApi } from 'zustand';
import { useStore } from 'zustand';
import type { LandscapeData } from '#landscape/landscape-data';
import { type SliceFrame, sliceFrame } from '#landscape/slice-frame';
import { floorPlace } from '#landscape/slice-lines';
import { createEpsilonHandle } from '#pair/epsilon-bar';
import type { Pixel, Project } from '#scene/axes';
import type { ScenePoint } from '#scene/box';
import { valueAt } from '#state/slider-scale';
import { channelOf, floorAt } from './floor';
import { duoSchema } from './schema';

/** Infinity is an edge of the picture. */
export const AXIS = 'compact';

/** Where the ball would be on the picture for an epsilon, in pixels of the page. */
export interface FloorPixel {
  readonly epsilon: number;
  readonly at: Pixel;
}

/** The ball's place for an epsilon, when that is known. */
export type PlaceOf = (epsilon: number) => ScenePoint | undefined;

/** What is drawn; renders anew when data arrive. */
export function useChannel(landscape: StoreApi<LandscapeData>): {
  readonly data: LandscapeData;
  readonly frame: SliceFrame | undefined;
  readonly placeOf: PlaceOf;
} {
  const data = useStore(landscape);
  const { network, columns, plane, roads, tears, finite } = data;
  const frame = useMemo(
    () => sliceFrame({ network, columns, plane, roads, tears, finite }, 'descent', AXIS),
    [network, columns, plane, roads, tears, finite],
  );
  const placeOf: PlaceOf = (epsilon) => {
    const road = channelOf(data);
    const point = floorAt(data, epsilon);
    return frame && road && point && floorPlace(frame, road, Math.abs(point.gamma));
  };
  return { data, frame, placeOf };
}

/** From the entrance of the channel at the left to infinity at the right. */
export const epsilonHandle = createEpsilonHandle(duoSchema.eps);

/** Every other position of the handle: as fine as a drag can be. */
const POSITIONS = Array.from({ length: Math.floor(epsilonHandle.last / 2) + 1 }, (_, k) =>
  valueAt(duoSchema.eps, 2 * k),
);

/** The floor of the channel on a picture whose pixels are `unit` of the page. */
export function floorPixels(placeOf: PlaceOf, project: Project, unit: number): readonly FloorPixel[] {
  return POSITIONS.flatMap((epsilon) => {
    const point = placeOf(epsilon);
    if (!point) return [];
    const [x, y] = project(point);
    return [{ epsilon, at: [x * unit, y * unit] as const }];
  });
}
