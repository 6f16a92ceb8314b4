/** The three-dimensional part of the figure `landscape`: the slice, its lines, the ball and its tracks. */
import { Line } from '@react-three/drei';
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import {
  BufferAttribute,
  BufferGeometry,
  CircleGeometry,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  PerspectiveCamera,
  SphereGeometry,
} from 'three';
import { useStore } from 'zustand';
import { type ColourTable, sequentialTable } from '#math/oklab';
import type { ScenePoint } from '#scene/box';
import { createSurfaceMaterial, disposeSurfaceMaterial } from '#scene/surface-material';
import { applyView } from '#scene/view';
import type { FigureStore } from '#state/figure-store';
import { type Palette, palettes, type ThemeName } from '#ui/theme';
import { currentRun, replayIndex, sliceFrame } from './frame';
import {
  footLines,
  runPoint,
  type SliceFrame,
  saddleLinePoints,
  startPoint,
  trackPoints,
} from './landscape-lines';
import { drawOverlay, type Overlay, viewOf } from './landscape-overlay';
import type { LandscapeSchema, LandscapeValues } from './schema';
import type { LandscapeSession, Run, Session } from './session';
import { descentMesh, planeMesh, type SliceMesh } from './slice-surface';

interface LandscapeSceneProps {
  readonly store: FigureStore<LandscapeSchema>;
  readonly session: LandscapeSession;
  readonly theme: ThemeName;
  readonly overlay: Overlay;
  readonly onFrame: () => void;
  /** Told the mesh that is drawn, for picking. */
  readonly onMesh: (mesh: Mesh | undefined) => void;
}

/** The colours of viridis: dark where the loss is low. */
const LOSS_COLOURS = ['#440154', '#3b528b', '#21918c', '#5ec962', '#fde725'] as const;
let table: ColourTable | undefined;

/** The colour map of the loss. */
export function lossColours(): ColourTable {
  table ??= sequentialTable(LOSS_COLOURS);
  return table;
}

const BALL_RADIUS = 0.035;

function createGeometry(mesh: SliceMesh): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(mesh.positions, 3));
  geometry.setAttribute('value', new BufferAttribute(mesh.values, 1));
  geometry.setAttribute('point', new BufferAttribute(mesh.points, 2));
  // three.js interpolates `uv` when it picks: gamma and the place along the way.
  geometry.setAttribute('uv', new BufferAttribute(mesh.coordinates, 2));
  geometry.setIndex(new BufferAttribute(mesh.triangles, 1));
  geometry.computeVertexNormals();
  return geometry;
}

function useSurface(frame: SliceFrame | undefined, session: Session) {
  const material = useMemo(() => {
    const made = createSurfaceMaterial({
      table: lossColours(),
      edge: palettes.light.ink,
      gridStep: 0.25,
      gridStrength: 0.1,
      isoStep: 0.2,
    });
    // Lines on the surface win over it.
    made.polygonOffset = true;
    made.polygonOffsetFactor = 1;
    made.polygonOffsetUnits = 4;
    return made;
  }, []);
  useEffect(() => () => disposeSurfaceMaterial(material), [material]);
  const { columns, plane, tears } = session;
  const { slice, axis } = frame ?? { slice: undefined, axis: undefined };
  const [low, high] = [frame?.range.low, frame?.range.high];
  const object = useMemo(() => {
    if (!slice || !axis || low === undefined || high === undefined) return undefined;
    const range = { low, high };
    const mesh =
      slice === 'plane' ? plane && planeMesh(plane, axis, range) : descentMesh(columns, tears, axis, range);
    return mesh && mesh.triangles.length > 0 ? new Mesh(createGeometry(mesh), material) : undefined;
  }, [slice, axis, low, high, columns, plane, tears, material]);
  useEffect(() => () => object?.geometry.dispose(), [object]);
  return object;
}

function useBall(palette: Palette) {
  const ball = useMemo(() => {
    const sphere = new Mesh(
      new SphereGeometry(BALL_RADIUS, 28, 20),
      new MeshStandardMaterial({ color: palette.epsilon, roughness: 0.35 }),
    );
    const shadow = new Mesh(
      new CircleGeometry(BALL_RADIUS * 1.25, 28).rotateX(-Math.PI / 2),
      new MeshBasicMaterial({ color: '#000000', transparent: true, opacity: 0.3, depthWrite: false }),
    );
    sphere.renderOrder = 4;
    shadow.renderOrder = 3;
    return { sphere, shadow };
  }, [palette]);
  useEffect(
    () => () => {
      for (const mesh of [ball.sphere, ball.shadow]) {
        mesh.geometry.dispose();
        mesh.material.dispose();
      }
    },
    [ball],
  );
  return ball;
}

/** Where the ball is: on its run, or at its start. */
function ballPoint(frame: SliceFrame, session: Session, values: LandscapeValues): ScenePoint | undefined {
  const run = currentRun(session);
  if (run && run.times.length > 0) return runPoint(frame, run, replayIndex(run, values.time));
  return startPoint(frame, values.gamma, values.along);
}

/** The scene. It renders anew when data arrive, and draws one frame after each change. */
export function LandscapeScene({
  store,
  session: live,
  theme,
  overlay,
  onFrame,
  onMesh,
}: LandscapeSceneProps) {
  const invalidate = useThree((state) => state.invalidate);
  const session = useStore(live.api);
  const slice = useStore(store.api, ({ values }) => values.slice);
  const axis = useStore(store.api, ({ values }) => values.axis);
  const palette = palettes[theme];
  const frame = useMemo(
    () => sliceFrame(session, { ...store.values(), slice, axis }),
    [session, store, slice, axis],
  );
  const surface = useSurface(frame, session);
  const ball = useBall(palette);
  const latest = useRef({ frame, session });
  latest.current = { frame, session };

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

  useFrame(({ camera, size }) => {
    const values = store.values();
    if (!(camera instanceof PerspectiveCamera)) return;
    applyView(camera, viewOf(values), size);
    const now = latest.current;
    const at = now.frame && ballPoint(now.frame, now.session, values);
    ball.sphere.visible = at !== undefined;
    ball.shadow.visible = at !== undefined;
    if (at) {
      ball.sphere.position.set(at[0], at[1] + BALL_RADIUS * 0.8, at[2]);
      ball.shadow.position.set(at[0], at[1] - 0.004, at[2]);
    }
    drawOverlay(overlay, camera, size, now.frame, now.session, values, at, palette);
    onFrame();
  });

  return (
    <>
      <ambientLight intensity={1.7} />
      <directionalLight position={[-2, 4, 2]} intensity={2.2} />
      {surface && <primitive object={surface} />}
      <primitive object={ball.sphere} />
      <primitive object={ball.shadow} />
      {frame && <SliceLines frame={frame} session={session} palette={palette} />}
      {frame && session.runs.map((run) => <Track key={run.id} frame={frame} run={run} palette={palette} />)}
    </>
  );
}

type Points = [number, number, number][];

function SliceLines({
  frame,
  session,
  palette,
}: {
  readonly frame: SliceFrame;
  readonly session: Session;
  readonly palette: Palette;
}) {
  const crest = session.network?.loss ?? 0;
  const saddle = saddleLinePoints(frame, crest) as Points;
  const feet = (side: 'plus' | 'minus') =>
    frame.slice === 'descent' ? (footLines(frame, session, side) as Points[]) : [];
  const stable = session.network?.stable === 'outside';
  return (
    <>
      <Line
        points={saddle}
        color={palette.saddleLine}
        lineWidth={4.5}
        dashed={stable}
        dashSize={0.05}
        gapSize={0.04}
      />
      {(['plus', 'minus'] as const).flatMap((side) =>
        feet(side).map((points, k) => {
          const channel = session.roads[side]?.verdict === 'minimum-at-infinity';
          return (
            <Line
              // A piece is known by its side and order.
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces never change places
              key={`${side}${k}${channel}${points.length}`}
              points={points}
              color={channel ? palette.channel : palette.warn}
              lineWidth={channel ? 5.5 : 3}
              dashed={!channel}
              dashSize={0.03}
              gapSize={0.03}
            />
          );
        }),
      )}
    </>
  );
}

/** A track in the colour of where it ended. */
function Track({
  frame,
  run,
  palette,
}: {
  readonly frame: SliceFrame;
  readonly run: Run;
  readonly palette: Palette;
}) {
  const points = useMemo(() => trackPoints(frame, run, run.times.length) as Points, [frame, run]);
  if (points.length < 2) return null;
  const colour =
    run.end?.place === 'channel'
      ? palette.channel
      : run.end?.place === 'finite'
        ? palette.a
        : palette.epsilon;
  return (
    <Line
      key={points.length}
      points={points}
      color={colour}
      lineWidth={2.5}
      depthTest={false}
      renderOrder={3}
    />
  );
}
