/** The author's configuration in the URL query; the page reads it and never rewrites it. */

export type ThemeChoice = 'auto' | 'light' | 'dark';
/** What is put together around the figures: the whole page, one figure in a frame, a picture of one, a talk. */
export type Composition = 'page' | 'embed' | 'still' | 'talk';
/** Which controls stand beside the picture: all, the main one, none. */
export type ControlChoice = 'full' | 'min' | 'none';
/** `cooperative` leaves the wheel and one vertical finger to the page; `greedy` takes them; `none` leaves everything. */
export type GestureChoice = 'cooperative' | 'greedy' | 'none';
export type ProfileChoice = 'screen' | 'projector';

export interface QueryConfig {
  readonly composition: Composition;
  /** Show this figure only. */
  readonly figure: string | undefined;
  /** The values with which it starts; the hash goes before them. */
  readonly preset: string | undefined;
  readonly theme: ThemeChoice;
  readonly controls: ControlChoice;
  /** Names of controls and parts that are not shown. */
  readonly hide: ReadonlySet<string>;
  /** Names of parameters and controls that the reader cannot change. */
  readonly lock: ReadonlySet<string>;
  readonly profile: ProfileChoice;
  readonly gesture: GestureChoice;
  /** A CSS colour `#rrggbb`, or what stands behind the frame. */
  readonly background: 'paper' | 'transparent' | `#${string}`;
  /** Starts playing by itself. */
  readonly autoplay: boolean;
  /** The only origin whose messages are heard, and to which messages are sent. */
  readonly origin: string | undefined;
  /** Where the steps of a talk are, as an address beside the page. */
  readonly talk: string | undefined;
  /** A language tag such as `de`. */
  readonly lang: string | undefined;
}

function oneOf<T extends string>(value: string | null, choices: readonly T[], otherwise: T): T {
  return choices.find((choice) => choice === value) ?? otherwise;
}

function names(value: string | null): ReadonlySet<string> {
  return new Set(
    (value ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  );
}

function compositionOf(query: URLSearchParams): Composition {
  if (query.get('still') === '1') return 'still';
  if (query.get('mode') === 'talk') return 'talk';
  return query.get('embed') === '1' ? 'embed' : 'page';
}

function backgroundOf(value: string | null): QueryConfig['background'] {
  if (value === 'transparent') return 'transparent';
  const colour = /^#?([\da-f]{6})$/i.exec(value ?? '')?.[1];
  return colour === undefined ? 'paper' : `#${colour.toLowerCase()}`;
}

/** An origin such as `https://example.org`; anything else is as if absent. */
function originOf(value: string | null): string | undefined {
  if (value === null || !URL.canParse(value)) return undefined;
  const { origin } = new URL(value);
  return origin === 'null' ? undefined : origin;
}

/** Reads a query; whatever is not understood is as if absent. */
export function readQuery(search: string): QueryConfig {
  const query = new URLSearchParams(search);
  const composition = compositionOf(query);
  const lang = query.get('lang');
  return {
    composition,
    figure: query.get('figure') ?? undefined,
    preset: query.get('preset') ?? undefined,
    theme: oneOf(query.get('theme'), ['auto', 'light', 'dark'], 'auto'),
    controls:
      composition === 'still'
        ? 'none'
        : oneOf(query.get('controls'), ['full', 'min', 'none'], composition === 'talk' ? 'min' : 'full'),
    hide: names(query.get('hide')),
    lock: names(query.get('lock')),
    profile: oneOf(
      query.get('profile'),
      ['screen', 'projector'],
      composition === 'talk' ? 'projector' : 'screen',
    ),
    gesture: oneOf(
      query.get('gesture'),
      ['cooperative', 'greedy', 'none'],
      // There is nothing to scroll around a talk.
      composition === 'talk' ? 'greedy' : 'cooperative',
    ),
    background: backgroundOf(query.get('bg')),
    autoplay: query.get('autoplay') === '1',
    origin: originOf(query.get('origin')),
    talk: query.get('talk') ?? undefined,
    lang: lang !== null && /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(lang) ? lang : undefined,
  };
}
