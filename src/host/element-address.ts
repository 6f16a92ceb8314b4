/** The address of the frame for the attributes of the custom element. */

/** Attributes and the entries of the query that they become. */
const entries: Readonly<Record<string, string>> = {
  figure: 'figure',
  preset: 'preset',
  theme: 'theme',
  controls: 'controls',
  hide: 'hide',
  lock: 'lock',
  profile: 'profile',
  gesture: 'gesture',
  background: 'bg',
  lang: 'lang',
};

/** Attributes whose change needs a new frame. */
export const frameAttributes: readonly string[] = [...Object.keys(entries), 'autoplay'];
/** Attributes that are followed as they are. */
export const liveAttributes: readonly string[] = ['state', 'width', 'height'];

/** Where this script is from: the site. */
const here = import.meta.url;

/** The origin of the site. */
export const siteOrigin = new URL(here).origin;

interface AddressOptions {
  /** For a frame, or as a page of its own. */
  readonly embed: boolean;
  /** In place of the attribute `state`. */
  readonly state?: string;
}

/** Whether a flag among the attributes is set: by its name alone, or by anything but a no. */
function isSet(value: string | null): boolean {
  return value !== null && !['0', 'false', 'off'].includes(value);
}

/** The address of the figure that the attributes ask for. */
export function addressOf(
  element: Pick<Element, 'getAttribute'>,
  { embed, state = element.getAttribute('state') ?? '' }: AddressOptions,
): string {
  const url = new URL(embed ? 'embed.html' : '.', here);
  const names = embed ? Object.keys(entries) : ['figure', 'preset', 'theme', 'lang'];
  for (const name of names) {
    const value = element.getAttribute(name);
    if (value !== null && value !== '') url.searchParams.set(entries[name] ?? name, value);
  }
  if (embed) {
    url.searchParams.set('embed', '1');
    if (isSet(element.getAttribute('autoplay'))) url.searchParams.set('autoplay', '1');
    // Messages then go to this page only; a page without an origin of its own cannot be named.
    if (location.origin !== 'null') url.searchParams.set('origin', location.origin);
  }
  const hash = state.replace(/^#/, '');
  if (hash !== '') url.hash = /(^|&)v=/.test(hash) ? hash : `v=1&${hash}`;
  return url.href;
}
