/** The three-dimensional part of the figure `landscape`: the slice, its lines, the ball and its tracks. */
import { useEffect, useMemo, useRef } from 'react';
import type { Mesh } from 'three';
import { useStore } from 'zustand';
import { isSettled } from '#landscape/landscape-data';
import { type SliceFrame, sliceFrame } from '#landscape/slice-frame';
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
import { SceneLine } from '#scene/scene-line';
import { SceneObject, useBeforeDraw, useInvalidate } from '#scene/scene-object';
import { drawnSize, type Layers, placeElement, projection, viewOf } from '#scene/stage';
import { applyView, viewScale } from '#scene/view';
import type { FigureStore } from '#state/figure-store';
import { type Palette, palettes, type ThemeName } from '#ui/theme';
import { ballPlace, trackColour, trackPlaces } from './run-places';
import type { LandscapeSchema } from './schema';
import type { LandscapeSession, Run } from './session';

interface LandscapeSceneProps {
  readonly store: FigureStore<LandscapeSchema>;
  readonly session: LandscapeSession;
  readonly theme: ThemeName;
  readonly layers: Layers;
  /** The focusable mark of the ball. */
  readonly ballMark: { readonly current: HTMLElement | null };
  /** In each frame with a surface that is as good as complete. */
  readonly onSurface: () => void;
  readonly onFrame: () => void;
  /** Told the mesh that is drawn, for picking. */
  readonly onMesh: (mesh: Mesh | undefined) => void;
}

/** The scene. It renders anew when data arrive, and draws one frame after each change. */
export function LandscapeScene(props: LandscapeSceneProps) {
  const { store, theme, layers, ballMark, onSurface, onFrame, onMesh } = props;
  const invalidate = useInvalidate();
  const session = useStore(props.session.api);
  const slice = useStore(store.api, ({ values }) => values.slice);
  const axis = useStore(store.api, ({ values }) => values.axis);
  const palette = palettes[theme];
  // Runs change many times a second and leave the frame as it is.
  const { network, columns, plane, roads, tears, finite, runs } = session;
  const frame = useMemo(
    () => sliceFrame({ network, columns, plane, roads, tears, finite }, slice, axis),
    [network, columns, plane, roads, tears, finite, slice, axis],
  );
  const surface = useSliceSurface(frame);
  const ball = useBall(palette);
  const latest = useRef({ frame, session, surface });
  latest.current = { frame, session, surface };

  useEffect(
    () =>
      store.api.subscribe((state, before) => {
        if (state.values !== before.values) invalidate();
      }),
    [store, invalidate],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again exactly when one of these is new
  useEffect(() => invalidate(), [surface, frame, session, palette, invalidate]);
  useEffect(() => onMesh(surface), [surface, onMesh]);

  useBeforeDraw(({ camera, size }) => {
    const values = store.values();
    const view = viewOf(values.cam);
    const { unit } = layers;
    const seen = drawnSize(size, unit);
    applyView(camera, view, seen);
    const now = latest.current;
    const at = now.frame && ballPlace(now.frame, now.session, values);
    const ballTimes = ballSize(layers.leastBall, viewScale(view, seen));
    placeBall(ball, at, ballTimes);
    const project = projection(camera, seen, layers);
    drawSliceAxes(layers, project, view, values, now.frame);
    const names = now.frame ? namesOfLines(now.frame, now.session, project, palette, isSmall(seen)) : [];
    // Over the axes: a name with a number through it can be read no more.
    drawPills(layerGroup(layers.before, 'pills'), names, at && project(ballMiddle(at, ballTimes)));
    if (at && ballMark.current) placeElement(ballMark.current, project(at), unit);
    if (now.surface && isSettled(now.session)) onSurface();
    onFrame();
  });

  return (
    <>
      <BallLight />
      {surface && <SceneObject object={surface} />}
      <SceneObject object={ball.sphere} />
      <SceneObject object={ball.shadow} />
      {frame && <SliceLines frame={frame} data={session} palette={palette} />}
      {frame && runs.map((run) => <Track key={run.id} frame={frame} run={run} palette={palette} />)}
    </>
  );
}

interface TrackProps {
  readonly frame: SliceFrame;
  readonly run: Run;
  readonly palette: Palette;
}

function Track({ frame, run, palette }: TrackProps) {
  const points = useMemo(() => trackPlaces(frame, run), [frame, run]);
  return <SceneLine points={points} colour={trackColour(run, palette)} width={2.5} before />;
}
