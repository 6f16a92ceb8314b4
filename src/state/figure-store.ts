/** The state of one figure: a vanilla Zustand store, with undo for finished gestures. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { defaults, type Schema, sameHistory, type Values, withValues } from './schema';

export interface FigureState<S extends Schema> {
  readonly values: Values<S>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Grows by one whenever a gesture ends; what the URL is written on. */
  readonly commits: number;
}

export interface FigureStore<S extends Schema> {
  readonly schema: S;
  /** The values with which it starts and to which `reset` goes: the schema's defaults, or those of a preset. */
  readonly start: Values<S>;
  /** Parameters that the reader cannot change. */
  readonly locked: ReadonlySet<string>;
  readonly api: StoreApi<FigureState<S>>;
  /** The values now. */
  values(): Values<S>;
  /** Changes values during a gesture: shown at once, not yet a step of undo. */
  change(patch: Partial<Values<S>>): void;
  /** Ends a gesture: what changed since the last commit becomes one step of undo. */
  commit(): void;
  /** `change` and `commit` in one. */
  set(patch: Partial<Values<S>>): void;
  /** `change` by whoever put the figure there: locks do not hold for it. */
  steer(patch: Partial<Values<S>>): void;
  /** `steer` and `commit` in one. */
  impose(patch: Partial<Values<S>>): void;
  /** Replaces the values and forgets all steps of undo: a figure's state as it came with the page. */
  load(values: Values<S>): void;
  reset(): void;
  undo(): void;
  redo(): void;
}

const HISTORY_LIMIT = 200;

/** A store with the schema's defaults, or with the values to start from. */
export function createFigureStore<S extends Schema>(
  schema: S,
  start: Values<S> = defaults(schema),
  locked: ReadonlySet<string> = new Set(),
): FigureStore<S> {
  const api = createStore<FigureState<S>>(() => ({
    values: start,
    canUndo: false,
    canRedo: false,
    commits: 0,
  }));
  let committed = start;
  const past: Values<S>[] = [];
  const future: Values<S>[] = [];
  const values = () => api.getState().values;

  /** Everything that undo does not remember stays as it is. */
  const recall = (target: Values<S>): Values<S> => {
    const transient = Object.entries(schema).filter(([, p]) => p.transient);
    return { ...target, ...Object.fromEntries(transient.map(([key]) => [key, values()[key]])) };
  };
  const open = (patch: Partial<Values<S>>): Partial<Values<S>> =>
    locked.size === 0
      ? patch
      : (Object.fromEntries(Object.entries(patch).filter(([key]) => !locked.has(key))) as Partial<Values<S>>);
  const change = (patch: Partial<Values<S>>) => {
    const next = withValues(schema, values(), patch);
    if (next !== values()) api.setState({ values: next });
  };
  const publish = (next: Values<S>) => {
    committed = next;
    api.setState((state) => ({
      values: next,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      commits: state.commits + 1,
    }));
  };

  const store: FigureStore<S> = {
    schema,
    start,
    locked,
    api,
    values,
    change: (patch) => change(open(patch)),
    commit() {
      if (values() === committed) return;
      if (!sameHistory(schema, values(), committed)) {
        past.push(committed);
        if (past.length > HISTORY_LIMIT) past.shift();
        future.length = 0;
      }
      publish(values());
    },
    set(patch) {
      store.change(patch);
      store.commit();
    },
    steer: change,
    impose(patch) {
      change(patch);
      store.commit();
    },
    load(next) {
      past.length = 0;
      future.length = 0;
      publish(withValues(schema, values(), next));
    },
    reset: () => store.impose(start),
    undo() {
      store.commit();
      const target = past.pop();
      if (!target) return;
      future.push(committed);
      publish(recall(target));
    },
    redo() {
      store.commit();
      const target = future.pop();
      if (!target) return;
      past.push(committed);
      publish(recall(target));
    },
  };
  return store;
}
