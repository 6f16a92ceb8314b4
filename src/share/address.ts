/** The addresses under which a figure is shared. */
import { encodeHash } from '#state/codec';
import type { QueryConfig } from '#state/query';

/** What an author chooses for an embed. */
export type EmbedOptions = Pick<
  QueryConfig,
  'controls' | 'hide' | 'lock' | 'theme' | 'profile' | 'gesture' | 'background' | 'autoplay'
>;

/** A figure as it is shared. */
export interface SharedFigure {
  /** The address of the page, without query and hash. */
  readonly site: string;
  readonly figure: string;
  readonly title: string;
  /** `key=value` for each value that is not its default, without a prefix. */
  readonly state: readonly string[];
  readonly options: EmbedOptions;
  /** Of an embed, in CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Another language than English, in which its words are. */
  readonly lang?: string | undefined;
  /** Whether the height was left to the figure; what can ask it then does. */
  readonly ownHeight?: boolean;
}

/** The options of an embed that asks for nothing. */
export const plainOptions: EmbedOptions = {
  controls: 'full',
  hide: new Set(),
  lock: new Set(),
  theme: 'auto',
  profile: 'screen',
  gesture: 'cooperative',
  background: 'paper',
  autoplay: false,
};

/**
 * Percent-encodes what could end or change an address: what is left may stand in a sentence, in Markdown, in LaTeX, in
 * quotes. Commas, equals signs and letters stay readable.
 */
function encoded(text: string): string {
  return encodeURI(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[#&?$'()*!~;+@]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The state as it stands in a hash after the version: `eps=0.01&act=relu`. */
export function stateText({ state }: Pick<SharedFigure, 'state'>): string {
  return state.map(encoded).join('&');
}

function address(shared: SharedFigure, query: readonly string[]): string {
  const hash = encodeHash(shared.state.map(encoded));
  const language = shared.lang === undefined ? [] : [`lang=${encoded(shared.lang)}`];
  return `${shared.site}?${[`figure=${encoded(shared.figure)}`, ...language, ...query].join('&')}${hash}`;
}

/** The address of the figure alone on its page. */
export function figureLink(shared: SharedFigure): string {
  return address(shared, []);
}

/** The entries of a query for what differs from an embed that asks for nothing. */
function queryOf(options: EmbedOptions): string[] {
  const { controls, hide, lock, theme, profile, gesture, background, autoplay } = options;
  const entry = (key: string, value: string, plain: string) => (value === plain ? [] : [`${key}=${value}`]);
  const names = (list: ReadonlySet<string>) => [...list].map(encoded).join(',');
  return [
    ...entry('controls', controls, plainOptions.controls),
    ...entry('hide', names(hide), ''),
    ...entry('lock', names(lock), ''),
    ...entry('theme', theme, plainOptions.theme),
    ...entry('profile', profile, plainOptions.profile),
    ...entry('gesture', gesture, plainOptions.gesture),
    ...entry('bg', background.replace('#', ''), plainOptions.background),
    ...entry('autoplay', autoplay ? '1' : '0', '0'),
  ];
}

/** The address for a frame in somebody else's page: of the page that comes without the article. */
export function embedAddress(shared: SharedFigure): string {
  const site = `${shared.site.replace(/[^/]*$/, '')}embed.html`;
  return address({ ...shared, site }, ['embed=1', ...queryOf(shared.options)]);
}

/** The address of the script that defines the custom element. */
export function elementScript({ site }: Pick<SharedFigure, 'site'>): string {
  return new URL('minima-at-infinity.js', site).href;
}
