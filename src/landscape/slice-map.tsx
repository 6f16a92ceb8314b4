/** A slice seen from above in plain 2D, for browsers without WebGL: the same colours, lines, marks and ball. */

import { useRef } from 'react';
import type { Pixel, Project } from '#scene/axes';
import { drawAxes, layerGroup } from '#scene/axes-layer';
import type { ScenePoint } from '#scene/box';
import {
  drawColourBar,
  drawFlatLines,
  drawFlatMarks,
  type FlatLine,
  type FlatMark,
  type FlatSheet,
  paintCanvas,
  type Rect,
} from '#scene/flat-drawing';
import { FlatPicture, FROM_ABOVE, flatProjection } from '#scene/flat-picture';
import { type Domain, paintLevels, rasterValues, triangleAt } from '#scene/flat-raster';
import { drawPills, type Pill, pillWidth } from '#scene/pills';
import { placeElement } from '#scene/stage';
import type { Size } from '#scene/view';
import { plainText } from '#state/number-text';
import { strings } from '#ui/strings';
import { type Palette, palettes, type ThemeName } from '#ui/theme';
import type { AxisKind } from './gamma-axis';
import type { LandscapeData } from './landscape-data';
import { lossColours } from './loss-colours';
import type { Dot } from './slice-dots';
import type { SliceFrame, SliceKind } from './slice-frame';
import { finitePoint, infinityPoint, roadLine, saddleStretches } from './slice-lines';
import { EXTENT, lossColour, type SliceMesh } from './slice-mesh';
import { isSmall, namesOfLines, roundLosses, sliceAxes } from './slice-overlay';
import { useSliceMesh } from './slice-scene';

/** A point of a drawn slice: gamma, and the fraction of the way down (-1 to 1) or alpha. */
export interface Picked {
  readonly gamma: number;
  readonly across: number;
}

/** What is drawn at a place of a picture; undefined beside the surface. */
export type PlaceAt = (at: Pixel) => Picked | undefined;

/** A way that the ball took. */
export interface MapTrack {
  readonly points: readonly ScenePoint[];
  /** A CSS colour. */
  readonly colour: string;
}

interface SliceMapProps {
  readonly slice: SliceKind;
  readonly axis: AxisKind;
  /** Nothing but axes without. */
  readonly frame: SliceFrame | undefined;
  readonly data: LandscapeData;
  readonly theme: ThemeName;
  /** Where the ball is now. */
  readonly ball: () => ScenePoint | undefined;
  readonly tracks?: readonly MapTrack[];
  /** Small balls: the same list as long as nothing has changed. */
  readonly dots?: () => readonly Dot[];
  /** The focusable mark of the ball, placed over it. */
  readonly ballMark: { readonly current: HTMLElement | null };
  /** Tells of changes that move the ball and render nothing; returns what ends that. Always the same function. */
  readonly follow: (listener: () => void) => () => void;
  /** A press on the surface. */
  readonly onTap?: (place: Picked) => void;
  /** Told what is at a place of the picture, in pixels of the page, whenever that may have changed. */
  readonly onPick?: (pick: PlaceAt) => void;
  /** Told how places of the scene become pixels of the drawing, and how many of the page these are, whenever that may have changed. */
  readonly onProject?: (project: Project, unit: number) => void;
  readonly onFrame: () => void;
}

/** Pixels around the map for axes and colour bar. */
const MARGIN = { left: 12, top: 42, right: 104, bottom: 42 } as const;
/** What the axis across needs where nothing is drawn before the first gamma. */
const AXIS_ROOM = 34;
const BAR = { distance: 40, width: 12 } as const;

/** What lies just before the first gamma is shown too: the finite minimum, or the ball. */
function domainOf(slice: SliceKind, axis: AxisKind): Domain {
  return { x: [slice === 'plane' || axis === 'middle' ? -1 : -1.3, 1], y: [-1, 1] };
}

function plotOf({ width, height }: Size, { x }: Domain): Rect {
  const left = MARGIN.left + (x[0] === -1 ? AXIS_ROOM : 0);
  return {
    left,
    top: MARGIN.top,
    width: Math.max(1, width - left - MARGIN.right),
    height: Math.max(1, height - MARGIN.top - MARGIN.bottom),
  };
}

/** Canvas pixels a pixel of the page: edges of the surface are smoothed by being made smaller. */
const DENSITY = 2;
const ISO_STEP = 0.2;
const ISO_WIDTH = 0.7;

function paintMap({ colours }: FlatSheet, plot: Rect, domain: Domain, mesh: SliceMesh | undefined): void {
  const [width, height] = [Math.round(DENSITY * plot.width), Math.round(DENSITY * plot.height)];
  paintCanvas(colours, 'map', mesh && plot, [width, height], (pixels) => {
    if (!mesh) return;
    const values = rasterValues(mesh, mesh.values, width, height, domain);
    paintLevels(pixels, values, width, lossColours(), ISO_STEP, ISO_WIDTH);
  });
}

const PLATEAU_DASH = [9, 7] as const;
const BACK_DASH = [5, 5] as const;

/** Saddle line, roads, and what the ball left behind. */
function linesOf(
  frame: SliceFrame,
  data: LandscapeData,
  palette: Palette,
  tracks: readonly MapTrack[],
  project: Project,
): readonly FlatLine[] {
  const line = (points: readonly ScenePoint[], rest: Omit<FlatLine, 'points'>): FlatLine => ({
    points: points.map(project),
    ...rest,
  });
  const saddle = saddleStretches(frame, data).map(({ points, plateau }) =>
    line(points, { colour: palette.saddleLine, width: 4, dash: plateau ? PLATEAU_DASH : undefined }),
  );
  const roads = (['plus', 'minus'] as const).flatMap((side) => {
    if (frame.slice !== 'descent') return [];
    const road = data.roads[side];
    const look =
      road?.verdict === 'minimum-at-infinity'
        ? { colour: palette.channel, width: 5 }
        : { colour: palette.warn, width: 3, dash: BACK_DASH };
    return roadLine(frame, side, road).map((points) => line(points, look));
  });
  return [...saddle, ...roads, ...tracks.map(({ points, colour }) => line(points, { colour, width: 2.5 }))];
}

function marksOf(
  frame: SliceFrame,
  data: LandscapeData,
  palette: Palette,
  project: Project,
): readonly FlatMark[] {
  const marks: FlatMark[] = [];
  const mark = (point: ScenePoint | undefined, colour: string) => {
    if (point) marks.push({ at: project(point), colour, shape: 'diamond' });
  };
  mark(finitePoint(frame, data), palette.a);
  for (const road of Object.values(data.roads)) {
    if (frame.slice === 'descent' && road.verdict === 'minimum-at-infinity')
      mark(infinityPoint(frame, road), palette.channel);
  }
  return marks;
}

/** Pixels that names stand above what they name. */
const NAME_RISE = 21;

/** Names beside the map's lines, none beyond its ends. */
function pillsOf(
  frame: SliceFrame,
  data: LandscapeData,
  palette: Palette,
  project: Project,
  { size, plot }: { readonly size: Size; readonly plot: Rect },
): readonly Pill[] {
  const raised: Project = (point) => {
    const [x, y] = project(point);
    return [x, y - NAME_RISE];
  };
  return namesOfLines(frame, data, raised, palette, isSmall(size)).map((pill) => {
    const half = pillWidth(pill.text) / 2;
    const x = Math.max(half, Math.min(plot.left + plot.width + BAR.distance / 2 - half, pill.at[0]));
    return { ...pill, at: [x, pill.at[1]] };
  });
}

/** The map. It renders anew when data arrive; the ball follows the store without that. */
export function SliceMap(props: SliceMapProps) {
  const {
    slice,
    axis,
    frame,
    data,
    theme,
    ball,
    tracks,
    dots,
    ballMark,
    follow,
    onTap,
    onPick,
    onProject,
    onFrame,
  } = props;
  const palette = palettes[theme];
  const mesh = useSliceMesh(frame);
  const domain = domainOf(slice, axis);
  const painted = useRef<unknown[]>([]);
  const drawn = useRef<unknown[]>([]);
  const dotted = useRef<unknown[]>([]);
  const names = useRef<readonly Pill[]>([]);
  const shown = useRef<{ readonly plot: Rect; readonly domain: Domain }>(undefined);

  const draw = (sheet: FlatSheet) => {
    const { size, layers } = sheet;
    const plot = plotOf(size, domain);
    const project = flatProjection(plot, domain, EXTENT);
    shown.current = { plot, domain };
    const place = [size.width, size.height, domain.x[0]];
    if (isNew(painted, [mesh, ...place])) paintMap(sheet, plot, domain, mesh);
    if (isNew(drawn, [frame, data, tracks, palette, ...place])) {
      const axes = sliceAxes(project, FROM_ABOVE, { slice, axis }, frame, { few: isSmall(size) });
      drawAxes(layers.behind, layers.before, axes);
      const bar = { ...plot, left: plot.left + plot.width + BAR.distance, width: BAR.width };
      drawColourBar(sheet, bar, lossColours(), strings.landscape.loss, frame ? lossNumbers(frame) : []);
      const group = (name: string) => layerGroup(layers.before, name);
      drawFlatLines(group('map-lines'), frame ? linesOf(frame, data, palette, tracks ?? [], project) : []);
      drawFlatMarks(group('map-marks'), frame ? marksOf(frame, data, palette, project) : []);
      names.current = frame ? pillsOf(frame, data, palette, project, { size, plot }) : [];
      onProject?.(project, layers.unit);
    }
    const small = dots?.() ?? [];
    if (isNew(dotted, [small, ...place])) {
      const marks = small.map(({ at, colour }) => ({ at: project(at), colour, shape: 'dot' as const }));
      drawFlatMarks(layerGroup(layers.before, 'map-dots'), marks);
    }
    onPick?.(([x, y]) => pick([x / layers.unit, y / layers.unit]));
    const point = ball();
    const at = point && project(point);
    drawPills(layerGroup(layers.before, 'map-pills'), names.current, at);
    drawFlatMarks(
      layerGroup(layers.before, 'map-ball'),
      at ? [{ at, colour: palette.epsilon, shape: 'ball' }] : [],
    );
    if (ballMark.current) {
      ballMark.current.hidden = at === undefined;
      if (at) placeElement(ballMark.current, at, layers.unit);
    }
    onFrame();
  };

  const pick: PlaceAt = ([x, y]) => {
    if (!mesh || !shown.current) return undefined;
    const { plot, domain: seen } = shown.current;
    const across = (range: readonly [number, number], share: number) =>
      range[0] + share * (range[1] - range[0]);
    const hit = triangleAt(
      mesh,
      across(seen.x, (x - plot.left) / plot.width),
      across(seen.y, 1 - (y - plot.top) / plot.height),
    );
    if (!hit) return undefined;
    const mix = (offset: number) =>
      hit.corners.reduce(
        (sum, corner, k) => sum + (hit.weights[k] ?? 0) * (mesh.coordinates[2 * corner + offset] as number),
        0,
      );
    return { gamma: mix(0), across: mix(1) };
  };
  const tap = (at: Pixel) => {
    const place = pick(at);
    if (place) onTap?.(place);
  };
  return <FlatPicture draw={draw} follow={follow} {...(onTap && { onTap: tap })} />;
}

/** Numbers beside the colours. */
function lossNumbers({ range }: SliceFrame) {
  return roundLosses(range).map((loss) => ({ at: lossColour(range, loss), text: plainText(loss) }));
}

/** Whether anything differs from the last time; remembers it. */
function isNew(last: { current: unknown[] }, now: unknown[]): boolean {
  const same = last.current.length === now.length && now.every((entry, k) => entry === last.current[k]);
  last.current = now;
  return !same;
}
