/** The pair from above, for browsers without WebGL: the sum as a map with contours, and beside it both neurons. */
import { useRef } from 'react';
import type { StoreApi } from 'zustand';
import { useStore } from 'zustand';
import type { LandscapeData } from '#landscape/landscape-data';
import { HALF_WIDTH } from '#math/network/inputs';
import type { TermId } from '#math/pair/pair';
import { paintTerm } from '#pair/term-map';
import { type AxesDrawing, axesDrawing, tickText } from '#scene/axes';
import { drawAxes } from '#scene/axes-layer';
import { niceTicks } from '#scene/box';
import { drawColourBar, type FlatSheet, paintCanvas, type Rect } from '#scene/flat-drawing';
import { FlatPicture, FROM_ABOVE, flatProjection } from '#scene/flat-picture';
import type { Size } from '#scene/view';
import type { FigureStore } from '#state/figure-store';
import { divergingColours } from '#ui/heatmap';
import { palettes, type ThemeName } from '#ui/theme';
import { type FloorPoint, floorAt, pairHeight } from './floor';
import type { DuoSchema } from './schema';
import { text } from './text';

interface FlatPairProps {
  readonly store: FigureStore<DuoSchema>;
  readonly landscape: StoreApi<LandscapeData>;
  readonly theme: ThemeName;
  readonly onFrame: () => void;
}

/** Pixels around the map of the sum: for its axes, its name, and the bar of colours. */
const MARGIN = { left: 46, top: 42, right: 94, bottom: 42 } as const;
const BAR = { distance: 46, width: 12 } as const;
/** Room for a name between the maps of both neurons, which together are as high as that of the sum. */
const GAP = 32;
/** Pixels a side at most: more take longer than a frame. */
const MOST_PIXELS = 360;
const CONTOURS = 10;

interface Layout {
  readonly sum: Rect;
  readonly bar: Rect;
  /** Of neuron i above that of neuron j. */
  readonly neurons: readonly [Rect, Rect];
}

function layoutOf({ width, height }: Size, sheets: boolean): Layout {
  const free = { width: width - MARGIN.left - MARGIN.right, height: height - MARGIN.top - MARGIN.bottom };
  const widest = sheets ? (free.width + GAP / 2) / 1.5 : free.width;
  const side = Math.max(1, Math.floor(Math.min(free.height, widest)));
  const small = sheets ? Math.max(1, Math.floor((side - GAP) / 2)) : 0;
  const square = (left: number, top: number, size: number): Rect => ({
    left,
    top,
    width: size,
    height: size,
  });
  const left = MARGIN.left + Math.round((free.width - side - small) / 2);
  const right = left + side;
  return {
    sum: square(left, MARGIN.top, side),
    bar: { left: right + BAR.distance, top: MARGIN.top, width: BAR.width, height: side },
    neurons: [
      square(right + MARGIN.right, MARGIN.top, small),
      square(right + MARGIN.right, MARGIN.top + side - small, small),
    ],
  };
}

const INPUTS = { x: [-1, 1], y: [-1, 1] } as const;

/** Axes and names; no numbers on the bar while the height is not known. */
function axesOf(
  layout: Layout,
  point: FloorPoint | undefined,
  sheets: boolean,
  theme: ThemeName,
): AxesDrawing {
  const project = flatProjection(layout.sum, INPUTS, { x: 1, z: 1 });
  const names = {
    x1: { text: 'x', subscript: '1' },
    x2: { text: 'x', subscript: '2' },
    value: { text: text.output },
  };
  const axes = axesDrawing(project, { halfWidth: HALF_WIDTH, height: 1 }, FROM_ABOVE, names, 'beyond');
  const palette = palettes[theme];
  const name = (key: string, rect: Rect, label: string, colour: string) => ({
    key,
    at: [rect.left + rect.width / 2, rect.top - 12] as const,
    text: label,
    kind: 'tick' as const,
    colour,
  });
  const away = point?.epsilon === 0;
  const [i, j] = layout.neurons;
  const neurons = [
    name('neuronI', i, away ? text.away.i : text.neuronI, palette.neuronI),
    name('neuronJ', j, away ? text.away.j : text.neuronJ, palette.neuronJ),
  ];
  return {
    ...axes,
    labels: [
      ...axes.labels,
      name('sum', layout.sum, text.sum, palette.quiet),
      ...(sheets && point ? neurons : []),
    ],
  };
}

/** Paints one term, or hides its map. */
function paint(sheet: FlatSheet, term: TermId, rect: Rect, look: PairLook | undefined): void {
  const side = Math.min(MOST_PIXELS, Math.round(rect.width * Math.min(2, window.devicePixelRatio)));
  paintCanvas(sheet.colours, term, look && rect, [side, side], (pixels) => {
    if (!look) return;
    const { point, height, theme } = look;
    paintTerm(pixels, side, {
      activation: point.activation,
      coordinates: point.coordinates,
      term,
      half: HALF_WIDTH,
      table: divergingColours(theme),
      range: height,
      // The neurons soon leave the colours: lines would be all there is to see.
      contours: term === 'sum' ? (2 * height) / CONTOURS : 0,
    });
  });
}

interface PairLook {
  readonly point: FloorPoint;
  /** Value of the last colour. */
  readonly height: number;
  readonly theme: ThemeName;
}

/** The maps. They follow the store without rendering. */
export function FlatPair({ store, landscape, theme, onFrame }: FlatPairProps) {
  // Rendered, and so drawn, when data arrive.
  const data = useStore(landscape);
  const scale = useRef<{ readonly roads: LandscapeData['roads']; readonly height: number }>(undefined);
  const draw = (sheet: FlatSheet) => {
    const { eps, sheets } = store.values();
    const point = floorAt(data, eps);
    if (scale.current?.roads !== data.roads) {
      scale.current = { roads: data.roads, height: point ? pairHeight(data) : 1 };
    }
    const { height } = scale.current;
    const layout = layoutOf(sheet.size, sheets);
    const look = point && { point, height, theme };
    paint(sheet, 'sum', layout.sum, look);
    // At epsilon = 0 there are no finite values to show.
    const neurons = sheets && eps > 0 ? look : undefined;
    paint(sheet, 'neuronI', layout.neurons[0], neurons);
    paint(sheet, 'neuronJ', layout.neurons[1], neurons);
    const ticks = point
      ? niceTicks(height, 2).map((value) => ({ at: value / height, text: tickText(value) }))
      : [];
    drawColourBar(sheet, layout.bar, divergingColours(theme), text.output, ticks);
    drawAxes(sheet.layers.behind, sheet.layers.before, axesOf(layout, point, sheets, theme));
    onFrame();
  };
  return <FlatPicture draw={draw} follow={store.api.subscribe} />;
}
