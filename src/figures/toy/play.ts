/** Playing the runs from their start to their end. */
import { type MotionPath, prefersReducedMotion } from '#state/motion';

/** Seconds from the start to the end of all runs; where motion is unwanted, before the end is shown. */
const SECONDS = { moving: 6, still: 0.9 } as const;

/** The replay's time from 0 to 1; where motion is unwanted the start and then the end. */
export function replayPath(): MotionPath {
  const inSteps = prefersReducedMotion();
  return {
    seconds: inSteps ? SECONDS.still : SECONDS.moving,
    at: (share) => ({ time: inSteps ? Math.floor(share) : share }),
    keys: ['time'],
    inSteps,
  };
}
