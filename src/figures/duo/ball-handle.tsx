/** The ball as a handle: dragged along the floor of the channel, it moves epsilon. */
import { useDrag } from '@use-gesture/react';
import { type Ref, useImperativeHandle } from 'react';
import type { FigureStore } from '#state/figure-store';
import { readableText } from '#state/number-text';
import { isLocked, useFigureSettings } from '#ui/figure-context';
import { dragOptions } from '#ui/gestures';
import { setAttributes, useLive } from '#ui/live';
import { epsilonHandle, type FloorPixel } from './channel';
import type { DuoSchema } from './schema';
import { text } from './text';
import './ball-handle.css';

interface BallHandleProps {
  readonly store: FigureStore<DuoSchema>;
  /** The element, to be placed over the ball. */
  readonly ref: Ref<HTMLDivElement>;
  /** Where the floor is on the picture. */
  readonly floor: { readonly current: () => readonly FloorPixel[] };
}

/** What a drag began with. */
interface Grip {
  readonly path: readonly FloorPixel[];
  readonly offset: readonly [x: number, y: number];
}

const LARGE_STEP = 10;

/** Positions that a key moves the handle by; to the right and up is towards infinity. */
function keyStep({ key, shiftKey }: React.KeyboardEvent): number | undefined {
  const size = shiftKey ? LARGE_STEP : 1;
  if (key === 'ArrowRight' || key === 'ArrowUp') return size;
  if (key === 'ArrowLeft' || key === 'ArrowDown') return -size;
  if (key === 'PageUp') return LARGE_STEP;
  if (key === 'PageDown') return -LARGE_STEP;
  if (key === 'Home') return -epsilonHandle.last;
  if (key === 'End') return epsilonHandle.last;
  return undefined;
}

/** The handle. */
export function BallHandle({ store, ref, floor }: BallHandleProps) {
  const locked = isLocked(useFigureSettings(), store, 'ball', ['eps']);
  const element = useLive<HTMLDivElement, DuoSchema>(store, (target, values) => {
    setAttributes(target, {
      'aria-valuenow': String(Math.round(epsilonHandle.position(values))),
      'aria-valuetext': `ε = ${readableText(values.eps)}`,
    });
  });
  useImperativeHandle(ref, () => element.current as HTMLDivElement, [element]);
  useDrag(
    ({ first, last, event, initial, xy, memo }): Grip | undefined => {
      const grip = memo as Grip | undefined;
      const target = element.current;
      const stage = target?.parentElement?.getBoundingClientRect();
      if (locked || !target || !stage) return undefined;
      if (first) {
        event.preventDefault();
        target.focus();
        const ball = target.getBoundingClientRect();
        // Where the press was beside the ball's middle stays where it is.
        const offset = [
          stage.left + initial[0] - ball.left - ball.width / 2,
          stage.top + initial[1] - ball.top - ball.height / 2,
        ] as const;
        return { path: floor.current(), offset };
      }
      if (last) store.commit();
      else if (grip) {
        const far = ({ at }: FloorPixel) =>
          Math.hypot(at[0] + grip.offset[0] - xy[0], at[1] + grip.offset[1] - xy[1]);
        const distances = grip.path.map(far);
        const nearest = grip.path[distances.indexOf(Math.min(...distances))];
        if (nearest) store.change({ eps: nearest.epsilon });
      }
      return grip;
    },
    { target: element, ...dragOptions },
  );

  return (
    <div
      className="duo-ball"
      ref={element}
      role="slider"
      tabIndex={0}
      aria-label={text.ball}
      aria-valuenow={0}
      aria-valuemin={0}
      aria-valuemax={epsilonHandle.last}
      aria-disabled={locked || undefined}
      data-param="ball"
      onKeyDown={(event) => {
        const step = keyStep(event);
        if (step === undefined || locked) return;
        event.preventDefault();
        const values = store.values();
        const from = Math.round(epsilonHandle.position(values));
        const to = Math.min(epsilonHandle.last, Math.max(0, from + step));
        store.set(epsilonHandle.moved(to, from, values));
      }}
    />
  );
}
