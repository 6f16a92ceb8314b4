/** The right half of the figure `duo`: the landscape, and the ball on the floor of its channel. */
import { useEffect, useRef } from 'react';
import type { StoreApi } from 'zustand';
import { isSettled, type LandscapeData } from '#landscape/landscape-data';
import { drawSliceAxes, isSmall, namesOfLines } from '#landscape/slice-overlay';
import {
  BallLight,
  ballMiddle,
  ballSize,
  placeBall,
  SliceLines,
  useBall,
  useSliceSurface,
} from '#landscape/slice-scene';
import { layerGroup } from '#scene/axes-layer';
import { drawPills } from '#scene/pills';
import { SceneObject, useBeforeDraw, useInvalidate } from '#scene/scene-object';
import { drawnSize, type Layers, placeElement, projection, viewOf } from '#scene/stage';
import { applyView, viewScale } from '#scene/view';
import type { FigureStore } from '#state/figure-store';
import { palettes, type ThemeName } from '#ui/theme';
import { AXIS, type FloorPixel, floorPixels, useChannel } from './channel';
import type { DuoSchema } from './schema';

interface ChannelSceneProps {
  readonly store: FigureStore<DuoSchema>;
  readonly landscape: StoreApi<LandscapeData>;
  readonly theme: ThemeName;
  readonly layers: Layers;
  /** The ball's handle, placed over it. */
  readonly ballMark: { readonly current: HTMLElement | null };
  /** Told how to find the floor on the picture as it is drawn. */
  readonly onFloor: (floor: () => readonly FloorPixel[]) => void;
  /** In each frame with a surface that is as good as complete. */
  readonly onSurface: () => void;
  readonly onFrame: () => void;
}

/** The scene. It renders anew when data arrive, and draws one frame after each change. */
export function ChannelScene(props: ChannelSceneProps) {
  const { store, landscape, theme, layers, ballMark, onFloor, onSurface, onFrame } = props;
  const invalidate = useInvalidate();
  const { data, frame, placeOf } = useChannel(landscape);
  const palette = palettes[theme];
  const surface = useSliceSurface(frame);
  const ball = useBall(palette);
  const latest = useRef({ frame, data, placeOf, surface });
  latest.current = { frame, data, placeOf, surface };

  useEffect(
    () =>
      store.api.subscribe((state, before) => {
        if (state.values !== before.values) invalidate();
      }),
    [store, invalidate],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again exactly when one of these is new
  useEffect(() => invalidate(), [surface, frame, data, palette, invalidate]);

  useBeforeDraw(({ camera, size }) => {
    const values = store.values();
    const view = viewOf(values.view);
    const { unit } = layers;
    const seen = drawnSize(size, unit);
    applyView(camera, view, seen);
    const now = latest.current;
    const at = now.placeOf(values.eps);
    const ballTimes = ballSize(layers.leastBall, viewScale(view, seen));
    placeBall(ball, at, ballTimes);
    const project = projection(camera, seen, layers);
    drawSliceAxes(layers, project, view, { slice: 'descent', axis: AXIS }, now.frame);
    const names = now.frame ? namesOfLines(now.frame, now.data, project, palette, isSmall(seen)) : [];
    // Over the axes: a name with a number through it can be read no more.
    drawPills(layerGroup(layers.before, 'pills'), names, at && project(ballMiddle(at, ballTimes)));
    if (ballMark.current) {
      ballMark.current.hidden = at === undefined;
      if (at) placeElement(ballMark.current, project(at), unit);
    }
    onFloor(() => floorPixels(latest.current.placeOf, project, unit));
    if (now.surface && isSettled(now.data)) onSurface();
    onFrame();
  });

  return (
    <>
      <BallLight />
      {surface && <SceneObject object={surface} />}
      <SceneObject object={ball.sphere} />
      <SceneObject object={ball.shadow} />
      {frame && <SliceLines frame={frame} data={data} palette={palette} />}
    </>
  );
}
