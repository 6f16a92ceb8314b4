import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Notice } from '#state/codec';
import { createFigureStore, type FigureStore } from '#state/figure-store';
import { type BoundFigure, bindHash, type HashHost } from '#state/hash-binding';
import { defaults, type Schema, withValues } from '#state/schema';
import { sampleSchema } from '../support/sample-schema';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const start = defaults(sampleSchema);

/** A window with nothing but an address and timers. */
function createHost(hash = '') {
  const listeners = new Set<() => void>();
  const state = { hash, writes: [] as string[], refuses: false };
  const host: HashHost = {
    location: {
      get hash() {
        return state.hash;
      },
      pathname: '/page/',
      search: '?embed=1',
    },
    history: {
      replaceState: (_data, _unused, url) => {
        if (state.refuses) throw new Error('too many calls');
        state.writes.push(url);
        state.hash = url.includes('#') ? url.slice(url.indexOf('#')) : '';
      },
    },
    addEventListener: (_type, listener) => listeners.add(listener),
    removeEventListener: (_type, listener) => listeners.delete(listener),
    setTimeout: (task, milliseconds) => Number(setTimeout(task, milliseconds)),
    clearTimeout: (id) => clearTimeout(id),
  };
  /** What happens when the reader edits the address. */
  const edit = (next: string) => {
    state.hash = next;
    for (const listener of listeners) listener();
  };
  return { host, state, edit, listeners };
}

function bound(hash = '') {
  const window = createHost(hash);
  const store = createFigureStore(sampleSchema);
  const notices: (readonly Notice[])[] = [];
  const figure = { prefix: '', store: store as unknown as FigureStore<Schema> };
  const unbind = bindHash(window.host, [figure], (told) => notices.push(told));
  return { ...window, store, notices, unbind };
}

describe('a page with a link', () => {
  it('shows the link’s state before anything else, as where undo begins', () => {
    const { store, notices } = bound('#v=1&gain=2&eps=0');
    expect(store.values()).toEqual({ ...start, gain: 2, eps: 0 });
    expect(store.api.getState().canUndo).toBe(false);
    expect(notices).toEqual([[]]);
  });

  it('leaves a clean link as it is', () => {
    const { state } = bound('#v=1&gain=2');
    vi.runAllTimers();
    expect(state.writes).toEqual([]);
  });

  it('does not write over an address that was edited and is still to be read', () => {
    const { state, edit, store } = bound('#v=1&gain=99');
    // The browser tells of the edit in a later task than the timer of the mended link.
    state.hash = '#v=1&gain=2';
    vi.runAllTimers();
    expect(state.writes).toEqual([]);
    edit('#v=1&gain=2');
    expect(store.values()).toEqual({ ...start, gain: 2 });
  });

  it('mends a broken one and says what was wrong', () => {
    const { state, notices } = bound('#v=1&gain=99&shape=blue&eps=0.1');
    vi.runAllTimers();
    expect(state.hash).toBe('#v=1&gain=3&eps=0.1');
    expect(notices.flat().map(({ key }) => key)).toEqual(['gain', 'shape']);
  });

  it('without a link shows the defaults and writes nothing', () => {
    const { store, state, notices } = bound();
    vi.runAllTimers();
    expect(store.values()).toEqual(start);
    expect(state.writes).toEqual([]);
    expect(notices).toEqual([]);
  });
});

describe('writing', () => {
  it('happens once, after a gesture has ended', () => {
    const { store, state } = bound();
    for (const gain of [1.5, 2, 2.5]) store.change({ gain });
    vi.advanceTimersByTime(5000);
    expect(state.writes).toEqual([]);
    store.commit();
    expect(state.writes).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(state.writes).toEqual(['/page/?embed=1#v=1&gain=2.5']);
  });

  it('is put off while keys follow each other quickly', () => {
    const { store, state } = bound();
    for (let k = 0; k < 50; k++) {
      store.set({ gain: k / 20 });
      vi.advanceTimersByTime(30);
    }
    expect(state.writes).toEqual([]);
    vi.runAllTimers();
    expect(state.writes).toHaveLength(1);
  });

  it('takes the hash away when the defaults are back', () => {
    const { store, state } = bound('#v=1&gain=2');
    store.reset();
    vi.runAllTimers();
    expect(state.writes).toEqual(['/page/?embed=1']);
  });

  it('follows undo and the camera', () => {
    const { store, state } = bound();
    store.set({ gain: 2 });
    store.set({ view: [0, 45] });
    vi.runAllTimers();
    expect(state.hash).toBe('#v=1&gain=2&view=0,45');
    store.undo();
    vi.runAllTimers();
    expect(state.hash).toBe('#v=1&view=0,45');
  });

  it('that the browser refuses harms nothing, and is tried again until the address shows the state', () => {
    const { store, state } = bound();
    state.refuses = true;
    store.set({ gain: 2 });
    expect(() => vi.advanceTimersByTime(10_000)).not.toThrow();
    expect(store.values().gain).toBe(2);
    state.refuses = false;
    vi.advanceTimersByTime(16_000);
    expect(state.hash).toBe('#v=1&gain=2');
    vi.runAllTimers();
    expect(state.writes).toHaveLength(1);
  });

  it('that is refused gives way to what is set later', () => {
    const { store, state } = bound();
    state.refuses = true;
    store.set({ gain: 2 });
    vi.advanceTimersByTime(1000);
    state.refuses = false;
    store.set({ gain: 3 });
    vi.runAllTimers();
    expect(state.writes).toEqual(['/page/?embed=1#v=1&gain=3']);
  });

  it('keeps several figures in one hash', () => {
    const { host, state } = createHost('#v=1&gain=2&other.gain=-1');
    const stores = [createFigureStore(sampleSchema), createFigureStore(sampleSchema)] as const;
    const figures = stores.map((store, k) => ({
      prefix: k === 0 ? '' : 'other.',
      store: store as unknown as FigureStore<Schema>,
    }));
    bindHash(host, figures, () => undefined);
    expect(stores.map((store) => store.values().gain)).toEqual([2, -1]);
    stores[1].set({ lit: false });
    vi.runAllTimers();
    expect(state.hash).toBe('#v=1&gain=2&other.gain=-1&other.lit=0');
  });

  it('names each bad value of several figures once, by its own figure', () => {
    const { host } = createHost('#v=7&other.gain=abc&third.gain=abc');
    const told: (readonly Notice[])[] = [];
    const other = { ...sampleSchema, gain: { ...sampleSchema.gain, label: 'the other gain' } };
    const figures = [
      { prefix: '', store: createFigureStore(sampleSchema) },
      { prefix: 'other.', store: createFigureStore(other) },
      { prefix: 'third.', store: createFigureStore(sampleSchema) },
    ] as unknown as BoundFigure[];
    bindHash(host, figures, (notices) => told.push(notices));
    expect(told.flat().map(({ key, label }) => [key, label])).toEqual([
      ['v', ''],
      ['other.gain', 'the other gain'],
      ['third.gain', sampleSchema.gain.label],
    ]);
  });
});

describe('an edited address', () => {
  it('is shown, as one step of undo', () => {
    const { store, edit } = bound('#v=1&gain=2');
    edit('#v=1&eps=0');
    expect(store.values()).toEqual({ ...start, eps: 0 });
    store.undo();
    expect(store.values()).toEqual({ ...start, gain: 2 });
  });

  it('without a hash shows the defaults', () => {
    const { store, edit } = bound('#v=1&gain=2');
    edit('');
    expect(store.values()).toEqual(start);
  });

  it('brings its own notices', () => {
    const { edit, notices } = bound();
    edit('#v=1&lit=maybe');
    expect(notices.flat().map(({ key }) => key)).toEqual(['lit']);
  });

  it('wins over a write that was still to come', () => {
    const { store, state, edit } = bound();
    store.set({ gain: 2 });
    vi.advanceTimersByTime(50);
    edit('#v=1&eps=0');
    vi.runAllTimers();
    expect(state.hash).toBe('#v=1&eps=0');
    expect(store.values()).toEqual({ ...start, eps: 0 });
  });

  it('is not taken for one when the page itself has written it', () => {
    const { store, state, edit } = bound();
    store.set({ gain: 2 });
    vi.runAllTimers();
    store.change({ gain: 2.5 });
    edit(state.hash);
    expect(store.values().gain).toBe(2.5);
  });
});

describe('unbinding', () => {
  it('ends reading and writing, also of what was about to be written', () => {
    const { store, state, edit, unbind, listeners } = bound();
    store.set({ gain: 2 });
    unbind();
    store.set({ gain: 3 });
    vi.runAllTimers();
    expect(state.writes).toEqual([]);
    edit('#v=1&gain=0');
    expect(store.values().gain).toBe(3);
    expect(listeners.size).toBe(0);
  });
});

describe('a figure that starts with a preset', () => {
  const preset = withValues(sampleSchema, start, { gain: 2 });

  function boundPreset(hash: string) {
    const window = createHost(hash);
    const store = createFigureStore(sampleSchema, preset, new Set(['eps']));
    const figure = { prefix: '', store: store as unknown as FigureStore<Schema> };
    bindHash(window.host, [figure], () => {});
    return { ...window, store };
  }

  it('takes from it what the link does not say, and writes what differs from it', () => {
    const { store, state } = boundPreset('#v=1&eps=0');
    expect(store.values()).toEqual({ ...preset, eps: 0 });
    store.set({ gain: start.gain });
    vi.runAllTimers();
    // The default is a difference here.
    expect(state.hash).toBe(`#v=1&gain=${start.gain}&eps=0`);
  });

  it('lets an edited link change what the reader cannot', () => {
    const { store, edit } = boundPreset('');
    edit('#v=1&eps=0.5');
    expect(store.values().eps).toBe(0.5);
  });
});
