/** The three-dimensional part of the figure `pair`: the surface, both neurons as sheets, the read-out point. */
import { useRef } from 'react';
import { DoubleSide, type Mesh } from 'three';
import { HALF_WIDTH } from '#math/network/inputs';
import { type PairPicture, PairSurface } from '#pair/pair-surface';
import type { Box } from '#scene/box';
import { SceneView, useRedraw } from '#scene/scene-view';
import { type Layers, viewOf } from '#scene/stage';
import type { FigureStore } from '#state/figure-store';
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

/** The scene; it draws one frame after each change and none otherwise. */
export function SurfaceScene({ store, theme, layers, reads, probe, onFrame }: SurfaceSceneProps) {
  useRedraw(store);
  const dot = useRef<Mesh>(null);
  const drawn = useRef<{ values: PairValues; picture: PairPicture }>(undefined);

  const picture = (): PairPicture => {
    const values = store.values();
    const before = drawn.current;
    if (before && sameShape(before.values, values) && sameSurface(before.values, values)) {
      return before.picture;
    }
    const shown = {
      activation: activationOf(values),
      coordinates: coordinatesOf(values),
      term: values.show,
      sheets: values.show === 'sum' && values.sheets,
      box: boxOf(values),
    };
    drawn.current = { values, picture: shown };
    return shown;
  };
  return (
    <>
      <PairSurface theme={theme} halfWidth={HALF_WIDTH} picture={picture} />
      <mesh ref={dot} renderOrder={5}>
        <sphereGeometry args={[0.022, 20, 14]} />
        <meshBasicMaterial color={palettes[theme].ink} side={DoubleSide} depthTest={false} transparent />
      </mesh>
      <SceneView
        layers={layers}
        view={() => viewOf(store.values().cam)}
        draw={(sight) => {
          const values = store.values();
          const box = boxOf(values);
          if (dot.current) {
            dot.current.visible = reads && Math.abs(termsAt(values)[values.show]) <= box.height;
            dot.current.position.set(...probePlace(values, box));
          }
          drawOverlay(layers, sight, values, box, reads ? probe.current : null);
          onFrame();
        }}
      />
    </>
  );
}
