/** Values that come from somewhere else than a figure's store (a worker, a simulation) and are drawn without rendering. */
import { type RefObject, useEffect, useRef } from 'react';
import { cancelUpdate, requestUpdate } from './pace';
import { onPixelRatio } from './pixel-ratio';

/** Something to look at and to be told about. `get` gives another object whenever the value has changed. */
export interface Source<T> {
  get(): T | undefined;
  /** Calls the listener after every change; returns what ends that. */
  subscribe(listener: () => void): () => void;
}

/** A source that is set by hand. */
export interface WritableSource<T> extends Source<T> {
  set(value: T | undefined): void;
}

/** A source with a value of its own. */
export function createSource<T>(initial?: T): WritableSource<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function sizeOf(element: Element | null): string {
  return `${element?.clientWidth} ${element?.clientHeight} ${window.devicePixelRatio}`;
}

/**
 * Runs `update` with the value after every render of the component (for theme and other props) and after every
 * change of the source, at most once a frame; with `sized` also when the element's size or the screen's pixel ratio changes.
 * @returns a ref for the element that `update` writes to
 */
export function useSource<E extends Element, T>(
  source: Source<T>,
  update: (element: E, value: T | undefined) => void,
  sized = false,
): RefObject<E | null> {
  const ref = useRef<E>(null);
  const latest = useRef(update);
  latest.current = update;
  useEffect(() => {
    if (ref.current) latest.current(ref.current, source.get());
  });
  useEffect(() => {
    let shown = source.get();
    let size = sizeOf(ref.current);
    let isResized = false;
    const run = () => {
      const element = ref.current;
      if (!element) return;
      const value = source.get();
      if (Object.is(value, shown) && !isResized) return;
      shown = value;
      isResized = false;
      latest.current(element, value);
    };
    const ask = () => requestUpdate(run);
    // Sizes are read where they are known: elsewhere that would lay the page out.
    const resize = () => {
      const now = sizeOf(ref.current);
      if (now === size) return;
      size = now;
      isResized = true;
      ask();
    };
    const unsubscribe = source.subscribe(ask);
    const observer = sized ? new ResizeObserver(resize) : undefined;
    const end = sized ? onPixelRatio(resize) : undefined;
    if (ref.current) observer?.observe(ref.current);
    return () => {
      unsubscribe();
      observer?.disconnect();
      end?.();
      cancelUpdate(run);
    };
  }, [source, sized]);
  return ref;
}

/** A store as a source needs it. */
interface Watched {
  getState(): unknown;
  subscribe(listener: () => void): () => void;
}

/** A source made from stores; its value is made anew when one of them has changed. */
export function sourceFrom<T>(stores: readonly Watched[], make: () => T | undefined): Source<T> {
  let seen: readonly unknown[] | undefined;
  let value: T | undefined;
  return {
    get() {
      const now = stores.map((store) => store.getState());
      if (!seen || now.some((state, k) => state !== seen?.[k])) {
        seen = now;
        value = make();
      }
      return value;
    },
    subscribe(listener) {
      const ends = stores.map((store) => store.subscribe(listener));
      return () => {
        for (const end of ends) end();
      };
    },
  };
}
