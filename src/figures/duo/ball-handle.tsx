/** The ball as a handle: dragged along the floor of the channel, it moves epsilon. */
import { type Ref, useImperativeHandle, useRef } from 'react';
import type { FigureStore } from '#state/figure-store';
import { readableText } from '#state/number-text';
import { isLocked, useFigureSettings } from '#ui/figure-context';
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
  const drag = useRef<{ readonly path: readonly FloorPixel[]; readonly offset: readonly [number, number] }>(
    undefined,
  );

  const start = (event: React.PointerEvent) => {
    const target = element.current;
    const stage = target?.parentElement?.getBoundingClientRect();
    if (event.button !== 0 || locked || !target || !stage) return;
    const ball = target.getBoundingClientRect();
    const middle = [ball.left + ball.width / 2, ball.top + ball.height / 2] as const;
    // Where the press was beside the ball's middle stays where it is.
    drag.current = {
      path: floor.current(),
      offset: [stage.left + event.clientX - middle[0], stage.top + event.clientY - middle[1]],
    };
    target.setPointerCapture(event.pointerId);
    event.preventDefault();
    target.focus();
  };
  const move = (event: React.PointerEvent) => {
    if (!drag.current) return;
    const { path, offset } = drag.current;
    const [x, y] = [event.clientX - offset[0], event.clientY - offset[1]];
    let nearest: FloorPixel | undefined;
    let least = Infinity;
    for (const entry of path) {
      const far = Math.hypot(entry.at[0] - x, entry.at[1] - y);
      if (far < least) [nearest, least] = [entry, far];
    }
    if (nearest) store.change({ eps: nearest.epsilon });
  };
  const end = () => {
    if (!drag.current) return;
    drag.current = undefined;
    store.commit();
  };

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
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
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
