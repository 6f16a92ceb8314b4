import { describe, expect, it } from 'vitest';
import { createFigureStore } from '#state/figure-store';
import { defaults, withValues } from '#state/schema';
import { sampleSchema } from '../support/sample-schema';

const start = defaults(sampleSchema);

function createStore() {
  const store = createFigureStore(sampleSchema);
  const { api } = store;
  return { store, can: () => [api.getState().canUndo, api.getState().canRedo] };
}

describe('a gesture', () => {
  it('is shown at once and becomes one step of undo when it ends', () => {
    const { store, can } = createStore();
    for (const gain of [1.3, 1.7, 2]) store.change({ gain });
    expect(store.values().gain).toBe(2);
    expect(can()).toEqual([false, false]);
    store.commit();
    expect(can()).toEqual([true, false]);
    store.undo();
    expect(store.values()).toEqual(start);
    expect(can()).toEqual([false, true]);
  });

  it('that changes nothing is no step', () => {
    const { store, can } = createStore();
    store.commit();
    store.set({ gain: 1.2 });
    store.change({ gain: 2 });
    store.change({ gain: 1.2 });
    store.commit();
    expect(can()).toEqual([false, false]);
  });

  it('is ended by undo, so that undo takes back what is seen', () => {
    const { store } = createStore();
    store.set({ gain: 2 });
    store.change({ gain: 3 });
    store.undo();
    expect(store.values().gain).toBe(2);
    store.redo();
    expect(store.values().gain).toBe(3);
  });

  it('is not lost by redo', () => {
    const { store } = createStore();
    store.set({ gain: 2 });
    store.undo();
    store.change({ eps: 0.01 });
    store.redo();
    expect(store.values()).toEqual({ ...start, eps: 0.01 });
    store.undo();
    expect(store.values()).toEqual(start);
  });

  it('beyond the range ends at it', () => {
    const { store } = createStore();
    store.set({ gain: 50, place: [-9, 0] });
    expect(store.values()).toEqual({ ...start, gain: 3, place: [-2, 0] });
  });
});

describe('undo and redo', () => {
  it('walk the whole way back and forth', () => {
    const { store, can } = createStore();
    const seen = [store.values()];
    for (const gain of [0, 1, 2]) {
      store.set({ gain });
      seen.push(store.values());
    }
    for (const values of seen.slice(0, 3).reverse()) {
      store.undo();
      expect(store.values()).toEqual(values);
    }
    store.undo();
    expect(store.values()).toEqual(start);
    for (const values of seen.slice(1)) {
      store.redo();
      expect(store.values()).toEqual(values);
    }
    store.redo();
    expect(can()).toEqual([true, false]);
  });

  it('forget what was undone once something else is done', () => {
    const { store, can } = createStore();
    store.set({ gain: 2 });
    store.undo();
    store.set({ gain: 3 });
    expect(can()).toEqual([true, false]);
    store.redo();
    expect(store.values().gain).toBe(3);
  });

  it('leave the camera where it is', () => {
    const { store, can } = createStore();
    store.set({ gain: 2 });
    store.set({ view: [10, 20] });
    store.undo();
    expect(store.values()).toEqual({ ...start, view: [10, 20] });
    store.set({ view: [30, 40] });
    expect(can()).toEqual([false, true]);
    store.redo();
    expect(store.values()).toEqual({ ...start, gain: 2, view: [30, 40] });
  });

  it('remember 200 steps', () => {
    const { store } = createStore();
    for (let k = 1; k <= 250; k++) store.set({ size: k / 10 });
    let steps = 0;
    while (store.api.getState().canUndo) {
      store.undo();
      steps += 1;
    }
    expect(steps).toBe(200);
    expect(store.values().size).toBe(5);
  });
});

describe('other changes', () => {
  it('reset is one step of undo', () => {
    const { store } = createStore();
    store.set({ gain: 2, lit: false });
    store.reset();
    expect(store.values()).toEqual(start);
    store.undo();
    expect(store.values()).toEqual({ ...start, gain: 2, lit: false });
  });

  it('loading shows the loaded state and forgets all steps', () => {
    const { store, can } = createStore();
    store.set({ gain: 2 });
    store.set({ gain: 3 });
    store.undo();
    store.load({ ...start, eps: 0 });
    expect(store.values()).toEqual({ ...start, eps: 0 });
    expect(can()).toEqual([false, false]);
    store.undo();
    expect(store.values().eps).toBe(0);
  });

  it('tell listeners once for each real change and of each ended gesture', () => {
    const { store } = createStore();
    let told = 0;
    store.api.subscribe(() => {
      told += 1;
    });
    store.change({ gain: 2 });
    store.change({ gain: 2 });
    expect(told).toBe(1);
    store.commit();
    store.commit();
    expect(store.api.getState().commits).toBe(1);
    store.set({ view: [1, 2] });
    expect(store.api.getState().commits).toBe(2);
  });
});

describe('a store with locks and a start of its own', () => {
  const preset = withValues(sampleSchema, start, { gain: 2 });
  const locked = () => createFigureStore(sampleSchema, preset, new Set(['gain']));

  it('keeps a locked value from the reader and leaves the rest to him', () => {
    const store = locked();
    store.change({ gain: 3 });
    store.commit();
    store.set({ gain: 4 });
    expect(store.values()).toBe(preset);
    expect(store.api.getState().canUndo).toBe(false);
  });

  it('lets whoever put the figure there change it, as one step of undo', () => {
    const store = locked();
    store.impose({ gain: 3 });
    expect(store.values().gain).toBe(3);
    store.undo();
    expect(store.values().gain).toBe(2);
  });

  it('goes back to its start, not to the defaults', () => {
    const store = locked();
    store.impose({ gain: 3 });
    store.reset();
    expect(store.values()).toEqual(preset);
  });
});
