/** The one driver of motions: moves a figure to another state, along an animation, or for its own player. */
import { type Animation, mixValues } from './animation';
import type { FigureStore } from './figure-store';
import type { Schema, Values } from './schema';

/** Time and frames; tests hand in their own. */
export interface Clock {
  /** Milliseconds. */
  readonly now: () => number;
  /** Runs a task with the next frame, or soon where no frames are drawn; returns what calls it off. */
  readonly soon: (task: () => void) => () => void;
  /** Whether the reader wants no motion. */
  readonly isStill: () => boolean;
}

/** Milliseconds after which a frame is no longer waited for: browsers draw none of what is out of sight. */
const NO_FRAME = 100;
/** Milliseconds that one frame counts at most: a busy computer takes longer rather than leap. */
const LONGEST_FRAME = 250;

/** Whether the reader has asked for no motion. */
export function prefersReducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** The clock of a window. */
export function windowClock(): Clock {
  return {
    now: () => performance.now(),
    soon(task) {
      const run = () => {
        cancel();
        task();
      };
      const frame = requestAnimationFrame(run);
      const timer = setTimeout(run, NO_FRAME);
      const cancel = () => {
        cancelAnimationFrame(frame);
        clearTimeout(timer);
      };
      return cancel;
    },
    isStill: prefersReducedMotion,
  };
}

/** What a motion does to the figure. */
export interface MotionPath {
  readonly seconds: number;
  /** Values at a share of the way, 0 to 1. */
  readonly at: (share: number) => Partial<Values<Schema>>;
  /** Only a change of these by somebody else ends it; of any value when left out. */
  readonly keys?: readonly string[];
  /** It goes by steps that are shown also where no motion is wanted; otherwise it is at its end at once there. */
  readonly inSteps?: boolean;
}

interface MotionOptions {
  /** `steer` (default): locks do not hold; `change`: as the reader; `load`: without a step of undo. */
  readonly write?: 'steer' | 'change' | 'load';
  /** Called when the figure begins and when it ends to move. */
  readonly onMoving?: (moving: boolean) => void;
}

export interface Motion {
  readonly isMoving: () => boolean;
  /** Goes along a path; resolves with whether it came to its end. */
  readonly run: (path: MotionPath) => Promise<boolean>;
  /** Goes to other values: slow at both ends, or on at speed from a motion that it interrupts. */
  readonly moveTo: (goal: Values<Schema>, seconds: number) => Promise<boolean>;
  /** Plays an animation from where the figure is. */
  readonly play: (animation: Animation) => Promise<boolean>;
  /** Stays where it is. */
  readonly stop: () => void;
}

type Store = Pick<FigureStore<Schema>, 'schema' | 'values' | 'steer' | 'change' | 'load' | 'commit'>;

/** Motions of one figure, one at a time. A change by anybody else ends them; what they did is one step of undo. */
export function createMotion(
  store: Store,
  clock: Clock,
  { write = 'steer', onMoving = () => {} }: MotionOptions = {},
): Motion {
  /** Ends the motion that is under way. */
  let end: ((isComplete: boolean, isFollowed?: boolean) => void) | undefined;

  const show = (patch: Partial<Values<Schema>>) => {
    if (write === 'load') store.load({ ...store.values(), ...patch } as Values<Schema>);
    else store[write](patch);
    return store.values();
  };

  const run: Motion['run'] = ({ seconds, at, keys, inSteps = false }) => {
    if (end) end(false, true);
    else onMoving(true);
    return new Promise((resolve) => {
      let last = clock.now();
      let passed = 0;
      let cancel: (() => void) | undefined;
      let shown = store.values();
      const finish = (isComplete: boolean, isFollowed = false) => {
        cancel?.();
        end = undefined;
        store.commit();
        if (!isFollowed) onMoving(false);
        resolve(isComplete);
      };
      end = finish;
      const isInterrupted = () => {
        const now = store.values();
        return keys ? keys.some((key) => now[key] !== shown[key]) : now !== shown;
      };
      const step = () => {
        if (isInterrupted()) return finish(false);
        const now = clock.now();
        passed += Math.min(LONGEST_FRAME, Math.max(0, now - last)) / 1000;
        last = now;
        const share = passed >= seconds || (clock.isStill() && !inSteps) ? 1 : passed / seconds;
        shown = show(at(share));
        // Whoever follows the store may have ended the motion.
        if (end !== finish) return;
        if (share === 1) finish(true);
        else cancel = clock.soon(step);
      };
      step();
    });
  };

  return {
    isMoving: () => end !== undefined,
    stop: () => end?.(false),
    run,
    moveTo(goal, seconds) {
      const from = store.values();
      const ease = end ? easeOut : easeInOut;
      return run({ seconds, at: (share) => mixValues(store.schema, from, goal, ease(share)) });
    },
    play(animation) {
      const from = store.values();
      return run({ seconds: animation.seconds, at: (share) => animation.at(share, from) });
    },
  };
}

/** Slow at both ends. */
function easeInOut(share: number): number {
  return share < 0.5 ? 4 * share ** 3 : 1 - 4 * (1 - share) ** 3;
}

/** At full speed from the start. */
function easeOut(share: number): number {
  return 1 - (1 - share) ** 3;
}
