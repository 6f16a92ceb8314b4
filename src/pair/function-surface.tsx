/** A function over two inputs in a box, solid, and others around it as translucent sheets, such as the neurons it is the sum of. */
import { Line } from '@react-three/drei';
import { extend } from '@react-three/fiber';
import { type ComponentRef, useMemo, useRef } from 'react';
import type { Mesh } from 'three';
import { createSurfaceMesh, type SurfaceMesh } from '#math/pair/surface-mesh';
import { type Box, place } from '#scene/box';
import { useBeforeFrame } from '#scene/frames';
import { isCoarse } from '#scene/quality';
import { SurfaceGeometry } from '#scene/surface-geometry';
import { SurfaceMaterial } from '#scene/surface-material';
import { useUnit } from '#scene/unit';
import { divergingColours } from '#ui/heatmap';
import { type Palette, palettes, type ThemeName } from '#ui/theme';

const Geometry = extend(SurfaceGeometry);

/** Cells a side of the surface and of the sheets, whose bends are the activation's own. */
const FINE = { surface: 128, sheet: 64 };
/** The same while something is dragged where drawing is slow. */
const COARSE = { surface: 48, sheet: 32 };
const OUTLINE_WIDTH = 1.2;

/** Evaluates a function at the points of a mesh. */
export type Fill = (mesh: SurfaceMesh) => void;

/** What is to be drawn. */
export interface SurfacePicture {
  readonly box: Box;
  /** The solid surface; nothing of it is drawn where it has no finite values. */
  readonly solid: Fill | undefined;
  /** The sheets, in the order of their tints; none that is not to be seen. */
  readonly sheets: readonly (Fill | undefined)[];
}

interface FunctionSurfaceProps {
  readonly theme: ThemeName;
  /** Inputs run from -halfWidth to halfWidth. */
  readonly halfWidth: number;
  /** Colours of the sheets; always the same list. */
  readonly tints: readonly (keyof Palette)[];
  /** What this frame shows; the same object as long as that is the same, nothing before it is known. */
  readonly picture: () => SurfacePicture | undefined;
}

/** Evaluates a function anew and shows it, or hides what there is not. */
function refill(
  object: Mesh<SurfaceGeometry> | null | undefined,
  mesh: SurfaceMesh | undefined,
  fill: Fill | undefined,
  box: Box,
): void {
  if (!object || !mesh) return;
  object.visible = fill !== undefined;
  if (!fill) return;
  fill(mesh);
  object.geometry.update(mesh, box);
}

/** The surfaces. */
export function FunctionSurface({ theme, halfWidth, tints, picture }: FunctionSurfaceProps) {
  const palette = palettes[theme];
  const meshes = useMemo(() => {
    const made = ({ surface, sheet }: typeof FINE) => ({
      solid: createSurfaceMesh(surface, halfWidth),
      sheets: tints.map(() => createSurfaceMesh(sheet, halfWidth)),
    });
    return { fine: made(FINE), coarse: made(COARSE) };
  }, [halfWidth, tints]);
  const solid = useRef<Mesh<SurfaceGeometry>>(null);
  const sheets = useRef<(Mesh<SurfaceGeometry> | null)[]>([]);
  const outline = useRef<ComponentRef<typeof Line>>(null);
  const drawn = useRef<{ picture: SurfacePicture; of: typeof meshes.fine }>(undefined);
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
    refill(solid.current, of.solid, now.solid, now.box);
    for (const [k, mesh] of of.sheets.entries()) refill(sheets.current[k], mesh, now.sheets[k], now.box);
    if (!border) return;
    border.visible = solid.current?.visible ?? false;
    moveOutline(border, of.solid, now.box);
  });
  const look = { table: divergingColours(theme), edge: palettes.light.ink, gridStep: 0.5 };
  const opacity = theme === 'dark' ? 0.26 : 0.17;
  return (
    <>
      <mesh ref={solid} visible={false} renderOrder={1}>
        <Geometry args={[meshes.fine.solid]} />
        <SurfaceMaterial look={look} />
      </mesh>
      {tints.map((tint, k) => (
        <mesh
          key={tint}
          ref={(mesh: Mesh<SurfaceGeometry> | null) => {
            sheets.current[k] = mesh;
          }}
          visible={false}
          renderOrder={2}
        >
          <Geometry args={[meshes.fine.sheets[k] ?? meshes.fine.solid]} />
          <SurfaceMaterial look={{ ...look, sheet: { tint: palette[tint], opacity } }} />
        </mesh>
      ))}
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
