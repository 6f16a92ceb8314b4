/** The three-dimensional part of the figure `triple`: the sum and, as sheets, what it is made of. */
import { useRef } from 'react';
import { HALF_WIDTH } from '#math/network/inputs';
import type { PlaneFunction } from '#math/pair/plane-function';
import { fillFunction } from '#math/pair/surface';
import { type Fill, FunctionSurface, type SurfacePicture } from '#pair/function-surface';
import { axesDrawing } from '#scene/axes';
import { drawAxes } from '#scene/axes-layer';
import { SceneView, useRedraw } from '#scene/scene-view';
import { type Layers, viewOf } from '#scene/stage';
import type { FigureStore } from '#state/figure-store';
import type { ThemeName } from '#ui/theme';
import { frameHeight, functionOf, sameShape, sheetsOf } from './model';
import type { TripleSchema, TripleValues } from './schema';
import { text } from './text';
import { sheetTints, TINTS } from './tints';

interface SurfaceSceneProps {
  readonly store: FigureStore<TripleSchema>;
  readonly theme: ThemeName;
  readonly layers: Layers;
  /** After each drawn frame. */
  readonly onFrame: () => void;
}

/** True when both show the same surfaces. */
function sameSurfaces(a: TripleValues, b: TripleValues): boolean {
  return sameShape(a, b) && a.show === b.show && a.sheets === b.sheets;
}

function fillOf(of: PlaneFunction | undefined): Fill | undefined {
  return of && ((mesh) => fillFunction(mesh, of));
}

/** The surface, and the sheets in the order of `TINTS`. */
function pictureOf(values: TripleValues): SurfacePicture {
  const sheets = values.sheets && values.show === 'sum' ? sheetsOf(values) : [];
  const tints = sheetTints(values.group);
  return {
    box: { halfWidth: HALF_WIDTH, height: frameHeight(values) },
    solid: fillOf(functionOf(values)),
    sheets: TINTS.map((tint) => fillOf(sheets[tints.indexOf(tint)])),
  };
}

/** The scene; it draws one frame after each change and none otherwise. */
export function SurfaceScene({ store, theme, layers, onFrame }: SurfaceSceneProps) {
  useRedraw(store);
  const drawn = useRef<{ values: TripleValues; picture: SurfacePicture }>(undefined);
  const picture = (): SurfacePicture => {
    const values = store.values();
    if (drawn.current && sameSurfaces(drawn.current.values, values)) return drawn.current.picture;
    drawn.current = { values, picture: pictureOf(values) };
    return drawn.current.picture;
  };
  return (
    <>
      <FunctionSurface theme={theme} halfWidth={HALF_WIDTH} tints={TINTS} picture={picture} />
      <SceneView
        layers={layers}
        view={() => viewOf(store.values().cam)}
        draw={({ project, view, axes }) => {
          const values = store.values();
          const box = { halfWidth: HALF_WIDTH, height: frameHeight(values) };
          if (axes) {
            const drawing = axesDrawing(project, box, view, {
              x1: { text: 'x', subscript: '1' },
              x2: { text: 'x', subscript: '2' },
              value: { text: values.show === 'sum' ? text.legend : text.show[values.show] },
            });
            drawAxes(layers.behind, layers.before, drawing);
          }
          onFrame();
        }}
      />
    </>
  );
}
