/** German: what a figure answers to a page around. */
import type { text } from '#host/text';

export const host: typeof text = {
  unknownRequest: (type, known) => `Es gibt keine Anfrage „${type.slice(0, 40)}“. Es gibt: ${known}.`,
  needsState:
    'setState braucht ein payload mit einem Text „hash“, mit einem Objekt „values“, oder mit beidem.',
  needsPreset: 'goto braucht ein payload mit einem Text „preset“.',
  badSeconds: 'Die „seconds“ von goto sind eine Zahl von 0 bis 60.',
  badPicture:
    'Das payload von screenshot kann „format“ (png oder svg), „width“ und „height“ (ganze Zahlen von 1 bis 7680), „scale“ (bis 8) und „background“ (paper, transparent oder #rrggbb) enthalten.',
  unknownKey: (key, known) => `Diese Abbildung hat kein „${key.slice(0, 40)}“. Sie hat: ${known}.`,
  notAValue: (key) => `${key}: Das ist kein möglicher Wert; es blieb, wie es war.`,
  moved: (key, shown) => `${key}: Das liegt außerhalb; gesetzt wurde ${shown}.`,
  nothingToPlay: 'Diese Abbildung hat jetzt nichts abzuspielen.',
  noPictures: 'Diese Abbildung macht hier keine Bilder.',
  failed: 'Die Abbildung konnte das nicht tun.',
};
