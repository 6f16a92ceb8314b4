import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figures, findFigure } from '#figures/registry';
import { sweep, turntable } from '#state/animation';
import { createFigureStore } from '#state/figure-store';
import { defaults, type Schema, type Values } from '#state/schema';
import { between } from '#state/way';
import { createGlide } from '#talk/glide';
import { statesOf } from '../support/arbitrary';
import { sampleSchema } from '../support/sample-schema';

/** A clock that goes on when it is told to, and frames that come with it. */
function fakeClock() {
  let now = 1000;
  let waiting: (() => void) | undefined;
  return {
    now: () => now,
    frame(task: () => void) {
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
  const clock = fakeClock();
  const moving: boolean[] = [];
  const glide = createGlide(
    store,
    clock,
    () => still,
    (is) => moving.push(is),
  );
  const to = (goal: Partial<Values<typeof sampleSchema>>, seconds: number, onEnd?: () => void) =>
    glide.to({ ...store.values(), ...goal }, seconds, onEnd);
  return { store, clock, glide, to, moving };
}

describe('gliding', () => {
  it('goes steadily from the state to the goal and ends with exactly that', () => {
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

  it('goes on from where it is when it is called elsewhere on the way, at speed', () => {
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
    expect(first).toBe(0);
    expect(moving).toEqual([true, false]);
  });

  it('takes longer rather than leap when a frame is late', () => {
    const { store, clock, to } = stage({ gain: -3 });
    to({ gain: 3 }, 1);
    clock.pass(5000);
    expect(store.values().gain).toBeLessThan(-2.5);
  });

  it('leaves the figure to the hand that takes it', () => {
    const { store, clock, to, moving } = stage({ gain: -3 });
    let ended = 0;
    to({ gain: 3 }, 1, () => ended++);
    clock.pass(100);
    store.set({ size: 7 });
    const { gain } = store.values();
    for (let k = 0; k < 15; k++) clock.pass(100);
    expect(store.values()).toMatchObject({ gain, size: 7 });
    expect(ended).toBe(0);
    expect(moving).toEqual([true, false]);
  });

  it('is there at once where motion is unwanted, or no time is given', () => {
    const still = stage({ gain: -3 }, true);
    let ended = 0;
    still.to({ gain: 3, eps: 0 }, 1, () => ended++);
    expect(still.store.values()).toMatchObject({ gain: 3, eps: 0 });
    expect(ended).toBe(1);
    const instant = stage({ gain: -3 });
    instant.to({ gain: 3 }, 0);
    expect(instant.store.values().gain).toBe(3);
    expect(instant.clock.idle()).toBe(true);
  });

  it('stays where it is when it is stopped', () => {
    const { store, clock, glide, to, moving } = stage({ gain: -3 });
    to({ gain: 3 }, 1);
    clock.pass(100);
    const { gain } = store.values();
    glide.stop();
    clock.pass(100);
    expect(store.values().gain).toBe(gain);
    expect(moving).toEqual([true, false]);
    glide.stop();
    expect(moving).toEqual([true, false]);
  });

  it('does not fill the steps of undo', () => {
    const { store, clock, to } = stage({ gain: -3 });
    to({ gain: 3 }, 1);
    for (let k = 0; k < 15; k++) clock.pass(100);
    expect(store.api.getState().canUndo).toBe(false);
  });
});

describe('the way', () => {
  const at = (schema: Schema, from: unknown, to: unknown, share: number) =>
    between(schema, from as Values<Schema>, to as Values<Schema>, share) as unknown as Record<
      string,
      unknown
    >;

  it('switches what has no middle at once, and counts do not glide', () => {
    const from = defaults(sampleSchema);
    const to = { ...from, shape: 'flat' as const, lit: false, count: 9 };
    expect(at(sampleSchema, from, to, 0.01)).toMatchObject({ shape: 'flat', lit: false, count: 9 });
  });

  it('turns directions and cameras the shorter way', () => {
    const pair = findFigure('pair');
    if (!pair) throw new Error('there is no pair');
    const from = { ...defaults(pair.schema), dir: 170, cam: [170, 60, 1] };
    const to = { ...from, dir: -170, cam: [-170, 60, 1] };
    const half = at(pair.schema, from, to, 0.5);
    expect(Math.abs(half.dir as number)).toBeCloseTo(180, 9);
    expect(Math.abs((half.cam as number[])[0] ?? 0)).toBeCloseTo(180, 9);
    expect(at(pair.schema, from, to, 0.25).dir).toBeCloseTo(175, 9);
    expect(at(pair.schema, from, to, 0.75).dir).toBeCloseTo(-175, 9);
  });

  it.each(figures.map((figure) => [figure.id, figure] as const))(
    'of %s never overshoots and ends exactly',
    (_id, figure) => {
      const { schema } = figure;
      fc.assert(
        fc.property(
          statesOf(schema),
          statesOf(schema),
          fc.double({ min: 0, max: 1, noNaN: true }),
          (from, to, share) => {
            const store = createFigureStore(schema, from);
            store.load(between(schema, from, to, share));
            for (const [key, parameter] of Object.entries(schema)) {
              if (parameter.kind !== 'number' || parameter.unit === '°') continue;
              const [a, b, now] = [from[key], to[key], store.values()[key]].map(Number) as [
                number,
                number,
                number,
              ];
              const [low, high] = [Math.min(a, b), Math.max(a, b)];
              const edge = 1e-5 * Math.max(1e-6, Math.abs(low), Math.abs(high));
              // Zero is left for the smallest value there is, which both may be below only by rounding.
              expect(now, key).toBeGreaterThanOrEqual(low - edge);
              expect(now, key).toBeLessThanOrEqual(Math.max(high, low === 0 ? parameter.min : high) + edge);
            }
            store.load(between(schema, from, to, 1));
            expect(store.values()).toEqual(to);
          },
        ),
        { numRuns: 60 },
      );
    },
  );
});

describe('playing', () => {
  it('plays an animation from where the figure is to its very end', () => {
    const { store, clock, glide } = stage({ gain: -3, eps: 0.1 });
    const animation = sweep(sampleSchema, 'eps', { id: 'eps', title: 'Down', seconds: 2 }, 0, 1);
    let ended = 0;
    glide.play(animation, () => ended++);
    clock.pass(16);
    expect(store.values().eps).toBeGreaterThan(0.8);
    for (let k = 0; k < 10; k++) clock.pass(100);
    expect(store.values().eps).toBeGreaterThan(1e-4);
    expect(store.values().eps).toBeLessThan(1e-2);
    for (let k = 0; k < 12; k++) clock.pass(100);
    expect(store.values().eps).toBe(0);
    expect(store.values().gain).toBe(-3);
    expect(ended).toBe(1);
  });

  it('is interrupted by the next step', () => {
    const { store, clock, glide, to } = stage({ view: [0, 60] });
    let ended = 0;
    glide.play(turntable(['view'] as never[], { title: 'Round', seconds: 10 }) as never, () => ended++);
    for (let k = 0; k < 10; k++) clock.pass(100);
    expect(store.values().view[0]).toBeCloseTo(36, 3);
    to({ view: [30, 60] }, 1);
    for (let k = 0; k < 12; k++) clock.pass(100);
    expect(store.values().view).toEqual([30, 60]);
    expect(ended).toBe(0);
  });
});
