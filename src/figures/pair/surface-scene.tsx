/** The three-dimensional part of the figure `pair`: the surface, both neurons as sheets, the arrows on the floor. */

import { Line } from '@react-three/drei';
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { DoubleSide, Mesh, MeshBasicMaterial, PerspectiveCamera, SphereGeometry } from 'three';
import { createSurfaceMesh, fillSurface, type SurfaceMesh } from '#math/surface';
import { type Box, place } from '#scene/box';
import { createSurfaceGeometry, updateSurfaceGeometry } from '#scene/surface-geometry';
import { createSurfaceMaterial, disposeSurfaceMaterial, type SurfaceLook } from '#scene/surface-material';
import { applyView } from '#scene/view';
import type { FigureStore } from '#state/figure-store';
import { divergingColours } from '#ui/heatmap';
import { palettes, type ThemeName } from '#ui/theme';
import { activationOf, coordinatesOf, frameHeight, sameShape, termsAt } from './model';
import { HALF_WIDTH, type PairSchema, type PairValues } from './schema';
import { drawOverlay, type Overlay, probePlace, viewOf } from './surface-overlay';

/** Cells a side: 128 for the surface, fewer for the sheets, whose bends are the activation's own. */
const SURFACE_CELLS = 128;
const SHEET_CELLS = 64;

interface SurfaceSceneProps {
  readonly store: FigureStore<PairSchema>;
  readonly theme: ThemeName;
  readonly overlay: Overlay;
  /** After each drawn frame. */
  readonly onFrame: () => void;
}

/** The box for the values: its height follows what is shown. */
export function boxOf(values: PairValues): Box {
  return { halfWidth: HALF_WIDTH, height: frameHeight(values) };
}

function createSurface(cells: number, look: SurfaceLook, order: number) {
  const mesh = createSurfaceMesh(cells, HALF_WIDTH);
  const geometry = createSurfaceGeometry(mesh);
  const material = createSurfaceMaterial(look);
  const object = new Mesh(geometry, material);
  object.renderOrder = order;
  return { mesh, geometry, material, object };
}

type Surface = ReturnType<typeof createSurface>;

/** Evaluates a term and sends it to the card; infinite sheets are hidden. */
function updateSurface(
  surface: { readonly mesh: SurfaceMesh } & Pick<Surface, 'geometry'>,
  values: PairValues,
  term: PairValues['show'],
  box: Box,
): void {
  fillSurface(surface.mesh, activationOf(values), term, coordinatesOf(values));
  updateSurfaceGeometry(surface.geometry, surface.mesh, box);
}

/** True when a single neuron has no finite values. */
function isAway(values: PairValues, term: PairValues['show']): boolean {
  return values.eps === 0 && values.a !== 0 && (term === 'neuronI' || term === 'neuronJ');
}

/** True when both show the same parts. */
function sameSurface(a: PairValues, b: PairValues): boolean {
  return a.show === b.show && a.sheets === b.sheets;
}

function useSurfaces(theme: ThemeName) {
  const surfaces = useMemo(() => {
    const palette = palettes[theme];
    const look = { table: divergingColours(theme), edge: palettes.light.ink, gridStep: 0.5 };
    const sheet = (tint: string) =>
      createSurface(SHEET_CELLS, { ...look, sheet: { tint, opacity: theme === 'dark' ? 0.26 : 0.17 } }, 2);
    const probe = new Mesh(
      new SphereGeometry(0.022, 20, 14),
      new MeshBasicMaterial({ color: palette.ink, side: DoubleSide, depthTest: false, transparent: true }),
    );
    probe.renderOrder = 5;
    return {
      main: createSurface(SURFACE_CELLS, look, 1),
      i: sheet(palette.neuronI),
      j: sheet(palette.neuronJ),
      probe,
    };
  }, [theme]);
  useEffect(
    () => () => {
      for (const { geometry, material } of [surfaces.main, surfaces.i, surfaces.j]) {
        geometry.dispose();
        disposeSurfaceMaterial(material);
      }
      surfaces.probe.geometry.dispose();
      surfaces.probe.material.dispose();
    },
    [surfaces],
  );
  return surfaces;
}

/** A line of drei's whose points can be replaced. */
type MovableLine = {
  visible: boolean;
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

/** The scene; it draws one frame after each change and none otherwise. */
export function SurfaceScene({ store, theme, overlay, onFrame }: SurfaceSceneProps) {
  const invalidate = useThree((state) => state.invalidate);
  const surfaces = useSurfaces(theme);
  const outline = useRef<MovableLine>(null);
  const drawn = useRef<{ values: PairValues; surfaces: typeof surfaces }>(undefined);

  useEffect(
    () =>
      store.api.subscribe((state, before) => {
        // A commit alone changes nothing to see.
        if (state.values !== before.values) invalidate();
      }),
    [store, invalidate],
  );
  // A new theme makes new surfaces, which have to be filled.
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again exactly when the surfaces are new
  useEffect(() => invalidate(), [surfaces, invalidate]);

  useFrame(({ camera, size }) => {
    const values = store.values();
    const box = boxOf(values);
    const before = drawn.current;
    if (
      before?.surfaces !== surfaces ||
      !sameShape(before.values, values) ||
      !sameSurface(before.values, values)
    ) {
      refill(surfaces, values, box);
      if (outline.current) outline.current.visible = surfaces.main.object.visible;
      moveOutline(outline.current, surfaces.main, box);
    }
    drawn.current = { values, surfaces };
    if (!(camera instanceof PerspectiveCamera)) return;
    applyView(camera, viewOf(values), size);
    placeProbe(surfaces.probe, values, box);
    drawOverlay(overlay, camera, size, values, box);
    onFrame();
  });

  const palette = palettes[theme];
  return (
    <>
      <primitive object={surfaces.main.object} />
      <primitive object={surfaces.i.object} />
      <primitive object={surfaces.j.object} />
      <primitive object={surfaces.probe} />
      <Line
        ref={(line) => {
          outline.current = line;
        }}
        segments
        points={OUTLINE_START}
        color={palette.ink}
        lineWidth={1.2}
        transparent
        opacity={0.55}
      />
    </>
  );
}

function refill(surfaces: ReturnType<typeof useSurfaces>, values: PairValues, box: Box): void {
  const inside = values.show === 'sum' && values.sheets && !isAway(values, 'neuronI');
  const parts = [
    [surfaces.main, values.show, !isAway(values, values.show)],
    [surfaces.i, 'neuronI', inside],
    [surfaces.j, 'neuronJ', inside],
  ] as const;
  for (const [surface, term, visible] of parts) {
    surface.object.visible = visible;
    if (!visible) continue;
    updateSurface(surface, values, term, box);
  }
}

/** Lays the outline along the border of the surface, as far as that is inside the frame. */
function moveOutline(outline: MovableLine | null, { mesh }: Surface, box: Box): void {
  if (!outline) return;
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

function placeProbe(probe: Mesh, values: PairValues, box: Box): void {
  const value = termsAt(values)[values.show];
  probe.visible = Math.abs(value) <= box.height;
  probe.position.set(...probePlace(values, box));
}
