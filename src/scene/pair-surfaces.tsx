/** A pair of neurons as surfaces: their sum or another term, solid, and each neuron as a translucent sheet. */
import { Line } from '@react-three/drei';
import { useFrame } from '@react-three/fiber';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { Mesh } from 'three';
import type { Activation } from '#math/activation';
import type { ColourTable } from '#math/oklab';
import type { PairCoordinates, TermId } from '#math/pair';
import { createSurfaceMesh, fillSurface } from '#math/surface';
import { palettes, type ThemeName } from '#ui/theme';
import { type Box, place } from './box';
import { createSurfaceGeometry, updateSurfaceGeometry } from './surface-geometry';
import { createSurfaceMaterial, disposeSurfaceMaterial, type SurfaceLook } from './surface-material';
import { useUnit } from './unit';

/** Cells a side: 128 for the surface, fewer for the sheets, whose bends are the activation's own. */
const SURFACE_CELLS = 128;
const SHEET_CELLS = 64;
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

/** The surfaces of a figure. */
export interface PairSurfaces {
  /** To be rendered in the scene. */
  readonly element: ReactNode;
  /** Evaluates everything anew; terms without finite values are hidden. */
  readonly update: (picture: PairPicture) => void;
}

function createSurface(cells: number, halfWidth: number, look: SurfaceLook, order: number) {
  const mesh = createSurfaceMesh(cells, halfWidth);
  const geometry = createSurfaceGeometry(mesh);
  const material = createSurfaceMaterial(look);
  const object = new Mesh(geometry, material);
  object.renderOrder = order;
  return { mesh, geometry, material, object };
}

type Surface = ReturnType<typeof createSurface>;

/** True when a single neuron has no finite values. */
function isAway({ epsilon, a }: PairCoordinates, term: TermId): boolean {
  return epsilon === 0 && a !== 0 && (term === 'neuronI' || term === 'neuronJ');
}

function refill(surface: Surface, term: TermId, picture: PairPicture, wanted: boolean): void {
  const { activation, coordinates, box } = picture;
  surface.object.visible = wanted && !isAway(coordinates, term);
  if (!surface.object.visible) return;
  fillSurface(surface.mesh, activation, term, coordinates);
  updateSurfaceGeometry(surface.geometry, surface.mesh, box);
}

/**
 * The surfaces over the square of inputs from -halfWidth to halfWidth. A new theme makes new ones: `update` is another
 * function then, and has to be called again.
 */
export function usePairSurfaces(theme: ThemeName, colours: ColourTable, halfWidth: number): PairSurfaces {
  const outline = useRef<MovableLine>(null);
  const surfaces = useMemo(() => {
    const palette = palettes[theme];
    const look = { table: colours, edge: palettes.light.ink, gridStep: 0.5 };
    const opacity = theme === 'dark' ? 0.26 : 0.17;
    const sheet = (tint: string) =>
      createSurface(SHEET_CELLS, halfWidth, { ...look, sheet: { tint, opacity } }, 2);
    return {
      main: createSurface(SURFACE_CELLS, halfWidth, look, 1),
      i: sheet(palette.neuronI),
      j: sheet(palette.neuronJ),
    };
  }, [theme, colours, halfWidth]);
  const unit = useUnit();
  useFrame(() => {
    if (outline.current) outline.current.material.linewidth = OUTLINE_WIDTH * unit();
  });
  useEffect(
    () => () => {
      for (const { geometry, material } of [surfaces.main, surfaces.i, surfaces.j]) {
        geometry.dispose();
        disposeSurfaceMaterial(material);
      }
    },
    [surfaces],
  );
  return useMemo(() => {
    const { main, i, j } = surfaces;
    return {
      update(picture) {
        refill(main, picture.term, picture, true);
        refill(i, 'neuronI', picture, picture.sheets);
        refill(j, 'neuronJ', picture, picture.sheets);
        if (!outline.current) return;
        outline.current.visible = main.object.visible;
        moveOutline(outline.current, main, picture.box);
      },
      element: (
        <>
          <primitive object={main.object} />
          <primitive object={i.object} />
          <primitive object={j.object} />
          <Line
            ref={(line) => {
              outline.current = line;
            }}
            segments
            points={OUTLINE_START}
            color={palettes[theme].ink}
            lineWidth={OUTLINE_WIDTH}
            transparent
            opacity={0.55}
          />
        </>
      ),
    };
  }, [surfaces, theme]);
}

/** A line of drei's whose points can be replaced. */
type MovableLine = {
  visible: boolean;
  readonly material: { linewidth: number };
  readonly geometry: { setPositions: (positions: Float32Array) => unknown };
};

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

const BORDER = borderVertices(SURFACE_CELLS);

/** As many pieces as the border has: a line cannot grow later. */
const OUTLINE_START: [number, number, number][] = BORDER.slice(1).flatMap(() => [
  [0, 0, 0],
  [0, 0, 0],
]);
const outlinePositions = new Float32Array(3 * OUTLINE_START.length);

/** Lays the outline along the border of the surface, as far as that is inside the frame. */
function moveOutline(outline: MovableLine, { mesh }: Surface, box: Box): void {
  const at = (vertex: number, value: number) =>
    place(box, mesh.x[2 * vertex] as number, mesh.x[2 * vertex + 1] as number, value);
  const inside = (value: number) => Math.abs(value) <= box.height;
  const clamped = (value: number) => Math.min(box.height, Math.max(-box.height, value));
  for (let k = 0; k + 1 < BORDER.length; k++) {
    const [from, to] = [BORDER[k] as number, BORDER[k + 1] as number];
    const [f, g] = [mesh.value[from] as number, mesh.value[to] as number];
    // A piece that leaves the frame ends in the cut, near enough at this fineness; one outside has no length.
    const start = inside(f) || inside(g) ? at(from, clamped(f)) : at(from, 0);
    const end = inside(f) || inside(g) ? at(to, clamped(g)) : start;
    outlinePositions.set(start, 6 * k);
    outlinePositions.set(end, 6 * k + 3);
  }
  outline.geometry.setPositions(outlinePositions);
}
