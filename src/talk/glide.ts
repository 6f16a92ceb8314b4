/** Moves a figure from the state it is in to another one, frame by frame, and always arrives exactly. */
import type { Animation } from '#state/animation';
import type { FigureStore } from '#state/figure-store';
import type { Schema, Values } from '#state/schema';
import { between, easeInOut, easeOut } from '#state/way';

/** Time and frames; tests hand in their own. */
export interface Clock {
  /** Milliseconds. */
  readonly now: () => number;
  /** Runs a task in the next frame; returns what calls it off. */
  readonly frame: (task: () => void) => () => void;
}

export interface Glide {
  /** Goes to a state; from wherever it is, also in the middle of another way. */
  readonly to: (goal: Values<Schema>, seconds: number, onEnd?: () => void) => void;
  /** Plays an animation of the figure from the state it is in. */
  readonly play: (animation: Animation, onEnd?: () => void) => void;
  /** Stays where it is. */
  readonly stop: () => void;
}

/** Of one frame, in milliseconds: a computer that is busy takes longer rather than leap. */
const LONGEST_FRAME = 250;

/** Values as the store keeps them at the end of an animation. */
function after(animation: Animation, share: number, from: Values<Schema>): Values<Schema> {
  return { ...from, ...animation.at(share, from) } as Values<Schema>;
}

/**
 * What moves a figure. When somebody else changes the figure on the way, it stops: the speaker's hand goes first.
 * @param isStill whether motion is unwanted: then every way is one step
 * @param onMoving told when a motion begins and when it ends
 */
export function createGlide(
  store: Pick<FigureStore<Schema>, 'schema' | 'values' | 'load'>,
  clock: Clock,
  isStill: () => boolean,
  onMoving: (moving: boolean) => void = () => {},
): Glide {
  let cancel: (() => void) | undefined;

  const stop = () => {
    if (!cancel) return;
    cancel();
    cancel = undefined;
    onMoving(false);
  };
  const run = (seconds: number, at: (share: number) => Values<Schema>, onEnd?: () => void) => {
    if (cancel) cancel();
    else onMoving(true);
    let last = clock.now();
    let passed = 0;
    let shown = store.values();
    const end = (arrived: boolean) => {
      cancel = undefined;
      onMoving(false);
      if (arrived) onEnd?.();
    };
    const step = () => {
      if (store.values() !== shown) return end(false);
      const now = clock.now();
      passed += Math.min(LONGEST_FRAME, Math.max(0, now - last));
      last = now;
      const share = passed >= seconds * 1000 ? 1 : passed / (seconds * 1000);
      store.load(at(share));
      shown = store.values();
      if (share === 1) end(true);
      else cancel = clock.frame(step);
    };
    if (seconds > 0 && !isStill()) {
      cancel = clock.frame(step);
      return;
    }
    store.load(at(1));
    end(true);
  };

  return {
    to(goal, seconds, onEnd) {
      const from = store.values();
      const ease = cancel ? easeOut : easeInOut;
      run(seconds, (share) => between(store.schema, from, goal, share < 1 ? ease(share) : 1), onEnd);
    },
    play(animation, onEnd) {
      const from = store.values();
      run(animation.seconds, (share) => after(animation, share, from), onEnd);
    },
    stop,
  };
}
