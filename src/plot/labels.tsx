/** Direct labels: each beside what it names, none over another, over a mark or outside the drawing. */
import type { LaidOut, Pixel } from './frame';
import { dense, pathThrough } from './path';
import { type Colour, paint } from './style';
import { plotText, textWidth } from './text';

const directions = {
  right: [1, 0],
  left: [-1, 0],
  above: [0, -1],
  below: [0, 1],
  aboveRight: [1, -1],
  aboveLeft: [-1, -1],
  belowRight: [1, 1],
  belowLeft: [-1, 1],
} as const;

export interface Label {
  /** The point that is named, in the units of the scales. */
  readonly x: number;
  readonly y: number;
  /** See `plotText`. */
  readonly text: string;
  readonly colour?: Colour;
  readonly isStrong?: boolean;
  /** Where it stands when there is room. */
  readonly side?: keyof typeof directions;
}

/** A rectangle by its middle. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

interface Wish {
  /** The pixel that is named. */
  readonly at: Pixel;
  readonly width: number;
  readonly side?: keyof typeof directions | undefined;
}

const HALF_HEIGHT = 8;
/** Pixels between a point and its label, and how many times that is tried. */
const GAP = 9;
const DISTANCES = [1, 1.8, 2.8, 4, 6] as const;

const covers = (box: Box, [x, y]: Pixel) =>
  Math.abs(box.x - x) < box.halfWidth + 2 && Math.abs(box.y - y) < box.halfHeight;

/** True where two boxes cover each other. */
export function overlaps(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) < a.halfWidth + b.halfWidth && Math.abs(a.y - b.y) < a.halfHeight + b.halfHeight;
}

/**
 * A box for each label: beside its pixel, inside the room, clear of the taken boxes and pixels and of the labels before
 * it; undefined where there is no such place.
 */
export function placeLabels(
  wishes: readonly Wish[],
  room: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
  { boxes = [], pixels = [], halfHeight = HALF_HEIGHT }: Taken = {},
): readonly (Box | undefined)[] {
  const taken = [...boxes];
  const leaders: Pixel[] = [];
  return wishes.map(({ at, width, side = 'right' }) => {
    const halfWidth = width / 2 + 2;
    const order = [directions[side], ...Object.values(directions).filter((one) => one !== directions[side])];
    for (const far of DISTANCES) {
      for (const [across, down] of order) {
        const box = {
          x: at[0] + across * (halfWidth + GAP * (down === 0 ? far : 0.4 * far)),
          y: at[1] + down * (halfHeight + 0.7 * GAP * far),
          halfWidth,
          halfHeight,
        };
        const isInside =
          box.x - halfWidth >= room.left &&
          box.x + halfWidth <= room.right &&
          box.y - halfHeight >= room.top &&
          box.y + halfHeight <= room.bottom;
        if (!isInside || taken.some((other) => overlaps(box, other))) continue;
        if ([...pixels, ...leaders].some((pixel) => covers(box, pixel))) continue;
        const way = leaderTo(at, box);
        if (way && dense([way]).some((pixel) => taken.some((other) => covers(other, pixel)))) continue;
        if (way) leaders.push(...dense([way]));
        taken.push(box);
        return box;
      }
    }
    return undefined;
  });
}

interface Taken {
  readonly boxes?: readonly Box[];
  readonly pixels?: readonly Pixel[];
  readonly halfHeight?: number;
}

/** The labels of a plot, around what its marks cover. */
export function labels(list: readonly Label[], frame: LaidOut, pixels: readonly Pixel[]) {
  const shown = list
    .map((label) => ({ ...label, at: [frame.x.at(label.x), frame.y.at(label.y)] as const }))
    .filter(({ at }) => at.every(Number.isFinite));
  const room = { left: frame.left + 2, right: frame.width + 2, top: 0, bottom: frame.bottom - 1 };
  const places = placeLabels(
    shown.map(({ at, text, side }) => ({ at, width: textWidth(text), side })),
    room,
    { pixels },
  );
  return (
    <g data-part="labels">
      {shown.map(({ text, colour = 'quiet', isStrong }, k) => {
        const box = places[k];
        if (!box) return null;
        const way = leaderTo(shown[k]?.at ?? [box.x, box.y], box);
        return (
          <g key={text}>
            {way && <path className="plot-leader" d={pathThrough([way])} />}
            <text
              className={isStrong ? 'plot-label plot-strong' : 'plot-label'}
              fill={paint(colour)}
              x={box.x}
              y={box.y}
              textAnchor="middle"
            >
              {plotText(text)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The line from a pixel to a label that stands far from it. */
function leaderTo([x, y]: Pixel, box: Box): readonly [Pixel, Pixel] | undefined {
  const across = Math.max(-box.halfWidth, Math.min(box.halfWidth, x - box.x));
  const down = Math.max(-box.halfHeight, Math.min(box.halfHeight, y - box.y));
  if (Math.hypot(x - box.x - across, y - box.y - down) < 2 * GAP) return undefined;
  return [
    [x, y],
    [box.x + across, box.y + down],
  ];
}
