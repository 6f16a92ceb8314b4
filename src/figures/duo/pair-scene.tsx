/** The left half of the figure `duo`: the pair's sum, solid, and both neurons flying apart around it. */
import { useThree } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import type { LandscapeData } from '#landscape/landscape-data';
import { HALF_WIDTH } from '#math/network/inputs';
import { termValue } from '#math/pair/pair';
import { type PairPicture, PairSurface } from '#pair/pair-surface';
import { axesDrawing, type Project } from '#scene/axes';
import { drawAxes, layerGroup } from '#scene/axes-layer';
import { type Box, place } from '#scene/box';
import { drawPills, type Pill } from '#scene/pills';
import { SceneView, useRedraw } from '#scene/scene-view';
import { type Layers, viewOf } from '#scene/stage';
import type { FigureStore } from '#state/figure-store';
import { type Palette, palettes, type ThemeName } from '#ui/theme';
import { type FloorPoint, floorAt, pairHeight } from './floor';
import type { DuoSchema } from './schema';
import { text } from './text';

interface PairSceneProps {
  readonly store: FigureStore<DuoSchema>;
  readonly landscape: { getState(): LandscapeData; subscribe(listener: () => void): () => void };
  readonly theme: ThemeName;
  readonly layers: Layers;
  /** In each frame with a surface. */
  readonly onSurface: () => void;
  readonly onFrame: () => void;
}

/** The scene; it draws one frame after each change. */
export function PairScene({ store, landscape, theme, layers, onSurface, onFrame }: PairSceneProps) {
  useRedraw(store, landscape);
  const invalidate = useThree((state) => state.invalidate);
  // biome-ignore lint/correctness/useExhaustiveDependencies: names have colours of the theme
  useEffect(() => invalidate(), [theme, invalidate]);
  const box = useRef<{ roads: LandscapeData['roads']; box: Box }>(undefined);
  const drawn = useRef<{ key: string; picture: PairPicture }>(undefined);

  const boxNow = (): Box => {
    const data = landscape.getState();
    if (box.current?.roads !== data.roads) {
      // Without numbers on its axis while that is not known.
      const height = floorAt(data, store.values().eps) ? pairHeight(data) : 0;
      box.current = { roads: data.roads, box: { halfWidth: HALF_WIDTH, height } };
    }
    return box.current.box;
  };
  const picture = (): PairPicture | undefined => {
    const { eps, sheets } = store.values();
    const point = floorAt(landscape.getState(), eps);
    if (!point) return undefined;
    const { activation, coordinates } = point;
    const key = `${eps} ${sheets} ${boxNow().height} ${point.loss}`;
    if (drawn.current?.key !== key) {
      drawn.current = { key, picture: { activation, coordinates, term: 'sum', sheets, box: boxNow() } };
    }
    return drawn.current.picture;
  };
  return (
    <>
      <PairSurface theme={theme} halfWidth={HALF_WIDTH} picture={picture} />
      <SceneView
        layers={layers}
        view={() => viewOf(store.values().cam)}
        draw={({ project, view, texts, axes }) => {
          const { eps, sheets } = store.values();
          const point = floorAt(landscape.getState(), eps);
          const frame = boxNow();
          const pills = layerGroup(layers.before, 'pills');
          if (axes) {
            const drawing = axesDrawing(project, frame, view, {
              x1: { text: 'x', subscript: '1' },
              x2: { text: 'x', subscript: '2' },
              value: { text: text.output },
            });
            drawAxes(layers.behind, layers.before, drawing);
          }
          if (texts)
            drawPills(pills, point && sheets ? namesOfSheets(point, frame, project, palettes[theme]) : []);
          if (point) onSurface();
          onFrame();
        }}
      />
    </>
  );
}

/** Places along each input at which a name may stand, as shares of the half-width. */
const GRID = Array.from({ length: 19 }, (_, k) => (k - 9) / 10);

/** The names of both sheets on them; where they are away, where they went. */
function namesOfSheets(
  { coordinates, activation, epsilon }: FloorPoint,
  box: Box,
  project: Project,
  palette: Palette,
): readonly Pill[] {
  const pill = (corner: readonly number[], value: number, label: string, colour: string): Pill => {
    const [x1 = 0, x2 = 0] = corner;
    const held = Math.min(box.height, Math.max(-box.height, value));
    return { at: project(place(box, x1, x2, held)), text: label, colour };
  };
  if (epsilon === 0) {
    return [
      pill([0, 0], box.height, text.away.i, palette.neuronI),
      pill([0, 0], -box.height, text.away.j, palette.neuronJ),
    ];
  }
  const value = (term: 'neuronI' | 'neuronJ', x: readonly number[]) =>
    termValue(activation, term, coordinates, x);
  // Where the sheets are drawn and furthest apart.
  const points = GRID.flatMap((x1) => GRID.map((x2) => [x1 * HALF_WIDTH, x2 * HALF_WIDTH]));
  const reach = (term: 'neuronI' | 'neuronJ', x: readonly number[]) => {
    const size = Math.abs(value(term, x));
    return size <= 0.92 * box.height ? size : -size;
  };
  const furthest = (term: 'neuronI' | 'neuronJ') =>
    points.reduce((one, other) => (reach(term, other) > reach(term, one) ? other : one));
  const named = (term: 'neuronI' | 'neuronJ', label: string, colour: string): Pill => {
    const best = furthest(term);
    if (reach(term, best) > 0) return pill(best, value(term, best), label, colour);
    // All of it is out of the picture: its name waits where it will be at infinity.
    return pill([0, 0], Math.sign(value(term, best)) * box.height, label, colour);
  };
  return [named('neuronI', text.neuronI, palette.neuronI), named('neuronJ', text.neuronJ, palette.neuronJ)];
}
