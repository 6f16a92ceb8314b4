/** The way from this figure to another one, with a state for it; the browser's Back comes back. */
import { encodeHash } from '#state/codec';

interface Here {
  /** Before each key of this figure in the hash. */
  readonly prefix: string;
  /** Its own values, as they stand in the hash. */
  readonly entries: readonly string[];
}

/**
 * Goes to a figure: on the page, where it has its place there, or to its own page.
 * @param state what it is to show, as `key=text`
 */
export function goToFigure(id: string, state: readonly string[], here: Here): void {
  const place = document.getElementById(`place-${id}`);
  if (!place) {
    const query = new URLSearchParams(window.location.search);
    query.set('figure', id);
    query.delete('preset');
    window.location.assign(`${window.location.pathname}?${query}${encodeHash(state)}`);
    return;
  }
  // The other figures keep what they have in the link.
  const others = window.location.hash
    .slice(1)
    .split('&')
    .filter(
      (entry) =>
        entry &&
        !/^v=/.test(entry) &&
        ![`${id}.`, here.prefix].some((key) => key !== '' && entry.startsWith(key)),
    );
  window.location.hash = encodeHash([...others, ...here.entries, ...state.map((entry) => `${id}.${entry}`)]);
  place.scrollIntoView();
}
