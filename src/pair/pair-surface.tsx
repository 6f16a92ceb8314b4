/** A pair of neurons in a box: their sum or another term, solid, and each neuron as a translucent sheet. */
import { Line } from '@react-three/drei';
import { extend } from '@react-three/fiber';
import { type ComponentRef, useMemo, useRef } from 'react';
import type { Mesh } from 'three';
import type { Activation } from '#math/activation/activation';
import type { PairCoordinates, TermId } from '#math/pair/pair';
import { fillSurface } from '#math/pair/surface';
import { createSurfaceMesh, type SurfaceMesh } from '#math/pair/surface-mesh';
import { type Box, place } from '#scene/box';
import { useBeforeFrame } from '#scene/frames';
import { isCoarse } from '#scene/quality';
import { SurfaceGeometry } from '#scene/surface-geometry';
import { SurfaceMaterial } from '#scene/surface-material';
import { useUnit } from '#scene/unit';
import { divergingColours } from '#ui/heatmap';
import { palettes, type ThemeName } from '#ui/theme';

const Geometry = extend(SurfaceGeometry);

/** Cells a side of the surface and of the sheets, whose bends are the activation's own. */
const FINE = { surface: 128, sheet: 64 };
/** The same while something is dragged where drawing is slow. */
const COARSE = { surface: 48, sheet: 32 };
const OUTLINE_WIDTH = 1.2;

/** What is to be drawn. */
export interface PairPicture {
  readonly activation: Activation;
  readonly coordinates: PairCoordinates;
  /** The term drawn solid. */
  readonly term: TermId;
  /** Whether both neurons are drawn as sheets around it. */
  readonly sheets: boolean;
  readonly box: Box;
}

interface PairSurfaceProps {
  readonly theme: ThemeName;
  /** Inputs run from -halfWidth to halfWidth. */
  readonly halfWidth: number;
  /** What this frame shows; the same object as long as that is the same, nothing before it is known. */
  readonly picture: () => PairPicture | undefined;
}

/** True when a single neuron has no finite values. */
function isAway({ epsilon, a }: PairCoordinates, term: TermId): boolean {
  return epsilon === 0 && a !== 0 && (term === 'neuronI' || term === 'neuronJ');
}

/** Evaluates a term anew and shows it, or hides what has no finite values. */
function refill(
  object: Mesh<SurfaceGeometry> | null,
  mesh: SurfaceMesh,
  term: TermId,
  { activation, coordinates, box }: PairPicture,
  wanted: boolean,
): void {
  if (!object) return;
  object.visible = wanted && !isAway(coordinates, term);
  if (!object.visible) return;
  fillSurface(mesh, activation, term, coordinates);
  object.geometry.update(mesh, box);
}

/** The surfaces. */
export function PairSurface({ theme, halfWidth, picture }: PairSurfaceProps) {
  const palette = palettes[theme];
  const meshes = useMemo(() => {
    const made = ({ surface, sheet }: typeof FINE) => ({
      main: createSurfaceMesh(surface, halfWidth),
      i: createSurfaceMesh(sheet, halfWidth),
      j: createSurfaceMesh(sheet, halfWidth),
    });
    return { fine: made(FINE), coarse: made(COARSE) };
  }, [halfWidth]);
  const main = useRef<Mesh<SurfaceGeometry>>(null);
  const i = useRef<Mesh<SurfaceGeometry>>(null);
  const j = useRef<Mesh<SurfaceGeometry>>(null);
  const outline = useRef<ComponentRef<typeof Line>>(null);
  const drawn = useRef<{ picture: PairPicture; of: typeof meshes.fine }>(undefined);
  const unit = useUnit();
  useBeforeFrame((state) => {
    const border = outline.current;
    if (border) border.material.linewidth = OUTLINE_WIDTH * unit();
    const now = picture();
    // `visible` in JSX would be the material's as well.
    if (border && !now) border.visible = false;
    const of = isCoarse(state) ? meshes.coarse : meshes.fine;
    if (!now || (now === drawn.current?.picture && of === drawn.current.of)) return;
    drawn.current = { picture: now, of };
    refill(main.current, of.main, now.term, now, true);
    refill(i.current, of.i, 'neuronI', now, now.sheets);
    refill(j.current, of.j, 'neuronJ', now, now.sheets);
    if (!border) return;
    border.visible = main.current?.visible ?? false;
    moveOutline(border, of.main, now.box);
  });
  const look = { table: divergingColours(theme), edge: palettes.light.ink, gridStep: 0.5 };
  const opacity = theme === 'dark' ? 0.26 : 0.17;
  return (
    <>
      <mesh ref={main} visible={false} renderOrder={1}>
        <Geometry args={[meshes.fine.main]} />
        <SurfaceMaterial look={look} />
      </mesh>
      <mesh ref={i} visible={false} renderOrder={2}>
        <Geometry args={[meshes.fine.i]} />
        <SurfaceMaterial look={{ ...look, sheet: { tint: palette.neuronI, opacity } }} />
      </mesh>
      <mesh ref={j} visible={false} renderOrder={2}>
        <Geometry args={[meshes.fine.j]} />
        <SurfaceMaterial look={{ ...look, sheet: { tint: palette.neuronJ, opacity } }} />
      </mesh>
      <Line
        ref={outline}
        segments
        points={BORDER_POINTS}
        color={palette.ink}
        lineWidth={OUTLINE_WIDTH}
        transparent
        opacity={0.55}
      />
    </>
  );
}

/** Vertices along the border of the square, in order; a closed line. */
function borderVertices(cells: number): readonly number[] {
  const side = cells + 1;
  const corner = cells * side;
  const along = Array.from({ length: cells }, (_, k) => k);
  return [
    ...along,
    ...along.map((k) => cells + k * side),
    ...along.map((k) => corner + cells - k),
    ...along.map((k) => corner - k * side),
    0,
  ];
}

const BORDERS = new Map([FINE, COARSE].map(({ surface }) => [surface, borderVertices(surface)]));

/** Two ends of each piece of the border, wherever: the line has as many pieces as it starts with. */
const BORDER_POINTS = Array.from({ length: 8 * FINE.surface }, () => [0, 0, 0] as const);

/** Lays the outline along the border of the surface, as far as that is inside the frame. */
function moveOutline(outline: ComponentRef<typeof Line>, mesh: SurfaceMesh, box: Box): void {
  // Both ends of a piece stand in one buffer, one after the other.
  const ends = outline.geometry.getAttribute('instanceStart');
  if (!('data' in ends)) return;
  const at = (vertex: number, value: number) =>
    place(box, mesh.x[2 * vertex] as number, mesh.x[2 * vertex + 1] as number, value);
  const inside = (value: number) => Math.abs(value) <= box.height;
  const clamped = (value: number) => Math.min(box.height, Math.max(-box.height, value));
  const border = BORDERS.get(mesh.cells) ?? [];
  for (let k = 0; k + 1 < border.length; k++) {
    const [from, to] = [border[k] as number, border[k + 1] as number];
    const [f, g] = [mesh.value[from] as number, mesh.value[to] as number];
    // A piece that leaves the frame ends in the cut, near enough at this fineness; one outside has no length.
    const start = inside(f) || inside(g) ? at(from, clamped(f)) : at(from, 0);
    const end = inside(f) || inside(g) ? at(to, clamped(g)) : start;
    ends.data.array.set(start, 6 * k);
    ends.data.array.set(end, 6 * k + 3);
  }
  ends.data.needsUpdate = true;
  outline.geometry.instanceCount = border.length - 1;
}
