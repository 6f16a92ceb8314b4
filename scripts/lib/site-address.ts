/** Where the site is published. */

/** The environment variable that says it. */
const SITE_VARIABLE = 'MINIMA_SITE_URL';

/** Where `npm start` serves the site on this computer. */
export const LOCAL_SITE = 'http://127.0.0.1:4173/';

/**
 * The site's address, with a slash at the end; undefined when nobody said it.
 *
 * @throws Error when what was said is not an address of the web.
 */
export function siteAddress(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const said = env[SITE_VARIABLE]?.trim();
  if (!said) return undefined;
  const url = URL.parse(said);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error(`${SITE_VARIABLE} is “${said}”: it wants an address such as https://example.org/minima/`);
  }
  url.search = '';
  url.hash = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url.href;
}

/** The address of the article in a language. */
export function pageAddress(site: string, language: string): string {
  return language === 'en' ? site : `${site}index.${language}.html`;
}
