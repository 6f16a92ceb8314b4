/** The three-dimensional parts of a landscape: the slice, its lines and marks, the ball. */
import { useEffect, useMemo } from 'react';
import {
  AmbientLight,
  BufferAttribute,
  BufferGeometry,
  CircleGeometry,
  DirectionalLight,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  OctahedronGeometry,
  SphereGeometry,
} from 'three';
import type { ScenePoint } from '#scene/box';
import { SceneLine } from '#scene/scene-line';
import { SceneObject } from '#scene/scene-object';
import { createSurfaceMaterial, disposeSurfaceMaterial } from '#scene/surface-material';
import { type Palette, palettes } from '#ui/theme';
import type { LandscapeData } from './landscape-data';
import { lossColours } from './loss-colours';
import type { SliceFrame } from './slice-frame';
import { finitePoint, infinityPoint, roadLine, saddleStretches } from './slice-lines';
import { descentMesh, planeMesh, type SliceMesh } from './slice-mesh';

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

/** The triangles of the slice, made anew when its data are; undefined while there is nothing to draw. */
export function useSliceMesh(frame: SliceFrame | undefined): SliceMesh | undefined {
  const { slice, axis, columns, plane, tears } = frame ?? {};
  const [low, high] = [frame?.range.low, frame?.range.high];
  return useMemo(() => {
    if (!slice || !axis || !columns || low === undefined || high === undefined) return undefined;
    const range = { low, high };
    const mesh =
      slice === 'plane' ? plane && planeMesh(plane, axis, range) : descentMesh(columns, tears, axis, range);
    return mesh && mesh.triangles.length > 0 ? mesh : undefined;
  }, [slice, axis, low, high, columns, plane, tears]);
}

/** The slice as an object of the scene. */
export function useSliceSurface(frame: SliceFrame | undefined): Mesh | undefined {
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
  const mesh = useSliceMesh(frame);
  const object = useMemo(() => mesh && new Mesh(createGeometry(mesh), material), [mesh, material]);
  useEffect(() => () => object?.geometry.dispose(), [object]);
  return object;
}

/** A ball with its contact shadow. */
export interface Ball {
  readonly sphere: Mesh;
  readonly shadow: Mesh;
}

/** The ball of a picture. */
export function useBall(palette: Palette): Ball {
  const ball = useMemo(() => {
    const sphere = new Mesh(
      new SphereGeometry(BALL_RADIUS, 28, 20),
      new MeshLambertMaterial({ color: palette.epsilon }),
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

/** The middle of the ball on a point of the surface. */
export function ballMiddle([x, y, z]: ScenePoint, size = 1): ScenePoint {
  return [x, y + BALL_RADIUS * 0.8 * size, z];
}

/** How many times its usual size the ball has on a picture with this many pixels for a length of 1. */
export function ballSize(leastRadius: number, scale: number): number {
  return Math.max(1, leastRadius / (BALL_RADIUS * scale));
}

/** Puts the ball on a point of the surface, or hides it. */
export function placeBall({ sphere, shadow }: Ball, at: ScenePoint | undefined, size = 1): void {
  sphere.visible = at !== undefined;
  shadow.visible = at !== undefined;
  if (!at) return;
  sphere.scale.setScalar(size);
  shadow.scale.setScalar(size);
  sphere.position.set(...ballMiddle(at, size));
  shadow.position.set(at[0], at[1] - 0.004, at[2]);
}

/** The light that the ball needs; the surface brings its own. */
export function BallLight() {
  const lights = useMemo(() => {
    const sun = new DirectionalLight('#ffffff', 2.2);
    sun.position.set(-2, 4, 2);
    return { sun, all: new AmbientLight('#ffffff', 1.7) };
  }, []);
  return (
    <>
      <SceneObject object={lights.all} />
      <SceneObject object={lights.sun} />
    </>
  );
}

const PLATEAU_DASH = [0.06, 0.045] as const;
const BACK_DASH = [0.03, 0.03] as const;

interface SliceLinesProps {
  readonly frame: SliceFrame;
  readonly data: LandscapeData;
  readonly palette: Palette;
}

/** Saddle line, channel, road back, and the marks of the finite minimum and of the one at infinity. */
export function SliceLines({ frame, data, palette }: SliceLinesProps) {
  const stretches = useMemo(() => saddleStretches(frame, data), [frame, data]);
  return (
    <>
      {stretches.map(({ points, plateau }) => (
        <SceneLine
          key={String(plateau)}
          points={points}
          colour={palette.saddleLine}
          width={4.5}
          dash={plateau ? PLATEAU_DASH : undefined}
        />
      ))}
      {frame.slice === 'descent' &&
        (['plus', 'minus'] as const).map((side) => (
          <RoadLine key={side} frame={frame} data={data} palette={palette} side={side} />
        ))}
      <Mark at={useMemo(() => finitePoint(frame, data), [frame, data])} colour={palette.a} />
    </>
  );
}

function RoadLine({ frame, data, palette, side }: SliceLinesProps & { readonly side: 'plus' | 'minus' }) {
  const road = data.roads[side];
  const channel = road?.verdict === 'minimum-at-infinity';
  const pieces = useMemo(() => roadLine(frame, side, road), [frame, road, side]);
  const end = useMemo(() => (channel ? infinityPoint(frame, road) : undefined), [frame, road, channel]);
  return (
    <>
      {pieces.map((points, k) => (
        <SceneLine
          // A piece is known by its order, so that its material stays: a new one may have to be compiled.
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces never change places
          key={`${k} ${channel}`}
          points={points}
          colour={channel ? palette.channel : palette.warn}
          width={channel ? 5.5 : 3}
          dash={channel ? undefined : BACK_DASH}
        />
      ))}
      <Mark at={end} colour={palette.channel} />
    </>
  );
}

const MARK_RADIUS = 0.032;

/** A minimum: a small octahedron standing on its point. */
function Mark({ at, colour }: { readonly at: ScenePoint | undefined; readonly colour: string }) {
  const mark = useMemo(
    () => new Mesh(new OctahedronGeometry(MARK_RADIUS), new MeshLambertMaterial({ color: colour })),
    [colour],
  );
  useEffect(
    () => () => {
      mark.geometry.dispose();
      mark.material.dispose();
    },
    [mark],
  );
  return at && <SceneObject object={mark} at={[at[0], at[1] + MARK_RADIUS, at[2]]} />;
}
