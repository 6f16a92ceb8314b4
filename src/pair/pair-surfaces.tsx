/** A pair of neurons as surfaces: their sum or another term, solid, and each neuron as a translucent sheet. */
import { type ReactNode, useEffect, useMemo } from 'react';
import { Mesh } from 'three';
import { LineMaterial } from 'three/addons/lines/LineMaterial.js';
import { LineSegments2 } from 'three/addons/lines/LineSegments2.js';
import { LineSegmentsGeometry } from 'three/addons/lines/LineSegmentsGeometry.js';
import type { Activation } from '#math/activation/activation';
import type { ColourTable } from '#math/numerics/oklab';
import { isInfinite, type PairCoordinates, type TermId } from '#math/pair/pair';
import { fillSurface } from '#math/pair/surface';
import { createSurfaceMesh } from '#math/pair/surface-mesh';
import { type Box, place } from '#scene/box';
import { SceneObject, useBeforeDraw } from '#scene/scene-object';
import { createSurfaceGeometry, updateSurfaceGeometry } from '#scene/surface-geometry';
import { createSurfaceMaterial, disposeSurfaceMaterial, type SurfaceLook } from '#scene/surface-material';
import { useUnit } from '#scene/unit';
import { palettes, type ThemeName } from '#ui/theme';

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

function refill(surface: Surface, term: TermId, picture: PairPicture, wanted: boolean): void {
  const { activation, coordinates, box } = picture;
  surface.object.visible = wanted && !isInfinite(term, coordinates);
  if (!surface.object.visible) return;
  fillSurface(surface.mesh, activation, term, coordinates);
  updateSurfaceGeometry(surface.geometry, surface.mesh, box);
}

/**
 * The surfaces over the square of inputs from -halfWidth to halfWidth. A new theme makes new ones: `update` is another
 * function then, and has to be called again.
 */
export function usePairSurfaces(theme: ThemeName, colours: ColourTable, halfWidth: number): PairSurfaces {
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
      outline: createOutline(palette.ink),
    };
  }, [theme, colours, halfWidth]);
  const unit = useUnit();
  useBeforeDraw(() => {
    surfaces.outline.material.linewidth = OUTLINE_WIDTH * unit();
  });
  useEffect(
    () => () => {
      for (const { geometry, material } of [surfaces.main, surfaces.i, surfaces.j]) {
        geometry.dispose();
        disposeSurfaceMaterial(material);
      }
      surfaces.outline.geometry.dispose();
      surfaces.outline.material.dispose();
    },
    [surfaces],
  );
  return useMemo(() => {
    const { main, i, j, outline } = surfaces;
    return {
      update(picture) {
        refill(main, picture.term, picture, true);
        refill(i, 'neuronI', picture, picture.sheets);
        refill(j, 'neuronJ', picture, picture.sheets);
        outline.visible = main.object.visible;
        moveOutline(outline, main, picture.box);
      },
      element: (
        <>
          <SceneObject object={main.object} />
          <SceneObject object={i.object} />
          <SceneObject object={j.object} />
          <SceneObject object={outline} />
        </>
      ),
    };
  }, [surfaces]);
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

const BORDER = borderVertices(SURFACE_CELLS);

/** Two ends of each piece of the border. */
const outlinePositions = new Float32Array(6 * (BORDER.length - 1));

/** The line along the border. */
function createOutline(ink: string): LineSegments2 {
  const geometry = new LineSegmentsGeometry();
  // As many pieces as the border has: a line cannot grow later.
  geometry.setPositions(outlinePositions);
  return new LineSegments2(
    geometry,
    new LineMaterial({ color: ink, linewidth: OUTLINE_WIDTH, transparent: true, opacity: 0.55 }),
  );
}

/** Lays the outline along the border of the surface, as far as that is inside the frame. */
function moveOutline(outline: LineSegments2, { mesh }: Surface, box: Box): void {
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
