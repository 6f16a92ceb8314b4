/** Keeps the figures of a page and its URL hash the same. */
import { decodeHash, encodeHash, encodeValues, type Notice } from './codec';
import type { FigureStore } from './figure-store';
import type { Schema } from './schema';

/** The part of a window that the binding needs; tests hand in their own. */
export interface HashHost {
  readonly location: { readonly hash: string; readonly pathname: string; readonly search: string };
  readonly history: { replaceState: (data: unknown, unused: string, url: string) => void };
  readonly addEventListener: (type: 'hashchange', listener: () => void) => void;
  readonly removeEventListener: (type: 'hashchange', listener: () => void) => void;
  readonly setTimeout: (task: () => void, milliseconds: number) => number;
  readonly clearTimeout: (id: number) => void;
}

/** A figure on the page. The lead figure's keys stand alone in the hash, those of others behind `id.`. */
export interface BoundFigure {
  readonly prefix: string;
  // A store is read and written through its own schema, so its type need not be known here.
  readonly store: FigureStore<Schema>;
}

const WRITE_DELAY = 200;

/**
 * Reads the hash into the stores, then writes it whenever a gesture has ended, and reads again when someone edits it.
 * @param onNotices told what of a link could not be shown, each time one is read
 * @returns a function that ends the binding
 */
export function bindHash(
  host: HashHost,
  figures: readonly BoundFigure[],
  onNotices: (notices: readonly Notice[]) => void,
): () => void {
  let timer: number | undefined;
  let written = host.location.hash;

  const write = () => {
    timer = undefined;
    const entries = figures.flatMap(({ prefix, store }) =>
      encodeValues(store.schema, store.values(), prefix, store.start),
    );
    const hash = encodeHash(entries);
    if (hash === written) return;
    written = hash;
    try {
      host.history.replaceState(null, '', `${host.location.pathname}${host.location.search}${hash}`);
    } catch {
      // Browsers refuse too many writes a second and, in some sandboxes, all of them: the figure works without.
    }
  };
  const read = (first: boolean) => {
    written = host.location.hash;
    onNotices(
      figures.flatMap(({ prefix, store }) => {
        const { values, notices } = decodeHash(store.schema, written, prefix, store.start);
        if (first) store.load(values);
        else store.impose(values);
        return notices;
      }),
    );
    // A clean link is left as it is; a mended one is replaced by what is shown.
    schedule();
  };
  const schedule = () => {
    if (timer !== undefined) host.clearTimeout(timer);
    timer = host.setTimeout(write, WRITE_DELAY);
  };
  const onHashChange = () => {
    if (host.location.hash !== written) read(false);
  };

  if (host.location.hash !== '') read(true);
  host.addEventListener('hashchange', onHashChange);
  const unsubscribe = figures.map(({ store }) =>
    store.api.subscribe((state, before) => {
      if (state.commits !== before.commits) schedule();
    }),
  );
  return () => {
    host.removeEventListener('hashchange', onHashChange);
    for (const end of unsubscribe) end();
    if (timer !== undefined) host.clearTimeout(timer);
  };
}
