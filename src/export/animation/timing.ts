/** When which part of a motion is seen: one share of the way for each frame. Pure. */

/** Frames of a moving picture. */
export interface Schedule {
  readonly framesPerSecond: number;
  /** For each frame how far the motion has come, 0 to 1. */
  readonly shares: readonly number[];
}

/** Share of the frames that shows the end, so that it is seen before the film stops or begins again. */
const HOLD = 0.1;

/** More frames than these do not fit into a browser's memory. */
export const MOST_FRAMES = 3600;

/** Number of frames of a motion: never none. */
export function frameCount(seconds: number, framesPerSecond: number): number {
  return Math.max(1, Math.round(seconds * framesPerSecond));
}

/**
 * The shares of a motion. One that loops goes evenly around and leaves out the end, which is the first frame again; any
 * other comes to its end exactly and stays there for a tenth of the time.
 */
export function schedule(
  { seconds, framesPerSecond }: { readonly seconds: number; readonly framesPerSecond: number },
  loops: boolean,
): Schedule {
  const count = frameCount(seconds, framesPerSecond);
  if (loops) return { framesPerSecond, shares: Array.from({ length: count }, (_, k) => k / count) };
  // A single frame shows the end.
  const last = Math.max(0, count - 1 - Math.round(HOLD * count));
  return { framesPerSecond, shares: Array.from({ length: count }, (_, k) => (k < last ? k / last : 1)) };
}

/** Seconds from the start of the film at which a frame begins. */
export function frameTime({ framesPerSecond }: Pick<Schedule, 'framesPerSecond'>, frame: number): number {
  return frame / framesPerSecond;
}

/** The most frames a second of a GIF: viewers show a frame for at least two hundredths of a second. */
export const FASTEST_GIF = 50;

/**
 * Hundredths of a second that each frame of a GIF is shown, the only times it knows: each frame ends when it should to
 * within half a hundredth.
 */
export function gifDelays({ framesPerSecond, shares }: Schedule): readonly number[] {
  const end = (frame: number) => Math.round((100 * frame) / framesPerSecond);
  return shares.map((_, k) => end(k + 1) - end(k));
}
