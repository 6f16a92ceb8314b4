/** The right half of the figure `duo`: the landscape, and the ball on the floor of its channel. */
import { useThree } from '@react-three/fiber';
import { type RefObject, useEffect } from 'react';
import type { StoreApi } from 'zustand';
import { isSettled, type LandscapeData } from '#landscape/landscape-data';
import { LossSurface } from '#landscape/loss-surface';
import { isSmall, namesOfLines, sliceAxes } from '#landscape/slice-overlay';
import { SliceLines, useSliceMesh } from '#landscape/slice-scene';
import { useRedraw } from '#scene/scene-view';
import { type Layers, viewOf } from '#scene/stage';
import type { FigureStore } from '#state/figure-store';
import { palettes, type ThemeName } from '#ui/theme';
import { AXIS, type FloorPixel, floorPixels, useChannel } from './channel';
import type { DuoSchema } from './schema';

export interface ChannelSceneProps {
  readonly store: FigureStore<DuoSchema>;
  readonly landscape: StoreApi<LandscapeData>;
  readonly theme: ThemeName;
  readonly layers: Layers;
  /** Names the main lines alone. */
  readonly isQuiet: boolean;
  /** The ball's handle, placed over it. */
  readonly ballMark: RefObject<HTMLElement | null>;
  /** Told how to find the floor on the picture as it is drawn. */
  readonly onFloor: (floor: () => readonly FloorPixel[]) => void;
  /** In each frame with a surface that is as good as complete. */
  readonly onSurface: () => void;
  readonly onFrame: () => void;
}

/** The scene. It renders anew when data arrive, and draws one frame after each change. */
export function ChannelScene(props: ChannelSceneProps) {
  const { store, landscape, theme, layers, isQuiet, ballMark, onFloor, onSurface, onFrame } = props;
  const invalidate = useThree((state) => state.invalidate);
  const { data, frame, placeOf } = useChannel(landscape);
  const palette = palettes[theme];
  const mesh = useSliceMesh(frame);
  useRedraw(store);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again exactly when one of these is new
  useEffect(() => invalidate(), [frame, data, palette, isQuiet, invalidate]);
  return (
    <LossSurface
      layers={layers}
      palette={palette}
      mesh={mesh}
      mark={ballMark}
      view={() => viewOf(store.values().view)}
      moment={() => {
        const at = placeOf(store.values().eps);
        return {
          ball: at,
          mark: at,
          axes: (project, view) => sliceAxes(project, view, { slice: 'descent', axis: AXIS }, frame),
          names: (project, size) =>
            frame ? namesOfLines(frame, data, project, palette, isQuiet || isSmall(size)) : [],
        };
      }}
      onFrame={(project) => {
        onFloor(() => floorPixels(placeOf, project, layers.unit));
        if (mesh && isSettled(data)) onSurface();
        onFrame();
      }}
    >
      {frame && <SliceLines frame={frame} data={data} palette={palette} />}
    </LossSurface>
  );
}
