/** A figure's own player: a switch that plays a path and stops it. */
import { useEffect, useMemo, useState } from 'react';
import type { FigureStore } from '#state/figure-store';
import { createMotion, type MotionPath, windowClock } from '#state/motion';
import type { Schema } from '#state/schema';

/**
 * Whether it plays, and a switch for it. A change of what it moves by anybody else stops it.
 * @param path made anew each time it starts
 */
export function usePlayer<S extends Schema>(
  store: FigureStore<S>,
  path: () => MotionPath,
): {
  readonly playing: boolean;
  readonly toggle: () => void;
  /** Plays another path, from whatever is played now. */
  readonly run: (path: MotionPath) => void;
} {
  const [playing, setPlaying] = useState(false);
  const motion = useMemo(
    () =>
      createMotion(store as unknown as FigureStore<Schema>, windowClock(), {
        write: 'change',
        onMoving: setPlaying,
      }),
    [store],
  );
  useEffect(() => () => motion.stop(), [motion]);
  const run = (other: MotionPath) => void motion.run(other);
  return { playing, toggle: () => (motion.isMoving() ? motion.stop() : run(path())), run };
}
