/** Maps keys to commands of the talk, depending on what has the focus. */

/** What has the focus: nothing in particular, a text that is typed, a list to choose from, a slider or camera, a button. */
export type Focus = 'stage' | 'text' | 'choice' | 'control' | 'button';

export type Command =
  | { readonly type: 'next' | 'previous' | 'first' | 'last' }
  | { readonly type: 'digit'; readonly digit: string }
  | { readonly type: 'go' }
  | { readonly type: 'blank'; readonly colour: 'black' | 'white' }
  | { readonly type: 'list' | 'notes' | 'keys' | 'escape' }
  | { readonly type: 'add' }
  /** `leave` removes the focus; `nothing` only prevents the browser's default. */
  | { readonly type: 'leave' }
  | { readonly type: 'nothing' }
  | { readonly type: 'full-screen'; readonly only?: 'enter' };

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
}

/** Keys of presentation remotes; they work whatever has the focus. */
const always: Readonly<Record<string, Command>> = {
  PageDown: { type: 'next' },
  PageUp: { type: 'previous' },
  // As in other programs for talks; it would reload the page and forget the talk.
  F5: { type: 'full-screen', only: 'enter' },
};

const letters: Readonly<Record<string, Command>> = {
  b: { type: 'blank', colour: 'black' },
  '.': { type: 'blank', colour: 'black' },
  w: { type: 'blank', colour: 'white' },
  ',': { type: 'blank', colour: 'white' },
  f: { type: 'full-screen' },
  s: { type: 'list' },
  n: { type: 'notes' },
  a: { type: 'add' },
  '?': { type: 'keys' },
};

/** Keys that sliders, cameras and points use themselves when they have the focus. */
const moves: Readonly<Record<string, Command>> = {
  ArrowRight: { type: 'next' },
  ArrowLeft: { type: 'previous' },
  Backspace: { type: 'previous' },
  Home: { type: 'first' },
  End: { type: 'last' },
};

/**
 * The command of a key, or undefined when the key is not the talk's.
 * @param typed the digits typed so far
 */
export function commandOf(pressed: PressedKey, focus: Focus, typed: string): Command | undefined {
  const { key, ctrlKey, metaKey, altKey, repeat } = pressed;
  if (ctrlKey || metaKey || altKey) return undefined;
  const command = plainCommand(key, focus, typed);
  // A repeating key does not skip through the talk.
  return repeat && command ? { type: 'nothing' } : command;
}

function plainCommand(key: string, focus: Focus, typed: string): Command | undefined {
  if (always[key]) return always[key];
  if (focus === 'text' || focus === 'choice') return key === 'Escape' ? { type: 'leave' } : undefined;
  if (key === 'Escape') return { type: 'escape' };
  if (/^\d$/.test(key)) return { type: 'digit', digit: key };
  if (key === 'Enter' && typed !== '') return { type: 'go' };
  const letter = letters[key.toLowerCase()];
  if (letter) return letter;
  if (focus === 'control') return undefined;
  if (moves[key]) return moves[key];
  // On a button they press it.
  return focus === 'stage' && (key === ' ' || key === 'Enter') ? { type: 'next' } : undefined;
}

/** What kind of thing has the focus. */
export function focusOf(element: Element | null): Focus {
  if (!element) return 'stage';
  if (element.matches('select')) return 'choice';
  if (element.matches('input[type="range"], input[type="radio"]')) return 'control';
  if (element.matches('input[type="checkbox"], input[type="file"], button, a[href], summary'))
    return 'button';
  if (element.matches('input, textarea, [contenteditable="true"], [contenteditable=""]')) return 'text';
  // Cameras, points and other marks that take arrow keys.
  const index = element.getAttribute('tabindex');
  return index !== null && Number(index) >= 0 ? 'control' : 'stage';
}
