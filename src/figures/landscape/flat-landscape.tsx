/** The slice from above, for browsers without WebGL, with the ball and its tracks. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { sliceFrame } from '#landscape/slice-frame';
import { type Picked, type PlaceAt, SliceMap } from '#landscape/slice-map';
import type { FigureStore } from '#state/figure-store';
import { palettes, type ThemeName } from '#ui/theme';
import { ballPlace, trackColour, trackPlaces } from './run-places';
import type { LandscapeSchema } from './schema';
import type { LandscapeSession } from './session';
import { useSwarmDots } from './use-swarm';

interface FlatLandscapeProps {
  readonly store: FigureStore<LandscapeSchema>;
  readonly session: LandscapeSession;
  readonly theme: ThemeName;
  /** The focusable mark of the ball. */
  readonly ballMark: { readonly current: HTMLElement | null };
  readonly onTap: (place: Picked) => void;
  readonly onPick: (pick: PlaceAt) => void;
  readonly onFrame: () => void;
}

/** The map. It renders anew when data arrive. */
export function FlatLandscape({ store, theme, ...props }: FlatLandscapeProps) {
  const session = useStore(props.session.api);
  const slice = useStore(store.api, ({ values }) => values.slice);
  const axis = useStore(store.api, ({ values }) => values.axis);
  const whole = useStore(store.api, ({ values }) => values.crop === 'whole');
  // Runs change many times a second and leave the frame as it is.
  const { network, columns, plane, roads, tears, finite, runs } = session;
  const frame = useMemo(
    () => sliceFrame({ network, columns, plane, roads, tears, finite }, slice, axis, whole),
    [network, columns, plane, roads, tears, finite, slice, axis, whole],
  );
  const tracks = useMemo(
    () =>
      runs.map((run) => ({
        points: frame ? trackPlaces(frame, run) : [],
        colour: trackColour(run, palettes[theme]),
      })),
    [frame, runs, theme],
  );
  const dots = useSwarmDots(store, props.session, frame, palettes[theme]);
  return (
    <SliceMap
      slice={slice}
      axis={axis}
      frame={frame}
      data={session}
      theme={theme}
      ball={() => frame && ballPlace(frame, session, store.values())}
      tracks={tracks}
      dots={dots}
      ballMark={props.ballMark}
      follow={store.api.subscribe}
      onTap={props.onTap}
      onPick={props.onPick}
      onFrame={props.onFrame}
    />
  );
}
