/** Where the axes of a plot stand in its drawing. */
import type { ReactNode } from 'react';
import type { Label } from './labels';
import type { Axis, Scale } from './scale';
import { LIMIT_GAP } from './scale';
import { textWidth } from './text';
import type { Tick } from './ticks';

export type Pixel = readonly [x: number, y: number];

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Scales at their places: what a mark needs to draw itself. */
export interface Frame extends Size {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Something in a plot. It knows the scales and nothing of other marks. */
export interface Mark {
  /** SVG of the mark. Pure: it is drawn both by React and in place (`patch`). */
  readonly draw: (frame: Frame) => ReactNode;
  /** Pixels that labels leave free. */
  readonly covers?: (frame: Frame) => readonly Pixel[];
}

/** A plot: scales and marks, from back to front. */
export interface PlotSpec {
  readonly x: Axis;
  readonly y: Axis;
  /** A second scale at the right for what is drawn by the left one. */
  readonly right?: Axis;
  /** Pixels right of the axes, where curves have their names at their ends. */
  readonly namesRoom?: number;
  readonly marks: readonly Mark[];
  /** Names beside what they name: one placer puts them where they cover nothing. */
  readonly labels?: readonly Label[];
  /** In the middle of a plot that has nothing to show. */
  readonly note?: string;
}

/** A frame with the ticks of its axes. */
export interface LaidOut extends Frame {
  readonly ticks: {
    readonly x: readonly Tick[];
    readonly y: readonly Tick[];
    readonly right: readonly Tick[];
  };
}

/** Ticks of an axis, and the least pixels between them. */
const MOST_TICKS = 6;
const GAP = { x: 42, y: 26 } as const;
const ROOM = { left: 44, right: 12, title: 26, top: 10, ticks: 24, below: 14, scale: 40 } as const;

/** The frame of a plot in a drawing of this size. */
export function layOut({ x, y, right, namesRoom = ROOM.right }: PlotSpec, { width, height }: Size): LaidOut {
  const top = y.title || right?.title ? ROOM.title : ROOM.top;
  const bottom = height - ROOM.ticks - (x.title ? ROOM.below : 0);
  const vertical = y.scale(bottom, top);
  const most = Math.max(2, Math.min(MOST_TICKS, Math.floor((bottom - top) / GAP.y)));
  const ticks = vertical.ticks(most, GAP.y);
  const left = Math.max(ROOM.left, ...ticks.map(({ label }) => 12 + textWidth(label)));
  const end = width - (right ? ROOM.scale : x.limit ? LIMIT_GAP + 16 : namesRoom);
  const horizontal = x.scale(left, end);
  const across = Math.max(2, Math.min(MOST_TICKS, Math.floor((end - left) / GAP.x)));
  return {
    width,
    height,
    left,
    right: end,
    top,
    bottom,
    x: horizontal,
    y: vertical,
    ticks: {
      x: x.limit
        ? ticksBefore(end, horizontal.ticks(across, GAP.x), horizontal)
        : horizontal.ticks(across, GAP.x),
      y: ticks,
      right: right?.scale(bottom, top).ticks(most, GAP.y) ?? [],
    },
  };
}

/** Ticks that leave room for the limit past the end. */
function ticksBefore(end: number, ticks: readonly Tick[], { at }: Scale): readonly Tick[] {
  return ticks.filter(({ value }) => at(value) <= end - GAP.x / 2 + LIMIT_GAP / 2);
}

/** Whether everything in two frames has the same place: a mark that is kept need not be drawn anew. */
export function isSameFrame(a: Frame, b: Frame): boolean {
  const sidesOf = ({ x, y }: Frame) => [x, y].flatMap(({ domain, from, to }) => [...domain, from, to]);
  const others = sidesOf(b);
  return sidesOf(a).every((side, k) => side === others[k]);
}
