/** The address of what a file shows, written into the file. */
import { encodeHash, encodeValues } from '#state/codec';
import type { FigurePort } from '#ui/figure-context';
import { pageLanguage } from '#ui/language';

const local = /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

/**
 * The address of the page on which people find the figures: its query and hash left out.
 * @param published where the site is published, for files that are made before it is, or from a copy on this computer
 * @returns undefined for an address that means nothing elsewhere
 */
export function siteOf(
  location: Pick<Location, 'protocol' | 'origin' | 'pathname' | 'hostname'>,
  published?: string,
): string | undefined {
  if (published !== undefined && URL.canParse(published)) {
    const url = new URL(published);
    return `${url.origin}${url.pathname}`;
  }
  const { protocol, origin, pathname, hostname } = location;
  return /^https?:$/.test(protocol) && !local.test(hostname) ? `${origin}${pathname}` : undefined;
}

/**
 * The whole page's address of a figure as it is now. Without a site it begins at the query: put the site's address before
 * it. A port or a folder of this computer would mean nothing to others, and make each file different.
 */
export function figureLink(
  { id, store }: Pick<FigurePort, 'id' | 'store'>,
  site: string | undefined,
): string {
  const state = encodeHash(encodeValues(store.schema, store.values()));
  const lang = pageLanguage();
  const language = lang === undefined ? '' : `&lang=${lang}`;
  return `${site ?? ''}?figure=${encodeURIComponent(id)}${language}${state}`;
}
