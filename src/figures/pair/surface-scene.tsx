/** The three-dimensional part of the figure `pair`: the surface, both neurons as sheets, the read-out point. */
import { useEffect, useMemo, useRef } from 'react';
import { DoubleSide, Mesh, MeshBasicMaterial, SphereGeometry } from 'three';
import { HALF_WIDTH } from '#math/network/inputs';
import { usePairSurfaces } from '#pair/pair-surfaces';
import type { Box } from '#scene/box';
import { SceneObject, useBeforeDraw, useInvalidate } from '#scene/scene-object';
import { drawnSize, type Layers, projection, viewOf } from '#scene/stage';
import { applyView } from '#scene/view';
import type { FigureStore } from '#state/figure-store';
import { divergingColours } from '#ui/heatmap';
import { palettes, type ThemeName } from '#ui/theme';
import { activationOf, coordinatesOf, frameHeight, sameShape, termsAt } from './model';
import type { PairSchema, PairValues } from './schema';
import { drawOverlay, probePlace } from './surface-overlay';

interface SurfaceSceneProps {
  readonly store: FigureStore<PairSchema>;
  readonly theme: ThemeName;
  readonly layers: Layers;
  /** Whether values are read at a point. */
  readonly reads: boolean;
  /** The focusable mark of the read-out point. */
  readonly probe: { readonly current: HTMLElement | null };
  /** After each drawn frame. */
  readonly onFrame: () => void;
}

/** The box for the values: its height follows what is shown. */
export function boxOf(values: PairValues): Box {
  return { halfWidth: HALF_WIDTH, height: frameHeight(values) };
}

/** True when both show the same parts. */
function sameSurface(a: PairValues, b: PairValues): boolean {
  return a.show === b.show && a.sheets === b.sheets;
}

/** The dot at the read-out point. */
function useDot(theme: ThemeName) {
  const dot = useMemo(() => {
    const material = new MeshBasicMaterial({
      color: palettes[theme].ink,
      side: DoubleSide,
      depthTest: false,
      transparent: true,
    });
    const made = new Mesh(new SphereGeometry(0.022, 20, 14), material);
    made.renderOrder = 5;
    return made;
  }, [theme]);
  useEffect(
    () => () => {
      dot.geometry.dispose();
      dot.material.dispose();
    },
    [dot],
  );
  return dot;
}

/** The scene; it draws one frame after each change and none otherwise. */
export function SurfaceScene({ store, theme, layers, reads, probe, onFrame }: SurfaceSceneProps) {
  const invalidate = useInvalidate();
  const surfaces = usePairSurfaces(theme, divergingColours(theme), HALF_WIDTH);
  const dot = useDot(theme);
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

  useBeforeDraw(({ camera, size }) => {
    const values = store.values();
    const box = boxOf(values);
    const before = drawn.current;
    if (
      before?.surfaces !== surfaces ||
      !sameShape(before.values, values) ||
      !sameSurface(before.values, values)
    ) {
      surfaces.update({
        activation: activationOf(values),
        coordinates: coordinatesOf(values),
        term: values.show,
        sheets: values.show === 'sum' && values.sheets,
        box,
      });
    }
    drawn.current = { values, surfaces };
    const seen = drawnSize(size, layers.unit);
    applyView(camera, viewOf(values.cam), seen);
    dot.visible = reads && Math.abs(termsAt(values)[values.show]) <= box.height;
    dot.position.set(...probePlace(values, box));
    drawOverlay(layers, projection(camera, seen, layers), values, box, reads ? probe.current : null);
    onFrame();
  });

  return (
    <>
      {surfaces.element}
      <SceneObject object={dot} />
    </>
  );
}
