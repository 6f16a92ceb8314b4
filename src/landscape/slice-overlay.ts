/** What stands over and under a landscape's canvas: axes, and names of lines and marks. */
import { type AxesDrawing, boxAxes, type Project, tickText } from '#scene/axes';
import { HALF_HEIGHT, niceTicks, type ScenePoint } from '#scene/box';
import type { Pill } from '#scene/pills';
import type { View } from '#scene/view';
import { plainText, readableText } from '#state/number-text';
import { strings } from '#ui/strings';
import type { Palette } from '#ui/theme';
import { type AxisKind, gammaTicks } from './gamma-axis';
import type { LandscapeData } from './landscape-data';
import type { SliceFrame, SliceKind } from './slice-frame';
import { finitePoint, infinityPoint, roadLine, saddleStretches } from './slice-lines';
import { ALPHA, EXTENT, type LossRange, lossHeight } from './slice-mesh';

const text = strings.landscape;

/** The axes of a slice; without a frame, those of an empty box. `flat` is for maps, with `few` numbers or all. */
export function sliceAxes(
  project: Project,
  view: View,
  { slice, axis }: { readonly slice: SliceKind; readonly axis: AxisKind },
  frame: SliceFrame | undefined,
  flat?: { readonly few: boolean },
): AxesDrawing {
  // Where there is little room, the saddle line says where 0 is.
  const zero = flat?.few ? [] : [{ at: 0, text: '0' }];
  const across =
    slice === 'plane'
      ? [-0.2, -0.1, 0, 0.1, 0.2].map((alpha) => ({ at: alpha / ALPHA, text: tickText(alpha) }))
      : zero;
  const specs = {
    x1: { text: 'γ', ticks: gammaTicks(axis) },
    x2: { text: slice === 'plane' ? 'α' : 's', ticks: across },
    value: { text: text.loss, ticks: frame ? lossTicks(frame) : [] },
  };
  return boxAxes(project, EXTENT, view, specs, flat && 'beyond');
}

/** The vertical axis: round losses inside the box. */
function lossTicks({ range }: SliceFrame) {
  return roundLosses(range).map((loss) => ({
    at: lossHeight(range, loss) / HALF_HEIGHT,
    text: plainText(loss),
  }));
}

/** Round losses in a range, ascending. */
export function roundLosses(range: LossRange): readonly number[] {
  const span = range.high - range.low;
  const step = (niceTicks(span, 3)[4] ?? span) - (niceTicks(span, 3)[3] ?? 0) || span / 3;
  const first = Math.ceil(range.low / step) * step;
  const count = Math.max(0, Math.floor((range.high - first) / step + 1e-9) + 1);
  // As many digits as tell neighbours apart.
  const digits = Math.max(4, Math.ceil(Math.log10(range.high / step)) + 1);
  return Array.from({ length: count }, (_, k) =>
    Number((first + k * step).toPrecision(Math.min(15, digits))),
  );
}

/** Pixels across and down below which a picture has room for the names of the main lines only. */
const ROOM = { width: 480, height: 380 } as const;

/** Pixels to the side at which the name of the minimum at infinity stands. */
const AWAY = 80;

/** True for a picture with little room for names. */
export function isSmall({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return width < ROOM.width || height < ROOM.height;
}

/** The names of the lines and marks of a slice, where they are on the picture; `few` are those of the main lines. */
export function namesOfLines(
  frame: SliceFrame,
  data: LandscapeData,
  project: Project,
  palette: Palette,
  few = false,
): readonly Pill[] {
  const names: Pill[] = [];
  const name = (point: ScenePoint | undefined, label: string, colour: string, above = 0.09, aside = 0) => {
    if (!point) return;
    const [x, y] = project([point[0], point[1] + above, point[2]]);
    names.push({ at: [x + aside, y], text: label, colour });
  };
  const between = (points: readonly ScenePoint[] | undefined, share: number) => {
    const at = (points?.length ?? 0) - 1;
    const [from, to] = [points?.[Math.floor(at * share)], points?.[Math.ceil(at * share)]];
    if (!from || !to) return undefined;
    const t = at * share - Math.floor(at * share);
    return [0, 1, 2].map((k) => (1 - t) * (from[k] as number) + t * (to[k] as number)) as [
      number,
      number,
      number,
    ];
  };
  for (const { points, plateau } of saddleStretches(frame, data)) {
    // Where it begins, above the surface: further along it the pill would cover the ball at its start.
    name(between(points, 0), plateau ? text.plateau : text.saddleLine, palette.saddleLine);
  }
  if (frame.slice !== 'descent') return names;
  for (const side of ['plus', 'minus'] as const) {
    const road = data.roads[side];
    const pieces = roadLine(frame, side, road);
    if (!road || pieces.length === 0) continue;
    if (road.verdict === 'minimum-at-infinity') {
      name(between(pieces.toSorted((a, b) => b.length - a.length)[0], 0.62), text.channel, palette.channel);
      // Below its point, where the ball may lie, and away from the axis across.
      if (!few)
        name(
          infinityPoint(frame, road),
          text.minimumAtInfinity(readableText(road.lossAtInfinity, 4)),
          palette.channel,
          -0.12,
          -AWAY,
        );
    } else if (road.verdict === 'road-back' && !few) {
      name(between(pieces.at(-1), 0.62), text.roadBack, palette.warn);
    }
  }
  if (!few) name(finitePoint(frame, data), text.finite, palette.a, 0.16);
  return names;
}
