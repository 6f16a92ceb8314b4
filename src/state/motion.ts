/** Moves a figure, for a page around or for the text beside it: to another state, or along one of its animations. */
import type { Animation } from './animation';
import type { FigureStore } from './figure-store';
import type { Schema, Values } from './schema';
import { between, easeInOut } from './way';

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
    isStill: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
}

type Store = Pick<FigureStore<Schema>, 'schema' | 'values' | 'steer' | 'commit'>;

export interface Motion {
  readonly isMoving: () => boolean;
  /** Goes along a way; resolves with whether it came to its end. */
  readonly run: (seconds: number, at: (share: number) => Partial<Values<Schema>>) => Promise<boolean>;
  /** Stays where it is, as one step of undo. */
  readonly stop: () => void;
}

/** Motions of one figure, one at a time. A change by anybody else ends them: the reader's hand goes first. */
export function createMotion(store: Store, clock: Clock): Motion {
  let end: ((isComplete: boolean) => void) | undefined;
  const stop = () => end?.(false);
  return {
    isMoving: () => end !== undefined,
    stop,
    run(seconds, at) {
      stop();
      return new Promise((resolve) => {
        const start = clock.now();
        let cancel: (() => void) | undefined;
        let shown = store.values();
        end = (isComplete) => {
          cancel?.();
          end = undefined;
          store.commit();
          resolve(isComplete);
        };
        const step = () => {
          if (store.values() !== shown) return end?.(false);
          const passed = (clock.now() - start) / 1000;
          const share = passed >= seconds || clock.isStill() ? 1 : passed / seconds;
          store.steer(at(share));
          shown = store.values();
          if (share === 1) end?.(true);
          else cancel = clock.soon(step);
        };
        step();
      });
    },
  };
}

/** The way from where the figure is to other values. */
export function wayTo(store: Store, goal: Values<Schema>): (share: number) => Partial<Values<Schema>> {
  const from = store.values();
  return (share) => between(store.schema, from, goal, easeInOut(share));
}

/** The way of an animation from where the figure is. */
export function wayOf(store: Store, animation: Animation): (share: number) => Partial<Values<Schema>> {
  const from = store.values();
  return (share) => animation.at(share, from);
}
