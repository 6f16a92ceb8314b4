/**
 * When a figure stands still: it is drawn in its own typefaces, nothing is being computed, and no frame has followed for a
 * while. A pure state machine, fed with what is seen once a frame.
 */

/** What can be seen of a figure at one moment. */
export interface Observation {
  /** Milliseconds of any clock. */
  readonly now: number;
  /** `absent`: its code is being loaded; `waiting`: it has not drawn yet. */
  readonly figure: 'absent' | 'waiting' | 'drawn' | 'crashed';
  /** Of its computation; `idle` for figures that compute nothing in the background. */
  readonly status: 'idle' | 'computing' | 'ready' | 'failed';
  /** Frames drawn so far. */
  readonly frames: number;
  /** Whether the typefaces are there. */
  readonly fonts: boolean;
}

export type Stillness =
  | {
      readonly phase: 'loading' | 'computing' | 'drawing';
      readonly since: number;
      readonly quiet: number;
      readonly frames: number;
    }
  | { readonly phase: 'ready' }
  | {
      readonly phase: 'failed';
      readonly reason: 'crashed' | 'not-computed' | 'timeout';
      readonly during?: string;
    };

/** Frames without anything new after which a figure is at rest. */
export const QUIET_FRAMES = 4;

/** Before anything was seen. */
export function initialStillness(now: number): Stillness {
  return { phase: 'loading', since: now, quiet: 0, frames: -1 };
}

function phaseOf({ figure, status, fonts }: Observation): 'loading' | 'computing' | 'drawing' {
  if (figure === 'absent' || !fonts) return 'loading';
  if (status === 'computing') return 'computing';
  return figure === 'waiting' ? 'loading' : 'drawing';
}

/**
 * The state after one more look.
 * @param limit milliseconds after which waiting is given up
 */
export function nextStillness(before: Stillness, seen: Observation, limit: number): Stillness {
  if (before.phase === 'ready' || before.phase === 'failed') return before;
  if (seen.figure === 'crashed') return { phase: 'failed', reason: 'crashed' };
  const phase = phaseOf(seen);
  const isQuiet = phase === 'drawing' && before.phase === 'drawing' && seen.frames === before.frames;
  const quiet = isQuiet ? before.quiet + 1 : 0;
  if (quiet >= QUIET_FRAMES) {
    // What could be drawn is drawn; a picture without its landscape would be a lie.
    return seen.status === 'failed' ? { phase: 'failed', reason: 'not-computed' } : { phase: 'ready' };
  }
  if (seen.now - before.since > limit) return { phase: 'failed', reason: 'timeout', during: phase };
  return { phase, since: before.since, quiet, frames: seen.frames };
}
