/**
 * A loss landscape in the scene: its surface, its light, the ball, and the drawings over them. What moves is asked for
 * right before each frame, so that nothing of it passes through React.
 */
import { extend } from '@react-three/fiber';
import { type ReactNode, type RefObject, useRef } from 'react';
import { BufferAttribute, BufferGeometry, type Camera, type Mesh, Raycaster, type Vector2 } from 'three';
import type { AxesDrawing, Project } from '#scene/axes';
import { drawAxes, layerGroup } from '#scene/axes-layer';
import { HALF_HEIGHT, type ScenePoint } from '#scene/box';
import { drawPills, type Pill } from '#scene/pills';
import { SceneView, type Sight } from '#scene/scene-view';
import { type Layers, placeElement } from '#scene/stage';
import { type SurfaceLook, SurfaceMaterial } from '#scene/surface-material';
import { type Size, type View, viewScale } from '#scene/view';
import { type Palette, palettes } from '#ui/theme';
import { lossColours } from './loss-colours';
import type { SliceMesh } from './slice-mesh';

/** The triangles of a landscape on the graphics card. */
class LossGeometry extends BufferGeometry {
  constructor({ positions, values, points, coordinates, triangles }: SliceMesh) {
    super();
    this.setAttribute('position', new BufferAttribute(positions, 3));
    this.setAttribute('value', new BufferAttribute(values, 1));
    this.setAttribute('point', new BufferAttribute(points, 2));
    // three.js interpolates `uv` when it picks: gamma and the place across.
    this.setAttribute('uv', new BufferAttribute(coordinates, 2));
    this.setIndex(new BufferAttribute(triangles, 1));
    this.computeVertexNormals();
  }
}

const Geometry = extend(LossGeometry);

const LOOK: SurfaceLook = {
  table: lossColours(),
  edge: palettes.light.ink,
  gridStep: 0.25,
  gridStrength: 0.1,
  isoStep: 0.2,
  underLines: true,
};

const BALL_RADIUS = 0.035;

/** The middle of the ball on a point of the surface. */
function ballMiddle([x, y, z]: ScenePoint, size = 1): ScenePoint {
  return [x, y + BALL_RADIUS * 0.8 * size, z];
}

/** How many times its usual size the ball has on a picture with this many pixels for a length of 1. */
function ballSize(leastRadius: number, scale: number): number {
  return Math.max(1, leastRadius / (BALL_RADIUS * scale));
}

/** What a frame shows. */
export interface LossMoment {
  /** The point of the surface that the ball lies on. */
  readonly ball: ScenePoint | undefined;
  /** The point that the focusable mark stands at. */
  readonly mark: ScenePoint | undefined;
  readonly axes: (project: Project, view: View) => AxesDrawing;
  /** Names of lines and marks, on a picture of this size in pixels of the drawings. */
  readonly names: (project: Project, size: Size) => readonly Pill[];
}

interface LossSurfaceProps {
  readonly layers: Layers;
  readonly palette: Palette;
  /** Nothing while there is nothing to draw. */
  readonly mesh: SliceMesh | undefined;
  /** Told the mesh as three has it, for `pickOn`. */
  readonly surface?: RefObject<Mesh | null> | undefined;
  /** The focusable mark over the picture. */
  readonly mark: RefObject<HTMLElement | null>;
  readonly view: () => View;
  readonly moment: () => LossMoment;
  /** After everything of a frame is in place. */
  readonly onFrame: (project: Project) => void;
  /** Lines and marks on the surface. */
  readonly children?: ReactNode;
}

/** The landscape. */
export function LossSurface(props: LossSurfaceProps) {
  const { layers, palette, mesh, surface, mark, view, moment, onFrame, children } = props;
  const ball = useRef<Mesh>(null);
  const shadow = useRef<Mesh>(null);
  const draw = ({ project, size, view: from, texts, axes }: Sight) => {
    const now = moment();
    const times = ballSize(layers.leastBall, viewScale(from, size));
    for (const part of [ball.current, shadow.current]) {
      part?.scale.setScalar(times);
      if (part) part.visible = now.ball !== undefined;
    }
    const middle = now.ball && ballMiddle(now.ball, times);
    if (middle) ball.current?.position.set(...middle);
    if (now.ball) shadow.current?.position.set(now.ball[0], now.ball[1] - 0.004, now.ball[2]);
    if (axes) drawAxes(layers.behind, layers.before, now.axes(project, from));
    // Over the axes: a name with a number through it can be read no more.
    if (texts) {
      drawPills(layerGroup(layers.before, 'pills'), now.names(project, size), middle && project(middle));
    }
    if (mark.current) {
      mark.current.hidden = now.mark === undefined;
      if (now.mark) placeElement(mark.current, project(now.mark), layers.unit);
    }
    onFrame(project);
  };
  return (
    <>
      <ambientLight intensity={1.7} />
      <directionalLight position={[-2, 4, 2]} intensity={2.2} />
      {mesh && (
        <mesh ref={surface ?? null}>
          <Geometry args={[mesh]} />
          <SurfaceMaterial look={LOOK} />
        </mesh>
      )}
      <mesh ref={ball} visible={false} renderOrder={4}>
        <sphereGeometry args={[BALL_RADIUS, 28, 20]} />
        <meshLambertMaterial color={palette.epsilon} />
      </mesh>
      <mesh ref={shadow} visible={false} renderOrder={3} rotation={[-Math.PI / 2, 0, 0]}>
        <circleGeometry args={[BALL_RADIUS * 1.25, 28]} />
        <meshBasicMaterial color="#000000" transparent opacity={0.3} depthWrite={false} />
      </mesh>
      {children}
      <SceneView layers={layers} view={view} draw={draw} />
    </>
  );
}

/** Where a pointer meets a landscape: gamma and the place across; undefined beside it. */
export function pickOn(
  surface: Mesh | null,
  { ndc, camera }: { readonly ndc: Vector2; readonly camera: Camera },
): Vector2 | undefined {
  const ray = new Raycaster();
  ray.setFromCamera(ndc, camera);
  const hits = surface ? ray.intersectObject(surface, false) : [];
  // Walls go on above the box, where they are not drawn.
  return hits.find(({ point }) => point.y <= HALF_HEIGHT)?.uv;
}
