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
/** Milliseconds before a refused write is tried again; doubles up to the longest. */
const FIRST_RETRY = 1000;
const LONGEST_RETRY = 64_000;

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
  /** The address after the last read or write, as the browser has it. */
  let address = written;
  let retry = FIRST_RETRY;

  const write = () => {
    timer = undefined;
    // Someone has just edited the address: it is about to be read, and must not be lost.
    if (host.location.hash !== address) return;
    const entries = figures.flatMap(({ prefix, store }) =>
      encodeValues(store.schema, store.values(), prefix, store.start),
    );
    const hash = encodeHash(entries);
    if (hash === written) return;
    try {
      host.history.replaceState(null, '', `${host.location.pathname}${host.location.search}${hash}`);
      written = hash;
      address = host.location.hash;
      retry = FIRST_RETRY;
    } catch {
      // Safari refuses more than 100 writes in 10 seconds; some sandboxes refuse all, and the figure works without.
      schedule(retry);
      retry = Math.min(LONGEST_RETRY, 2 * retry);
    }
  };
  const read = (first: boolean) => {
    written = host.location.hash;
    address = written;
    // Each figure reads the version; it is named once.
    const notices = new Map<string, Notice>();
    for (const { prefix, store } of figures) {
      const decoded = decodeHash(store.schema, written, prefix, store.start, true);
      if (first) store.load(decoded.values);
      else store.impose(decoded.values);
      for (const notice of decoded.notices) notices.set(notice.key, notice);
    }
    onNotices([...notices.values()]);
    // A clean link is left as it is; a mended one is replaced by what is shown.
    schedule();
  };
  const schedule = (delay = WRITE_DELAY) => {
    if (timer !== undefined) host.clearTimeout(timer);
    timer = host.setTimeout(write, delay);
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
