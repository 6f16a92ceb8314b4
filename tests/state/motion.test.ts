import { describe, expect, it } from 'vitest';
import { pairSchema } from '#figures/pair/schema';
import { createFigureStore } from '#state/figure-store';
import { type Clock, createMotion, wayTo } from '#state/motion';
import { defaults, type Schema } from '#state/schema';

/** A clock whose frames come when they are told to. */
function handClock(isStill = false) {
  let now = 0;
  let waiting: (() => void)[] = [];
  const clock: Clock = {
    now: () => now,
    soon: (task) => {
      waiting.push(task);
      return () => {
        waiting = waiting.filter((one) => one !== task);
      };
    },
    isStill: () => isStill,
  };
  const frame = (milliseconds: number) => {
    now += milliseconds;
    for (const task of waiting.splice(0)) task();
  };
  return { clock, frame };
}

const schema: Schema = pairSchema;
const store = () => createFigureStore(schema, defaults(schema), new Set(['a']));

describe('a motion', () => {
  it('glides to its goal, locked or not, and is one step of undo', async () => {
    const { clock, frame } = handClock();
    const own = store();
    const motion = createMotion(own, clock);
    const goal = { ...own.values(), a: 3 };
    const done = motion.run(1, wayTo(own, goal));
    frame(500);
    expect(own.values().a).toBeCloseTo(2.1, 6);
    expect(own.api.getState().canUndo).toBe(false);
    frame(500);
    expect(await done).toBe(true);
    expect(own.values()).toEqual(goal);
    own.undo();
    expect(own.values()).toEqual(own.start);
  });

  it('is at its goal at once when motion is unwanted', async () => {
    const { clock } = handClock(true);
    const own = store();
    const done = createMotion(own, clock).run(9, wayTo(own, { ...own.values(), c: 2 }));
    expect(own.values().c).toBe(2);
    expect(await done).toBe(true);
  });

  it('ends when the reader takes hold of the figure, and leaves it in their hand', async () => {
    const { clock, frame } = handClock();
    const own = store();
    const motion = createMotion(own, clock);
    const done = motion.run(1, wayTo(own, { ...own.values(), c: 2 }));
    frame(300);
    own.change({ c: -1 });
    frame(300);
    expect(await done).toBe(false);
    frame(900);
    expect(own.values().c).toBe(-1);
    expect(motion.isMoving()).toBe(false);
  });

  it('gives way to the next one', async () => {
    const { clock, frame } = handClock();
    const own = store();
    const motion = createMotion(own, clock);
    const first = motion.run(1, wayTo(own, { ...own.values(), c: 2 }));
    frame(300);
    const second = motion.run(1, wayTo(own, { ...own.values(), c: -2 }));
    expect(await first).toBe(false);
    frame(1000);
    expect(await second).toBe(true);
    expect(own.values().c).toBe(-2);
  });
});
