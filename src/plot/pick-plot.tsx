/** A plot of points that are read one at a time: the pointer picks the nearest, arrow keys go from one to the next. */
import { createUseGesture, dragAction, hoverAction, moveAction } from '@use-gesture/react';
import { type KeyboardEvent, useRef } from 'react';
import { gestureOptions } from '#ui/gestures';
import { setAttributes } from '#ui/live';
import type { LaidOut } from './frame';
import { type PlotProps, usePlot } from './plot';

const useGesture = createUseGesture([dragAction, hoverAction, moveAction]);

interface PickPlotProps<T> extends Omit<PlotProps<T>, 'label' | 'frame'> {
  readonly label: (value: T | undefined) => string;
  /** Where the points are on the horizontal axis (and on the vertical one, where that counts), and which one is picked. */
  readonly picked: (value: T) => {
    readonly xs: readonly number[];
    readonly ys?: readonly number[];
    readonly at: number | undefined;
  };
  /** What picks a point: a pointer over it, which lets go as it leaves, or a press, whose point stays picked. */
  readonly by?: 'hover' | 'press';
  /** A point in words. */
  readonly words: (value: T | undefined, at: number) => string;
  readonly onPick: (at: number | undefined) => void;
}

/** How many points a key goes on. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -4,
  PageUp: 4,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The index of the number nearest to another. */
export function nearest(numbers: readonly number[], to: number): number {
  const away = numbers.map((number) => Math.abs(number - to));
  return away.indexOf(Math.min(...away));
}

/** The plot, as a slider over its points. */
export function PickPlot<T>({ label, picked, words, onPick, by = 'hover', ...plot }: PickPlotProps<T>) {
  const isPressed = by === 'press';
  const slider = useRef<HTMLDivElement>(null);
  const frame = useRef<LaidOut>(undefined);
  const state = () => {
    const value = plot.source.get();
    const { xs, ys, at } = value === undefined ? { xs: [], ys: undefined, at: undefined } : picked(value);
    return { value, xs, ys, at: at ?? (isPressed ? -1 : xs.length - 1), last: xs.length - 1 };
  };
  const svg = usePlot({ ...plot, label, frame }, () => {
    const { value, at, last } = state();
    if (!slider.current) return;
    setAttributes(slider.current, {
      'aria-label': label(value),
      'aria-valuemax': String(Math.max(0, last)),
      'aria-valuenow': String(Math.max(0, at)),
      'aria-valuetext': words(value, at),
    });
  });
  const point = ([clientX, clientY]: readonly [number, number]) => {
    const { xs, ys } = state();
    const box = slider.current?.firstElementChild?.getBoundingClientRect();
    if (!frame.current || !box || xs.length === 0) return;
    const { x, y, width } = frame.current;
    const unit = width / box.width;
    const [right, down] = [(clientX - box.left) * unit, (clientY - box.top) * unit];
    onPick(
      nearest(
        xs.map((value, k) =>
          ys ? Math.hypot(x.at(value) - right, y.at(ys[k] ?? 0) - down) : x.at(value) - right,
        ),
        0,
      ),
    );
  };
  useGesture(
    {
      onDrag({ last, event, xy }) {
        // A finger that is lifted points at nothing.
        if (!last) point(xy);
        else if (!isPressed && event instanceof PointerEvent && event.pointerType === 'touch')
          onPick(undefined);
      },
      onMove({ last, xy }) {
        if (!last && !isPressed) point(xy);
      },
      onHover({ active }) {
        if (!active && !isPressed) onPick(undefined);
      },
    },
    { target: slider, ...gestureOptions },
  );
  const move = (by: number) => {
    const { at, last } = state();
    if (last >= 0) onPick(Math.min(last, Math.max(0, at + by)));
  };
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(step);
  };
  return (
    <div
      className="plot-pick"
      role="slider"
      aria-label={label(undefined)}
      aria-valuemin={0}
      aria-valuemax={0}
      aria-valuenow={0}
      tabIndex={0}
      ref={slider}
      onKeyDown={press}
      onFocus={() => !isPressed && move(0)}
      onBlur={() => !isPressed && onPick(undefined)}
    >
      <svg className="plot" aria-hidden="true" {...svg} />
    </div>
  );
}
