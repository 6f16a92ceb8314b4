/** The ball of the figure `duo`: dragged along the floor of the channel, it moves epsilon. */
import { type Ref, useRef } from 'react';
import { BallHandle } from '#landscape/ball-handle';
import type { FigureStore } from '#state/figure-store';
import { readableText } from '#state/number-text';
import { isLocked, useFigureSettings } from '#ui/figure-context';
import { epsilonHandle, type FloorPixel } from './channel';
import type { DuoSchema } from './schema';
import { text } from './text';

interface DuoBallProps {
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
export function DuoBall({ store, ref, floor }: DuoBallProps) {
  const locked = isLocked(useFigureSettings(), store, 'ball', ['eps']);
  /** The floor as it was when the ball was taken: it stays while the ball moves. */
  const path = useRef<readonly FloorPixel[]>([]);
  return (
    <BallHandle
      store={store}
      ref={ref}
      label={text.ball}
      locked={locked}
      min={0}
      max={epsilonHandle.last}
      reading={(values) => ({
        now: Math.round(epsilonHandle.position(values)),
        words: `ε = ${readableText(values.eps)}`,
      })}
      onStart={() => {
        path.current = floor.current();
      }}
      onMove={([x, y]) => {
        const distances = path.current.map(({ at }) => Math.hypot(at[0] - x, at[1] - y));
        const nearest = path.current[distances.indexOf(Math.min(...distances))];
        if (nearest) store.change({ eps: nearest.epsilon });
      }}
      onEnd={() => store.commit()}
      onKey={(event) => {
        const step = keyStep(event);
        if (step === undefined || locked) return false;
        const values = store.values();
        const from = Math.round(epsilonHandle.position(values));
        const to = Math.min(epsilonHandle.last, Math.max(0, from + step));
        store.set(epsilonHandle.moved(to, from, values));
        return true;
      }}
    />
  );
}
