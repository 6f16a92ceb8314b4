/** The right half of the figure `duo`: the landscape, and the ball on the floor of its channel. */
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { PerspectiveCamera } from 'three';
import type { StoreApi } from 'zustand';
import { useStore } from 'zustand';
import type { LandscapeData } from '#landscape/landscape-data';
import { sliceFrame } from '#landscape/slice-frame';
import { floorPlace } from '#landscape/slice-lines';
import { drawSliceAxes, isSmall, namesOfLines } from '#landscape/slice-overlay';
import { BallLight, placeBall, SliceLines, useBall, useSliceSurface } from '#landscape/slice-scene';
import type { Pixel } from '#scene/axes';
import { layerGroup } from '#scene/axes-layer';
import type { ScenePoint } from '#scene/box';
import { drawPills } from '#scene/pills';
import { type Layers, placeElement, projection, viewOf } from '#scene/stage';
import { applyView } from '#scene/view';
import type { FigureStore } from '#state/figure-store';
import { valueAt } from '#state/slider-scale';
import { palettes, type ThemeName } from '#ui/theme';
import { channelOf, floorAt } from './floor';
import { epsilonHandle } from './handles';
import { type DuoSchema, duoSchema } from './schema';

/** Where the ball would be on the picture for an epsilon. */
export interface FloorPixel {
  readonly epsilon: number;
  readonly at: Pixel;
}

interface ChannelSceneProps {
  readonly store: FigureStore<DuoSchema>;
  readonly landscape: StoreApi<LandscapeData>;
  readonly theme: ThemeName;
  readonly layers: Layers;
  /** The ball's handle, placed over it. */
  readonly ballMark: { readonly current: HTMLElement | null };
  /** Told how to find the floor on the picture as it is drawn. */
  readonly onFloor: (floor: () => readonly FloorPixel[]) => void;
  readonly onFrame: () => void;
}

/** Infinity is an edge of the picture. */
const AXIS = 'compact';

/** Every other position of the handle: as fine as a drag can be. */
const POSITIONS = Array.from({ length: Math.floor(epsilonHandle.last / 2) + 1 }, (_, k) =>
  valueAt(duoSchema.eps, 2 * k),
);

/** The scene. It renders anew when data arrive, and draws one frame after each change. */
export function ChannelScene(props: ChannelSceneProps) {
  const { store, landscape, theme, layers, ballMark, onFloor, onFrame } = props;
  const invalidate = useThree((state) => state.invalidate);
  const data = useStore(landscape);
  const palette = palettes[theme];
  const { network, columns, plane, roads, tears, finite } = data;
  const frame = useMemo(
    () => sliceFrame({ network, columns, plane, roads, tears, finite }, 'descent', AXIS),
    [network, columns, plane, roads, tears, finite],
  );
  const surface = useSliceSurface(frame);
  const ball = useBall(palette);
  const placeOf = (epsilon: number): ScenePoint | undefined => {
    const road = channelOf(data);
    const point = floorAt(data, epsilon);
    return frame && road && point && floorPlace(frame, road, Math.abs(point.gamma));
  };
  const latest = useRef({ frame, data, placeOf });
  latest.current = { frame, data, placeOf };

  useEffect(
    () =>
      store.api.subscribe((state, before) => {
        if (state.values !== before.values) invalidate();
      }),
    [store, invalidate],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again exactly when one of these is new
  useEffect(() => invalidate(), [surface, frame, data, palette, invalidate]);

  useFrame(({ camera, size }) => {
    if (!(camera instanceof PerspectiveCamera)) return;
    const values = store.values();
    const view = viewOf(values.view);
    applyView(camera, view, size);
    const now = latest.current;
    const at = now.placeOf(values.eps);
    placeBall(ball, at);
    const project = projection(camera, size, layers);
    const pills = layerGroup(layers.before, 'pills');
    drawSliceAxes(layers, project, view, { slice: 'descent', axis: AXIS }, now.frame);
    drawPills(pills, now.frame ? namesOfLines(now.frame, now.data, project, palette, isSmall(size)) : []);
    if (ballMark.current) {
      ballMark.current.hidden = at === undefined;
      if (at) placeElement(ballMark.current, project(at));
    }
    onFloor(() =>
      POSITIONS.flatMap((epsilon) => {
        const point = latest.current.placeOf(epsilon);
        return point ? [{ epsilon, at: project(point) }] : [];
      }),
    );
    onFrame();
  });

  return (
    <>
      <BallLight />
      {surface && <primitive object={surface} />}
      <primitive object={ball.sphere} />
      <primitive object={ball.shadow} />
      {frame && <SliceLines frame={frame} data={data} palette={palette} />}
    </>
  );
}
