/** The landscape from above, for browsers without WebGL, and the ball on the floor of its channel. */
import type { StoreApi } from 'zustand';
import type { LandscapeData } from '#landscape/landscape-data';
import { SliceMap } from '#landscape/slice-map';
import type { FigureStore } from '#state/figure-store';
import type { ThemeName } from '#ui/theme';
import { AXIS, type FloorPixel, floorPixels, useChannel } from './channel';
import type { DuoSchema } from './schema';

interface FlatChannelProps {
  readonly store: FigureStore<DuoSchema>;
  readonly landscape: StoreApi<LandscapeData>;
  readonly theme: ThemeName;
  /** The ball's handle, placed over it. */
  readonly ballMark: { readonly current: HTMLElement | null };
  /** Told how to find the floor on the picture as it is drawn. */
  readonly onFloor: (floor: () => readonly FloorPixel[]) => void;
  readonly onFrame: () => void;
}

/** The map. It renders anew when data arrive. */
export function FlatChannel({ store, landscape, theme, ballMark, onFloor, onFrame }: FlatChannelProps) {
  const { data, frame, placeOf } = useChannel(landscape);
  return (
    <SliceMap
      slice="descent"
      axis={AXIS}
      frame={frame}
      data={data}
      theme={theme}
      ball={() => placeOf(store.values().eps)}
      ballMark={ballMark}
      follow={store.api.subscribe}
      onProject={(project, unit) => onFloor(() => floorPixels(placeOf, project, unit))}
      onFrame={onFrame}
    />
  );
}
