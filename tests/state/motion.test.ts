import { describe, expect, it } from 'vitest';
import { pairSchema } from '#figures/pair/schema';
import { sweep, turntable } from '#state/animation';
import { createFigureStore } from '#state/figure-store';
import { type Clock, createMotion } from '#state/motion';
import { defaults, type Schema, type Values } from '#state/schema';
import { sampleSchema } from '../support/sample-schema';

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
    const done = motion.moveTo(goal, 1);
    for (let k = 0; k < 2; k++) frame(250);
    expect(own.values().a).toBeCloseTo(2.1, 6);
    expect(own.api.getState().canUndo).toBe(false);
    for (let k = 0; k < 2; k++) frame(250);
    expect(await done).toBe(true);
    expect(own.values()).toEqual(goal);
    own.undo();
    expect(own.values()).toEqual(own.start);
  });

  it('is at its goal at once when motion is unwanted', async () => {
    const { clock } = handClock(true);
    const own = store();
    const done = createMotion(own, clock).moveTo({ ...own.values(), c: 2 }, 9);
    expect(own.values().c).toBe(2);
    expect(await done).toBe(true);
  });

  it('ends when the reader takes hold of the figure, and leaves it in their hand', async () => {
    const { clock, frame } = handClock();
    const own = store();
    const motion = createMotion(own, clock);
    const done = motion.moveTo({ ...own.values(), c: 2 }, 1);
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
    const first = motion.moveTo({ ...own.values(), c: 2 }, 1);
    frame(300);
    const second = motion.moveTo({ ...own.values(), c: -2 }, 1);
    expect(await first).toBe(false);
    for (let k = 0; k < 4; k++) frame(250);
    expect(await second).toBe(true);
    expect(own.values().c).toBe(-2);
  });
});

describe('a figure’s own player', () => {
  const path = { seconds: 1, at: (share: number) => ({ c: share }), keys: ['c'] };

  it('goes on while the reader changes something else, and stops when they change what it moves', async () => {
    const { clock, frame } = handClock();
    const own = store();
    const motion = createMotion(own, clock, { write: 'change' });
    const done = motion.run(path);
    frame(250);
    own.change({ dir: 30 });
    frame(250);
    expect(own.values().c).toBe(0.5);
    own.change({ c: -1 });
    frame(250);
    expect(await done).toBe(false);
    expect(own.values().c).toBe(-1);
  });

  it('takes its time where motion is unwanted if it goes by steps', () => {
    const { clock, frame } = handClock(true);
    const own = store();
    void createMotion(own, clock).run({
      ...path,
      at: (share) => ({ c: Math.floor(2 * share) }),
      inSteps: true,
    });
    expect(own.values().c).toBe(0);
    for (let k = 0; k < 2; k++) frame(250);
    expect(own.values().c).toBe(1);
  });
});

/** A clock that goes on when it is told to, and frames that come with it. */
function fakeClock(still: boolean) {
  let now = 1000;
  let waiting: (() => void) | undefined;
  return {
    now: () => now,
    isStill: () => still,
    soon(task: () => void) {
      waiting = task;
      return () => {
        if (waiting === task) waiting = undefined;
      };
    },
    idle: () => waiting === undefined,
    /** Time passes, and a frame comes. */
    pass(milliseconds: number) {
      now += milliseconds;
      const task = waiting;
      waiting = undefined;
      task?.();
    },
  };
}

function stage(start: Partial<Values<typeof sampleSchema>> = {}, still = false) {
  const store = createFigureStore(sampleSchema, { ...defaults(sampleSchema), ...start });
  const clock = fakeClock(still);
  const moving: boolean[] = [];
  const motion = createMotion(store, clock, {
    write: 'load',
    onMoving: (is) => moving.push(is),
  });
  const to = (goal: Partial<Values<typeof sampleSchema>>, seconds: number, onEnd = () => {}) =>
    void motion.moveTo({ ...store.values(), ...goal }, seconds).then((is) => is && onEnd());
  return { store, clock, motion, to, moving };
}

describe('a motion to a state, of a talk', () => {
  it('goes steadily from the state to the goal and ends with exactly that', async () => {
    const { store, clock, to, moving } = stage({ gain: -3 });
    let ended = 0;
    to({ gain: 3 }, 1, () => ended++);
    const seen = [store.values().gain];
    for (let k = 0; k < 25; k++) {
      clock.pass(50);
      seen.push(store.values().gain);
    }
    expect(seen.every((gain, k) => k === 0 || gain >= (seen[k - 1] ?? 0))).toBe(true);
    expect(seen[10]).toBeCloseTo(0, 5);
    expect(store.values().gain).toBe(3);
    expect(clock.idle()).toBe(true);
    await Promise.resolve();
    expect(ended).toBe(1);
    expect(moving).toEqual([true, false]);
  });

  it('is slow at both ends', () => {
    const { store, clock, to } = stage({ gain: -3 });
    to({ gain: 3 }, 1);
    clock.pass(100);
    expect(store.values().gain).toBeLessThan(-2.9);
    for (let k = 0; k < 8; k++) clock.pass(100);
    expect(store.values().gain).toBeGreaterThan(2.9);
    expect(store.values().gain).toBeLessThan(3);
  });

  it('goes on from where it is when it is called elsewhere on the way, at speed', async () => {
    const { store, clock, to, moving } = stage({ gain: -3 });
    let first = 0;
    to({ gain: 3 }, 1, () => first++);
    for (let k = 0; k < 5; k++) clock.pass(100);
    const here = store.values().gain;
    to({ gain: -3 }, 1);
    expect(store.values().gain).toBe(here);
    clock.pass(16);
    expect(Math.abs(store.values().gain - here)).toBeLessThan(0.2);
    expect(store.values().gain).toBeLessThan(here - 0.05);
    for (let k = 0; k < 12; k++) clock.pass(100);
    expect(store.values().gain).toBe(-3);
    await Promise.resolve();
    expect(first).toBe(0);
    expect(moving).toEqual([true, false]);
  });

  it('takes longer rather than leap when a frame is late', () => {
    const { store, clock, to } = stage({ gain: -3 });
    to({ gain: 3 }, 1);
    clock.pass(5000);
    expect(store.values().gain).toBeLessThan(-2.5);
  });

  it('leaves the figure to the hand that takes it', async () => {
    const { store, clock, to, moving } = stage({ gain: -3 });
    let ended = 0;
    to({ gain: 3 }, 1, () => ended++);
    clock.pass(100);
    store.set({ size: 7 });
    const { gain } = store.values();
    for (let k = 0; k < 15; k++) clock.pass(100);
    expect(store.values()).toMatchObject({ gain, size: 7 });
    await Promise.resolve();
    expect(ended).toBe(0);
    expect(moving).toEqual([true, false]);
  });

  it('is there at once where motion is unwanted, or no time is given', async () => {
    const still = stage({ gain: -3 }, true);
    let ended = 0;
    still.to({ gain: 3, eps: 0 }, 1, () => ended++);
    expect(still.store.values()).toMatchObject({ gain: 3, eps: 0 });
    await Promise.resolve();
    expect(ended).toBe(1);
    const instant = stage({ gain: -3 });
    instant.to({ gain: 3 }, 0);
    expect(instant.store.values().gain).toBe(3);
    expect(instant.clock.idle()).toBe(true);
  });

  it('stays where it is when it is stopped', () => {
    const { store, clock, motion, to, moving } = stage({ gain: -3 });
    to({ gain: 3 }, 1);
    clock.pass(100);
    const { gain } = store.values();
    motion.stop();
    clock.pass(100);
    expect(store.values().gain).toBe(gain);
    expect(moving).toEqual([true, false]);
    motion.stop();
    expect(moving).toEqual([true, false]);
  });

  it('does not fill the steps of undo', () => {
    const { store, clock, to } = stage({ gain: -3 });
    to({ gain: 3 }, 1);
    for (let k = 0; k < 15; k++) clock.pass(100);
    expect(store.api.getState().canUndo).toBe(false);
  });
});

describe('playing an animation', () => {
  it('plays an animation from where the figure is to its very end', async () => {
    const { store, clock, motion } = stage({ gain: -3, eps: 0.1 });
    const animation = sweep(sampleSchema, 'eps', { id: 'eps', title: 'Down', seconds: 2 }, 0, 1);
    let ended = 0;
    void motion.play(animation).then((is) => (ended += Number(is)));
    clock.pass(16);
    expect(store.values().eps).toBeGreaterThan(0.8);
    for (let k = 0; k < 10; k++) clock.pass(100);
    expect(store.values().eps).toBeGreaterThan(1e-4);
    expect(store.values().eps).toBeLessThan(1e-2);
    for (let k = 0; k < 12; k++) clock.pass(100);
    expect(store.values().eps).toBe(0);
    expect(store.values().gain).toBe(-3);
    await Promise.resolve();
    expect(ended).toBe(1);
  });

  it('is interrupted by the next step', async () => {
    const { store, clock, motion, to } = stage({ view: [0, 60] });
    let ended = 0;
    void motion
      .play(turntable(['view'] as never[], { title: 'Round', seconds: 10 }) as never)
      .then((is) => (ended += Number(is)));
    for (let k = 0; k < 10; k++) clock.pass(100);
    expect(store.values().view[0]).toBeCloseTo(36, 3);
    to({ view: [30, 60] }, 1);
    for (let k = 0; k < 12; k++) clock.pass(100);
    expect(store.values().view).toEqual([30, 60]);
    await Promise.resolve();
    expect(ended).toBe(0);
  });
});
