/** The ball of a landscape as a handle: dragged over its picture with mouse, pen or finger, or moved by keys. */
import { type Ref, useImperativeHandle } from 'react';
import type { Pixel } from '#scene/axes';
import type { FigureStore } from '#state/figure-store';
import type { Schema, Values } from '#state/schema';
import { setAttributes, useLive } from '#ui/live';
import { usePlacedHandle } from '#ui/use-handle';
import './ball-handle.css';

interface BallHandleProps<S extends Schema> {
  readonly store: FigureStore<S>;
  /** The element, to be placed over the ball. */
  readonly ref: Ref<HTMLDivElement>;
  readonly label: string;
  readonly locked: boolean;
  readonly min: number;
  readonly max: number;
  /** Where between them it is, and that in words. */
  readonly reading: (values: Values<S>) => { readonly now: number; readonly words: string };
  /** It is taken hold of. */
  readonly onStart?: () => void;
  /** It is to be as near as it can to this place of the picture, in pixels of the page. */
  readonly onMove: (to: Pixel) => void;
  /** It is let go of. */
  readonly onEnd: () => void;
  /** A key was pressed on it; true when that meant something. */
  readonly onKey: (event: React.KeyboardEvent) => boolean;
}

/** The handle, over a picture that it shares its parent with. */
export function BallHandle<S extends Schema>(props: BallHandleProps<S>) {
  const { store, ref, label, locked, min, max, reading, onStart, onMove, onEnd, onKey } = props;
  const element = useLive<HTMLDivElement, S>(store, (target, values) => {
    const { now, words } = reading(values);
    setAttributes(target, { 'aria-valuenow': String(now), 'aria-valuetext': words });
  });
  useImperativeHandle(ref, () => element.current as HTMLDivElement, [element]);
  usePlacedHandle(element, { locked, start: onStart, move: onMove, end: onEnd });
  return (
    <div
      className="ball-handle"
      ref={element}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuenow={min}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-disabled={locked || undefined}
      data-param="ball"
      onKeyDown={(event) => {
        if (!event.ctrlKey && !event.metaKey && onKey(event)) event.preventDefault();
      }}
    />
  );
}
