/** The three-dimensional part of the figure `landscape`: the slice, its lines, the ball and its tracks. */
import { useThree } from '@react-three/fiber';
import { type RefObject, useEffect, useMemo } from 'react';
import { type Mesh, Vector2 } from 'three';
import { useStore } from 'zustand';
import { isSettled } from '#landscape/landscape-data';
import { LossSurface, pickOn } from '#landscape/loss-surface';
import { SliceDots } from '#landscape/slice-dots';
import { type SliceFrame, sliceFrame } from '#landscape/slice-frame';
import type { PlaceAt } from '#landscape/slice-map';
import { isSmall, namesOfLines, sliceAxes } from '#landscape/slice-overlay';
import { SliceLines, useSliceMesh } from '#landscape/slice-scene';
import { useRedraw } from '#scene/scene-view';
import { type Layers, viewOf } from '#scene/stage';
import { SurfaceLine } from '#scene/surface-line';
import type { FigureStore } from '#state/figure-store';
import { type Palette, palettes, type ThemeName } from '#ui/theme';
import { ballPlace, trackColour, trackPlaces } from './run-places';
import { type LandscapeSchema, landscapeSchema } from './schema';
import type { LandscapeSession, Run } from './session';
import { useSwarmDots } from './use-swarm';

interface LandscapeSceneProps {
  readonly store: FigureStore<LandscapeSchema>;
  readonly session: LandscapeSession;
  readonly theme: ThemeName;
  readonly layers: Layers;
  /** The focusable mark of the ball. */
  readonly ballMark: RefObject<HTMLElement | null>;
  /** In each frame with a surface that is as good as complete. */
  readonly onSurface: () => void;
  readonly onFrame: () => void;
  /** Told what is at a place of the picture, in pixels of the page, in each frame. */
  readonly onPick: (pick: PlaceAt) => void;
  /** Told the mesh that is drawn, for picking. */
  readonly surface: RefObject<Mesh | null>;
}

/** The scene. It renders anew when data arrive, and draws one frame after each change. */
export function LandscapeScene(props: LandscapeSceneProps) {
  const { store, theme, layers, ballMark, surface, onSurface, onFrame, onPick } = props;
  const invalidate = useThree((state) => state.invalidate);
  const camera = useThree((state) => state.camera);
  const size = useThree((state) => state.size);
  const session = useStore(props.session.api);
  const slice = useStore(store.api, ({ values }) => values.slice);
  const axis = useStore(store.api, ({ values }) => values.axis);
  const whole = useStore(store.api, ({ values }) => values.crop === 'whole');
  const palette = palettes[theme];
  // Runs change many times a second and leave the frame as it is.
  const { network, columns, plane, roads, tears, finite, runs } = session;
  const frame = useMemo(
    () => sliceFrame({ network, columns, plane, roads, tears, finite }, slice, axis, whole),
    [network, columns, plane, roads, tears, finite, slice, axis, whole],
  );
  const mesh = useSliceMesh(frame);
  const dots = useSwarmDots(store, props.session, frame, palette);
  useRedraw(store);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again exactly when one of these is new
  useEffect(() => invalidate(), [frame, session, palette, invalidate]);
  return (
    <LossSurface
      layers={layers}
      palette={palette}
      mesh={mesh}
      surface={surface}
      mark={ballMark}
      view={() => viewOf(store.values().cam)}
      moment={() => {
        const values = store.values();
        const at = frame && ballPlace(frame, session, values);
        return {
          ball: at,
          mark: at,
          axes: (project, view) => sliceAxes(project, view, values, frame),
          names: (project, size) =>
            frame ? namesOfLines(frame, session, project, palette, isSmall(size)) : [],
        };
      }}
      onFrame={() => {
        onPick(([x, y]) => {
          const ndc = new Vector2((2 * x) / size.width - 1, 1 - (2 * y) / size.height);
          const hit = pickOn(surface.current, { ndc, camera });
          return hit && { gamma: hit.x, across: hit.y };
        });
        if (mesh && isSettled(session)) onSurface();
        onFrame();
      }}
    >
      {frame && <SliceLines frame={frame} data={session} palette={palette} />}
      <SliceDots most={landscapeSchema.balls.max} dots={dots} />
      {frame && runs.map((run) => <Track key={run.id} frame={frame} run={run} palette={palette} />)}
    </LossSurface>
  );
}

interface TrackProps {
  readonly frame: SliceFrame;
  readonly run: Run;
  readonly palette: Palette;
}

function Track({ frame, run, palette }: TrackProps) {
  const points = useMemo(() => trackPlaces(frame, run), [frame, run]);
  return <SurfaceLine points={points} colour={trackColour(run, palette)} width={2.5} before />;
}
